package opinion

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
