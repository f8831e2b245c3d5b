package opinion

import (
	"github.com/seed05c9d22b/newstext/article"
)

const (
	pBias Template = iota + 64
	pTypes
	pBetween
	pNearHolder
	pNearTarget
	pBefore
	pBehind
	pGap
	pParties
	pClauses
	pFrame
	pFrameLemma
	pFrameClass
	pValence
	pSpeech
	pQuotes
	pModifier
	pPrevHolder
	pPrevTarget
	pNextHolder
	pNextTarget
	pOnly
	pPassive
	pHead
	pTypesGap
	pCue
	pCueWord
	pFrameNear
	pSalience
	pOrder
	pTone
	pMatch
	pMatchLemma
	pPath
	pPathLength
	pPathWord
	pMeet
	pMeetRelations
	pMeetWord
	pOnWay
	pFill
	pFillClass
	pFillLemma
	pFillElse
)

var pairTemplateNames = []string{"bias", "types", "between", "behind holder", "before target", "before both", "behind both", "gap", "parties between", "clauses between",
	"frame", "frame lemma", "frame class", "valence", "speech", "quotes", "modifier", "before holder", "before target", "after holder", "after target", "only words", "passive", "head of target",
	"types:gap", "cue class", "cue", "frame near", "salience", "order", "tone", "match", "match lemma", "path", "path length", "path:word", "meet", "meet:relations", "meet:word", "on way", "fill", "fill class", "fill lemma", "other fill"}

// kindOf puts a phrase into one of a few classes by what it names.
func (s *Scene) kindOf(p Phrase) uint64 {
	k := uint64(0)
	switch {
	case p.Entity >= 0:
		k = 1 + uint64(s.Entities[p.Entity].Type)
	case p.Head >= 0 && s.Words[p.Head].Closed == Pronoun:
		k = 7
	}
	if p.Modifier {
		k |= 8
	}
	if p.Possessive {
		k |= 16
	}
	return k
}

// Features makes the features of a pair.
func (s *Scene) Features(f *Features, p *Pair) {
	if p.Voice {
		s.voiceFeatures(f, p)
		return
	}
	f.reset()
	h, t, x := &p.Holder, &p.Target, &p.Sentence
	dir := uint64(0)
	first, second := h, t
	if t.First < h.First {
		dir = 1
		first, second = t, h
	}
	f.add(-1, pBias, dir, 0)
	hk, tk := s.kindOf(*h), s.kindOf(*t)
	f.add(h.Head, pTypes, hk<<8|tk, dir)
	f.add(h.Head, pTypes, 1<<16|hk, dir)
	f.add(t.Head, pTypes, 2<<16|tk, dir)
	if !separate(*h, *t) {
		s.insideFeatures(f, h)
	}
	g := distance(second.First - first.End)
	f.add(-1, pGap, g, dir)
	f.add(-1, pTypesGap, g<<16|hk<<8|tk, dir)
	at := func(i int) uint64 {
		if i < x.First || i >= x.End {
			return markEdge
		}
		return s.Words[i].Mark
	}
	f.add(h.First-1, pPrevHolder, at(h.First-1), dir)
	f.add(t.First-1, pPrevTarget, at(t.First-1), dir)
	f.add(t.First-2, pPrevTarget, at(t.First-2), 2|dir)
	f.add(h.End, pNextHolder, at(h.End), dir)
	f.add(h.End+1, pNextHolder, at(h.End+1), 2|dir)
	f.add(t.End, pNextTarget, at(t.End), dir)
	f.add(t.Head, pHead, at(t.Head), dir)

	parties, clauses := s.between(f, first.End, second.First, dir)
	for i, seen := first.End, 0; i < second.First; i++ {
		w := &s.Words[i]
		if w.Mention >= 0 && s.Words[i-1].Mention != w.Mention {
			seen++
		}
		if w.Closed == Open && len(w.frames) > 0 && !w.Name() {
			s.match(f, i, first, second, seen, parties-seen, dir)
		}
	}
	f.add(-1, pParties, uint64(min(parties, 4)), dir)
	f.add(-1, pClauses, uint64(min(clauses, 4)), dir)
	for i := max(x.First, first.First-4); i < first.First; i++ {
		s.outside(f, i, pBefore, dir)
	}
	for i := second.End; i < min(x.End, second.End+6); i++ {
		s.outside(f, i, pBehind, dir)
	}
	s.quoteFeatures(f, p, dir)
	s.salience(f, h, t)
	s.toneOf(f, t)
	s.pathFeatures(f, h, t, dir)
	s.fillFeatures(f, p)
	f.add(-1, pOrder, uint64(min(p.HolderOrder, 4)), dir)
	f.add(-1, pOrder, 16|uint64(min(p.TargetOrder, 6)), dir)
	if x.Kind == article.Headline {
		f.add(-1, pBias, 10, 0)
	}
}

// insideFeatures tells of a holder whose phrase names the target.
func (s *Scene) insideFeatures(f *Features, h *Phrase) {
	w := &s.Words[h.Head]
	fr := &w.frames[0]
	f.add(h.Head, pMatch, 1<<40|uint64(fr.Sign()+8)<<8|uint64(fr.POS), 0)
	f.add(h.Head, pMatchLemma, w.Mark, 1<<40)
}

// match adds how a frame between holder and target fits them: how many phrases
// stand between, whether its preposition goes before the later one, whether "by"
// does.
func (s *Scene) match(f *Features, i int, first, second *Phrase, left, right int, dir uint64) {
	w := &s.Words[i]
	prep := s.prepositionBefore(second.First)
	for k := range w.frames {
		fr := &w.frames[k]
		if fr.Sign() == 0 {
			continue
		}
		fits := uint64(0)
		switch p := fr.Preposition(); {
		case prep == "by":
			fits = 1
		case p == "" && prep == "":
			fits = 2
		case p != "" && p == prep:
			fits = 3
		case p == "":
			fits = 4
		}
		code := uint64(min(left, 2))<<4 | uint64(min(right, 2))<<2 | dir
		f.add(i, pMatch, uint64(fr.Sign()+8)<<8|uint64(fr.POS), fits<<8|code)
		f.add(i, pMatchLemma, w.Mark, fits<<8|code&^0xff|dir)
	}
}

// prepositionBefore returns the preposition before a phrase, "" where there is
// none.
func (s *Scene) prepositionBefore(first int) string {
	for i := first - 1; i >= max(0, first-3); i-- {
		switch w := &s.Words[i]; w.Closed {
		case Preposition:
			return w.Lower
		case Determiner:
		default:
			if w.Lower == "to" {
				return "to"
			}
			return ""
		}
	}
	return ""
}

// between adds the features of the words between holder and target.
func (s *Scene) between(f *Features, lo, hi int, dir uint64) (parties, clauses int) {
	n := hi - lo
	frames := 0
	for i := lo; i < hi; i++ {
		w := &s.Words[i]
		if w.Closed == Mark {
			if w.Lower == "," || w.Lower == ";" || w.Lower == "—" || w.Lower == ":" {
				clauses++
			}
			if n <= 4 {
				f.add(i, pOnly, w.Mark, dir)
			}
			continue
		}
		if w.Mention >= 0 && (i == lo || s.Words[i-1].Mention != w.Mention) {
			parties++
		}
		if w.Lower == "who" || w.Lower == "that" || w.Lower == "which" || w.Closed == Conjunction {
			clauses++
		}
		f.add(i, pBetween, w.Mark, dir)
		if i-lo < 3 {
			f.add(i, pNearHolder+Template(dir), w.Mark, uint64(i-lo)<<1|dir)
		}
		if hi-i <= 3 {
			f.add(i, pNearTarget-Template(dir), w.Mark, uint64(hi-i)<<1|dir)
		}
		if w.Closed == Open && !w.Name() {
			for k := range w.frames {
				fr := &w.frames[k]
				if fr.Sign() == 0 && fr.Class == "neutral" {
					continue
				}
				sign := uint64(fr.Sign() + 8)
				f.add(i, pFrame, sign<<8|uint64(fr.POS), dir)
				f.add(i, pFrame, 1<<20|sign<<8|uint64(fr.POS), dir<<8|distance(i-lo+1)<<4|distance(hi-i))
				if hi-i == 1 || hi-i == 2 && s.Words[i+1].Closed != Open {
					f.add(i, pFrameNear, sign<<8|uint64(fr.POS), dir<<4|uint64(min(parties, 2)))
				}
				frames++
			}
			if v := w.Valence; v != 0 {
				f.add(i, pValence, level(v), dir)
			}
		}
		if w.Modifier != Plain {
			f.add(i, pModifier, uint64(w.Modifier), dir)
		}
	}
	f.add(-1, pFrame, 1<<30|uint64(min(frames, 3)), dir)
	return parties, clauses
}

func (s *Scene) outside(f *Features, i int, t Template, dir uint64) {
	w := &s.Words[i]
	if w.Closed == Mark {
		return
	}
	f.add(i, t, w.Mark, dir)
	if w.Closed == Open && !w.Name() {
		if len(w.frames) > 0 {
			f.add(i, pFrame, uint64(t)<<40|uint64(w.frames[0].Sign()+8), dir)
		}
		if w.Valence != 0 {
			f.add(i, pValence, uint64(t)<<8|level(w.Valence), dir)
		}
	}
}

// quoteFeatures says how holder and target stand to the quotes.
func (s *Scene) quoteFeatures(f *Features, p *Pair, dir uint64) {
	h, t := &p.Holder, &p.Target
	qh, qt := s.Words[h.Head].Quote, s.Words[t.Head].Quote
	rel := uint64(0)
	switch {
	case qh < 0 && qt < 0:
	case qh == qt:
		rel = 1
	case qh < 0:
		rel = 2
		if h.Entity >= 0 && s.Quotes[qt].Speaker.Is(h.Entity) {
			rel = 3
		}
	case qt < 0:
		rel = 4
	default:
		rel = 5
	}
	f.add(-1, pQuotes, rel, dir)
	f.add(-1, pQuotes, 8|rel, s.kindOf(*t)<<1|dir)
}

// voiceFeatures makes the features of a speaker and a target in his words: the
// tone of the target, and what is told of the quote.
func (s *Scene) voiceFeatures(f *Features, p *Pair) {
	t := &p.Target
	f.reset()
	x := p.Sentence
	lo, hi := t.First, t.End
	for lo > x.First && t.First-lo < window && s.Words[lo-1].Quote >= 0 {
		lo--
	}
	for hi < x.End && hi-t.End < window && s.Words[hi].Quote >= 0 {
		hi++
	}
	s.tone(f, x, t.First, t.End, lo, hi)
	tk := s.kindOf(*t)
	hk := uint64(0)
	if p.Holder.Entity >= 0 {
		hk = 1 + uint64(s.Entities[p.Holder.Entity].Type)
	}
	f.add(t.Head, pTypes, hk<<8|tk, 2)
	f.add(t.Head, pTypes, 2<<16|tk, 2)
	f.add(t.Head, pHead, s.Words[t.Head].Mark, 2)
	q := &s.Quotes[p.Quote]
	f.add(-1, pCue, uint64(q.Class)<<4|uint64(q.Kind), 0)
	f.add(-1, pCue, 1<<16|uint64(q.Class)<<4|uint64(q.Kind), tk)
	if !q.Cue.Empty() {
		first, end := s.WordsOf(q.Cue)
		for i := first; i < end; i++ {
			f.add(i, pCueWord, s.Words[i].Mark, 0)
		}
	}
	parties := 0
	for i := p.Sentence.First; i < t.First; i++ {
		if s.Words[i].Mention >= 0 {
			parties++
		}
	}
	f.add(-1, pParties, uint64(min(parties, 3)), 2)
	s.salience(f, &p.Holder, t)
	s.toneOf(f, t)
	s.fillFeatures(f, p)
	f.add(-1, pOrder, 16|uint64(min(p.TargetOrder, 6)), 2)
	first := lo == t.First || t.First-lo <= 2 && s.Words[lo].Closed != Open
	if first {
		f.add(-1, pOrder, 64, tk)
	}
}

// toneOf tells how the model of tone judges the target.
func (s *Scene) toneOf(f *Features, t *Phrase) {
	pos, neg := s.toneLevels(t.First, t.End)
	f.add(-1, pTone, pos, 1)
	f.add(-1, pTone, neg, 2)
	f.add(-1, pTone, pos<<4|neg, 3)
}

// salience says how much the story speaks of the two.
func (s *Scene) salience(f *Features, h, t *Phrase) {
	hs, ts := s.weight(h), s.weight(t)
	f.add(-1, pSalience, 1<<8|hs, 0)
	f.add(-1, pSalience, 2<<8|ts, 0)
	f.add(-1, pSalience, 3<<8|hs<<4|ts, 0)
}

// weight puts a phrase into classes by how often the story names it, and
// whether its first lines do.
func (s *Scene) weight(p *Phrase) uint64 {
	n := 0
	early := uint64(0)
	switch {
	case p.Entity >= 0:
		m := s.Entities[p.Entity].Mentions
		n = len(m)
		if n > 0 && len(s.Sentences) > 0 && m[0].Start < s.Words[s.Sentences[min(1, len(s.Sentences)-1)].First].Start {
			early = 8
		}
	case p.Head >= 0:
		n = int(s.counts[s.Words[p.Head].Mark])
	}
	switch {
	case n <= 2:
		return early | uint64(n)
	case n <= 4:
		return early | 3
	case n <= 8:
		return early | 4
	case n <= 16:
		return early | 5
	}
	return early | 6
}
