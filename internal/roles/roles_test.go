package roles

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestFeaturesHaveNamesOfTheirOwn(t *testing.T) {
	names := map[string]bool{}
	for i, n := range Names {
		assert.NotEmpty(t, n, "feature %d has no name", i)
		assert.False(t, names[n], "two features are called %q", n)
		names[n] = true
	}
}

func TestTheLibrarysModelIsWhole(t *testing.T) {
	f, err := linear.Open(modelData)
	require.NoError(t, err)
	_, err = Open(f)
	require.NoError(t, err)
}

func TestAModelOfOtherFeaturesIsRefused(t *testing.T) {
	m := boost.Train([]string{"a"}, []boost.Example{{X: []float32{1}, Class: 1}}, boost.Options{Rounds: 1})
	data, err := linear.Encode("other", m.Sections(ModelName))
	require.NoError(t, err)
	f, err := linear.Open(string(data))
	require.NoError(t, err)
	_, err = Open(f)
	assert.ErrorContains(t, err, "other features")
}
