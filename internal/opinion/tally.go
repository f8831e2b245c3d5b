package opinion

// tally has running counts over the words of a sentence.
type tally struct {
	good, bad, plus, minus, mentions, clauses int16
	shown, signed                             float32 // evidence, and evidence by its side
}

// count makes the tallies of a sentence: tallies[k] is of the first k words.
func (s *Scene) count(x Sentence) {
	s.tallies = append(s.tallies[:0], tally{})
	var t tally
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		if w.Closed == Open && !w.Name() {
			if w.sign > 0 {
				t.good++
			} else if w.sign < 0 {
				t.bad++
			}
			if w.Valence > 0 {
				t.plus++
			} else if w.Valence < 0 {
				t.minus++
			}
		}
		if w.Mention >= 0 && (i == x.First || s.Words[i-1].Mention != w.Mention) {
			t.mentions++
		}
		if w.is(comma) || w.Closed == Conjunction {
			t.clauses++
		}
		e := s.evidence[i]
		t.shown += e.Some
		t.signed += e.signed()
		s.tallies = append(s.tallies, t)
	}
}
