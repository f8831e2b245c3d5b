package ner

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Some kinds of [lexicon.NameHeads].
const (
	headWater    = 1
	headLand     = 2
	headRegion   = 3
	headWay      = 4
	headBuilding = 5
	headSchool   = 6 // and other institutions
	headEvent    = 12
	headWork     = 13
)

// The kinds of [lexicon.NameHeads], as bits of word.head; 0 is none.
var headKinds = map[string]uint8{
	"water": headWater, "land": headLand, "region": headRegion, "way": headWay, "building": headBuilding, "institution": headSchool, "government": 7,
	"company": 8, "association": 9, "team": 10, "media": 11, "event": headEvent, "work": headWork,
}

// What common nouns are said of, by [lexicon.NounTypes]; 0 is a word that is not
// in the list.
const (
	nounThing = 1 + iota
	nounPerson
	nounOrg
	nounPlace
)

// classify looks a word up that is new in the document.
func (w *word) classify(form string, fold lexicon.Hash) {
	if e, ok := lexicon.NameHeads.Find(fold, form); ok {
		w.head, w.sure = headKinds[e.Field(lexicon.NameHeadsKind)], e.Field(lexicon.NameHeadsSure) == "y"
	}
	_, w.sport = lexicon.SportWords.Find(fold, form)
	e, ok := lexicon.NounTypes.FindNoun(fold, form)
	if !ok {
		return
	}
	w.noun = nounThing
	for k, column := range [...]int{lexicon.NounTypesPerson, lexicon.NounTypesOrg, lexicon.NounTypesPlace} {
		if e.Field(column) >= "5" {
			w.noun = nounPerson + uint8(k)
		}
	}
}

// head returns the kind of names that end with token i, 0 outside the sentence.
func (d *Doc) head(s *Sentence, i int) uint64 {
	if i < s.First || i >= s.End {
		return 0
	}
	return uint64(d.words.list[d.Tokens[i].Word].head)
}

// noun returns what token i is said of if it is a common noun in small letters.
func (d *Doc) noun(s *Sentence, i int) uint64 {
	if i < s.First || i >= s.End || d.Tokens[i].Shape != Lower {
		return 0
	}
	return uint64(d.words.list[d.Tokens[i].Word].noun)
}

// apposition returns the noun that describes a run that ends before token i of a
// sentence ("Dunbar Sloane, an auction house in Wellington", "Velden is a new city
// being built"), or -1.
func (d *Doc) apposition(s *Sentence, i int) int {
	switch d.form(s, i) {
	case ",", "is", "was", "are", "were", "became", "remains":
	default:
		return -1
	}
	switch d.form(s, i+1) {
	case "a", "an", "the", "one", "another", "its", "his", "her", "their":
	default:
		return -1
	}
	found := -1
	for k := i + 2; k < s.End && k < i+10; k++ {
		t := &d.Tokens[k]
		switch {
		case t.Shape == Mark:
			if t.Form != "-" && !strings.HasPrefix(t.Form, "'") && t.Form != "’s" {
				return found
			}
		case t.Shape == Lower:
			switch t.Form {
			case "of", "in", "for", "at", "on", "that", "who", "which", "and", "based", "with", "from", "to", "whose", "where":
				return found
			case "'s", "’s": // "the city's chef"
				found = -1
				continue
			}
			if found >= 0 && d.noun(s, found) != 0 && d.noun(s, k) == 0 {
				return found
			}
			found = k
		case found >= 0:
			return found
		}
	}
	return -1
}

// headFeatures appends what the words in and around the run of token i say of the
// kind of a name.
func (d *Doc) headFeatures(out []uint64, s *Sentence, i int) []uint64 {
	t := &d.Tokens[i]
	small := func(i int) uint64 {
		if i >= s.First && i < s.End && d.Tokens[i].Shape == Lower {
			return 1
		}
		return 0
	}
	if h := d.head(s, i); h != 0 {
		out = append(out, hash(tHead, h<<4|uint64(t.Shape)))
	}
	if h := d.head(s, i-1); h != 0 {
		out = append(out, hash(tHeadBefore, h<<1|small(i-1)))
	}
	if h := d.head(s, i+1); h != 0 {
		out = append(out, hash(tHeadAfter, h<<1|small(i+1)))
	}
	if small(i-1) == 1 {
		if h := d.head(s, i-2); h != 0 { // "Ministry of Health"
			out = append(out, hash(tHeadOf, d.fold(s, i-1)<<4|h))
		}
	}
	if t.Run < 0 {
		return out
	}
	r := d.runs[t.Run]
	first, end := int(r.first), int(r.end)
	place := uint64(min(i-first, 1)<<1 | min(end-1-i, 1))
	if h := d.head(s, end-1); h != 0 {
		out = append(out, hash(tHeadLast, h<<2|place), hash(tHeadLastAfter, linear.Mix(h<<2|place, d.fold(s, end))))
	}
	if h := d.head(s, first); h != 0 {
		out = append(out, hash(tHeadFirst, h<<2|place))
	}
	if h := d.head(s, end); h != 0 {
		out = append(out, hash(tHeadBehind, h<<2|place))
	}
	if n := d.noun(s, first-1); n != 0 {
		out = append(out, hash(tNounBefore, n<<2|place))
	}
	if n := d.noun(s, end); n != 0 {
		out = append(out, hash(tNounAfter, n<<2|place))
	}
	if a := d.apposition(s, end); a >= 0 {
		out = d.nounFeatures(out, tApposition, a)
	}
	return out
}

// nounFeatures appends a noun that describes a name: the word, its class, and what
// it is said of.
func (d *Doc) nounFeatures(out []uint64, template int, i int) []uint64 {
	t := &d.Tokens[i]
	w := &d.words.list[t.Word]
	return append(out, hash(template, uint64(w.fold)<<2), hash(template, uint64(w.noun)<<2|1), hash(template, uint64(t.Path.Prefix(8))<<2|2))
}

// elsewhereFeatures appends what other places of the document say of a word: the
// name that it abbreviates, the longest name that it is part of, what describes
// it, and what stands around it.
func (d *Doc) elsewhereFeatures(out []uint64, t *Token) []uint64 {
	w := &d.words.list[t.Word]
	if w.described >= 0 {
		out = d.nounFeatures(out, tDescribed, int(w.described))
	}
	if w.common {
		out = append(out, hash(tAcronym, 6))
	}
	if w.long >= 0 {
		first, last := &d.words.list[d.Tokens[w.long].Word], &d.words.list[d.Tokens[w.longEnd].Word]
		out = append(out,
			hash(tAcronym, 0),
			hash(tAcronym, uint64(first.fold)<<3|1),
			hash(tAcronym, uint64(last.fold)<<3|2),
			hash(tAcronym, uint64(first.head)<<3|3),
			hash(tAcronym, uint64(last.head)<<3|4),
			hash(tAcronym, uint64(d.Tokens[w.longEnd].Cluster)<<3|5),
		)
	}
	if w.longest >= 0 {
		r := d.runs[w.longest]
		place := uint64(min(w.at, 1))
		if h := d.words.list[d.Tokens[r.end-1].Word].head; h != 0 {
			out = append(out, hash(tHeadLongLast, uint64(h)<<1|place))
		}
		if h := d.words.list[d.Tokens[r.first].Word].head; h != 0 {
			out = append(out, hash(tHeadLongFirst, uint64(h)<<1|place))
		}
	}
	for _, o := range w.others {
		if o.run < 0 {
			break
		}
		if o.run != t.Run {
			out = append(out, hash(tOtherBefore, uint64(o.before)), hash(tOtherAfter, uint64(o.after)))
		}
	}
	return out
}
