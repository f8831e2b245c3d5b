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
			assert.Len(t, m.whole, n)
			assert.True(t, slices.IsSortedFunc(m.whole, func(a, b float64) int { return cmp.Compare(b, a) }), "%d %s", n, name)
			for k, i := range m.falling {
				assert.Equal(t, m.whole[k], ties[i].odds)
			}
		}
	}
}
