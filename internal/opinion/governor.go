package opinion

// Tone is told by the word on which a target hangs, and by those around that in the tree:
// by where each of them is and what is known of it, whatever its place.

// treePlace is what a word in the tree is to a target.
type treePlace uint8

const (
	treeGovernor    treePlace = 0                                      // and the part that the target is of it: what it hangs on
	treeNegated               = treeGovernor + treePlace(partCount)    // likewise, more where that is negated
	treePreposition           = treeNegated + treePlace(partCount)     // likewise: of the target
	treeAbove                 = treePreposition + treePlace(partCount) // what the governor hangs on; see above
	treePlaces                = treeAbove + aboveParts*treePlace(partCount)
)

// aboveParts are how many parts of a target are told apart above its governor.
const aboveParts = 4

// above is the place of what a governor hangs on, by the parts that the target and the
// governor are.
func above(target, governor place) treePlace {
	return treeAbove + treePlace(min(target, aboveParts-1)*partCount+governor)
}

// branch is what surrounds a target in the tree; −1 where there is none.
type branch struct {
	top, governor, preposition, above int
	part                              place // that the target is of its governor
	negated                           bool  // the governor is
}

// branchOf finds what surrounds the target first to end.
func (s *Scene) branchOf(first, end int) branch {
	p := Phrase{First: first, End: end, Head: end - 1}
	b := branch{top: s.topOf(&p), preposition: -1, above: -1}
	w := &s.Words[b.top]
	b.part, b.governor = partOf[w.Rel], int(w.Head)
	if b.governor >= 0 {
		b.preposition, b.above = s.childOf(b.top, Case), int(s.Words[b.governor].Head)
		b.negated = s.negatedBy(b.governor)
	}
	return b
}

// treeFeatures make features of that.
func (s *Scene) treeFeatures(f *Features, first, end int) {
	b := s.branchOf(first, end)
	rel := uint64(s.Words[b.top].Rel)
	if b.governor < 0 {
		f.add(b.top, tTop, rel, 0)
		return
	}
	g := &s.Words[b.governor]
	f.add(b.governor, tGovernorTag, uint64(g.Tag), rel)
	part := treePlace(b.part)
	s.placed(f, b.governor, treeGovernor+part)
	if b.negated {
		f.add(b.governor, tGovernorNegated, uint64(part), 0)
		s.placed(f, b.governor, treeNegated+part)
	}
	if b.preposition >= 0 {
		s.placed(f, b.preposition, treePreposition+part)
	}
	if b.above >= 0 {
		s.placed(f, b.above, above(b.part, partOf[g.Rel]))
	}
}

// placed makes features of what is known of a word in the tree.
func (s *Scene) placed(f *Features, i int, at treePlace) {
	if s.toneRoleOf(&s.Words[i]) != speaks {
		return
	}
	var known [6]aspect
	for _, x := range s.Words[i].aspectsHere(known[:0]) {
		f.add(i, tPlaced+x.kind-aWord, x.value, uint64(at))
	}
}
