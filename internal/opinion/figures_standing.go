package opinion

// targetStanding tells on what a target hangs, and what kind of thing it is.
func (s *Scene) targetStanding(d *Figures, p *Pair) {
	st := &s.state
	d[dTargetRel] = uint8(s.Words[st.tops[p.TargetOrder]].Rel)
	d[dTargetPerson], d[dTargetBody] = s.sortOf(&p.Target)
	if k := s.above(p.TargetOrder); k >= 0 {
		d[dTargetAbove] = tenths(st.targets[k].Odds)
	}
}

// sortOf tells how often a common noun is said of persons, and of bodies, in
// tenths and two more; 1 for nouns that are not known, 0 for names.
func (s *Scene) sortOf(p *Phrase) (person, body uint8) {
	if p.Entity >= 0 || p.Head < 0 {
		return 0, 0
	}
	w := &s.Words[p.Head]
	return uint8(w.Person + 2), uint8(w.Body + 2)
}
