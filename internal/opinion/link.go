package opinion

import "slices"

// Of a pair a model of words tells how holder and target hang together: the trees know
// the figures of a pair, not its words.

// pairView takes the words and facts that a pair sees.
type pairView struct {
	seeing
	said duo
}

func (v *pairView) reset() {
	v.said = 0
	v.seeing.reset()
}

// once is what is said of that part of a view which several pairs share.
type once struct {
	made bool
	said duo
}

// seeOnce has that part seen: what is said of the head and of the preposition of a party, of
// which this is the top word. Where it is summed up, the first of the pairs alone sees it.
func (s *Scene) seeOnce(v *pairView, x *once, head, top int, at, preposition place) {
	if v.list == nil && x.made {
		v.said += x.said
		return
	}
	before := v.said
	v.see(head, at)
	if c := s.childOf(top, Case); c >= 0 {
		v.see(c, preposition)
	}
	x.made, x.said = true, v.said-before
}

// see sees a word of the sentence.
func (v *pairView) see(word int, at place) {
	if v.list == nil {
		v.said += duo(v.rows[word+margin].at(at))
		return
	}
	v.list.see(word, at)
}

// seeAll sees the words from one to another, all in one place.
func (v *pairView) seeAll(first, end int, at place) {
	if v.list == nil {
		in := inRow[at]
		for _, r := range v.rows[first+margin : end+margin] {
			v.said += duo(r[in])
		}
		return
	}
	for i := first; i < end; i++ {
		v.list.see(i, at)
	}
}

// seeElsewhere sees a word that may stand in another.
func (s *Scene) seeElsewhere(v *pairView, word int, at place) {
	if v.list == nil {
		v.said += duo(v.sums.rowOf(&s.Words[word]).at(at))
		return
	}
	v.list.see(word, at)
}

func (v *pairView) note(kind Template, a, b int) {
	if v.list == nil {
		v.said += v.sums.fact(kind, a, b)
		return
	}
	v.list.note(kind, a, b)
}

// linkFigures makes the figures of the words of a pair whose other figures are made. What all
// pairs with a target, or with a holder who does not speak, see is summed up once.
func (s *Scene) linkFigures(m *Meeting, j *Judges, w *Watch) {
	ps, p, tops := &s.paired, &m.Pair, s.state.tops
	v := &ps.view
	v.reset()
	s.seeKinds(v, m)
	s.seeOnce(v, &ps.target.words, p.Target.Head, tops[p.TargetOrder], atTarget, atTargetPreposition)
	s.seeShown(v, m)
	if p.Voice {
		s.seeSpoken(v, p)
	} else {
		s.seeOnce(v, &ps.holders[p.HolderOrder].words, p.Holder.Head, tops[p.HolderOrder], atHolder, atHolderPreposition)
		s.seeBetween(v, m)
	}
	x := v.said.leaning()
	if v.list != nil {
		f := &s.features
		s.describe(f, v.list)
		if w != nil && w.Link != nil {
			w.Link(p, f)
		}
		if x = (Leaning{}); j.Link != nil {
			x = j.Link(f)
		}
	}
	m.Figures[dLink], m.Figures[dLinkSide] = tenths(x.Odds), tenths(x.Side)
}

// seeKinds sees what the two of a pair are.
func (s *Scene) seeKinds(v *pairView, m *Meeting) {
	p := &m.Pair
	direction, holder := 2, 0
	switch {
	case !p.Voice:
		direction, holder = int(m.Figures[dDirection]), s.paired.holders[p.HolderOrder].kind
	case p.Holder.Entity >= 0:
		holder = s.kindOf(&p.Holder)
	}
	v.note(fKinds, holder, 3*s.paired.target.kind+direction)
}

// seeShown sees the words that show it.
func (s *Scene) seeShown(v *pairView, m *Meeting) {
	if m.Trigger >= 0 {
		v.see(m.Trigger, atShown+place(m.Figures[dTriggerOrder]))
	}
	if x := &m.fill; x.frame != nil && x.trigger >= 0 {
		v.see(x.trigger, atFilled)
		v.note(fPairFill, fillSign(x.sign, false), int(flag(m.Voice)))
	}
}

// seeBetween sees what is between the two where the holder does not speak.
func (s *Scene) seeBetween(v *pairView, m *Meeting) {
	p, direction := &m.Pair, int(m.Figures[dDirection])
	s.seeWay(v, p, direction)
	if first, end := between(&p.Holder, &p.Target); first < end {
		v.seeAll(first, min(end, first+maxBetween), atBetween+place(flag(direction == 1)))
	}
}

// maxBetween is how many words between holder and target are seen.
const maxBetween = 8

// seeWay sees the words on the way in the tree from the one to the other.
func (s *Scene) seeWay(v *pairView, p *Pair, direction int) {
	t := &s.paired.target
	if t.climbed == 0 {
		t.climbed = s.climb(s.state.tops[p.TargetOrder], &t.way)
	}
	way, top := t.way[:t.climbed], s.state.tops[p.HolderOrder]
	meet, up, down := top, 0, -1
	for ; meet >= 0 && up < maxClimb; meet, up = int(s.Words[meet].Head), up+1 {
		if down = slices.Index(way, meet); down >= 0 {
			break
		}
	}
	if down < 0 {
		v.note(fSteps, 6*5+5, direction)
		return
	}
	v.note(fSteps, 6*min(up, 5)+min(down, 5), direction)
	where, ofHolder, ofTarget := place(0), OtherRelation, OtherRelation
	if up > 0 {
		ofHolder = s.seeUp(v, top, meet, atUp)
	} else {
		where = 1
	}
	if down > 0 {
		ofTarget = s.seeUp(v, way[0], meet, atDown)
	} else {
		where = 2
	}
	v.see(meet, atMeeting+where)
	v.note(fRelations, int(ofHolder), int(ofTarget))
	v.note(fMeeting, int(s.Words[meet].Tag), int(flag(s.negatedBy(meet))))
}

// seeUp sees the words between one and another that is further up, and returns how the
// last of them hangs on that.
func (s *Scene) seeUp(v *pairView, i, to int, at place) Relation {
	for {
		w := &s.Words[i]
		if i = int(w.Head); i == to {
			return w.Rel
		}
		v.see(i, at+partOf[w.Rel])
	}
}

// seeSpoken sees how a target hangs in what its holder says: the words on the way up to
// the last that is said, who acts in that, and the words that report it.
func (s *Scene) seeSpoken(v *pairView, p *Pair) {
	if p.Quote < 0 {
		return
	}
	top := s.state.tops[p.TargetOrder]
	i, n := top, 0
	for ; n < 4; n++ {
		h := int(s.Words[i].Head)
		if h < 0 || int(s.Words[h].Quote) != p.Quote {
			break
		}
		v.see(h, atSpoken+place(n))
		i = h
	}
	v.note(fSteps, n, 2)
	v.note(fRelations, 0, int(s.Words[top].Rel))
	if a := s.subject(i); a >= 0 {
		v.see(a, atActor)
	}
	cue := s.whose(p.Quote).cue
	for k := cue.first; k < min(cue.end, cue.first+3); k++ {
		s.seeElsewhere(v, k, atCue)
	}
}
