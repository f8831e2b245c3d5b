package opinion

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/search"
)

// window is how many words before and behind a target are read.
const window = 30

// around is which words of a sentence are, with the target first to end among them.
func (x *Sentence) around(first, end int) (lo, hi int) {
	return max(x.First, first-window), min(x.End, end+window)
}

// ToneBias is the feature that every target has.
var ToneBias = featureOf(tBias, 0, 0)

// Tone makes the features by which the words first to end are judged.
func (s *Scene) Tone(f *Features, first, end int) {
	f.reset()
	x := s.SentenceOf(first)
	lo, hi := x.around(first, end)
	f.add(-1, tBias, 0, 0)
	f.add(-1, tLength, windowLength(hi-lo), 0)
	if x.Kind == article.Headline {
		f.add(-1, tLength, headlineLength, 0)
	}
	s.targetFeatures(f, x, first, end)
	s.treeFeatures(f, first, end)
	var sums valenceSums
	clause := uint64(0)
	for i := first - 1; i >= lo; i-- {
		clause = s.toneWord(f, x, i, first-i, 0, clause, &sums)
	}
	clause = 0
	for i := end; i < hi; i++ {
		clause = s.toneWord(f, x, i, i-end+1, 1, clause, &sums)
	}
	for k, v := range sums {
		f.add(-1, tValenceSum, uint64(k), sumLevel(v))
	}
}

// headlineLength stands for the length of a headline.
const headlineLength = 100

// windowLength puts the number of words around a target into one of a few classes.
func windowLength(n int) uint64 { return distance(n / 4) }

// targetFeatures tell how the target is named, what stands next to it, and whether it is
// quoted or speaks.
func (s *Scene) targetFeatures(f *Features, x Sentence, first, end int) {
	f.add(first, tTargetForm, s.form(first, end), 0)
	if last := &s.Words[end-1]; last.Name() {
		f.add(first, tTargetType, last.Mark, 0)
	}
	for _, n := range [...]struct {
		of Template
		i  int
	}{{tNext, end}, {tPrevious, first - 1}, {tNext2, end + 1}, {tPrevious2, first - 2}} {
		mark := markEdge
		if n.i >= x.First && n.i < x.End {
			mark = s.Words[n.i].Mark
		}
		f.add(n.i, n.of, mark, 0)
	}
	if q := s.Words[first].Quote; q >= 0 {
		f.add(first, tInQuote, uint64(s.Quotes[q].Class), 0)
	}
	if s.isReported(&x, first, end) {
		f.add(first, tSpeaker, 0, 0)
	}
}

// speakerReach is how far from a quotation its speaker is looked for.
const speakerReach = 6

// isReported reports whether a target speaks in its sentence: who speaks is not judged.
func (s *Scene) isReported(x *Sentence, first, end int) bool {
	own, span := s.Words[first].Quote, article.Span{Start: s.Words[first].Start, End: s.Words[end-1].End}
	for i := max(x.First, first-speakerReach); i < min(x.End, end+speakerReach); i++ {
		if q := s.Words[i].Quote; q >= 0 && q != own && s.Quotes[q].Speaker.Overlaps(span) {
			return true
		}
	}
	return false
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

// toneWord adds the features of one word at a distance and side of the target; it returns
// how many clauses end before the next, 2 at most.
func (s *Scene) toneWord(f *Features, x Sentence, i, d int, side, clause uint64, sums *valenceSums) uint64 {
	w := &s.Words[i]
	switch s.toneRoleOf(w) {
	case divides:
		return min(clause+1, 2)
	case asks:
		f.add(i, tAsks, w.asking(), side)
		return clause
	case silent:
		return clause
	}
	near, isNear, where := nearOn(side, distance(d)), d <= close, inClause(side, clause)
	f.add(i, tWordSide, w.Mark, side)
	if isNear {
		f.add(i, tWordNear, w.Mark, near)
	}
	if w.Closed == Open && !w.Name() {
		f.add(i, tWord, w.Mark, 0)
		f.add(i, tWordClause, w.Mark, where)
		if w.is(valued) {
			f.add(i, tValenceClause, level(w.Valence), where)
			if isNear {
				f.add(i, tValenceNear, level(w.Valence), near)
			}
		}
		if w.is(framed) {
			f.add(i, tFrameClause, w.signLevel(), where)
			if isNear {
				f.add(i, tFrameNear, w.signLevel(), near)
			}
		}
		negated := s.negated(i, x.First)
		sums.add(w.valenceHere(negated), d, clause)
		if negated {
			f.add(i, tNegatedWord, w.Mark, side)
			if w.is(valued) {
				f.add(i, tNegatedValence, level(w.Valence), side)
			}
			if w.is(framed) {
				f.add(i, tNegatedFrame, w.signLevel(), side)
			}
		}
	}
	if endsClause(w) {
		return min(clause+1, 2)
	}
	return clause
}

// valenceSums are sums of valences in units of 1/valenceUnit: of all words around a target,
// of those in its clause, of the nearest.
type valenceSums [3]int32

// sumReach is how near the nearest are.
const sumReach = 5

// add adds that of a word.
func (x *valenceSums) add(valence int32, d int, clause uint64) {
	x[0] += valence
	if clause == 0 {
		x[1] += valence
	}
	if d <= sumReach {
		x[2] += valence
	}
}

// valenceHere is the valence of a word; of one that is negated, half of it is turned.
func (x *Info) valenceHere(negated bool) int32 {
	v := int32(x.valenceUnits)
	if negated {
		v /= -2
	}
	return v
}

// sumLevel puts a sum of valences into one of nine classes.
func sumLevel(v int32) (level uint64) {
	for _, least := range sumLevels {
		level += uint64(flag(v >= least))
	}
	return level
}

// sumLevels are where the classes begin, but the first.
var sumLevels = [...]int32{-1536, -820, -358, -51, 52, 359, 820, lastLevel}

const lastLevel = 1537

// nearOn numbers the distances on a side.
func nearOn(side, distance uint64) uint64 { return side<<3 | distance }

// inClause numbers the clauses on a side.
func inClause(side, clause uint64) uint64 { return side<<2 | clause }

// signLevel is the sign of a word's frame as a number from 0.
func (x *known) signLevel() uint64 { return uint64(x.first + 2) }

// asking tells "?" from "!".
func (w *Word) asking() uint64 { return uint64(flag(w.is(question))) }

// close is how near a word must be to a target for its distance to count.
const close = 6

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
		if s.owns(w) {
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

// owns reports whether a word is the caller's.
func (s *Scene) owns(w *Word) bool { return s.owned && w.Own }

// endsClause reports whether another clause begins behind a word, seen from the
// target.
func endsClause(w *Word) bool { return flag(w.Closed == Conjunction)|flag(w.is(relative)) != 0 }

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
