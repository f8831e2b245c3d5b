package news

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/sentiment"
)

func TestTheLabelsOfTonesAreWhole(t *testing.T) {
	all, err := allTones()
	require.NoError(t, err)
	seen, count := map[string]bool{}, map[sentiment.Label]int{}
	for _, x := range all {
		assert.False(t, seen[x.ID] || x.ID == "", x.ID)
		seen[x.ID] = true
		for _, y := range x.Targets {
			count[y.Tone]++
		}
	}
	assert.Greater(t, count[sentiment.Neutral], count[sentiment.Negative])
	assert.Greater(t, count[sentiment.Negative], count[sentiment.Positive])
}
