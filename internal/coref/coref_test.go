package coref

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWeightsAreReadByName(t *testing.T) {
	names := map[string]bool{}
	for i := range Size {
		assert.False(t, names[Name(i)], "two features are called %q", Name(i))
		names[Name(i)] = true
	}
	_, err := Read("feature\tweight\ndistance=7\t3\n")
	assert.ErrorContains(t, err, "weights.tsv:2")
	w := Default()
	var near, far Values
	far[Distance] = 3
	assert.Greater(t, w.Score(&near), w.Score(&far), "who was mentioned lately is meant more often")
}
