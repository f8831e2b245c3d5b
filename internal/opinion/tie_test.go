package opinion

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMeetingsAreSortedByFallingOdds(t *testing.T) {
	var all []Meeting
	for _, odds := range []float32{-1, 2, float32(math.Copysign(0, -1)), 0, 0.5, -3, 2} {
		all = append(all, Meeting{Some: odds})
	}
	m := tied{order: make([]int32, len(all))}
	m.sort(all)
	assert.Equal(t, []int32{1, 6, 4, 2, 3, 0, 5}, m.order)
}
