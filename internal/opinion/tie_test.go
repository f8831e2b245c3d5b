package opinion

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMeetingsAreSortedByFallingOdds(t *testing.T) {
	var all []Meeting
	for _, odds := range []float32{-1, 2, float32(math.Copysign(0, -1)), 0, 0.5, -3, 2} {
		all = append(all, Meeting{Some: odds})
	}
	var m tied
	m.sort(all)
	assert.Equal(t, []int32{1, 6, 4, 2, 3, 0, 5}, m.order)
}

func TestTiesAreSortedByFallingOdds(t *testing.T) {
	for _, n := range []int{0, 1, 10, 1000} {
		for name, odds := range map[string]func(i int) float64{
			"rising": func(i int) float64 { return float64(i) }, "falling": func(i int) float64 { return float64(-i) },
			"mixed": func(i int) float64 { return float64(i * 7919 % 101) },
		} {
			ties := make([]Tie, n)
			for i := range ties {
				ties[i].odds = odds(i)
			}
			var m tied
			m.sortTies(ties)
			assert.Len(t, m.falling, n)
			assert.True(t, slices.IsSortedFunc(m.falling, func(a, b int32) int { return cmp.Compare(ties[b].odds, ties[a].odds) }), "%d %s", n, name)
		}
	}
}

func TestRanksCountThoseThatAreLikelier(t *testing.T) {
	var g group
	var ranks []int
	odds := []float64{0.9, 0.5, 0.5, 0.5, 0.2, 0.1}
	for _, v := range odds {
		g.add(&Tie{odds: v})
		ranks = append(ranks, g.next(v))
	}
	assert.Equal(t, []int{0, 1, 1, 1, 4, 5}, ranks)
	for i, want := range []float64{0.5, 0.9, 0.9} {
		sum, best := g.among(&Tie{odds: odds[i]}, ranks[i])
		assert.InDelta(t, 2.7-odds[i], sum, 1e-9)
		assert.Equal(t, want, best)
	}
}
