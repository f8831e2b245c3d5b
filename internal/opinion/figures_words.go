package opinion

// nearReach is how many words on each side of a target are near to it.
const nearReach = 6

// nearFigures tell of the words around a target.
func (s *Scene) nearFigures(d *Figures, x *Sentence, t *Phrase) {
	at := func(i int) *tally { return &s.tallies[min(max(i, x.First), x.End)-x.First] }
	from, first, end, to := at(t.First-nearReach), at(t.First), at(t.End), at(t.End+nearReach)
	d[dNearValence] = valence(float32(first.valence-from.valence+to.valence-end.valence) / valenceUnit)
	d[dNearFrames] = sign(int(first.frames - from.frames + to.frames - end.frames))
	d[dNegation] = count(int(first.negations - from.negations + to.negations - end.negations))
	if t.First > x.First {
		d[dDeterminer] = determiner(&s.Words[t.First-1])
	}
}

// determiner is what kind of word stands before a target.
func determiner(w *Word) uint8 {
	switch {
	case w.is(possessor | apostropheS):
		return 4
	case w.Closed == Determiner:
		switch w.Lower {
		case "the":
			return 1
		case "a", "an":
			return 2
		case "this", "that", "these", "those":
			return 3
		}
		return 5
	case w.Closed == Preposition:
		return 6
	case w.Tag == Verb:
		return 7
	}
	return 0
}
