package entity

import (
	"sort"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// kinds settles what names are by their own words, and by the words that acronyms
// stand for: what is called a summit is an event, and the acronym of what is no name
// is none.
func (r *reading) kinds() {
	d := &r.doc
	for i := range r.found {
		f := &r.found[i]
		if f.Type != ner.Org && f.Type != ner.Place {
			continue
		}
		if t, ok := d.EndsAs(*f); ok && !lexicon.Organizations.Has(d.Text[d.Tokens[f.First].Start:d.Tokens[f.End-1].End]) {
			f.Type = t
		}
	}
	kept := r.found[:0]
	for _, f := range r.found {
		if f.End-f.First == 1 {
			if long, ok := d.StandsFor(f.First); ok && !lexicon.Organizations.Has(d.Tokens[f.First].Form) {
				switch x := r.nameAtAll(long); {
				case x == nil:
					continue
				case x.First <= long.First && x.End == long.End && x.Type != ner.Person && x.Type != ner.Group:
					f.Type = x.Type
				}
			} else if r.isCode(f) {
				f.Type = ner.Place
			}
		}
		kept = append(kept, f)
	}
	r.found = kept
}

// shortened makes organizations and events of those that are called by the first word
// of their names where no list knows a place of that name and nothing says that one is
// meant: "Holtec", after "Holtec Canada"; "Garling", after "Garling Festival".
func (r *reading) shortened() {
	d := &r.doc
	first := map[int32]ner.Type{} // words that names of organizations or events begin with
	houses := map[int32]bool{}    // and those of which one may be at or from
	for _, f := range r.found {
		if (f.Type == ner.Org || f.Type == ner.Event) && f.End-f.First > 1 {
			w := d.Tokens[f.First].Word
			houses[w] = houses[w] || f.Type == ner.Event || d.Houses(f)
			if t, ok := first[w]; ok && t != f.Type {
				first[w] = ner.Person // of both
			} else {
				first[w] = f.Type
			}
		}
	}
	if len(first) == 0 {
		return
	}
	short := func(f *ner.Name) bool {
		if (f.Type != ner.Place && f.Type != ner.Org) || f.End-f.First > 1 || d.Tokens[f.First].Shape == ner.Upper {
			return false
		}
		t, ok := first[d.Tokens[f.First].Word]
		return ok && t != ner.Person
	}
	for i := range r.found {
		if f := &r.found[i]; short(f) {
			w, word := d.Tokens[f.First].Form, d.Tokens[f.First].Word
			if r.placed(f) && !houses[word] || lexicon.Countries.Has(w) || lexicon.Admin.Has(w) || lexicon.Cities.Has(w) || lexicon.Towns.Has(w) || lexicon.Organizations.Has(w) && first[word] == ner.Event {
				delete(first, word)
			}
		}
	}
	for i := range r.found {
		if f := &r.found[i]; short(f) {
			f.Type = first[d.Tokens[f.First].Word]
		}
	}
}

// nameAtAll returns the first name that shares a token with n, or nil.
func (r *reading) nameAtAll(n ner.Name) *ner.Name {
	k := sort.Search(len(r.found), func(i int) bool { return r.found[i].End > n.First })
	if k == len(r.found) || r.found[k].First >= n.End {
		return nil
	}
	return &r.found[k]
}

// isCode reports whether a name is that of an airport or the like: three letters in
// brackets behind a place, "Velden (VLD)".
func (r *reading) isCode(f ner.Name) bool {
	d := &r.doc
	t := &d.Tokens[f.First]
	if f.Type != ner.Org || t.Shape != ner.Upper || len(t.Form) != 3 || f.First < 2 || f.End+1 >= len(d.Tokens) ||
		d.Tokens[f.First-1].Form != "(" || d.Tokens[f.End].Form != ")" || lexicon.Organizations.Has(t.Form) {
		return false
	}
	switch d.Tokens[f.End+1].Form {
	case "-", "–", "—", "--":
		return false // a dateline
	}
	k := sort.Search(len(r.found), func(i int) bool { return r.found[i].End >= f.First-1 })
	return r.found[k].End == f.First-1 && r.found[k].Type == ner.Place
}
