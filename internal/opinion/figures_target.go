package opinion

// targetWords tells how long a target's words are, and whose they are.
func (s *Scene) targetWords(d *Figures, p *Pair) {
	t := &p.Target
	d[dTargetWords] = float32(max(t.End, s.complement(*t)) - t.First)
	if t.Entity >= 0 {
		return
	}
	for i := t.First; i < t.End; i++ {
		if s.Words[i].Mention >= 0 {
			d[dTargetName] = 1 // "Finnish troops"
		}
	}
	if i := t.First - 2; i >= p.Sentence.First && isPossessive(&s.Words[i+1]) && s.Words[i].Mention >= 0 {
		d[dTargetName] = 2 // "Day's plan"
	}
}
