package opinion

// nearFigures tell of the words around a target.
func (s *Scene) nearFigures(d *Figures, x *Sentence, t *Phrase) {
	for i := max(x.First, t.First-6); i < min(x.End, t.End+6); i++ {
		w := &s.Words[i]
		if i >= t.First && i < t.End {
			continue
		}
		if w.Closed == Open && !w.Name() {
			d[dNearValence] += float32(w.Valence)
			d[dNearFrames] += float32(frameSign(w))
		}
		switch w.Modifier {
		case Negation:
			d[dNegation]++
		case Hedge, Conditional:
			d[dHedge]++
		}
	}
	for i := t.First; i < t.End; i++ {
		w := &s.Words[i]
		if !w.Name() {
			d[dTargetValence] += float32(w.Valence)
		}
	}
	d[dTargetFrame] = float32(frameSign(&s.Words[t.Head]))
	for i := x.End - 1; i >= max(x.First, x.End-3); i-- {
		if s.Words[i].is(question) {
			d[dQuestion] = 1
		}
	}
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
	if s.Words[t.Head].Ending == S {
		d[dPlural] = 1
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
	d[dHolderFrame] = float32(frameSign(&s.Words[h.Head]))
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

// quoteSum is what the words of a quote add up to.
type quoteSum struct {
	made                   bool
	words                  int
	valence, frames, first float32
}

// maxHeard is how many words of each part of a quote are read.
const maxHeard = 200

func (s *Scene) hear(i int) *quoteSum {
	h := &s.heard[i]
	if h.made {
		return h
	}
	h.made = true
	for _, c := range s.Quotes[i].Content {
		first, end := s.WordsOf(c)
		h.words += end - first
		for k := first; k < min(end, first+maxHeard); k++ {
			w := &s.Words[k]
			if w.Closed == Open && !w.Name() {
				h.valence += float32(w.Valence)
				h.frames += float32(frameSign(w))
			}
			if firstPerson(w) {
				h.first++
			}
		}
	}
	return h
}

// voiceFigures tell of the quote that holds the target.
func (s *Scene) voiceFigures(d *Figures, p *Pair) {
	if p.ByAuthor() {
		d[dFirstPerson] = 1000 * float32(s.style.first) / float32(max(1, s.style.words))
		d[dQuoteValence] = 1000 * float32(s.style.polar) / float32(max(1, s.style.words))
		return
	}
	q, h := &s.Quotes[p.Quote], s.hear(p.Quote)
	d[dQuoteClass], d[dQuoteKind] = float32(q.Class), float32(q.Kind)
	d[dQuoteLength], d[dQuoteValence], d[dQuoteFrames], d[dFirstPerson] = float32(h.words), h.valence, h.frames, h.first
	before := 0
	for _, c := range q.Content {
		first, end := s.WordsOf(c)
		if p.Target.First >= first {
			before += min(end, p.Target.First) - first
		}
	}
	d[dQuotePlace] = float32(before) / float32(max(1, h.words))
}

// weigh returns how often the story speaks of a party, where it does first, and
// how many quotes it speaks.
func (s *Scene) weigh(p *Phrase) (count, first, speaks float32) {
	switch {
	case p.Entity >= 0:
		m := s.Entities[p.Entity].Mentions
		if len(m) > 0 {
			first = float32(m[0].Start) / float32(max(1, s.Words[len(s.Words)-1].End))
		}
		if p.Entity < len(s.speaks) {
			speaks = float32(s.speaks[p.Entity])
		}
		return float32(len(m)), first, speaks
	case p.Head >= 0:
		return float32(s.counts.of(s.Words[p.Head].Mark)), -1, 0
	}
	return 0, -1, 0
}
