package opinion

// shownBetween is how much evidence there is in some words, and on which side.
func (s *Scene) shownBetween(x *Sentence, from, to int) (some, signed float32) {
	a, b := &s.tallies[max(from, x.First)-x.First], &s.tallies[min(max(to, x.First), x.End)-x.First]
	return b.shown - a.shown, b.signed - a.signed
}

// shownFigures tell how much evidence there is in the sentence and at a target.
func (s *Scene) shownFigures(d *Figures, x *Sentence, t *Phrase) {
	for _, i := range s.triggers {
		d[dEvidenceMax] = max(d[dEvidenceMax], s.evidence[i].Some)
	}
	d[dEvidenceSum], d[dEvidenceSide] = s.shownBetween(x, x.First, x.End)
	var side float32
	d[dEvidenceTarget], side = s.shownBetween(x, t.First, t.End)
	d[dEvidenceNear], d[dEvidenceNearSide] = s.shownBetween(x, t.First-5, t.End+5)
	d[dEvidenceNear] -= d[dEvidenceTarget]
	d[dEvidenceNearSide] -= side
}

// evidenceFigures tell how the two hang on words that show a stance.
func (s *Scene) evidenceFigures(m *Meeting) {
	d, p := &m.Figures, &m.Pair
	h, t, x := &p.Holder, &p.Target, &p.Sentence
	lo, hi := h.End, t.First
	if t.First < h.First {
		lo, hi = t.End, h.First
	}
	if !p.Voice && lo < hi {
		d[dEvidenceBetween], _ = s.shownBetween(x, lo, hi)
	}
	st := &s.state
	if p.Voice {
		if st.heard != p.Quote {
			st.heard, st.heardSome, st.heardSide = p.Quote, 0, 0
			for i := x.First; i < x.End; i++ {
				if int(s.Words[i].Quote) == p.Quote {
					st.heardSome += s.evidence[i].Some
					st.heardSide += s.evidence[i].signed()
				}
			}
		}
		d[dEvidenceQuote], d[dEvidenceQuoteSide] = st.heardSome, st.heardSide
	}
	ts, hs := st.tops[p.TargetOrder], -1
	if !p.Voice {
		hs = st.tops[p.HolderOrder]
	}
	best, trigger := float32(0), -1
	var toTarget, toHolder steps
	for k, i := range s.triggers {
		if i >= t.First && i < t.End && i == t.Head && s.Words[i].Tag != Noun {
			continue
		}
		way, other := st.ways[p.TargetOrder][k], steps{}
		v := s.evidence[i].Some * fade(way.sum())
		if hs >= 0 {
			other = st.ways[p.HolderOrder][k]
			v *= fade(other.sum())
		} else if int(s.Words[i].Quote) != p.Quote {
			v *= 0.5
		}
		if v > best {
			best, trigger, toTarget, toHolder = v, i, way, other
		}
	}
	if trigger < 0 {
		d[dTriggerUpTarget], d[dTriggerDownTarget], d[dTriggerUpHolder], d[dTriggerDownHolder] = 12, 12, 12, 12
		return
	}
	m.Trigger = trigger
	e, w := s.evidence[trigger], &s.Words[trigger]
	d[dTriggerSome], d[dTriggerSide] = e.Some, e.Side
	d[dTriggerUpTarget], d[dTriggerDownTarget] = float32(toTarget.up), float32(toTarget.down)
	d[dTriggerUpHolder], d[dTriggerDownHolder] = float32(toHolder.up), float32(toHolder.down)
	d[dTriggerRelTarget] = float32(s.relOn(ts, int(toTarget.up)))
	if hs >= 0 {
		d[dTriggerRelHolder] = float32(s.relOn(hs, int(toHolder.up)))
	}
	d[dTriggerTag] = float32(w.Tag)
	d[dTriggerFrame] = float32(frameSign(w))
	switch {
	case p.Voice:
		if trigger > t.Head {
			d[dTriggerOrder] = 1
		}
	default:
		if trigger > h.Head {
			d[dTriggerOrder]++
		}
		if trigger > t.Head {
			d[dTriggerOrder] += 2
		}
	}
	d[dTriggerGap] = float32(max(t.First-trigger, trigger-t.End, 0))
	for _, i := range s.triggers {
		if s.evidence[i].Some > e.Some {
			d[dTriggerRank]++
		}
	}
	if w.Quote >= 0 {
		d[dTriggerInQuote] = 1
	}
}

// relOn is the relation by which the way from a word upwards comes to its last
// step.
func (s *Scene) relOn(i, up int) Relation {
	for range up - 1 {
		if s.Words[i].Head < 0 {
			break
		}
		i = int(s.Words[i].Head)
	}
	return s.Words[i].Rel
}
