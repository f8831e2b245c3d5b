package ner

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// SaidPlace reports whether the words beside a name of a sentence say that it is a
// place: a kind of place right behind it ("the Velden district"; then sure is set),
// an apposition ("Velden, a small town"), a predicate ("Velden is a new city") or the
// noun of a list ("rivers such as Holt and Harrow").
func (d *Doc) SaidPlace(s *Sentence, n Name) (said, sure bool) {
	if n.End < s.End {
		t := &d.Tokens[n.End]
		if w := &d.words.list[t.Word]; headWater <= w.head && w.head <= headWay && w.sure && t.Shape == Lower && t.Spaced {
			return true, true
		}
	}
	k := d.apposition(s, n.End)
	if r := d.Tokens[n.First].Run; k < 0 && r >= 0 && int(d.runs[r].first) == n.First && int(d.runs[r].end) == n.End {
		k = int(d.runs[r].noun)
	}
	if k < 0 {
		return false, false
	}
	w := &d.words.list[d.Tokens[k].Word]
	head := w.head
	if head == 0 {
		if e, ok := lexicon.NameHeads.LookupPlural(d.Tokens[k].Form); ok {
			head = headKinds[e.Field(lexicon.NameHeadsKind)]
		}
	}
	return w.noun == nounPlace && (head == headWater || head == headLand || head == headRegion), false
}

// SaidBody reports whether a name is one of several of which the story says that they
// are what nobody is but organizations are: "brands such as Anna Velden and Holt".
func (d *Doc) SaidBody(s *Sentence, n Name) bool {
	r := d.Tokens[n.First].Run
	if r < 0 || int(d.runs[r].first) != n.First || int(d.runs[r].end) != n.End || d.runs[r].noun < 0 {
		return false
	}
	e, ok := lexicon.NounTypes.LookupPlural(d.Tokens[d.runs[r].noun].Form)
	return ok && e.Field(lexicon.NounTypesPerson) == "0" && e.Field(lexicon.NounTypesOrg) >= "2"
}

// Houses reports whether a name is that of an institution that people are at or come
// from, as they do of places: a university, a hospital.
func (d *Doc) Houses(n Name) bool { return d.words.list[d.Tokens[n.End-1].Word].head == headSchool }

// EndsAs returns the type of names that end with the last word of a name of several,
// where that is certain: "Velden Chemistry Olympiad", "Velden Interchange".
func (d *Doc) EndsAs(n Name) (Type, bool) {
	t := &d.Tokens[n.End-1]
	if n.End-n.First < 2 {
		return 0, false
	}
	for i := n.First; i < n.End; i++ {
		if d.Tokens[i].Shape == Lower {
			return 0, false // "Commission on Debates"
		}
	}
	switch w := &d.words.list[t.Word]; w.head {
	case headEvent, headWork:
		return Event + Type(w.head-headEvent), w.sure
	case headWater, headLand, headRegion, headWay, headBuilding:
		return Place, w.sure
	}
	return 0, false
}

// StandsFor returns the words in capitals that the acronym at token i, or its plural,
// was put in brackets behind. It reports whether there are such words or, then with
// none, words in small letters.
func (d *Doc) StandsFor(i int) (n Name, ok bool) {
	t := &d.Tokens[i]
	w := &d.words.list[t.Word]
	if single, plural := strings.CutSuffix(t.Form, "s"); plural && t.Shape == Mixed {
		k := d.words.lookUp(uint32(lexicon.Hash(0).AddFold(single)))
		if k < 0 {
			return n, false
		}
		w = &d.words.list[k]
	} else if t.Shape != Upper {
		return n, false
	}
	if w.long >= 0 {
		return Name{First: int(w.long), End: int(w.longEnd) + 1}, true
	}
	return n, w.common
}
