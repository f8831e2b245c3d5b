package boost

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Scores above the floor stay what they are; those that end early stay below it.
func TestStopsKeepHighScores(t *testing.T) {
	examples := ring(3000)
	full := Train(ringFeatures, examples, Options{Rounds: 200, Rate: 0.05})
	m := Train(ringFeatures, examples, Options{Rounds: 200, Rate: 0.05})
	var x [][]float32
	for _, e := range examples {
		x = append(x, e.X)
	}
	const floor = -1
	walked := m.Stop(x, floor, 0)
	assert.Less(t, walked, 0.9)
	data, err := linear.Encode("test", m.Sections("m"))
	require.NoError(t, err)
	file, err := linear.Open(string(data))
	require.NoError(t, err)
	read, err := Open(file, "m")
	require.NoError(t, err)
	early := 0
	for _, x := range x {
		want, got := full.Score(x), m.Score(x)
		require.Equal(t, got, read.Score(x))
		if want >= floor {
			require.Equal(t, want, got)
		} else {
			require.Less(t, got, float32(floor))
			if got != want {
				early++
			}
		}
	}
	assert.Greater(t, early, 100)
}

func TestStopsOfNothing(t *testing.T) {
	m := Train(ringFeatures, ring(500), Options{Rounds: 10})
	assert.Equal(t, 1.0, m.Stop(nil, 0, 0))
	assert.Equal(t, 1.0, m.Stop([][]float32{{0, 0, 0}}, 0, 0), "one chunk of trees")
}
