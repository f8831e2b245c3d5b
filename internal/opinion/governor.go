package opinion

// Tone is told by the word on which a target hangs, and by those around that in the tree.

// governorFeatures tells on what the target hangs, and what hangs beside it.
func (s *Scene) governorFeatures(f *Features, first, end int) {
	p := Phrase{First: first, End: end, Head: end - 1}
	t := s.topOf(&p)
	w := &s.Words[t]
	h := int(w.Head)
	if h < 0 {
		f.add(t, tGovernor, 0, uint64(w.Rel))
		return
	}
	g := &s.Words[h]
	f.add(h, tGovernor, g.Mark, uint64(w.Rel))
	if known := f.tone.tables; known != nil {
		f.tone.known(h, known.ofGovernor(g, w.Rel))
	} else {
		s.governorFacts(f, h, w.Rel)
	}
	if prep := s.childOf(t, Case); prep >= 0 {
		f.add(h, tGovernor, g.Mark, s.Words[prep].ID)
	}
	if s.negatedBy(h) {
		f.add(h, tGovernor, g.Mark, 1<<40|uint64(w.Rel))
	}
	n := 0
	for c := s.firstChild(h); c >= 0 && n < 12; c = s.nextChild(c) {
		x := &s.Words[c]
		if c == t || x.Closed == Mark {
			continue
		}
		n++
		f.add(c, tBeside, x.Mark, uint64(w.Rel)<<8|uint64(x.Rel))
		if x.is(valued) {
			f.add(c, tBesideValence, level(x.Valence), uint64(w.Rel)<<8|uint64(x.Rel))
		}
	}
	n = 0
	for c := s.firstChild(t); c >= 0 && n < 8; c = s.nextChild(c) {
		if x := &s.Words[c]; x.Closed == Open && (c < first || c >= end) {
			n++
			f.add(c, tBelow, x.Mark, uint64(x.Rel))
			if x.is(valued) {
				f.add(c, tBesideValence, level(x.Valence), 1<<20|uint64(x.Rel))
			}
		}
	}
	if hh := int(g.Head); hh >= 0 {
		f.add(hh, tAbove, s.Words[hh].Mark, uint64(w.Rel)<<8|uint64(g.Rel))
		if x := &s.Words[hh]; x.is(valued) {
			f.add(hh, tAboveValence, level(x.Valence), uint64(w.Rel)<<8|uint64(g.Rel))
		}
	}
}

// governorFacts tells of what kind the word is on which the target hangs.
func (s *Scene) governorFacts(f *Features, h int, rel Relation) {
	g := &s.Words[h]
	f.add(h, tGovernorTag, uint64(g.Tag), uint64(rel))
	if g.is(valued) {
		f.add(h, tGovernorValence, level(g.Valence), uint64(rel))
	}
	if len(g.frames) > 0 {
		f.add(h, tGovernorValence, 1<<20|uint64(g.first+8), uint64(rel))
	}
}

// ofGovernor is what the model says of that.
func (t *toneTables) ofGovernor(g *Word, rel Relation) pull {
	sum := t.tags[g.Tag][rel]
	if g.is(valued) {
		sum += t.levels[level(g.Valence)][rel]
	}
	if g.is(framed) {
		sum += t.signs[g.first+2][rel]
	}
	return sum
}
