package fixed

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRoundHidesTheLastBits(t *testing.T) {
	for _, x := range []float64{0, 1, -1, 0.372543476710534, -0.15479538819786437, 1e-9} {
		for _, y := range []float64{math.Nextafter(x, 2), math.Nextafter(x, -2)} {
			assert.Equal(t, Round(x), Round(y))
		}
	}
	assert.Equal(t, 0.372543, Round(0.372543476710534))
	assert.Equal(t, -0.024875, Round(-0.024875254294842126))
}
