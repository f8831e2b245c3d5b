package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// maxPhrase is how many tokens a noun phrase has before its noun at most.
const maxPhrase = 16

// How a noun phrase begins.
type determiner uint8

const (
	bare       determiner = iota // "police", "Ohio doctor"
	definite                     // the
	showing                      // this, that, these, those
	possessive                   // his, their, Obama's
	indefinite                   // a, another, some, two
	quantified                   // no, any, every, each
)

// phrase is a noun phrase whose noun is no name: "the Russian leader".
type phrase struct {
	first, head int // tokens
	determiner  determiner
	plural      bool
	more        bool   // something hangs on it behind: "of France", "who …"
	inside      *name  // a name before the noun: "the Russian leader"
	nation      *name  // the noun itself is a name of a group: "the Dutchman"
	noun        uint64 // hash of the noun's lemma
	whole       uint64 // hash of all its words but the determiner
	types       types  // what it may be said of
	kind        string // of places or organizations
	gender      byte
	words       int // between determiner and noun
	capital     bool
}

// types is how far something is a person, an organization or body, a place; what
// is left is things.
type types [3]float32

const (
	personType = iota
	orgType
	placeType
)

// typesOf are the types of an entity.
func typesOf(t Type) types {
	switch t {
	case Person:
		return types{1, 0, 0}
	case Org:
		return types{0, 1, 0}
	case Place:
		return types{0, 0, 1}
	case Group:
		return types{.7, .3, 0}
	}
	return types{}
}

func (a types) fit(b types) float32 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

// thing is what is left for things.
func (a types) thing() float32 { return max(0, 1-a[0]-a[1]-a[2]) }

// phraseAt reads the noun phrase whose noun is token i; ok is false where none
// is: at names, at nouns before nouns and in fixed words.
func (r *reading) phraseAt(s *ner.Sentence, i int) (p phrase, ok bool) {
	w := &r.words[i]
	t := &r.doc.Tokens[i]
	if t.Shape == ner.Mark || w.rel == compoundRelation && w.head != int32(i) && w.head >= 0 && w.head < int32(s.End) && w.head > int32(i) {
		return p, false
	}
	n := r.nameOf(i)
	switch w.tag {
	case nounTag, nameTag:
		if w.rel == compoundRelation || w.rel == adjectiveRelation {
			return p, false
		}
	case adjectiveTag, numeralTag: // "the 25-year-old", "the accused"
		if w.rel != subjectRelation && w.rel != objectRelation && w.rel != obliqueRelation || n != nil {
			return p, false
		}
	default:
		return p, false
	}
	if n != nil {
		if f := t.Form; r.groups[n.entity].typ != Group || i != n.end-1 || n.end-n.first > 1 || strings.HasSuffix(f, "s") && !strings.HasSuffix(f, "ss") {
			return p, false // "the Russians" are the group itself
		}
		p.nation = n
	}
	p.first, p.head = i, i
	for k := i - 1; k >= s.First && i-k <= maxPhrase; k-- {
		if !r.holds(i, k) || r.words[k].rel == caseRelation && r.words[k].head == int32(i) || r.words[k].rel == markRelation && r.words[k].head == int32(i) {
			break
		}
		x := &r.words[k]
		if x.head == int32(i) {
			if x.rel == subjectRelation || x.rel == copulaRelation || x.rel == auxiliaryRelation || x.rel == coordinatorRelation || x.rel == clauseRelation || x.rel == adverbRelation && x.tag != adverbTag {
				break
			}
		}
		p.first = k
	}
	for p.first < i && (r.words[p.first].tag == punctuationTag || r.words[p.first].tag == adpositionTag || r.words[p.first].tag == conjunctionTag) {
		p.first++
	}
	for k := i + 1; k < s.End && k < i+4; k++ {
		if x := &r.words[k]; x.head == int32(i) && (x.rel == nounRelation || x.rel == relativeRelation || x.rel == clauseRelation) || r.form(k) == "of" {
			p.more = true
		}
		if x := &r.words[k]; x.tag != adpositionTag {
			break
		}
	}
	p.whole = uint64(lexicon.Hash(0))
	h := lexicon.Hash(0)
	for k := p.first; k <= i; k++ {
		x := &r.words[k]
		f := r.form(k)
		if d, ok := determinerOf(f, x); ok && k < i {
			if k == p.first || d == possessive {
				p.determiner = d
				if d == possessive { // of what stands before it nothing describes the phrase
					h, p.words, p.inside = lexicon.Hash(0), 0, nil
				}
				continue
			}
		}
		if m := r.nameOf(k); m != nil && k < i {
			p.inside = m
		}
		if k < i {
			p.words++
		}
		h = h.AddFold(f).Add(" ")
	}
	p.whole = uint64(h)
	penn := r.source[i].Penn()
	p.plural = penn == "NNS" || penn == "NNPS"
	p.capital = t.Shape.Capital()
	lemma := r.lemma(i)
	if p.nation != nil {
		p.plural = penn == "NNPS"
		p.types = types{1, 0, 0}
	} else {
		p.types, p.kind, p.gender = nounTypes(t.Form, lemma)
		if w.tag == adjectiveTag || w.tag == numeralTag {
			p.types = types{.8, 0, 0}
		}
	}
	p.noun = hashOfNoun(lemma)
	return p, true
}

func hashOfNoun(w string) uint64 { return uint64(lexicon.Hash(0).AddFold(w)) }

// determinerOf tells what a word at the start of a phrase makes of it.
func determinerOf(form string, w *word) (determiner, bool) {
	if w.tag == punctuationTag {
		return 0, false
	}
	switch form {
	case "the", "The", "THE":
		return definite, true
	case "this", "that", "these", "those", "This", "That", "These", "Those":
		return showing, true
	case "his", "her", "its", "their", "my", "our", "your", "His", "Her", "Its", "Their", "My", "Our", "Your", "'s", "’s", "'", "’", "whose":
		return possessive, true
	case "a", "an", "another", "some", "A", "An", "Another", "Some", "one", "One", "several", "Several", "many", "Many", "few", "other", "more", "most", "such":
		return indefinite, true
	case "no", "any", "every", "each", "No", "Any", "Every", "Each", "what", "What", "which", "Which", "neither", "either":
		return quantified, true
	}
	if w.tag == numeralTag {
		return indefinite, true
	}
	return 0, false
}

// nounTypes looks a noun up: what it is said of, and its gender.
func nounTypes(form, lemma string) (t types, kind string, gender byte) {
	if e, ok := lexicon.NounTypes.Lookup(lemma); ok {
		kind = e.Field(lexicon.NounTypesKind)
		for k, column := range []int{lexicon.NounTypesPerson, lexicon.NounTypesOrg, lexicon.NounTypesPlace} {
			if f := e.Field(column); f != "" {
				t[k] = float32(f[0]-'0')/10 + .05
			}
		}
	}
	e, ok := lexicon.RoleNouns.Lookup(form)
	if !ok {
		e, ok = lexicon.RoleNouns.Lookup(lemma)
	}
	if ok {
		switch e.Field(lexicon.RoleNounsEntity) {
		case "person":
			t[personType] = max(t[personType], .8)
		case "org":
			t[orgType] = max(t[orgType], .6)
		case "place":
			t[placeType] = max(t[placeType], .6)
		}
		if x := e.Field(lexicon.RoleNounsGender); x != "" {
			gender = x[0]
		}
	}
	if sum := t[0] + t[1] + t[2]; sum > 1 {
		for k := range t {
			t[k] /= sum
		}
	}
	return t, kind, gender
}
