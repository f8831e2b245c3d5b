package opinion

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/search"
)

// window is how many words around a target are read.
const window = 30

// ToneBias is the feature that every target has.
var ToneBias = featureOf(tBias, 0, 0)

// Tone makes the features by which the words first to end are judged.
func (s *Scene) Tone(f *Features, first, end int) {
	f.reset()
	x := s.SentenceOf(first)
	lo, hi := max(x.First, first-window), min(x.End, end+window)
	f.add(-1, tBias, 0, 0)
	s.aroundTarget(f, lo, hi, first, end)
	s.governorFeatures(f, first, end)
	var sums [3]float64
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
		f.add(-1, tLength, headlineLength, 0)
	}
}

// headlineLength stands for the length of a headline.
const headlineLength = 100

// aroundTarget adds what stands next to the target and how it is named.
func (s *Scene) aroundTarget(f *Features, lo, hi, first, end int) {
	at := func(i int) uint64 {
		if i < lo || i >= hi {
			return markEdge
		}
		return s.Words[i].Mark
	}
	form := s.form(first, end)
	if t := f.tone.tables; t != nil {
		if form < uint64(len(t.forms)) {
			f.tone.known(first, t.forms[form])
		} else {
			f.add(first, tTargetForm, form, 0)
		}
		next, previous := &t.edge, &t.edge
		if end < hi {
			next = t.of(&s.Words[end])
		}
		if first > lo {
			previous = t.of(&s.Words[first-1])
		}
		f.tone.known(end, next.next)
		f.tone.known(first-1, previous.previous)
	} else {
		f.add(first, tTargetForm, form, 0)
		f.add(end, tNext, at(end), 0)
		f.add(first-1, tPrevious, at(first-1), 0)
	}
	f.add(end+1, tNext2, at(end), at(end+1))
	f.add(first-2, tPrevious2, at(first-2), at(first-1))
	f.add(first-1, tAround, at(first-1), at(end))
	q := s.Words[first].Quote
	if q >= 0 {
		class := uint64(s.Quotes[q].Class)
		if t := f.tone.tables; t != nil {
			f.tone.known(first, t.quotes[class])
		} else {
			f.add(first, tInQuote, 1+class, 0)
		}
	}
	if f.tone.tables != nil && !f.tone.quoted {
		return
	}
	// A speaker is reported, not judged.
	for i := max(lo, first-6); i < min(hi, end+6); i++ {
		if s.Words[i].Quote != q && s.Words[i].Quote >= 0 {
			sp := s.Quotes[s.Words[i].Quote].Speaker
			if sp.Overlaps(article.Span{Start: s.Words[first].Start, End: s.Words[end-1].End}) {
				if t := f.tone.tables; t != nil {
					f.tone.known(first, t.speaker)
				} else {
					f.add(first, tSpeaker, 1, 0)
				}
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
	case w.Upper():
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
	switch s.toneRoleOf(w) {
	case divides:
		return clause + 1
	case asks:
		f.add(i, tPunctuation, w.ID, side)
		return clause
	case silent:
		return clause
	}
	near := distance(d)
	c := uint64(min(clause, 2))
	f.add(i, tWordSide, w.Mark, side)
	if d <= close {
		f.add(i, tWordNear, w.Mark, side<<4|near)
	}
	if i+1 < hi && d <= pairReach {
		f.add(i, tPair, w.Mark, s.Words[i+1].Mark)
	}
	if w.Closed == Open && !w.Name() {
		f.add(i, tWord, w.Mark, 0)
		f.add(i, tWordClause, w.Mark, side<<2|c)
		negated := s.negated(i, lo)
		if negated {
			f.add(i, tNegatedWord, w.Mark, side)
		}
		if v := w.Valence; v != 0 {
			if negated {
				v *= -0.5
			}
			f.add(i, tValence, level(v), side<<3|near)
			f.add(i, tValence, level(v), 1<<6|side<<2|c)
			addValence(sums, v, int(c), d)
		}
		if len(w.frames) > 0 {
			sign := uint64(w.first + 8)
			f.add(i, tFrame, sign, side<<4|near)
			f.add(i, tFrame, sign, 1<<6|side<<4|c<<2)
		}
	}
	if endsClause(w) {
		clause++
	}
	return clause
}

// How near a word must be to a target for some features.
const (
	close     = 6
	pairReach = 12
	sumReach  = 5
)

// addValence adds a valence to the sums: of all words, of those in the same clause,
// of the nearest ones.
func addValence(sums *[3]float64, v float64, clause, d int) {
	sums[0] += v
	if clause == 0 {
		sums[1] += v
	}
	if d <= sumReach {
		sums[2] += v
	}
}

// toneRole is what a word is to a tone.
type toneRole uint8

const (
	speaks  toneRole = iota
	divides          // a mark between clauses
	asks             // "?" or "!"
	silent           // another mark, or a word of the caller's: its valence counts instead
)

func (s *Scene) toneRoleOf(w *Word) toneRole {
	if w.Closed != Mark {
		if s.owned && w.Own {
			return silent
		}
		return speaks
	}
	switch {
	case w.is(divider):
		return divides
	case w.is(question | exclamation):
		return asks
	}
	return silent
}

// endsClause reports whether another clause begins behind a word, seen from the
// target.
func endsClause(w *Word) bool { return w.Closed == Conjunction || w.is(relative) }

// negationReach is how many words a negation reaches.
const negationReach = 4

// negated reports whether a negation stands in the few words before a word.
func (s *Scene) negated(i, lo int) bool {
	for j := i - 1; j >= max(lo, i-negationReach); j-- {
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
	return search.First(len(s.Sentences), func(k int) bool { return s.Sentences[k].End > word })
}

// Place returns where a span stands: its sentence, which is the first of several, and its
// words there. There are none, first = end, where it has none in a sentence.
func (s *Scene) Place(x article.Span) (k, first, end int) {
	if first, end = s.WordsOf(x); first == end {
		return 0, 0, 0
	}
	k = s.sentenceIndex(first)
	return k, first, min(end, s.Sentences[k].End)
}

// WordsOf returns the half-open range of the words that overlap a span.
func (s *Scene) WordsOf(x article.Span) (first, end int) { return s.Article.TokenRange(x) }
