package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMarksAreCountedApart(t *testing.T) {
	var c markCounts
	for range 2 { // nothing is left of the story before
		c.reset(1024)
		for k := range uint64(300) {
			for range k {
				c.add(k << 40) // all of them want one place
			}
		}
		for k := range 300 {
			assert.Equal(t, min(k, 255), c.of(uint64(k)<<40))
		}
		assert.Zero(t, c.of(7))
	}
}
