package quote

import (
	"slices"
	"unicode"

	"github.com/seed05c9d22b/newstext/article"
)

// Share is how much of what is said in a story one entity says.
type Share struct {
	Entity int     // ID; −1 for the words of all who are no entity
	Quotes int     // number of quotes
	Words  int     // words said
	Part   float64 // of the words said by all, 0 to 1
}

// Shares returns who says how much, the one with the most words first. Speech
// that stands in other speech counts for the outer speaker alone, what several
// say together for each of them.
func (l List) Shares() []Share {
	var out []Share
	all := 0
	for _, q := range l {
		if q.Parent >= 0 {
			continue
		}
		n := q.Words()
		all += n
		ids := q.Speaker.Entities
		if len(ids) == 0 {
			ids = []int{-1}
		}
		for _, id := range ids {
			i := slices.IndexFunc(out, func(s Share) bool { return s.Entity == id })
			if i < 0 {
				i = len(out)
				out = append(out, Share{Entity: id})
			}
			out[i].Quotes++
			out[i].Words += n
		}
	}
	for i := range out {
		if all > 0 {
			out[i].Part = float64(out[i].Words) / float64(all)
		}
	}
	slices.SortStableFunc(out, func(a, b Share) int { return b.Words - a.Words })
	return out
}

// Words returns the number of words said: runs of letters, digits and the marks
// within them.
func (q Quote) Words() int {
	n := 0
	for _, c := range q.Content {
		in := false
		for _, r := range c.In(q.text) {
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				if !in {
					n++
				}
				in = true
			case r == '\'' || r == '’' || r == '-' || r == '.':
			default:
				in = false
			}
		}
	}
	return n
}

// Inside returns the quotes that stand in quote i: what somebody, by its
// speaker's account, has said.
func (l List) Inside(i int) []Quote {
	var out []Quote
	for _, q := range l {
		if q.Parent == i {
			out = append(out, q)
		}
	}
	return out
}

// Sentence returns the sentence that reports the quote: the one with the cue or,
// where there is none, with the first words said.
func (q Quote) Sentence(a *article.Article) (article.Sentence, bool) {
	at := q.Cue.Start
	if q.Cue.Empty() {
		if len(q.Content) == 0 {
			return article.Sentence{}, false
		}
		at = q.Content[0].Start
	}
	return a.SentenceAt(at)
}
