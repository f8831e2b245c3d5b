package opinion

// shownBetween is how much evidence there is in some words, and on which side.
func (s *Scene) shownBetween(x *Sentence, from, to int) (some, signed float32) {
	a, b := &s.tallies[max(from, x.First)-x.First], &s.tallies[min(max(to, x.First), x.End)-x.First]
	return b.shown - a.shown, b.signed - a.signed
}

// shownFigures tell how much evidence there is in the sentence and at a target.
func (s *Scene) shownFigures(d *Figures, x *Sentence, t *Phrase) {
	best := float32(0)
	for _, i := range s.triggers {
		best = max(best, s.evidence[i].Some)
	}
	d[dEvidenceMax] = share(best)
	some, side := s.shownBetween(x, x.First, x.End)
	d[dEvidenceSum], d[dEvidenceSide] = scaled(some, 16, 0), scaled(side, 6, 80)
	some, side = s.shownBetween(x, t.First, t.End)
	near, nearSide := s.shownBetween(x, t.First-5, t.End+5)
	d[dEvidenceTarget], d[dEvidenceNear], d[dEvidenceNearSide] = evidence(some), evidence(near-some), tenths(nearSide-side)
}

// evidenceFigures tell how the two hang on words that show a stance, and find the word
// that shows it most.
func (s *Scene) evidenceFigures(m *Meeting) {
	d, p, st := &m.Figures, &m.Pair, &s.state
	h, t, x := &p.Holder, &p.Target, &p.Sentence
	m.Trigger = -1
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
		d[dEvidenceQuote], d[dEvidenceQuoteSide] = scaled(st.heardSome, 24, 0), tenths(st.heardSide)
	} else {
		if first, end := between(h, t); first < end {
			some, _ := s.shownBetween(x, first, end)
			d[dEvidenceBetween] = evidence(some)
		}
	}
	toTarget, toHolder := &st.ways[p.TargetOrder], (*hanging)(nil)
	if !p.Voice {
		toHolder = &st.ways[p.HolderOrder]
	}
	best, trigger := float32(0), -1
	for k, i := range s.triggers {
		if i == t.Head && s.Words[i].Tag != Noun {
			continue
		}
		v := toTarget.left[k]
		if !p.Voice {
			v *= fade(toHolder.steps[k].sum())
		} else if int(s.Words[i].Quote) != p.Quote {
			v *= 0.5
		}
		if v > best {
			best, trigger = v, i
		}
	}
	if trigger < 0 {
		return
	}
	m.Trigger = trigger
	e := s.evidence[trigger]
	d[dTriggerSome], d[dTriggerSide] = share(e.Some), tenths(e.Side)
	d[dTriggerFrame] = sign(frameSign(&s.Words[trigger]))
	if p.Voice {
		d[dTriggerOrder] = flag(trigger > t.Head)
	} else {
		d[dTriggerOrder] = flag(trigger > h.Head) + 2*flag(trigger > t.Head)
	}
	d[dTriggerGap] = count(max(t.First-trigger, trigger-t.End))
}
