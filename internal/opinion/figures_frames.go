package opinion

// frameSign is that of the first frame of a word that shows a stance.
func frameSign(w *Word) int {
	if w.Closed != Open || w.Name() {
		return 0
	}
	return w.sign()
}

// fillFigures tell of the frames that hold the two, or one of them, and find the one
// that is told ([Scene.FillOf]).
func (s *Scene) fillFigures(m *Meeting, target *targetState) {
	d, p := &m.Figures, &m.Pair
	most := float32(0)
	var told *Fill
	for _, i := range target.fills {
		x := &s.fills[i]
		switch {
		case s.holds(x, p):
			if x.surer(told) {
				told = x
			}
			more(&d[dFills])
			trust := s.trustIn(x, flag(p.Voice))
			if d[dFills] == 1 || trust > most {
				most = trust
				d[dFill], d[dFillTrust] = sign(x.Sign), share(trust)
			}
		case x.Holder < 0:
		case p.Holder.Entity >= 0 && s.entityAt(x.Holder) == p.Holder.Entity:
			d[dFillOther] = sign(3 * x.Sign)
		default:
			d[dFillOther] = sign(x.Sign)
		}
	}
	if told != nil {
		m.fill = fillBrief{told.Frame, told.Trigger, told.Sign}
	}
}

// trustIn is the trust in a fill by one who speaks, 1, or by another, 0.
func (s *Scene) trustIn(x *Fill, speaks uint8) float32 {
	v := s.trusts.of(x, speaks)
	if x.How == Hyphenated {
		v = max(v, hyphenTrust)
	}
	return v
}
