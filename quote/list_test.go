package quote_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
)

func extract(t *testing.T, marked string) (*article.Article, entity.List, quote.List) {
	text, labels := unmark(marked)
	entities, _ := entitiesOf(text, labels)
	a := article.Parse(text)
	quotes := quote.Extract(a, entities)
	require.NotEmpty(t, quotes)
	return a, entities, quotes
}

func TestSelves(t *testing.T) {
	a, _, quotes := extract(t, `"We will rebuild it. I promise," said [person Ada Stone]. "My word counts." [person Ben Hill] said I should wait.`)
	var got []string
	for _, s := range quotes.Selves(a) {
		assert.Equal(t, 0, s.Entity)
		got = append(got, s.In(a.Text()))
	}
	assert.Equal(t, []string{"We", "I", "My"}, got, "words outside of marks are the author's")
}

func TestShares(t *testing.T) {
	_, entities, quotes := extract(t, `"We will rebuild it before winter," said [person Ada Stone]. "Never," said [person Ben Hill]. "Soon," officials said.`)
	shares := quotes.Shares()
	require.Len(t, shares, 3)
	assert.Equal(t, "Ada Stone", entities[shares[0].Entity].Name)
	assert.Equal(t, 6, shares[0].Words)
	assert.InDelta(t, 0.75, shares[0].Part, 1e-9)
	assert.Equal(t, -1, shares[2].Entity, "speakers that are no entity are counted together")
}

func TestInside(t *testing.T) {
	_, _, quotes := extract(t, `[org Reuters] reported that [person Ada Stone] had said the bridge was unsafe.`)
	require.Len(t, quotes, 2)
	inside := quotes.Inside(0)
	require.Len(t, inside, 1)
	assert.Equal(t, "Ada Stone", inside[0].Speaker.Name())
	at, ok := quotes.At(quotes[1].Content[0].Start)
	assert.True(t, ok)
	assert.Equal(t, "Ada Stone", at.Speaker.Name(), "the innermost quote")
}

func TestSentenceOfQuote(t *testing.T) {
	a, _, quotes := extract(t, `It rained. "We will rebuild it," said [person Ada Stone].`)
	s, ok := quotes[0].Sentence(a)
	require.True(t, ok)
	assert.Contains(t, s.Text(), "said Ada Stone")
}
