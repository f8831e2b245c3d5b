package opinion

import "github.com/seed05c9d22b/newstext/article"

// window is how many words around a target are read.
const window = 30

// Tone makes the features by which the words first to end are judged.
func (s *Scene) Tone(f *Features, first, end int) {
	f.reset()
	x := s.SentenceOf(first)
	s.tone(f, x, first, end, max(x.First, first-window), min(x.End, end+window))
}

// tone reads the words lo to hi around a target.
func (s *Scene) tone(f *Features, x Sentence, first, end, lo, hi int) {
	f.add(-1, tBias, 0, 0)
	s.aroundTarget(f, lo, hi, first, end)
	s.governorFeatures(f, first, end)
	sums := [3]float64{}
	clause := 0
	for i := first - 1; i >= lo; i-- {
		clause = s.toneWord(f, i, lo, hi, first-i, 0, clause, &sums)
	}
	clause = 0
	for i := end; i < hi; i++ {
		clause = s.toneWord(f, i, lo, hi, i-end+1, 1, clause, &sums)
	}
	for k, v := range sums {
		f.add(-1, tValenceSum, uint64(k), sumLevel(v))
	}
	f.add(-1, tLength, distance((hi-lo)/4), 0)
	if x.Kind == article.Headline {
		f.add(-1, tLength, 100, 0)
	}
}

// aroundTarget adds what stands next to the target and how it is named.
func (s *Scene) aroundTarget(f *Features, lo, hi, first, end int) {
	at := func(i int) uint64 {
		if i < lo || i >= hi {
			return markEdge
		}
		return s.Words[i].Mark
	}
	form := s.form(first, end)
	f.add(first, tTargetForm, form, 0)
	f.add(end, tNext, at(end), 0)
	f.add(first-1, tPrevious, at(first-1), 0)
	f.add(end+1, tNext2, at(end), at(end+1))
	f.add(first-2, tPrevious2, at(first-2), at(first-1))
	f.add(first-1, tAround, at(first-1), at(end))
	q := s.Words[first].Quote
	if q >= 0 {
		f.add(first, tInQuote, 1+uint64(s.Quotes[q].Class), 0)
	}
	// A speaker is reported, not judged.
	for i := max(lo, first-6); i < min(hi, end+6); i++ {
		if s.Words[i].Quote != q && s.Words[i].Quote >= 0 {
			sp := s.Quotes[s.Words[i].Quote].Speaker
			if sp.Overlaps(article.Span{Start: s.Words[first].Start, End: s.Words[end-1].End}) {
				f.add(first, tSpeaker, 1, 0)
				break
			}
		}
	}
}

// form says how the target is named: by pronoun, possessive, name, or words.
func (s *Scene) form(first, end int) uint64 {
	w := &s.Words[first]
	form := uint64(0)
	switch {
	case end == first+1 && w.Closed == Pronoun:
		return w.ID
	case w.Upper:
		form = 1
	}
	if end < len(s.Words) && s.Words[end].is(apostropheS) {
		form |= 2
	}
	return form
}

// toneWord adds the features of one word at a distance and side of the target;
// it returns the number of clause marks passed.
func (s *Scene) toneWord(f *Features, i, lo, hi, d int, side uint64, clause int, sums *[3]float64) int {
	w := &s.Words[i]
	if w.Closed == Mark {
		switch w.Lower {
		case ",", ";", ":", "—", "–", "(", ")", "-":
			return clause + 1
		case "?", "!":
			f.add(i, tPunctuation, w.ID, side)
		}
		return clause
	}
	if w.Own {
		return clause // the caller's valence counts instead
	}
	p := tonePlace{side: side, near: distance(d), clause: uint64(min(clause, 2)), close: d <= 6}
	p.paired = i+1 < hi && d <= 12
	p.open = w.Closed == Open && !w.Name()
	p.negated = p.open && s.negated(i, lo)
	if p.open {
		p.valence = w.Valence
		if p.negated {
			p.valence *= -0.5
		}
	}
	if f.tone.tables != nil {
		f.tone.known(i, s.toneKnown(f.tone.tables, i, &p))
	} else {
		s.tonePlace(f, i, &p)
	}
	if v := p.valence; v != 0 {
		sums[0] += v
		if p.clause == 0 {
			sums[1] += v
		}
		if d <= 5 {
			sums[2] += v
		}
	}
	if w.Closed == Conjunction || w.is(relative) {
		clause++
	}
	return clause
}

// tonePlace is how a word stands to the target.
type tonePlace struct {
	side, near, clause uint64 // before or behind it, how far, how many clauses away
	close, paired      bool   // in reach of some features
	open, negated      bool
	valence            float64
}

// tonePlace adds the features of a word in its place.
func (s *Scene) tonePlace(f *Features, i int, p *tonePlace) {
	w := &s.Words[i]
	f.add(i, tWordSide, w.Mark, p.side)
	if p.close {
		f.add(i, tWordNear, w.Mark, p.side<<4|p.near)
	}
	if p.paired {
		f.add(i, tPair, w.Mark, s.Words[i+1].Mark)
	}
	if !p.open {
		return
	}
	f.add(i, tWord, w.Mark, 0)
	f.add(i, tWordClause, w.Mark, p.side<<2|p.clause)
	if p.negated {
		f.add(i, tNegatedWord, w.Mark, p.side)
	}
	if p.valence != 0 {
		f.add(i, tValence, level(p.valence), p.side<<3|p.near)
		f.add(i, tValence, level(p.valence), 1<<6|p.side<<2|p.clause)
	}
	if len(w.frames) > 0 {
		sign := uint64(w.frames[0].Sign() + 8)
		f.add(i, tFrame, sign, p.side<<4|p.near)
		f.add(i, tFrame, sign, 1<<6|p.side<<4|p.clause<<2)
	}
}

// toneKnown is what the model says of these features.
func (s *Scene) toneKnown(t *toneTables, i int, p *tonePlace) lanes {
	w := &s.Words[i]
	x := t.of(w)
	near := uint64(0)
	if p.close {
		near = p.near
	}
	sum := x.near[p.side&1][near]
	if p.paired {
		sum += s.paired(i)
	}
	if !p.open {
		return sum
	}
	sum += x.clause[p.side&1][p.clause]
	if p.negated {
		sum += x.negated[p.side&1]
	}
	if p.valence != 0 {
		v := &t.valence[level(p.valence)][p.side&1]
		sum += v[p.near] + v[8+p.clause]
	}
	if len(w.frames) > 0 {
		v := &t.frame[w.frames[0].Sign()+2][p.side&1]
		sum += v[p.near] + v[8+p.clause]
	}
	return sum
}

// negated reports whether a negation stands in the few words before a word.
func (s *Scene) negated(i, lo int) bool {
	for j := i - 1; j >= max(lo, i-4); j-- {
		w := &s.Words[j]
		if w.Modifier == Negation {
			return true
		}
		if w.Closed == Mark {
			return false
		}
	}
	return false
}

func sumLevel(v float64) uint64 {
	switch {
	case v < -1.5:
		return 0
	case v < -0.8:
		return 1
	case v < -0.35:
		return 2
	case v < -0.05:
		return 3
	case v <= 0.05:
		return 4
	case v <= 0.35:
		return 5
	case v <= 0.8:
		return 6
	case v <= 1.5:
		return 7
	}
	return 8
}

// SentenceOf returns the sentence that holds a word.
func (s *Scene) SentenceOf(word int) Sentence {
	if k := s.sentenceIndex(word); k < len(s.Sentences) {
		return s.Sentences[k]
	}
	return Sentence{word, word + 1, article.Paragraph}
}

// sentenceIndex returns the index of that sentence.
func (s *Scene) sentenceIndex(word int) int {
	lo, hi := 0, len(s.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if s.Sentences[m].End <= word {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// WordsOf returns the half-open range of the words that overlap a span.
func (s *Scene) WordsOf(x article.Span) (first, end int) { return s.Article.TokenRange(x) }
