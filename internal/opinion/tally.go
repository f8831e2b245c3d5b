package opinion

// tally has running counts over the words of a sentence: evidence, and evidence by its
// side.
type tally struct{ shown, signed float32 }

// count makes the tallies of a sentence: tallies[k] is of the first k words.
func (s *Scene) count(x Sentence) {
	var t tally
	s.tallies = append(s.tallies[:0], t)
	for i := x.First; i < x.End; i++ {
		if e := s.evidence[i]; e.Some > 0 {
			t.shown += e.Some
			t.signed += e.signed()
		}
		s.tallies = append(s.tallies, t)
	}
}
