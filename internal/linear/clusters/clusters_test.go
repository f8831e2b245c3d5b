package clusters

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestEmbeddedModelIsWhole(t *testing.T) {
	f, err := linear.Open(data)
	require.NoError(t, err)
	assert.Equal(t, "clusters", f.Name())
	assert.Less(t, f.Size(), 1<<20)
}

func TestWordsOfLikeUseShareAClass(t *testing.T) {
	for _, pair := range [][2]string{
		{"December", "November"}, {"Tuesday", "Friday"}, {"2016", "1998"}, {"n't", "n’t"},
		{"governor", "mayor"}, {"revealed", "discovered"},
	} {
		assert.Equal(t, Of(pair[0]), Of(pair[1]), pair)
		assert.NotZero(t, Of(pair[0]), pair)
	}
	assert.NotEqual(t, Of("said"), Of("Tuesday"))
}

func TestUnknownCapitalsFallBackToSmallLetters(t *testing.T) {
	assert.Equal(t, Of("governors"), Of("GOVERNORS"))
	assert.Equal(t, OfExact("GoVeRnOrS"), ID(0))
}

func TestAnyWordIsAnswered(t *testing.T) {
	for _, w := range []string{"", "\xff", "zzxqj", strings.Repeat("a", 1<<20), "Ünïcödé", "İ"} {
		assert.LessOrEqual(t, int(Of(w)), Count())
	}
	assert.Zero(t, Of("zzxqj").Path())
	assert.Equal(t, uint32(1)<<4, Path(0).Prefix(4))
}

func TestPathsAreDistinctPrefixes(t *testing.T) {
	seen := map[uint32]bool{}
	for id := ID(1); int(id) <= Count(); id++ {
		seen[id.Path().Prefix(4)] = true
	}
	assert.Greater(t, len(seen), 5)
	assert.LessOrEqual(t, len(seen), 16)
}

func BenchmarkOf(b *testing.B) {
	words := strings.Fields("The Governors of the three largest states said on Tuesday they will Meet in Springfield")
	for b.Loop() {
		for _, w := range words {
			Of(w)
		}
	}
}
