package quote

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// List holds the quotes of a story in order of the text.
type List []Quote

// By returns the quotes of which the entity with this ID is a speaker.
func (l List) By(id int) []Quote {
	var out []Quote
	for _, q := range l {
		if q.Speaker.Is(id) {
			out = append(out, q)
		}
	}
	return out
}

// At returns the innermost quote whose content holds the byte at offset.
func (l List) At(offset int) (Quote, bool) {
	var best Quote
	found := false
	for _, q := range l {
		for _, c := range q.Content {
			if c.Has(offset) && (!found || q.Span().Len() < best.Span().Len()) {
				best, found = q, true
			}
		}
	}
	return best, found
}

// Bind gives the quotes the text and the entities that they speak of, so that
// [Quote.Text] and [Party.Name] can answer. What [Extract] returns is bound; a
// list read from JSON is not.
func (l List) Bind(a *article.Article, entities entity.List) {
	for i := range l {
		l[i].text = a.Text()
		for _, p := range []*Party{&l[i].Speaker, &l[i].Addressee} {
			p.text, p.list = a.Text(), entities
		}
	}
}

// Check returns an error where a span does not fit text (it wraps
// [article.ErrSpan]), or an entity or parent is not there.
func (l List) Check(text string, entities entity.List) error {
	for i, q := range l {
		spans := map[string][]article.Span{"content": q.Content, "cue": {q.Cue}, "speaker": {q.Speaker.Span}, "addressee": {q.Addressee.Span}}
		for _, field := range []string{"content", "cue", "speaker", "addressee"} {
			for _, s := range spans[field] {
				if err := s.Check(fmt.Sprintf("quotes[%d].%s", i, field), text); err != nil {
					return err
				}
			}
		}
		for _, id := range append(append([]int{}, q.Speaker.Entities...), q.Addressee.Entities...) {
			if _, ok := entities.Get(id); !ok {
				return fmt.Errorf("quotes[%d]: no entity %d", i, id)
			}
		}
		if q.Parent < -1 || q.Parent >= len(l) || q.Parent == i {
			return fmt.Errorf("quotes[%d].parent: no quote %d", i, q.Parent)
		}
	}
	return nil
}
