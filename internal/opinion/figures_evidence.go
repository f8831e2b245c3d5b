package opinion

import "math"

// shownBetween is how much evidence there is in some words, and on which side.
func (s *Scene) shownBetween(x *Sentence, from, to int) (some, signed float32) {
	a, b := &s.tallies[max(from, x.First)-x.First], &s.tallies[min(max(to, x.First), x.End)-x.First]
	return b.shown - a.shown, b.signed - a.signed
}

// shownFigures tell how much evidence there is in the sentence.
func (s *Scene) shownFigures(d *Figures, x *Sentence) {
	best := float32(0)
	for _, i := range s.triggers {
		best = max(best, s.evidence[i].Some)
	}
	d[dEvidenceMax] = share(best)
	some, side := s.shownBetween(x, x.First, x.End)
	d[dEvidenceSum], d[dEvidenceSide] = scaled(some, 16, 0), scaled(side, 6, 80)
}

// shownAt tells how much there is at a target.
func (s *Scene) shownAt(d *Figures, x *Sentence, t *Phrase) {
	some, side := s.shownBetween(x, t.First, t.End)
	near, nearSide := s.shownBetween(x, t.First-5, t.End+5)
	d[dEvidenceTarget], d[dEvidenceNear], d[dEvidenceNearSide] = evidence(some), evidence(near-some), tenths(nearSide-side)
}

// evidenceFigures tell how the two hang on words that show a stance, and find the word
// that shows it most. The holder is nil where he speaks.
func (s *Scene) evidenceFigures(m *Meeting, target *targetState, holder *holderState) {
	d, p := &m.Figures, &m.Pair
	h, t, x := &p.Holder, &p.Target, &p.Sentence
	best := int64(0)
	if holder != nil {
		if first, end := between(h, t); first < end {
			some, _ := s.shownBetween(x, first, end)
			d[dEvidenceBetween] = evidence(some)
		}
		for k := range s.triggers {
			best = greater(best, ranked(target.left[k]*holder.fades[k], k))
		}
	} else {
		some, side := s.heardOf(p.Quote)
		d[dEvidenceQuote], d[dEvidenceQuoteSide] = scaled(some, 24, 0), tenths(side)
		for k, i := range s.triggers {
			v := target.left[k]
			if int(s.Words[i].Quote) != p.Quote {
				v *= 0.5
			}
			best = greater(best, ranked(v, k))
		}
	}
	if m.Trigger = -1; best < leastRanked {
		return
	}
	trigger := s.triggers[maxTriggers-1-int(uint8(best))]
	m.Trigger = trigger
	e := s.evidence[trigger]
	d[dTriggerSome], d[dTriggerSide] = share(e.Some), tenths(e.Side)
	d[dTriggerFrame] = sign(frameSign(&s.Words[trigger]))
	d[dTriggerOrder] = flag(trigger > t.Head)
	if holder != nil {
		d[dTriggerOrder] = flag(trigger > h.Head) + 2*flag(trigger > t.Head)
	}
	d[dTriggerGap] = count(max(t.First-trigger, trigger-t.End))
}

// ranked is a number by which triggers are ordered: by what is left of their probability,
// the first of equals above the others.
func ranked(left float32, trigger int) int64 {
	return int64(math.Float32bits(left))<<8 | int64(maxTriggers-1-trigger)
}

// greater is the greater of two numbers that are not far apart, found without a branch.
func greater(a, b int64) int64 {
	d := b - a
	return a + d&^(d>>63)
}

// leastRanked is that of the first number above 0.
const leastRanked = 1 << 8

// heardOf is how much evidence there is in the words of the sentence that stand in a quote,
// and on which side.
func (s *Scene) heardOf(quote int) (some, side float32) {
	ps := &s.paired
	if ps.heard != quote {
		ps.heard, ps.heardSome, ps.heardSide = quote, 0, 0
		for _, i := range s.shown {
			if e := &s.evidence[i]; int(s.Words[i].Quote) == quote {
				ps.heardSome += e.Some
				ps.heardSide += e.signed()
			}
		}
	}
	return ps.heardSome, ps.heardSide
}
