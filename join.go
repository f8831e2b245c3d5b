package newstext

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/quote"
)

// join adds to the entities what their quotes tell about them: an "I" in a
// quotation is a mention of its speaker. Words that are mentions already stay
// what they are.
func join(entities entity.List, selves []quote.Self) {
	if len(selves) == 0 {
		return
	}
	known := entities.Index()
	touched := make([]bool, len(entities))
	for _, s := range selves {
		if len(known.In(s.Span)) > 0 {
			continue
		}
		e := &entities[s.Entity]
		e.Mentions = append(e.Mentions, entity.Mention{Span: s.Span, Kind: entity.Pronoun})
		touched[s.Entity] = true
	}
	for i, t := range touched {
		if t {
			slices.SortStableFunc(entities[i].Mentions, func(a, b entity.Mention) int { return a.Compare(b.Span) })
		}
	}
}

// joinAuthor adds the words with which the author of a story means himself: "I",
// "my", outside of all quotations. They are mentions of the person of the byline
// where that is named in the story, else of an entity without a name; so are "we"
// and "our" of another one.
func joinAuthor(a *article.Article, entities entity.List, quotes quote.List) entity.List {
	selves := authorWords(a, entities, quotes)
	for i, words := range selves {
		if len(words) < 2 {
			continue
		}
		mentions := make([]entity.Mention, len(words))
		for k, w := range words {
			mentions[k] = entity.Mention{Span: w, Kind: entity.Pronoun}
		}
		if i == 0 {
			if by := a.Meta().Byline; len(by) == 1 {
				if e, ok := entities.Find(by[0]); ok && e.Type == entity.Person {
					m := &entities[e.ID].Mentions
					*m = append(*m, mentions...)
					slices.SortStableFunc(*m, func(a, b entity.Mention) int { return a.Compare(b.Span) })
					continue
				}
			}
		}
		entities = append(entities, entity.Entity{ID: len(entities), Type: entity.Person, Name: words[0].In(a.Text()), Mentions: mentions})
	}
	return entities
}

// authorWords returns the words of the first person outside of quotations, of the
// singular and of the plural, that are no mentions yet.
func authorWords(a *article.Article, entities entity.List, quotes quote.List) (out [2][]article.Span) {
	words := selfWords(a)
	if len(words) == 0 {
		return out
	}
	var said []article.Span
	for _, q := range quotes {
		if q.Kind != quote.Indirect {
			said = append(said, q.Content...)
		}
	}
	slices.SortFunc(said, article.Span.Compare)
	marked, known := attribution.Pair(a), entities.Index()
	for _, w := range words {
		if _, inside := marked.At(w.Start); inside || len(known.In(w.Span)) > 0 {
			continue
		}
		for len(said) > 0 && said[0].End <= w.Start {
			said = said[1:]
		}
		if len(said) == 0 || said[0].Start > w.Start {
			out[w.number] = append(out[w.number], w.Span)
		}
	}
	return out
}

// selfWord is a word of the first person; number is that of [firstPerson].
type selfWord struct {
	article.Span
	number int
}

// selfWords returns the words of the first person in paragraphs, in order.
func selfWords(a *article.Article) (out []selfWord) {
	for b := range a.Blocks() {
		if b.Kind() != article.Paragraph {
			continue
		}
		for s := range b.Sentences() {
			for t := range s.Tokens() {
				if number, ok := firstPerson(t.Text()); ok {
					out = append(out, selfWord{t.Span(), number})
				}
			}
		}
	}
	return out
}

// firstPerson tells the number of a word of the first person: 0 singular, 1 plural.
func firstPerson(w string) (number int, ok bool) {
	if len(w) > len("ourselves") || w == "US" || w == "i" {
		return 0, false
	}
	switch w[0] {
	case 'I', 'i', 'M', 'm', 'O', 'o', 'U', 'u', 'W', 'w':
	default:
		return 0, false
	}
	e, ok := lexicon.ClosedClass.Lookup(w)
	if !ok {
		return 0, false
	}
	switch e.Field(lexicon.ClosedClassPerson) {
	case "1s":
		return 0, true
	case "1p":
		return 1, true
	}
	return 0, false
}
