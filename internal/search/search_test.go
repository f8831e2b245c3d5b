package search

import (
	"sort"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFirstIsThatOfSort(t *testing.T) {
	for n := range 70 {
		for at := range n + 1 {
			is := func(i int) bool {
				assert.True(t, i >= 0 && i < n, "only these are asked about")
				return i >= at
			}
			assert.Equal(t, sort.Search(n, is), First(n, is))
		}
	}
	assert.Zero(t, First(-1, func(int) bool { panic("none") }))
}
