package opinion

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFiguresAreSmallNumbers(t *testing.T) {
	for _, x := range []struct {
		what string
		got  uint8
		want uint8
	}{
		{"a count", count(7), 7},
		{"a count below 0", count(-7), 0},
		{"a count too large", count(1000), 127},
		{"a sign", sign(-2), 14},
		{"log-odds of 0", tenths(0), 64},
		{"log-odds", tenths(-1.24), 52},
		{"log-odds too low", tenths(-9), 0},
		{"log-odds too high", tenths(9), 127},
		{"no number", tenths(float32(math.NaN())), 0},
		{"without end", tenths(float32(math.Inf(1))), 127},
		{"a share", share(0.5), 64},
		{"all", share(1), 127},
		{"valences", valence(-0.5), 48},
	} {
		assert.Equal(t, x.want, x.got, x.what)
	}
	n := uint8(126)
	more(&n)
	more(&n)
	assert.Equal(t, uint8(127), n)
}
