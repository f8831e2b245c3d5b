package opinion

// LinkFeatures are the words by which holder and target hang together: a small
// sparse model judges them for the trees.
func (s *Scene) LinkFeatures(f *Features, p *Pair) {
	f.reset()
	h, t := &p.Holder, &p.Target
	dir := uint64(0)
	switch {
	case p.Voice:
		dir = 2
	case t.First < h.First:
		dir = 1
	}
	f.add(-1, pBias, dir, 0)
	hk, tk := s.kindOf(*h), s.kindOf(*t)
	if p.Voice {
		hk = 0
		if h.Entity >= 0 {
			hk = 1 + uint64(s.Entities[h.Entity].Type)
		}
	}
	f.add(h.Head, pTypes, hk<<8|tk, dir)
	if !p.Voice {
		s.pathFeatures(f, h, t, dir)
		first, second := h, t
		if dir == 1 {
			first, second = t, h
		}
		if g := second.First - first.End; g <= 4 {
			for i := first.End; i < second.First; i++ {
				f.add(i, pOnly, s.Words[i].Mark, dir)
			}
		}
		if !separate(h, t) {
			w := &s.Words[h.Head]
			f.add(h.Head, pInside, uint64(frameSign(w)+8), 0)
			f.add(h.Head, pInside, w.Mark, 1)
		}
	}
	if p.Voice && p.Quote >= 0 {
		s.spokenFeatures(f, p)
	}
	s.fillFeatures(f, p)
}

// spokenFeatures tells how a target hangs in what its holder says: the words on
// the way up to the last that is said, the one who acts in that, and the word
// that reports it.
func (s *Scene) spokenFeatures(f *Features, p *Pair) {
	top := s.state.tops[p.TargetOrder]
	path, i := uint64(1), top
	for n := range maxSpoken {
		w := &s.Words[i]
		h := int(w.Head)
		if h < 0 || int(s.Words[h].Quote) != p.Quote {
			break
		}
		path = path<<6 | uint64(w.Rel)
		v := &s.Words[h]
		f.add(h, pSpoken, v.Mark, uint64(w.Rel)<<8|uint64(n))
		if c := v.class(); c > 0 {
			f.add(h, pSpoken, 1<<32|c, uint64(w.Rel))
		}
		i = h
	}
	f.add(top, pPath, path, 1<<20)
	if root := &s.Words[i]; i != top {
		f.add(i, pPathWord, root.Mark, 1<<40|path)
	}
	if a := s.subject(i); a >= 0 {
		f.add(a, pSpoken, uint64(s.roleOf(p, a)), 2<<40|path)
		f.add(a, pSpoken, s.Words[i].Mark, 3<<40|uint64(s.roleOf(p, a)))
	}
	q := &s.Quotes[p.Quote]
	if !q.Cue.Empty() {
		first, end := s.WordsOf(q.Cue)
		for k := first; k < min(end, first+3); k++ {
			f.add(k, pSpoken, s.Words[k].Mark, 4<<40)
			f.add(k, pSpoken, s.Words[k].Mark, 4<<40|path)
		}
	}
}

// maxSpoken bounds the way up.
const maxSpoken = 4

// kindOf puts a phrase into one of a few classes by what it names.
func (s *Scene) kindOf(p Phrase) uint64 {
	k := uint64(0)
	switch {
	case p.Entity >= 0:
		k = 1 + uint64(s.Entities[p.Entity].Type)
	case p.Head >= 0 && s.Words[p.Head].Closed == Pronoun:
		k = 7
	}
	if p.Modifier {
		k |= 8
	}
	if p.Possessive {
		k |= 16
	}
	return k
}

// FillOf returns the frame that holds the pair, the surest of several, and true;
// or one that holds the target alone, and false; or nil.
func (s *Scene) FillOf(p *Pair) (*Fill, bool) {
	var best, theme *Fill
	for i := range s.fills {
		x := &s.fills[i]
		if !s.covers(&p.Target, x.Target) {
			continue
		}
		if p.Voice && s.isSpeaker(p, x.Holder) || !p.Voice && x.Holder >= 0 && s.covers(&p.Holder, x.Holder) {
			if best == nil || best.How == Evaluated && x.How != Evaluated {
				best = x
			}
		} else if theme == nil {
			theme = x
		}
	}
	if best != nil {
		return best, true
	}
	return theme, false
}
