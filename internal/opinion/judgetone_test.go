package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheStrongestSharesAreKeptInTheirOrder(t *testing.T) {
	shares := func() []Share {
		return []Share{{1, 0.1}, {2, -0.5}, {3, 0.3}, {4, 0.3}, {5, -0.3}, {6, 0.05}}
	}
	assert.Equal(t, []Share{{2, -0.5}}, strongest(shares(), 1))
	assert.Equal(t, []Share{{2, -0.5}, {3, 0.3}, {4, 0.3}}, strongest(shares(), 3), "the first of equal ones")
	assert.Equal(t, []Share{{1, 0.1}, {2, -0.5}, {3, 0.3}, {4, 0.3}, {5, -0.3}}, strongest(shares(), 5))
	assert.Equal(t, shares(), strongest(shares(), 6))
	assert.Empty(t, strongest(nil, 2))
}
