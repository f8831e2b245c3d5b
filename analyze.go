package newstext

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// Analysis is everything that is found in a story. All spans are byte offsets
// into Article.Text().
type Analysis struct {
	Article  *article.Article
	Entities entity.List      // in the order in which they are first named
	Quotes   quote.List       // in order of the text
	Marked   []quote.Marked   // what else stands in quotation marks: titles, nicknames, scare quotes
	Stances  sentiment.List   // in order of their evidence
	Tones    []sentiment.Tone // one for each entity, in order, then one for each span asked about
}

// Analyzer analyzes stories. The zero value is ready for use and does what
// [Analyze] does. It is safe for concurrent use.
type Analyzer struct {
	entities entity.Extractor
	quotes   quote.Extractor
	scorer   sentiment.Scorer
}

// Option changes what an Analyzer does.
type Option func(*Analyzer)

// WithGazetteer makes the analyzer know names of the caller's own.
func WithGazetteer(g *entity.Gazetteer) Option {
	return func(z *Analyzer) { z.entities.Gazetteer = g }
}

// WithModel makes the analyzer find names by a model of the caller's own.
func WithModel(m *entity.Model) Option {
	return func(z *Analyzer) { z.entities.Model = m }
}

// WithLexicon makes the analyzer score by entries of the caller's own, which come
// before the built-in ones.
func WithLexicon(l *sentiment.Lexicon) Option {
	return func(z *Analyzer) { z.scorer.Lexicon = l }
}

// New returns an Analyzer with options.
func New(options ...Option) *Analyzer {
	z := new(Analyzer)
	for _, o := range options {
		o(z)
	}
	return z
}

// Analyze returns everything that is found in a story. Targets are spans of its
// text whose tone is wanted beside the tone of each entity.
func Analyze(a *article.Article, targets ...article.Span) *Analysis {
	return new(Analyzer).Analyze(a, targets...)
}

// Analyze returns everything that is found in a story. Targets are spans of its
// text whose tone is wanted beside the tone of each entity; one that does not fit
// the text is left out.
func (z *Analyzer) Analyze(a *article.Article, targets ...article.Span) *Analysis {
	r := &Analysis{Article: a}
	r.Entities = z.entities.Extract(a)
	r.Quotes = z.quotes.Extract(a, r.Entities)
	r.Marked = r.Quotes.Marked(a, r.Entities)
	join(r.Entities, r.Quotes.Selves(a))
	r.Entities = joinAuthor(a, r.Entities, r.Quotes)
	targets = slices.DeleteFunc(slices.Clone(targets), func(s article.Span) bool { return s.Check("", a.Text()) != nil })
	score := z.scorer.Score(a, r.Entities, r.Quotes, targets...)
	r.Stances, r.Tones = score.Stances, score.Tones
	return r
}
