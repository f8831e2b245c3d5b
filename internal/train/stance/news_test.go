package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func TestLabelsOfNewsAreTakenOver(t *testing.T) {
	d := &doc{Text: "Lee backs ferry\n\nAnn Lee backed the new ferry. Moss and Lee met."}
	at := func(a, b int) article.Span { return article.Span{Start: a, End: b} }
	d.takeLabels([]news.Stance{
		{Holder: news.Party{Name: true, Span: at(17, 24)}, Target: news.Party{Span: at(36, 45)}, Polarity: sentiment.For, Strength: 1, Evidence: at(25, 31)},
		{Holder: news.Party{Author: true}, Target: news.Party{Name: true, Span: at(47, 51)}, Polarity: sentiment.Against, Strength: 0.5, Evidence: at(0, 3)},
	})
	require.Len(t, d.Stances, 2)
	g := d.Stances[0]
	assert.Equal(t, "Ann Lee", d.Entities[g.Holder.Entity].Name)
	assert.Equal(t, "new ferry", g.Target.In(d.Text))
	assert.Equal(t, -1, g.Target.Entity)
	assert.Equal(t, sentiment.For, g.Polarity)
	assert.Equal(t, "backed", g.Evidence[0].In(d.Text))
	assert.True(t, d.Stances[1].Holder.Author)
}
