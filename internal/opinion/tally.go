package opinion

// tally has running counts over the words of a sentence.
type tally struct {
	shown, signed float32 // evidence, and evidence by its side
	valence       int32   // in units of 1/valenceUnit, of words that are open and no names
	frames        int16   // signs of their frames
	negations     int16
}

// valenceUnit is how many units of valence are 1: whole numbers are the same whatever
// is added and taken away.
const valenceUnit = 1 << 10

// count makes the tallies of a sentence, of which tallies[k] is of the first k words, and
// lists its evidence.
func (s *Scene) count(x Sentence) {
	var t tally
	words, evidence := s.Words[x.First:x.End], s.evidence[x.First:x.End]
	s.tallies = room(s.tallies, len(words)+1)
	tallies := s.tallies[1:]
	s.tallies[0], s.shown = t, s.shown[:0]
	for i := range words {
		if e := &evidence[i]; e.Some > 0 {
			t.shown += e.Some
			t.signed += e.signed()
			s.shown = append(s.shown, int32(x.First+i))
		}
		w := &words[i]
		if w.Closed == Open && !w.Name() {
			if w.is(valued) {
				t.valence += int32(w.valenceUnits)
			}
			t.frames += int16(w.sign())
		}
		if w.Modifier == Negation {
			t.negations++
		}
		tallies[i] = t
	}
}
