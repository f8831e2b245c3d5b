package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestThingsAreNumberedInTheOrderInWhichTheyAreMet(t *testing.T) {
	var m numbering
	for range 2 { // what was numbered before is forgotten
		m.reset(4)
		var numbers []int32
		var fresh []bool
		for _, key := range []uint64{7, 0, 7, 1 << 63, 0, 5, 1 << 63} {
			n, isNew := m.of(key)
			numbers, fresh = append(numbers, n), append(fresh, isNew)
		}
		assert.Equal(t, []int32{0, 1, 0, 2, 1, 3, 2}, numbers)
		assert.Equal(t, []bool{true, true, false, true, false, true, false}, fresh)
		assert.EqualValues(t, 4, m.count)
	}
}
