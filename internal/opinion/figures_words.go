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
		w := &s.Words[t.First-1]
		switch {
		case w.Lower == "the":
			d[dDeterminer] = 1
		case w.Lower == "a" || w.Lower == "an":
			d[dDeterminer] = 2
		case w.Lower == "this" || w.Lower == "that" || w.Lower == "these" || w.Lower == "those":
			d[dDeterminer] = 3
		case possessivePronoun(w) || isPossessive(w):
			d[dDeterminer] = 4
		case w.Closed == Determiner:
			d[dDeterminer] = 5
		case w.Closed == Preposition:
			d[dDeterminer] = 6
		case w.Tag == Verb:
			d[dDeterminer] = 7
		}
	}
}
