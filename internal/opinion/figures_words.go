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

// quoteFigures say how holder and target stand to the quotes.
func (s *Scene) quoteFigures(d *Figures, p *Pair) {
	h, t := &p.Holder, &p.Target
	qt := s.Words[t.Head].Quote
	if p.Voice {
		d[dQuotes] = 9
		if p.ByAuthor() {
			d[dQuotes] = 10
		}
		return
	}
	qh := s.Words[h.Head].Quote
	switch {
	case qh < 0 && qt < 0:
	case qh == qt:
		d[dQuotes] = 1
	case qh < 0:
		d[dQuotes] = 2
		if h.Entity >= 0 && s.Quotes[qt].Speaker.Is(h.Entity) {
			d[dQuotes] = 3
		}
	case qt < 0:
		d[dQuotes] = 4
	default:
		d[dQuotes] = 5
	}
}

// voiceFigures tell of the quote that holds the target.
func (s *Scene) voiceFigures(d *Figures, p *Pair) {
	if p.ByAuthor() {
		d[dFirstPerson] = count(1000 * s.style.first / max(1, s.style.words))
		d[dQuoteValence] = quoteValence(1000 * float32(s.style.polar) / float32(max(1, s.style.words)))
		return
	}
	v := s.hear(p.Quote)
	d[dQuoteKind], d[dQuoteLength] = uint8(s.Quotes[p.Quote].Kind), count(v.words/2)
	d[dQuoteValence], d[dFirstPerson] = quoteValence(v.valence), count(v.first)
	before := 0
	for _, c := range v.content {
		if p.Target.First >= c.first {
			before += min(c.end, p.Target.First) - c.first
		}
	}
	d[dQuotePlace] = share(float32(before) / float32(max(1, v.words)))
}

// weight is how often the story speaks of a party, where it does first (from 1; 0 for
// words), and how many quotes it speaks.
type weight struct {
	known                bool
	times, first, speaks uint8
	country              string
}

// weigh returns the weight of a party.
func (s *Scene) weigh(p *Phrase) (times, first, speaks uint8) {
	switch {
	case p.Entity >= 0:
		x := &s.paired.weights[p.Entity]
		if !x.known {
			m := s.Entities[p.Entity].Mentions
			*x = weight{known: true, times: count(len(m)), speaks: count(int(s.speaks[p.Entity])), country: s.Entities[p.Entity].Country}
			if len(m) > 0 {
				x.first = scaled(float32(m[0].Start)/float32(max(1, s.Words[len(s.Words)-1].End)), 126, 1)
			}
		}
		return x.times, x.first, x.speaks
	case p.Head >= 0:
		return count(s.counts.of(s.Words[p.Head].Mark)), 0, 0
	}
	return 0, 0, 0
}
