package newstext

import (
	"slices"

	"github.com/seed05c9d22b/newstext/entity"
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
