package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// findMetonyms marks the mentions of a capital that stand for its government:
// "Moscow denied", "relations between Washington and Beijing", "pro-Beijing". A
// capital that only lies somewhere ("in Moscow", a dateline) is a city. They
// become mentions of the country where the story names it.
func (r *reading) findMetonyms() {
	countries := map[int]int32{} // entry of the list to entity
	capitals := false
	for i := range r.forms {
		f := &r.forms[i]
		if f.typ != Place {
			continue
		}
		if e, ok := lexicon.Countries.Lookup(lookupText(f)); ok {
			switch e.Via() {
			case 0, lexicon.CountriesAliases:
				if _, ok := countries[e.ID()]; !ok {
					countries[e.ID()] = r.groupOf(int32(i))
				}
			case lexicon.CountriesCapital:
				capitals = true
			}
		}
	}
	if !capitals || len(countries) == 0 {
		return
	}
	acted := map[int32]bool{} // forms that stand for a government somewhere
	for _, sure := range []bool{true, false} {
		for i := range r.names {
			n := &r.names[i]
			f := &r.forms[n.form]
			if f.typ != Place || n.metonym || !sure && !acted[n.form] {
				continue
			}
			e, ok := lexicon.Countries.Lookup(lookupText(f))
			if !ok || e.Via() != lexicon.CountriesCapital {
				continue
			}
			to, ok := countries[e.ID()]
			if !ok {
				continue
			}
			lies, acts := r.liesOrActs(n)
			if acts && !lies || !sure && !lies {
				n.metonym, n.entity = true, to
				acted[n.form] = true
			}
		}
	}
}

// groupOf returns the entity of a form.
func (r *reading) groupOf(f int32) int32 { return r.number[f] }

// liesOrActs looks at the words around a capital: whether it is where something
// is, whether it does something or is dealt with.
func (r *reading) liesOrActs(n *name) (lies, acts bool) {
	d := &r.doc
	s := &d.Sentences[n.sentence]
	before, after := "", ""
	if n.first > s.First {
		before = strings.ToLower(d.Tokens[n.first-1].Form)
	}
	if n.end < s.End {
		after = d.Tokens[n.end].Form
	}
	switch before {
	case "in", "at", "from", "near", "of", "around", "capital", "central", "the", "outside", "across", "through", "via", "(", "/", ",":
		return true, false
	case "between", "with", "against", "by", "toward", "towards", "than":
		acts = true
	case "on":
		acts = after != "," && after != ")"
	case "-":
		if k := n.first - 2; k >= s.First {
			switch strings.ToLower(d.Tokens[k].Form) {
			case "pro", "anti":
				return false, true
			}
		}
		return true, false
	case "and":
		if k := r.nameBefore(n); k != nil && k.end == n.first-1 {
			if k.metonym {
				return false, true
			}
			_, acts = r.liesOrActs(k)
		}
	}
	if n.first == s.First && (after == "," || after == "(" || after == "-" || after == "–" || after == "—") {
		return true, false // a dateline
	}
	if n.end < s.End {
		t := &d.Tokens[n.end]
		switch {
		case after == "and":
			if x := r.nameOf(min(n.end+1, s.End-1)); x != nil && before == "between" {
				acts = true
			}
		case after == "to" && before != "to" && before != "" && n.first > s.First && d.Tokens[n.first-1].Shape == ner.Lower:
			acts = acts || !preposition(before) && before != "between"
		case t.Shape == ner.Lower && r.actsWord(after):
			acts = true
		}
	}
	return before == "to" && !acts, acts
}

// actsWord reports whether a word behind a capital is a verb that governments
// are subjects of.
func (r *reading) actsWord(w string) bool {
	switch w {
	case "has", "had", "would", "will", "does", "did", "wants", "seeks", "sees", "saw":
		return true
	}
	return lexicon.ReportingVerbs.Has(w)
}

// nameBefore returns the name before n.
func (r *reading) nameBefore(n *name) *name {
	if n.first < 2 {
		return nil
	}
	return r.nameOf(n.first - 2)
}

// lookupText is how a form is looked up in the lists: its words, and in title
// case where they are all in capitals, as in a dateline.
func lookupText(f *form) string {
	if f.listed == "" {
		f.listed = strings.Join(f.words, " ")
		if len(f.listed) > 4 && strings.ToUpper(f.listed) == f.listed {
			w := strings.Fields(strings.ToLower(f.listed))
			for i := range w {
				if w[i] != "of" && w[i] != "de" && w[i] != "the" && w[i] != "and" {
					w[i] = strings.ToUpper(w[i][:1]) + w[i][1:]
				}
			}
			f.listed = strings.Join(w, " ")
		}
	}
	return f.listed
}
