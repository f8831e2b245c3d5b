package entity

// maxClimb is how many steps the way up a tree is followed; it keeps the time
// linear on any text.
const maxClimb = 16

// What a phrase does in its clause.
type slot uint8

const (
	otherSlot slot = iota
	subjectSlot
	objectSlot
	obliqueSlot    // behind a preposition, of the verb
	agentSlot      // behind "by"
	nominalSlot    // behind a preposition, of a noun
	possessorSlot  // "Obama's visit", "his visit"
	conjunctSlot   // behind "and", of another phrase
	appositionSlot // ", the president,"
	modifierSlot   // a name or noun before a noun
	predicateSlot  // "is the president"
	openSlot       // root of its sentence, as in headlines
)

// clause is where a phrase stands in its sentence.
type clause struct {
	slot  slot
	verb  int32 // token that heads the clause
	slotV slot  // slot, as seen from the clause: of "the father of X won", X is subject
	depth uint8 // steps from the phrase to the head of its clause
}

// clauseOf tells where the phrase with the head token i stands.
func (r *reading) clauseOf(i int) clause {
	c := clause{slot: r.slotOf(i), verb: -1}
	at := i
	for n := 0; n < maxClimb; n++ {
		w := &r.words[at]
		if w.head < 0 {
			c.verb = int32(at)
			if at == i {
				c.slotV = c.slot
			}
			return c
		}
		switch w.rel {
		case nounRelation, possessiveRelation, compoundRelation, appositionRelation, conjunctRelation, adjectiveRelation, numeralRelation, determinerRelation, caseRelation, otherRelation:
			if t := r.words[at].tag; w.rel == conjunctRelation && (t == verbTag || t == auxiliaryTag) {
				c.verb, c.depth = int32(at), uint8(n)
				return c
			}
			at = int(w.head)
			continue
		case subjectRelation, objectRelation, obliqueRelation, agentRelation, expletiveRelation, vocativeRelation, adverbRelation:
			c.slotV, c.verb, c.depth = r.slotOf(at), w.head, uint8(n)
			return c
		}
		c.verb, c.depth = int32(at), uint8(n) // the phrase is or heads a clause itself
		if at == i {
			c.slotV = c.slot
		}
		return c
	}
	c.verb = int32(at)
	return c
}

// slotOf is what the phrase with the head token i does.
func (r *reading) slotOf(i int) slot {
	w := &r.words[i]
	if w.rel == conjunctRelation && w.head >= 0 {
		if t := w.tag; t == verbTag || t == auxiliaryTag {
			return openSlot
		}
		return conjunctSlot
	}
	switch w.rel {
	case subjectRelation:
		return subjectSlot
	case objectRelation:
		return objectSlot
	case obliqueRelation:
		return obliqueSlot
	case agentRelation:
		return agentSlot
	case nounRelation:
		return nominalSlot
	case possessiveRelation:
		return possessorSlot
	case appositionRelation:
		return appositionSlot
	case compoundRelation, adjectiveRelation:
		return modifierSlot
	case rootRelation, parataxisRelation:
		if r.hasCopula(i) {
			return predicateSlot
		}
		return openSlot
	case clauseRelation, relativeRelation, openRelation:
		if r.hasCopula(i) {
			return predicateSlot
		}
	}
	return otherSlot
}

// hasCopula reports whether token i is the predicate of a copula, which stands
// before it, or after "what" and the like.
func (r *reading) hasCopula(i int) bool {
	for k := i - 1; k >= 0 && i-k < maxClimb; k-- {
		if r.words[k].head == int32(i) && r.words[k].rel == copulaRelation {
			return true
		}
	}
	return false
}

// above reports whether clause a holds clause b below it, and how many clauses lie
// between; 0 if they are one, -1 if not.
func (r *reading) above(a, b int32) int {
	steps := 0
	for n := 0; n < maxClimb && b >= 0; n++ {
		if a == b {
			return steps
		}
		switch r.words[b].rel {
		case clauseRelation, relativeRelation, openRelation, parataxisRelation, conjunctRelation, rootRelation:
			steps++
		}
		b = r.words[b].head
	}
	return -1
}

// holds reports whether token b hangs below token a.
func (r *reading) holds(a, b int) bool {
	for n := 0; n < maxClimb && b >= 0; n++ {
		if a == b {
			return true
		}
		b = int(r.words[b].head)
	}
	return false
}
