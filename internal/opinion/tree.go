package opinion

import (
	"math"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/syntax"
)

// Tag is a universal part of speech, as far as it matters here.
type Tag uint8

// The tags.
const (
	NoTag Tag = iota
	Noun
	ProperNoun
	Verb
	Adjective
	Adverb
	Number
	PronounTag
	DeterminerTag
	AuxiliaryTag
	Adposition
	Particle
	Coordinator
	Subordinator
	PunctuationTag
	OtherTag
)

func tagOf(upos string) Tag {
	switch upos {
	case "NOUN":
		return Noun
	case "PROPN":
		return ProperNoun
	case "VERB":
		return Verb
	case "ADJ":
		return Adjective
	case "ADV":
		return Adverb
	case "NUM":
		return Number
	case "PRON":
		return PronounTag
	case "DET":
		return DeterminerTag
	case "AUX":
		return AuxiliaryTag
	case "ADP":
		return Adposition
	case "PART":
		return Particle
	case "CCONJ":
		return Coordinator
	case "SCONJ":
		return Subordinator
	case "PUNCT", "SYM":
		return PunctuationTag
	case "":
		return NoTag
	}
	return OtherTag
}

// Relation is a relation of Universal Dependencies, as far as it matters here.
type Relation uint8

// The relations.
const (
	OtherRelation Relation = iota
	Root
	Subject
	PassiveSubject
	Object
	IndirectObject
	Oblique
	Agent // oblique of the one who acts: "by"
	OpenClause
	ClauseComplement
	AdverbialClause
	AdnominalClause
	RelativeClause
	NominalModifier
	Possessor
	Compound
	Adjectival
	Apposition
	Conjunct
	Case
	Marker
	Copula
	AuxiliaryRelation
	PassiveAuxiliary
	Adverbial
	DeterminerRelation
	Flat
	Parataxis
	CompoundParticle
	ClausalSubject
	PunctuationRelation
	CoordinatorRelation
)

func relationOf(rel string) Relation {
	switch rel {
	case "root":
		return Root
	case "nsubj", "nsubj:outer":
		return Subject
	case "nsubj:pass":
		return PassiveSubject
	case "csubj", "csubj:pass":
		return ClausalSubject
	case "obj":
		return Object
	case "iobj":
		return IndirectObject
	case "obl", "obl:npmod", "obl:tmod", "obl:unmarked":
		return Oblique
	case "obl:agent":
		return Agent
	case "xcomp":
		return OpenClause
	case "ccomp":
		return ClauseComplement
	case "advcl", "advcl:relcl":
		return AdverbialClause
	case "acl":
		return AdnominalClause
	case "acl:relcl":
		return RelativeClause
	case "nmod", "nmod:npmod", "nmod:tmod", "nmod:desc", "nmod:unmarked":
		return NominalModifier
	case "nmod:poss":
		return Possessor
	case "compound":
		return Compound
	case "compound:prt":
		return CompoundParticle
	case "amod":
		return Adjectival
	case "appos":
		return Apposition
	case "conj":
		return Conjunct
	case "case":
		return Case
	case "mark":
		return Marker
	case "cop":
		return Copula
	case "aux":
		return AuxiliaryRelation
	case "aux:pass":
		return PassiveAuxiliary
	case "advmod":
		return Adverbial
	case "det", "det:predet":
		return DeterminerRelation
	case "flat", "flat:name":
		return Flat
	case "parataxis":
		return Parataxis
	case "punct":
		return PunctuationRelation
	case "cc", "cc:preconj":
		return CoordinatorRelation
	}
	return OtherRelation
}

// labels says what the numbers of the tagger and the parser mean here.
var labels = sync.OnceValue(func() *labelTable {
	p := new(labelTable)
	for i := range p.tags {
		p.tags[i], p.relations[i] = tagOf(syntax.Fine(i).Tag().String()), relationOf(syntax.Relation(uint8(i)))
	}
	return p
})

type labelTable struct {
	tags      [256]Tag // of fine tags
	relations [256]Relation
}

// maxChildren bounds the children of a word, and so every walk over them.
const maxChildren = 64

// link makes the lists of children of the words of a sentence, which have none yet, and tells
// what is under them, and how far behind each the next one that may fill a frame is.
func (s *Scene) link(x Sentence) {
	words := s.Words[x.First:x.End]
	under := s.under[x.First:x.End][:len(words)]
	skip := uint8(1)
	for k := len(words) - 1; k >= 0; k-- {
		w := &words[k]
		w.skip = skip
		skip = min(skip&-flag(w.standing&fills == 0), math.MaxUint8-1) + 1
		h := int(w.Head) - x.First
		if uint(h) >= uint(len(words)) || h == k || words[h].children == maxChildren {
			continue
		}
		head := &words[h]
		w.sibling, head.child = head.child, int32(x.First+k)
		head.children++
		under[h] |= 1 << (w.Rel & 31)
		if w.Modifier == Negation && k <= h+2 {
			head.standing |= negated
		}
	}
}

// relationSet is a set of relations: a bit for each.
type relationSet uint32

func setOf(all ...Relation) (x relationSet) {
	for _, r := range all {
		x |= 1 << r
	}
	return x
}

// firstChild and nextChild walk the children of a word in order of the text: −1 behind the
// last.
func (s *Scene) firstChild(i int) int { return int(s.Words[i].child) }
func (s *Scene) nextChild(i int) int  { return int(s.Words[i].sibling) }

// childOf returns the first child in a relation, −1 if there is none.
func (s *Scene) childOf(i int, r Relation) int {
	if s.under[i]>>(r&31)&1 == 0 {
		return -1
	}
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if s.Words[c].Rel == r {
			return c
		}
	}
	return -1
}

// caseOf returns the preposition of a word, "" for none: "of", "because of" as
// "because".
func (s *Scene) caseOf(i int) string {
	if c := s.childOf(i, Case); c >= 0 {
		return s.Words[c].Lower
	}
	return ""
}

// passive reports whether a verb is in the passive.
func (s *Scene) passive(i int) bool {
	w := &s.Words[i]
	if w.Rel == AdnominalClause && w.Ending == Ed && s.childOf(i, Subject) < 0 {
		return true
	}
	if s.under[i]&ofPassive == 0 {
		return false
	}
	have, be := false, false
	for c := s.firstChild(i); c >= 0 && c < i; c = s.nextChild(c) {
		x := &s.Words[c]
		have = have || x.Stem == "have"
		be = be || x.Lower == "been" || x.Lower == "being"
	}
	return be || !have // "has sought" is none, whatever the tree says
}

var ofPassive = setOf(PassiveAuxiliary, PassiveSubject, Agent)

// anySubject returns the subject of a predicate that hangs on it, −1 if none does.
func (s *Scene) anySubject(i int) int {
	if c := s.childOf(i, Subject); c >= 0 {
		return c
	}
	return s.childOf(i, PassiveSubject)
}

// maxClimb bounds every walk up a tree.
const maxClimb = 12

// subject returns the word that is the subject of a predicate, through
// coordination, control and relative clauses; −1 if there is none.
func (s *Scene) subject(i int) int {
	for range maxClimb {
		if c := s.anySubject(i); c >= 0 {
			return s.antecedent(c, i)
		}
		w := &s.Words[i]
		h := int(w.Head)
		if h < 0 {
			return -1
		}
		switch w.Rel {
		case Conjunct, AdverbialClause, Parataxis:
			if t := s.Words[h].Tag; w.Rel != Conjunct && t != Verb && t != Adjective {
				return -1
			}
			i = h
		case OpenClause:
			if o := s.childOf(h, Object); o >= 0 && !subjectControl[s.Words[h].Stem] {
				return o
			}
			i = h
		case AdnominalClause, RelativeClause:
			if w.Ending == Ed && w.Rel == AdnominalClause {
				return -1
			}
			return h
		default:
			return -1
		}
	}
	return -1
}

// subjectControl are verbs whose own subject does what they govern, though they
// have an object: "promised him to leave".
var subjectControl = map[string]bool{"promis": true, "use": true}

// antecedent returns what a relative pronoun stands for.
func (s *Scene) antecedent(pronoun, predicate int) int {
	switch s.Words[pronoun].Lower {
	case "who", "which", "that":
		for i := range maxClimb {
			w := &s.Words[predicate]
			if w.Head < 0 {
				return pronoun
			}
			if w.Rel == RelativeClause || w.Rel == AdnominalClause {
				return int(w.Head)
			}
			if i > 3 || w.Rel != Conjunct && w.Rel != OpenClause {
				return pronoun
			}
			predicate = int(w.Head)
		}
	}
	return pronoun
}

// negatedBy reports whether a negation hangs on a word: "not", "never", "no".
func (s *Scene) negatedBy(i int) bool { return s.Words[i].standing&negated != 0 }
