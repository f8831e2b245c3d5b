package entity

import (
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/article"
)

// Extractor finds the entities of articles. The zero value is ready for use; it
// is safe for concurrent use as long as its fields are not changed.
type Extractor struct {
	// Gazetteer holds names of the caller's own, which come before what the
	// extractor finds by itself. It may be nil.
	Gazetteer *Gazetteer
	// Model finds the names. It may be nil: then the model that comes with the
	// library does.
	Model *Model
}

// Extract returns the entities of an article.
func Extract(a *article.Article) List { return Extractor{}.Extract(a) }

// Extract returns the entities of an article, in the order in which they are
// first named. It takes time linear in the text.
func (x Extractor) Extract(a *article.Article) List {
	r := readings.Get().(*reading)
	defer readings.Put(r)
	defer r.release()
	r.doc.Reset(a)
	r.own = x.Gazetteer
	r.found = x.Model.finder().Find(r.found[:0], &r.doc)
	r.agree()
	if x.Gazetteer != nil {
		r.found = x.Gazetteer.apply(r.found, &r.doc)
	}
	r.collect()
	r.joinNames()
	r.gather()
	r.findCountries()
	r.findTrees()
	r.findRoles()
	r.findGenders()
	r.refer()
	r.chooseRoles()
	r.settleCountries()
	return r.list()
}

var readings = sync.Pool{New: func() any {
	return newReading()
}}

func newReading() *reading {
	return &reading{byText: map[formKey]int32{}, holders: map[holder]int32{}, sole: map[string]int32{}, roleTexts: map[string]int32{}}
}

// release lets go of the article, so that a pooled reading does not keep it.
func (r *reading) release() {
	if len(r.doc.Tokens) > 1<<16 { // a huge story's buffers are not kept
		*r = *newReading()
		return
	}
	r.own = nil
	clear(r.byText)
	clear(r.forms)
	clear(r.groups)
	clear(r.source)
	r.doc.Release()
}

// gather numbers the entities: the roots of the union of forms.
func (r *reading) gather() {
	r.groups = r.groups[:0]
	r.number = slices.Grow(r.number[:0], len(r.forms))[:len(r.forms)]
	number := r.number
	for i := range r.forms {
		f := &r.forms[i]
		root := r.find(int32(i))
		if root == int32(i) {
			number[i] = int32(len(r.groups))
			r.groups = append(r.groups, group{root: root, typ: f.typ, firstName: -1})
		}
		number[i] = number[root]
	}
	for i := range r.names {
		n := &r.names[i]
		n.entity = number[n.form]
		if len(r.forms[n.form].bearers) > 0 {
			n.entity = r.bearer(n)
		}
		r.groups[n.entity].names++
	}
	r.findMetonyms()
}

// list makes the public result.
func (r *reading) list() List {
	out := make(List, 0, len(r.groups))
	id := make([]int32, len(r.groups))
	counts := make([]int, len(r.groups))
	for i := range r.names {
		n := &r.names[i]
		counts[n.entity]++
		if id[n.entity] == 0 {
			g := &r.groups[n.entity]
			e := Entity{ID: len(out), Type: g.typ, Country: g.country, Roles: g.roles}
			if own := r.forms[g.root].own; own != 0 {
				rec := &r.own.records[own-1]
				e.Name = rec.name
				if rec.country != "" {
					e.Country = rec.country
				}
			}
			out = append(out, e)
			id[n.entity] = int32(len(out))
		}
	}
	for i := range r.groups {
		if id[i] != 0 {
			out[id[i]-1].Mentions = make([]Mention, 0, counts[i]+len(r.groups[i].others))
		}
	}
	for i := range r.names {
		n := &r.names[i]
		e := &out[id[n.entity]-1]
		e.Mentions = append(e.Mentions, Mention{n.Span, Name})
	}
	for i := range r.groups {
		if id[i] == 0 {
			continue
		}
		e := &out[id[i]-1]
		e.Mentions = append(e.Mentions, r.groups[i].others...)
		slices.SortFunc(e.Mentions, func(a, b Mention) int { return a.Compare(b.Span) })
	}
	for i := range out {
		if out[i].Name == "" {
			out[i].Name = r.canonical(&out[i])
		}
	}
	out = r.unnamed(out)
	if len(out) == 0 {
		return nil
	}
	return out
}

// unnamed adds those without a name whom the story speaks of again and again:
// "the gunman … he". They come behind the entities with names.
func (r *reading) unnamed(out List) List {
	for i := range r.memory.all {
		f := &r.memory.all[i]
		if f.group >= 0 || len(f.mentions) < 2 {
			continue
		}
		e := Entity{ID: len(out), Mentions: f.mentions}
		switch t := f.types; {
		case t[personType] >= .5:
			e.Type = Person
		case t[orgType] >= .5:
			e.Type = Org
		case t[placeType] >= .5:
			e.Type = Place
		default:
			continue
		}
		for _, m := range f.mentions {
			if m.Kind == Nominal && e.Name == "" {
				e.Name = m.In(r.doc.Text)
			}
		}
		if e.Name == "" {
			continue // pronouns alone say nothing of whom they mean
		}
		slices.SortFunc(e.Mentions, func(a, b Mention) int { return a.Compare(b.Span) })
		out = append(out, e)
	}
	return out
}

// canonical returns the fullest form of an entity's name; for a country the one
// that is usual.
func (r *reading) canonical(e *Entity) string {
	best, words := "", 0
	for _, m := range e.Mentions {
		if m.Kind != Name {
			continue
		}
		i, ok := r.nameStarting(m.Start)
		if !ok || r.names[i].metonym {
			continue
		}
		f := &r.forms[r.names[i].form]
		if f.typ == Place {
			if name, ok := usualName(f); ok {
				return name
			}
		}
		if len(f.words) > words || len(f.words) == words && len(f.text) > len(best) && e.Type != Group {
			best, words = f.text, len(f.words)
			if f.typ == Place {
				best = lookupText(f)
			}
		}
	}
	if best == "" && len(e.Mentions) > 0 {
		best = e.Mentions[0].In(r.doc.Text)
	}
	return best
}

// nameStarting finds the name that starts at a byte.
func (r *reading) nameStarting(at int) (int, bool) {
	return slices.BinarySearchFunc(r.names, at, func(n name, at int) int { return n.Start - at })
}
