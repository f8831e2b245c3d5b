package opinion

// ownTerms finds the terms and frames of several words that a caller's lexicon
// has. The last word of a term stands for it, the others no longer count by
// themselves; the first word of a frame carries it.
func (s *Scene) ownTerms(own Own, x Sentence) {
	for i := x.First; i < x.End; i++ {
		if !s.Words[i].starts {
			continue
		}
		if end, v := s.longestTerm(own, x, i); end > i {
			for j := i; j < end; j++ {
				last := j == end-1
				s.Words[j].be(s.Words[j].changed(func(w *Info) {
					if w.Valence, w.Own = 0, last; last {
						w.Valence = v
					}
				}))
			}
		}
		stems := s.Words[i].Stem
		for j := i + 1; j < min(x.End, i+MaxTermWords); j++ {
			stems += " " + s.Words[j].Stem
			if frames := own.Frames(nil, stems); len(frames) > 0 {
				s.Words[i].be(s.Words[i].changed(func(w *Info) { w.file(frames) }))
			}
		}
	}
}

// longestTerm returns the end of the longest term that begins at a word, and its
// valence.
func (s *Scene) longestTerm(own Own, x Sentence, i int) (end int, valence float64) {
	words, stems := s.Words[i].Lower, s.Words[i].Stem
	for j := i + 1; j < min(x.End, i+MaxTermWords); j++ {
		words += " " + s.Words[j].Lower
		stems += " " + s.Words[j].Stem
		if v, ok := own.Valence(words, stems); ok {
			end, valence = j+1, v
		}
	}
	return end, valence
}
