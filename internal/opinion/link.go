package opinion

import "slices"

// Of a pair a model of words tells how holder and target hang together: the trees know
// the figures of a pair, not its words.

// linkFigures makes the figures of the words of a pair.
func (s *Scene) linkFigures(m *Meeting, j *Judges, w *Watch) {
	f, v := &s.features, &s.view
	s.seePair(v, m)
	var x Leaning
	if t := j.summed(); t != nil {
		x = s.said(t, v)
	} else {
		s.describe(f, v)
		if w != nil && w.Link != nil {
			w.Link(&m.Pair, f)
		}
		if j.Link != nil {
			x = j.Link(f)
		}
	}
	m.Figures[dLink], m.Figures[dLinkSide] = tenths(x.Odds), tenths(x.Side)
}

// seePair makes the view of a pair whose figures are made.
func (s *Scene) seePair(v *view, m *Meeting) {
	v.reset()
	p := &m.Pair
	h, t := &p.Holder, &p.Target
	direction := int(m.Figures[dDirection])
	if p.Voice {
		direction = 2
	}
	holder := 0
	if h.Entity >= 0 || !p.Voice {
		holder = int(s.kindOf(*h))
	}
	v.note(fKinds, holder, 3*int(s.kindOf(*t))+direction)
	v.see(t.Head, atTarget)
	top := s.state.tops[p.TargetOrder]
	if c := s.childOf(top, Case); c >= 0 {
		v.see(c, atTargetPreposition)
	}
	if m.Trigger >= 0 {
		v.see(m.Trigger, atShown+place(m.Figures[dTriggerOrder]))
	}
	if x := &m.fill; x.frame != nil && x.trigger >= 0 {
		v.see(x.trigger, atFilled)
		v.note(fPairFill, fillSign(x.sign, false), int(flag(p.Voice)))
	}
	if p.Voice {
		s.seeSpoken(v, p, top)
		return
	}
	v.see(h.Head, atHolder)
	if c := s.childOf(s.state.tops[p.HolderOrder], Case); c >= 0 {
		v.see(c, atHolderPreposition)
	}
	s.seeWay(v, p, direction)
	first, end := between(h, t)
	for i := first; i < min(end, first+maxBetween); i++ {
		v.see(i, atBetween+place(flag(direction == 1)))
	}
}

// maxBetween is how many words between holder and target are seen.
const maxBetween = 8

// seeWay sees the words on the way in the tree from the one to the other.
func (s *Scene) seeWay(v *view, p *Pair, direction int) {
	var up, down [maxClimb]int
	nu, nd := s.climb(s.state.tops[p.HolderOrder], &up), s.climb(s.state.tops[p.TargetOrder], &down)
	mu, md := meeting(up[:nu], down[:nd])
	if mu < 0 {
		v.note(fSteps, 6*5+5, direction)
		return
	}
	v.note(fSteps, 6*min(mu, 5)+min(md, 5), direction)
	for i := 1; i < mu; i++ {
		v.see(up[i], atUp+partOf[s.Words[up[i-1]].Rel])
	}
	for i := 1; i < md; i++ {
		v.see(down[i], atDown+partOf[s.Words[down[i-1]].Rel])
	}
	where, ofHolder, ofTarget := place(0), OtherRelation, OtherRelation
	if mu > 0 {
		ofHolder = s.Words[up[mu-1]].Rel
	} else {
		where = 1
	}
	if md > 0 {
		ofTarget = s.Words[down[md-1]].Rel
	} else {
		where = 2
	}
	v.see(up[mu], atMeeting+where)
	v.note(fRelations, int(ofHolder), int(ofTarget))
	v.note(fMeeting, int(s.Words[up[mu]].Tag), int(flag(s.negatedBy(up[mu]))))
}

// meeting finds the first word of the one way up that is on the other: how many
// steps up it is on each, −1 where the ways do not meet.
func meeting(a, b []int) (up, down int) {
	for i, w := range a {
		if j := slices.Index(b, w); j >= 0 {
			return i, j
		}
	}
	return -1, -1
}

// seeSpoken sees how a target hangs in what its holder says: the words on the way up to
// the last that is said, who acts in that, and the words that report it.
func (s *Scene) seeSpoken(v *view, p *Pair, top int) {
	if p.Quote < 0 {
		return
	}
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
	if q := &s.Quotes[p.Quote]; !q.Cue.Empty() {
		first, end := s.WordsOf(q.Cue)
		for k := first; k < min(end, first+3); k++ {
			v.see(k, atCue)
		}
	}
}
