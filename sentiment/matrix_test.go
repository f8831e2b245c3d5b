package sentiment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func entityParty(id int) sentiment.Party { return sentiment.Party{Entity: id} }

func TestMatrix(t *testing.T) {
	places := func(n int) []article.Span { return make([]article.Span, n) }
	l := sentiment.List{
		{Holder: entityParty(0), Target: entityParty(1), Polarity: sentiment.Against, Strength: 1, Evidence: places(1)},
		{Holder: entityParty(1), Target: entityParty(0), Polarity: sentiment.Against, Strength: 0.5, Evidence: places(3)},
		{Holder: entityParty(0), Target: entityParty(2), Polarity: sentiment.For, Strength: 0.8, Evidence: places(1)},
		{Holder: entityParty(1), Target: entityParty(2), Polarity: sentiment.Against, Strength: 0.5, Evidence: places(1)},
		{Holder: entityParty(0), Target: entityParty(1), Polarity: sentiment.For, Strength: 1, Evidence: places(3)},
	}
	m := l.Matrix()
	assert.Len(t, m, 4)
	c, ok := m.At(0, 1)
	assert.True(t, ok)
	assert.Equal(t, 4, c.Evidence)
	assert.InDelta(t, 0.5, c.Value, 1e-9, "the mean over the evidence: once against, three times for")
	_, ok = m.At(2, 0)
	assert.False(t, ok)
	_, ok = m.At(-1, -1)
	assert.False(t, ok, "words are nobody's entity")

	r := m.Relation(0, 1)
	assert.Equal(t, 2, r.Between)
	assert.InDelta(t, 0, r.Direct, 1e-9)
	assert.Equal(t, 1, r.Targets)
	assert.InDelta(t, -0.4, r.Shared, 1e-9, "they disagree about 2")
	assert.Equal(t, m.Relation(1, 0), r)
	assert.Zero(t, m.Relation(0, 0))
	assert.Zero(t, m.Relation(-1, 0))
}
