package newstext

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
)

// selves returns the first-person words that are mentions, by entity name.
func selves(text string, meta article.Meta) map[string][]string {
	a := article.New(meta, text)
	out := map[string][]string{}
	for _, e := range Analyze(a).Entities {
		for _, m := range e.Mentions {
			if _, ok := firstPerson(m.In(a.Text())); ok {
				out[e.Name] = append(out[e.Name], m.In(a.Text()))
			}
		}
	}
	return out
}

func TestIOutsideOfQuotationsIsTheAuthor(t *testing.T) {
	text := "I went to Oslo in May, and my train was late. Anna Berg was late too. “I never wait for trains,” she said."
	got := selves(text, article.Meta{Headline: "A late train"})
	assert.Equal(t, []string{"I", "my"}, got["I"], "an entity without a name")
	assert.NotContains(t, got["I"], "“I")
}

func TestOneIAloneIsNobody(t *testing.T) {
	assert.Empty(t, selves("Anna Berg went to Oslo in May, I think.", article.Meta{Headline: "A late train"}))
}
