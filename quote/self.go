package quote

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Self is a word with which a speaker means himself: "I", "my", "we".
type Self struct {
	article.Span
	Entity int // ID of the speaker
}

// Selves returns the words in quotation marks with which speakers mean
// themselves, in order of the text. Quotes without exactly one entity as speaker
// have none; of a word in several quotes, one in the other, the innermost counts.
func (l List) Selves(a *article.Article) []Self {
	var out []Self
	text, marked := a.Text(), attribution.Pair(a)
	for _, q := range l {
		if q.Kind == Indirect {
			continue
		}
		speaker := -1
		if len(q.Speaker.Entities) == 1 {
			speaker = q.Speaker.Entities[0]
		}
		for _, c := range q.Content {
			first, end := a.TokenRange(c)
			for i := first; i < end; i++ {
				s := a.Token(i).Span()
				if !firstPerson(s.In(text)) {
					continue
				}
				// Of a mixed quote, the words in marks that it holds are the speaker's own.
				if g, ok := marked.At(s.Start); q.Kind == Direct || ok && g.Start >= q.Content[0].Start {
					out = append(out, Self{s, speaker})
				}
			}
		}
	}
	out = innermost(out)
	return slices.DeleteFunc(out, func(s Self) bool { return s.Entity < 0 })
}

// innermost keeps the last of those that stand at the same place: quotes come in
// order, those inside of others after them.
func innermost(selves []Self) []Self {
	n := 0
	seen := map[int]int{}
	for _, s := range selves {
		if at, ok := seen[s.Start]; ok {
			selves[at] = s
			continue
		}
		seen[s.Start] = n
		selves[n] = s
		n++
	}
	selves = selves[:n]
	slices.SortFunc(selves, func(a, b Self) int { return a.Start - b.Start })
	return selves
}

func firstPerson(word string) bool {
	if len(word) > len("ourselves") {
		return false
	}
	e, ok := lexicon.ClosedClass.Lookup(word)
	return ok && strings.HasPrefix(e.Field(lexicon.ClosedClassPerson), "1")
}
