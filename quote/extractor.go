package quote

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/fixed"
)

// Extractor finds the quotes of articles. The zero value is ready for use; it is
// safe for concurrent use as long as its fields are not changed.
type Extractor struct{}

// Extract returns the quotes of an article whose entities are known.
func Extract(a *article.Article, entities entity.List) List {
	return Extractor{}.Extract(a, entities)
}

// Extract returns the quotes of an article whose entities are known, in order of
// the text.
func (x Extractor) Extract(a *article.Article, entities entity.List) List {
	found := attribution.Find(a, entities)
	if len(found) == 0 {
		return nil
	}
	l := make(List, len(found))
	for i, f := range found {
		l[i] = Quote{
			Kind:      [...]Kind{Indirect, Mixed, Direct}[f.Marked],
			Content:   f.Content,
			Cue:       f.Cue,
			Class:     classOf(f.Class),
			Negated:   f.Negated,
			Speaker:   Party{Span: f.Speaker.Words, Entities: f.Speaker.Entities},
			Addressee: Party{Span: f.Addressee.Words, Entities: f.Addressee.Entities},
			Parent:    f.Parent,

			Confidence: fixed.Round(f.Confidence),
		}
	}
	l.Bind(a, entities)
	return l
}

// classOf maps the classes of the word lists to those of quotes.
func classOf(class string) Class {
	switch class {
	case "suggest", "think", "":
		return Neutral
	}
	var c Class
	if err := c.UnmarshalText([]byte(class)); err != nil {
		return Neutral
	}
	return c
}
