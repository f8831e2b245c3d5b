package entity

import (
	"sort"
	"time"

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
	r.splitPairs()
	r.peoples()
	kept := r.found[:0]
	for _, f := range r.found {
		if f.End-f.First == 1 {
			if r.isMonth(f) {
				continue
			}
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
// meant: "Holtec", after "Holtec Canada"; "Garling", after "Garling Festival". Of places
// the story says that they are.
func (r *reading) shortened(places map[uint64]bool) {
	d := &r.doc
	type long struct {
		typ     ner.Type
		unclear bool // both begin with the word, or it may be a place
		houses  bool // somebody may be at or from one of them
	}
	first := map[int32]*long{} // by the word that names of organizations or events begin with
	for _, f := range r.found {
		if (f.Type != ner.Org && f.Type != ner.Event) || f.End-f.First == 1 {
			continue
		}
		w := d.Tokens[f.First].Word
		x := first[w]
		if x == nil {
			x = &long{typ: f.Type}
			first[w] = x
		}
		x.unclear = x.unclear || x.typ != f.Type
		x.houses = x.houses || f.Type == ner.Event || d.Houses(f)
	}
	if len(first) == 0 {
		return
	}
	longOf := func(f *ner.Name) *long {
		if (f.Type != ner.Place && f.Type != ner.Org) || f.End-f.First > 1 || d.Tokens[f.First].Shape == ner.Upper {
			return nil
		}
		return first[d.Tokens[f.First].Word]
	}
	for i := range r.found {
		f := &r.found[i]
		if x := longOf(f); x != nil {
			x.unclear = x.unclear || places[r.hashOf(f.First, f.End)] || r.placed(f) && !x.houses || r.listedPlace(f) ||
				x.typ == ner.Event && lexicon.Organizations.Has(d.Tokens[f.First].Form)
		}
	}
	for i := range r.found {
		f := &r.found[i]
		if x := longOf(f); x != nil && !x.unclear {
			f.Type = x.typ
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

// splitPairs makes two names of two countries with a hyphen between: "Norway-Chad talks".
func (r *reading) splitPairs() {
	n := len(r.found)
	for i := range n {
		f := &r.found[i]
		if f.End-f.First != 3 || r.doc.Tokens[f.First+1].Form != "-" {
			continue
		}
		second := ner.Name{First: f.First + 2, End: f.End, Type: ner.Place}
		first := ner.Name{First: f.First, End: f.First + 1, Type: ner.Place}
		if _, whole := r.listed(lexicon.Countries, f); !whole && r.isCountry(&first) && r.isCountry(&second) {
			*f = first
			r.found = append(r.found, second)
		}
	}
	if len(r.found) > n {
		r.sortFound()
	}
}

// peoples makes groups of what no list knows as a place where a list knows a people of
// that name, or where half of its mentions stand before what a place has not several of:
// "Velden communities", "the Velden tribe".
func (r *reading) peoples() {
	type count struct{ all, said int }
	counts := map[uint64]*count{}
	for _, f := range r.found {
		if f.Type != ner.Place || r.listedPlace(&f) {
			continue
		}
		h := r.hashOf(f.First, f.End)
		c := counts[h]
		if c == nil {
			c = new(count)
			counts[h] = c
		}
		c.all++
		if r.isPeople(&f) {
			c.said++
		}
	}
	for i := range r.found {
		f := &r.found[i]
		if f.Type == ner.Place {
			if c := counts[r.hashOf(f.First, f.End)]; c != nil && 2*c.said >= c.all && c.said > 0 {
				f.Type = ner.Group
			}
		}
	}
}

// isPeople reports whether a name is that of a people, by a list or by the word behind.
func (r *reading) isPeople(f *ner.Name) bool {
	if e, ok := r.listed(lexicon.Groups, f); ok && e.Field(lexicon.GroupsKind) == "ethnic" {
		return true
	}
	if f.End < len(r.doc.Tokens) {
		switch r.doc.Tokens[f.End].Form {
		case "communities", "tribe", "tribes", "tribesmen", "clan", "clans":
			return true
		}
	}
	return false
}

// listedPlace reports whether a list knows a name as that of a place.
func (r *reading) listedPlace(f *ner.Name) bool {
	for _, t := range [...]lexicon.Table{lexicon.Countries, lexicon.Admin, lexicon.Cities, lexicon.Towns} {
		if _, ok := r.listed(t, f); ok {
			return true
		}
	}
	return false
}

// isMonth reports whether a name is the short form of a month, before a day: "Jun 23".
func (r *reading) isMonth(f ner.Name) bool {
	d := &r.doc
	if f.End == len(d.Tokens) || d.Tokens[f.End].Shape != ner.Number {
		return false
	}
	_, err := time.Parse("Jan", d.Tokens[f.First].Form)
	return err == nil
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
