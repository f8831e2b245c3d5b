package newstext_test

import (
	"os"
	"strings"
	"testing"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page of labels names every value of every enumeration.
func TestEveryLabelIsExplained(t *testing.T) {
	page, err := os.ReadFile("docs/labels.md")
	require.NoError(t, err)
	var labels []string
	for k := article.Paragraph; k <= article.Note; k++ {
		labels = append(labels, k.String())
	}
	for k := entity.Person; k <= entity.Work; k++ {
		labels = append(labels, k.String())
	}
	for k := entity.Name; k <= entity.Pronoun; k++ {
		labels = append(labels, k.String())
	}
	for k := quote.Direct; k <= quote.Indirect; k++ {
		labels = append(labels, k.String())
	}
	for k := quote.Neutral; k <= quote.Praise; k++ {
		labels = append(labels, k.String())
	}
	for k := quote.Scare; k <= quote.Motto; k++ {
		labels = append(labels, k.String())
	}
	for k := sentiment.For; k <= sentiment.Against; k++ {
		labels = append(labels, k.String())
	}
	for k := sentiment.Neutral; k <= sentiment.Negative; k++ {
		labels = append(labels, k.String())
	}
	labels = append(labels, sentiment.Flags(255).Names()...)
	a := article.Parse(seed.Story)
	for token := range a.Tokens() {
		labels = append(labels, string(token.Tag()), token.Relation())
	}
	for _, l := range labels {
		assert.True(t, strings.Contains(string(page), "`"+l+"`"), l)
	}
}
