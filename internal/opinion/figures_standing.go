package opinion

// targetStanding tells on what a target hangs, and what kind of thing it is.
func (s *Scene) targetStanding(d *Figures, p *Pair) {
	st := &s.state
	top := st.tops[p.TargetOrder]
	d[dTargetRel], d[dTargetUnder] = float32(s.Words[top].Rel), s.under(top)
	d[dTargetPerson], d[dTargetBody] = s.sortOf(&p.Target)
	d[dTargetAbove], d[dTargetBelow] = -9, st.below[p.TargetOrder]
	if k := st.above[p.TargetOrder]; k >= 0 {
		d[dTargetAbove] = st.targetOdds[k]
	}
}

// holderStanding tells the same of a holder who does not speak.
func (s *Scene) holderStanding(d *Figures, p *Pair) {
	st := &s.state
	top := st.tops[p.HolderOrder]
	d[dHolderRel], d[dHolderUnder] = float32(s.Words[top].Rel), s.under(top)
	d[dHolderPerson], d[dHolderBody] = s.sortOf(&p.Holder)
	if k := st.above[p.HolderOrder]; k >= 0 {
		d[dHolderAbove] = st.holderOdds[k]
	} else {
		d[dHolderAbove] = -9
	}
}

// under says on what a word hangs: a verb, a name, another noun, something else.
func (s *Scene) under(i int) float32 {
	h := int(s.Words[i].Head)
	if h < 0 {
		return 0
	}
	w := &s.Words[h]
	switch {
	case w.Mention >= 0:
		return 3
	case w.Tag == Verb:
		return 1
	case w.Tag == Noun || w.Tag == ProperNoun:
		return 2
	}
	return 4
}

// sortOf tells how often a common noun is said of persons, and of bodies, in
// tenths; −1 for names and nouns that are not known.
func (s *Scene) sortOf(p *Phrase) (person, body float32) {
	if p.Entity >= 0 || p.Head < 0 {
		return -2, -2
	}
	return s.Words[p.Head].Person, s.Words[p.Head].Body
}
