package opinion

// Before pairs are judged, each phrase of a sentence is: how likely it is the
// target of somebody's stance, and how likely somebody who holds one. Both need
// the same features, so one model has the weights of both; they cost some
// look-ups a phrase, not a pair, and most pairs need no more to be none.

// PartyFeatures are the features of a phrase as a target or as a holder.
func (s *Scene) PartyFeatures(f *Features, x *Sentence, p *Phrase, way []steps) {
	f.reset()
	s.partyFeatures(f, x, p, way)
}

func (s *Scene) partyFeatures(f *Features, x *Sentence, p *Phrase, way []steps) {
	at := func(i int) uint64 {
		if i < x.First || i >= x.End {
			return markEdge
		}
		return s.Words[i].Mark
	}
	k := s.kindOf(*p)
	q := uint64(0)
	if n := s.Words[p.Head].Quote; n >= 0 {
		q = 1 + uint64(s.Quotes[n].Kind)
	}
	f.add(-1, yBias, 0, q)
	f.add(p.Head, yHead, at(p.Head), 0)
	f.add(p.Head, yKind, k, q)
	if c := s.Words[p.Head].class(); c > 0 {
		f.add(p.Head, yClass, c, 0)
		f.add(p.Head, yClass, 4<<32|s.Words[p.Head].coarse(), q)
	}
	if p.Entity < 0 && p.First < p.Head {
		f.add(p.Head-1, yBelow, at(p.Head-1), 255)
	}
	f.add(p.First-1, yHeadDeterminer, at(p.First-1), k)
	f.add(p.First-1, yPrevious, at(p.First-1), 0)
	f.add(p.First-2, yPrevious2, at(p.First-2), at(p.First-1))
	f.add(p.End, yNext, at(p.End), 0)
	t := s.topOf(p)
	s.partyGovernor(f, t)
	n := 0
	for c := s.firstChild(t); c >= 0 && n < 6; c = s.nextChild(c) {
		if x := &s.Words[c]; x.Closed == Open && (c < p.First || c >= p.End || x.Valence != 0) {
			n++
			f.add(c, yBelow, x.Mark, uint64(x.Rel))
			if x.Valence != 0 {
				f.add(c, yValence, 2<<20|level(x.Valence), 0)
			}
		}
	}
	s.partyTrigger(f, t, way)
	s.partyFills(f, p)
}

// partyGovernor tells on what a phrase hangs.
func (s *Scene) partyGovernor(f *Features, t int) {
	w := &s.Words[t]
	rel := uint64(w.Rel)
	h := int(w.Head)
	if h < 0 {
		f.add(t, yGovernor, 0, rel)
		return
	}
	g := &s.Words[h]
	f.add(h, yGovernor, g.Mark, rel)
	if c := g.class(); c > 0 {
		f.add(h, yClass, 1<<32|c, rel)
		f.add(h, yClass, 5<<32|g.coarse(), rel)
	}
	if c := s.childOf(t, Case); c >= 0 {
		f.add(h, yGovernorCase, g.Mark, s.Words[c].ID)
		f.add(c, yGovernorCase, s.Words[c].ID, rel)
	}
	if s.negatedBy(h) {
		f.add(h, yGovernor, g.Mark, 1<<40|rel)
	}
	if len(g.frames) > 0 {
		f.add(h, yGovernorFrame, uint64(g.first+8), rel)
		f.add(h, yGovernorFrame, g.frames[0].classID, rel)
	} else {
		f.add(h, yGovernorFrame, 99, rel<<8|uint64(g.Tag))
	}
	if g.Valence != 0 {
		f.add(h, yValence, level(g.Valence), rel)
	}
	if hh := int(g.Head); hh >= 0 {
		f.add(hh, yAbove, s.Words[hh].Mark, rel<<8|uint64(g.Rel))
		if k := s.Words[hh].class(); k > 0 {
			f.add(hh, yClass, 3<<32|k, rel<<8|uint64(g.Rel))
		}
	}
}

// partyTrigger tells how a phrase hangs on the nearest word that shows a stance.
func (s *Scene) partyTrigger(f *Features, t int, way []steps) {
	k := s.nearest(t, way)
	if k < 0 {
		f.add(-1, yTrigger, 0, 0)
		return
	}
	trigger := s.triggers[k]
	e, v := s.evidence[trigger], &s.Words[trigger]
	rel := uint64(s.Words[t].Rel)
	far := uint64(min(way[k].up, 4))<<4 | uint64(min(way[k].down, 4))
	side, order := uint64(0), uint64(0)
	if e.Side > 0 {
		side = 1
	}
	if trigger > t {
		order = 1
	}
	some := evidenceLevel(e.Some)
	f.add(trigger, yTrigger, far<<8|rel, 1<<20|order)
	f.add(trigger, yTrigger, 1<<32|some<<8|side, far<<8|rel)
	f.add(trigger, yTrigger, 2<<32|some, side)
	f.add(trigger, yTrigger, v.ID, far<<8|rel)
	f.add(trigger, yTrigger, 3<<32|some<<24|uint64(v.Tag)<<16|uint64(v.Rel)<<8|rel, far<<8|order)
}

func evidenceLevel(p float32) uint64 {
	switch {
	case p < 0.1:
		return 0
	case p < 0.2:
		return 1
	case p < 0.35:
		return 2
	case p < 0.55:
		return 3
	}
	return 4
}

// partyFills tells which frames hold a phrase.
func (s *Scene) partyFills(f *Features, p *Phrase) {
	for i := range s.fills {
		x := &s.fills[i]
		whose := uint64(0)
		switch {
		case s.covers(p, x.Target):
		case x.Holder >= 0 && s.covers(p, x.Holder):
			whose = 1
		default:
			continue
		}
		if x.Holder < 0 {
			whose = 2
		}
		sign := uint64(x.Sign + 8)
		if x.Negated {
			sign |= 32
		}
		f.add(x.Trigger, yFill, sign<<8|uint64(x.How), whose)
		f.add(x.Trigger, yFillClass, x.Frame.classID, whose<<8|sign)
		f.add(x.Trigger, yFillLemma, s.Words[x.Trigger].Mark, whose<<8|uint64(x.How))
	}
}

// SpeakerFeatures are the features of the speaker of a quote as a holder.
func (s *Scene) SpeakerFeatures(f *Features, quote int, holder *Phrase) {
	f.reset()
	if quote < 0 {
		s.authorFeatures(f)
		return
	}
	q := &s.Quotes[quote]
	k := uint64(0)
	if holder.Entity >= 0 {
		k = 1 + uint64(s.Entities[holder.Entity].Type)
	}
	f.add(-1, yBias, 1, 0)
	f.add(-1, yKind, k, 255)
	f.add(-1, yQuote, uint64(q.Class)<<4|uint64(q.Kind), 0)
	if !q.Cue.Empty() {
		first, end := s.WordsOf(q.Cue)
		for i := first; i < min(end, first+6); i++ {
			f.add(i, yCue, s.Words[i].Mark, 0)
		}
	}
}
