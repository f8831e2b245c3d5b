package logistic

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What sets some examples apart from others is learned of the feature that is kept with them,
// and of no other.
func TestAKeptFeatureTakesUpWhatItsExamplesShare(t *testing.T) {
	const bias, word, other, mark = 11, 12, 13, 14
	var all []Example
	for i := range 3000 {
		e := Example{Features: []uint64{bias, []uint64{word, other}[i%2]}, Class: i % 2}
		if i%3 > 0 { // of these the first class is found twice as often
			e.Kept = []uint64{mark}
			e.Class *= i / 3 % 2
		}
		all = append(all, e)
	}
	p := func(m *Weights, features ...uint64) float64 {
		var p [2]float64
		m.Probabilities(p[:], features)
		return p[1]
	}
	o := Options{Classes: 2, Epochs: 10, Rate: 0.05, MinCount: 1, Dropout: 0.2, Seed: 1}
	m := Train(all, o)
	assert.Greater(t, p(m, bias, other), 0.7)
	assert.Less(t, p(m, bias, other, mark), p(m, bias, other)-0.1)
	assert.Less(t, p(m, bias, word), 0.3)
	assert.Equal(t, m.w, Train(all, o).w, "the same examples give the same weights")
}
