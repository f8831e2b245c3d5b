package opinion

import (
	"sync"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// phrasal is a frame of several words in its place: "throw weight behind", also as
// "threw his full weight behind" and "hold Day accountable".
type phrasal struct {
	first  int
	last   int
	frames []Frame // its readings
}

// The ways in which the words of a frame may stand, in the order in which they are
// tried.
const (
	adjoining      = iota // one behind the other
	overDeterminer        // "his" and "a" in between
	overAdjective         // and "full", "strongly"
	overObject            // the object behind the verb
	standings
)

// maxPhrasal bounds the words of a frame, maxSkipped those in between.
const (
	maxPhrasal = 6
	maxSkipped = 5
)

// phrasalAt returns the place in Scene.phrasals of the frame of several words that a word
// is in, −1 for none. Those of a sentence are found when one of its words is asked about.
func (s *Scene) phrasalAt(i int) int {
	if s.phrasalOf[i] == 0 {
		s.findPhrasals(s.SentenceOf(i))
	}
	return max(0, int(s.phrasalOf[i])) - 1
}

// findPhrasals lists the frames of several words of a sentence, and notes in which each
// word is.
func (s *Scene) findPhrasals(x Sentence) {
	for i := x.First; i < x.End; i++ {
		s.phrasalOf[i] = -1
	}
	pairs := framePairs()
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		if !w.phrases || !w.beginsPhrasal() {
			continue
		}
		var at [maxPhrasal]int
		none := -1 // a word with which it begins no frame
		for way := range standings {
			if way == overObject && w.Tag != Verb {
				break
			}
			if j := s.nextOf(&x, i, 1, way); j == none || j < 0 || !pairs.Has(w.hash, s.Words[j].hash) {
				none = j
				continue
			}
			if places := s.placesFrom(&x, i, way); places != at {
				at = places
				if s.phrasal(&at) {
					break
				}
			}
		}
	}
}

// beginsPhrasal reports whether a word may begin a frame of several words: "take",
// "at" of "at odds with", "have" where it is no auxiliary.
func (w *Word) beginsPhrasal() bool {
	switch w.Closed {
	case Open:
		return !w.Name() || w.Mention < 0
	case Auxiliary:
		return w.Tag == Verb
	case Preposition:
		return true
	}
	return w.Modifier == Shifter
}

// placesFrom are the places of the words that a frame of several words may have
// from a word on, −1 behind the last.
func (s *Scene) placesFrom(x *Sentence, i, way int) (at [maxPhrasal]int) {
	at[0] = i
	for n := 1; n < maxPhrasal; n++ {
		if at[n] = -1; at[n-1] >= 0 {
			at[n] = s.nextOf(x, at[n-1], n, way)
		}
	}
	return at
}

// framePairs are the first two words of the frames of several words.
var framePairs = sync.OnceValue(lexicon.Frames.Pairs)

// phrasal finds the frame of several words that stands in these places.
func (s *Scene) phrasal(at *[maxPhrasal]int) bool {
	e, count, ok := lexicon.Frames.Longest(func(k int) (string, bool) {
		if k >= maxPhrasal || at[k] < 0 {
			return "", false
		}
		j := at[k]
		return s.Words[j].Stem, k > 0 && s.Words[j].Start > s.Words[j-1].End
	})
	if !ok || count < 2 {
		return false
	}
	from := len(s.frames)
	for ; ok; e, ok = e.Next() {
		if f := frameOf(e); s.Words[at[0]].fits(&f) {
			s.frames = append(s.frames, f)
		}
	}
	if len(s.frames) == from {
		return false
	}
	s.phrasals = append(s.phrasals, phrasal{at[0], at[count-1], s.frames[from:len(s.frames):len(s.frames)]})
	for _, j := range at[:count] {
		s.phrasalOf[j] = int32(len(s.phrasals))
	}
	return true
}

// nextOf is the place of the n-th word of a frame behind that of the one before, −1
// at the end of the sentence.
func (s *Scene) nextOf(x *Sentence, before, n, way int) int {
	j := before + 1
	for j < x.End && j-before <= maxSkipped {
		w := &s.Words[j]
		switch {
		case way == adjoining:
			return j
		case way == overObject:
			if n > 1 || !(w.Closed == Determiner || w.Mention >= 0 || w.Tag == Noun || w.Tag == ProperNoun || w.Tag == PronounTag) {
				return j
			}
		case w.Closed == Determiner || possessivePronoun(w):
		case way == overAdjective && (w.Tag == Adjective || w.Tag == Adverb):
		default:
			return j
		}
		j++
	}
	return -1
}

// fillPhrasal fills the frames of several words that begin at a word.
func (s *Scene) fillPhrasal(i int) bool {
	k := s.phrasalAt(i)
	if k < 0 || s.phrasals[k].first != i {
		return false
	}
	before, p := len(s.fills), &s.phrasals[k]
	for m := range p.frames {
		s.fill(i, p.last, &p.frames[m])
	}
	return len(s.fills) > before
}
