package newstext

import "github.com/seed05c9d22b/newstext/article"

// Concepts returns what the story names, in the order of the entities, for the
// writers of the packages under article/: they know nothing of entities, and the
// packages that find entities nothing of formats.
//
//	out, err := ninjs.Append(nil, r.Article, r.Concepts()...)
func (r *Analysis) Concepts() []article.Concept {
	out := make([]article.Concept, len(r.Entities))
	for i, e := range r.Entities {
		out[i] = article.Concept{Type: e.Type.String(), Name: e.Name}
	}
	return out
}
