package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheStrongestSharesAreKeptInTheirOrder(t *testing.T) {
	shares := func() []Share {
		return []Share{{1, 0.1}, {2, -0.5}, {3, 0.3}, {4, 0.3}, {5, -0.3}, {6, 0.05}}
	}
	assert.Equal(t, []Share{{2, -0.5}}, Strongest(shares(), 1))
	assert.Equal(t, []Share{{2, -0.5}, {3, 0.3}, {4, 0.3}}, Strongest(shares(), 3), "the first of equal ones")
	assert.Equal(t, []Share{{1, 0.1}, {2, -0.5}, {3, 0.3}, {4, 0.3}, {5, -0.3}}, Strongest(shares(), 5))
	assert.Equal(t, shares(), Strongest(shares(), 6))
	assert.Empty(t, Strongest(nil, 2))
}
