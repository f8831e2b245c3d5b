package boost

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// alone is a model whose trees are walked one by one.
func alone(m *Model) *Model { return &Model{features: m.features, outputs: m.outputs, trees: m.trees} }

func TestWalkingManyTreesIsWalkingEach(t *testing.T) {
	odd := []float32{0, float32(math.Copysign(0, -1)), float32(math.NaN()), -float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), 1e-40, -1e-40}
	for _, o := range []Options{{Rounds: 37}, {Objective: Classes, Classes: 3, Rounds: 11}} {
		examples := ring(1000)
		for i := range examples {
			if i%7 == 0 {
				examples[i].X[i%3] = odd[i%len(odd)]
			}
		}
		fast := Train(ringFeatures, examples, o)
		require.NotNil(t, fast.walk)
		m := alone(fast)
		r := rand.New(rand.NewPCG(1, 9))
		var rows [][]float32
		want, got := make([]float32, m.Outputs()), make([]float32, m.Outputs())
		for range 2000 {
			x := []float32{r.Float32()*2 - 1, r.Float32()*2 - 1, r.Float32()}
			if r.IntN(3) == 0 {
				x[r.IntN(3)] = odd[r.IntN(len(odd))]
			}
			rows = append(rows, x)
			if y := slices.Clone(x); r.IntN(2) == 0 {
				y[r.IntN(3)] = r.Float32()
				rows = append(rows, y)
			}
			require.Equal(t, m.Score(x), fast.Score(x), x)
			m.ScoreAll(want, x)
			fast.ScoreAll(got, x)
			require.Equal(t, want, got)
		}
		for len(rows) > 0 {
			part := rows[:min(len(rows), 1+r.IntN(11))]
			rows = rows[len(part):]
			scores := make([]float32, len(part))
			fast.ScoreEach(scores, part)
			for i, x := range part {
				require.Equal(t, m.Score(x), scores[i], x)
			}
		}
	}
}

func BenchmarkWalk(b *testing.B) {
	examples := ring(4000)
	m := Train(ringFeatures, examples, Options{Rounds: 200})
	for name, m := range map[string]*Model{"each": alone(m), "together": m} {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				m.Score(examples[i%len(examples)].X)
			}
		})
	}
}
