package opinion

// placeFigures tell where the two stand and what stands between them.
func (s *Scene) placeFigures(d *Figures, p *Pair) {
	h, t, x := &p.Holder, &p.Target, &p.Sentence
	first, second := h, t
	if t.First < h.First {
		d[dDirection] = 1
		first, second = t, h
	}
	d[dGap] = float32(max(0, second.First-first.End))
	if !separate(h, t) {
		d[dDirection] = 2
	}
	d[dHolderOrder] = float32(p.HolderOrder)
	lo, hi := s.tallies[min(first.End, second.First)-x.First], s.tallies[second.First-x.First]
	d[dPartiesBetween] = float32(hi.mentions - lo.mentions)
	d[dClausesBetween] = float32(hi.clauses - lo.clauses)
	d[dGoodBetween], d[dBadBetween] = float32(hi.good-lo.good), float32(hi.bad-lo.bad)
	d[dPlusBetween], d[dMinusBetween] = float32(hi.plus-lo.plus), float32(hi.minus-lo.minus)
}

// wayFigures tell of the way in the tree from the one to the other.
func (s *Scene) wayFigures(d *Figures, p *Pair) {
	hs, ts := s.state.tops[p.HolderOrder], s.state.tops[p.TargetOrder]
	d[dCase] = float32(s.caseCode(ts))
	var up, down [maxClimb]int
	nu, nd := s.climb(hs, &up), s.climb(ts, &down)
	mu, md := meeting(up[:nu], down[:nd])
	if mu < 0 {
		d[dUp], d[dDown] = 20, 20
		return
	}
	d[dUp], d[dDown] = float32(mu), float32(md)
	if mu > 0 {
		d[dRelationUp] = float32(s.Words[up[mu-1]].Rel)
	}
	if md > 0 {
		d[dRelationDown] = float32(s.Words[down[md-1]].Rel)
	}
	w := &s.Words[up[mu]]
	d[dMeetTag] = float32(w.Tag)
	d[dMeetFrame] = float32(frameSign(w))
	d[dMeetValence] = float32(w.Valence)
	if s.negatedBy(up[mu]) {
		d[dMeetNegated] = 1
	}
	if w.Tag == Verb && s.passive(up[mu]) {
		d[dMeetPassive] = 1
	}
	for j := 1; j < md; j++ {
		d[dWayValence] += float32(s.Words[down[j]].Valence)
		d[dWayFrames] += float32(frameSign(&s.Words[down[j]]))
	}
	for i := 1; i < mu; i++ {
		d[dWayValence] += float32(s.Words[up[i]].Valence)
		d[dWayFrames] += float32(frameSign(&s.Words[up[i]]))
	}
}

// caseCodes are what the trees know prepositions by; 0 is another one, or none.
var caseCodes = map[string]int8{"of": 1, "in": 2, "at": 3, "on": 4, "to": 5, "from": 6, "by": 7, "with": 8, "about": 9, "over": 10, "for": 11, "against": 12, "behind": 13, "toward": 14, "towards": 14, "as": 15, "than": 16, "like": 17}

func (s *Scene) caseCode(i int) int8 {
	if c := s.childOf(i, Case); c >= 0 {
		return s.Words[c].caseCode
	}
	return 0
}

func frameSign(w *Word) int {
	if w.Closed != Open || w.Name() {
		return 0
	}
	return int(w.sign)
}

// fillFigures tell of the frames that hold the two, or one of them.
func (s *Scene) fillFigures(d *Figures, p *Pair) {
	for i := range s.fills {
		x := &s.fills[i]
		onTarget, onHolder := s.covers(&p.Target, x.Target), false
		if p.Voice {
			onHolder = s.isSpeaker(p, x.Holder)
		} else if x.Holder >= 0 {
			onHolder = s.covers(&p.Holder, x.Holder)
		}
		sign := float32(x.Sign)
		switch {
		case onTarget && onHolder:
			d[dFills]++
			trust := float32(s.trusts.of(x.Trust(p.Voice)))
			if x.How == Hyphenated {
				trust = max(trust, hyphenTrust)
			}
			if d[dFill] == 0 || trust > d[dFillTrust] {
				d[dFill], d[dFillTrust], d[dFillHow] = sign, trust, float32(x.How)+1
				d[dFillNegated] = 0
				if x.Negated {
					d[dFillNegated] = 1
				}
			}
		case onTarget && x.Holder < 0:
			d[dFillVoice] = sign
		case onTarget:
			if p.Holder.Entity >= 0 && s.entityAt(x.Holder) == p.Holder.Entity {
				sign *= 3
			}
			d[dFillOther] = sign
		case onHolder && !p.Voice:
			d[dFillOfHolder] = sign
		}
		if !p.Voice && x.Holder >= 0 && s.covers(&p.Holder, x.Target) && s.covers(&p.Target, x.Holder) {
			d[dFillReverse] = sign
		}
	}
}
