package sentiment

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/quote"
)

// Scorer finds stances and tones. The zero value is ready for use; it is safe
// for concurrent use as long as its fields are not changed.
type Scorer struct {
	// Lexicon holds entries of the caller's own, which come before the built-in
	// ones. It may be nil.
	Lexicon *Lexicon
}

// Score returns the stances and tones of an article whose entities and quotes
// are known. Targets are spans of the text whose tone is wanted too.
func Score(a *article.Article, entities entity.List, quotes quote.List, targets ...article.Span) Result {
	return Scorer{}.Score(a, entities, quotes, targets...)
}

// Score returns the stances and tones of an article whose entities and quotes
// are known. Targets are spans of the text whose tone is wanted too.
func (x Scorer) Score(a *article.Article, entities entity.List, quotes quote.List, targets ...article.Span) Result {
	var r Result
	x.reader().Read(a, entities, quotes, func(s *opinion.Scene) {
		r.Tones = tones(s, targets)
		r.Stances = stances(s)
	})
	r.Stances.Bind(a, entities)
	return r
}

// builtin reads for all scorers without a lexicon of their own.
var builtin opinion.Reader

func (x Scorer) reader() *opinion.Reader {
	if x.Lexicon == nil {
		return &builtin
	}
	return x.Lexicon.reader()
}
