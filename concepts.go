package newstext

import "github.com/seed05c9d22b/newstext/article"

// Concepts returns what the story names, in the order of the entities, for the
// writers of the packages under article/. Who stands only in a byline, in the
// credit of a picture or in a note (“Editing by …”) is left out: he made the story,
// and is not in it.
//
//	out, err := ninjs.Append(nil, r.Article, r.Concepts()...)
//
// The writers know nothing of entities, and the packages that find entities
// nothing of formats; this is where the two meet.
func (r *Analysis) Concepts() []article.Concept {
	var out []article.Concept
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			b, ok := r.Article.BlockAt(m.Start)
			if k := b.Kind(); ok && k != article.BylineBlock && k != article.Credit && k != article.Note {
				out = append(out, article.Concept{Type: e.Type.String(), Name: e.Name})
				break
			}
		}
	}
	return out
}
