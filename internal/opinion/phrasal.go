package opinion

import (
	"sync"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Frames of several words are found in their places: "throw weight behind", also as
// "threw his full weight behind" and "hold Day accountable".

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

// framePairs are the first two words of the frames of several words.
var framePairs = sync.OnceValue(lexicon.Frames.Pairs)

// inLonger tells what a word, by the hash of its stem, may be to frames of several words.
func inLonger(stem lexicon.Hash) (p asFrame) {
	if lexicon.Frames.GoesOn(stem) {
		p |= beginsLonger
	}
	if framePairs().Second(stem) {
		p |= secondOfLonger
	}
	return p
}

// fillPhrasal fills the frame of several words that begins at a word, and reports whether
// it holds anybody.
func (s *Scene) fillPhrasal(x *Sentence, i int) bool {
	last, readings := s.phrasalFrom(x, i)
	before := len(s.fills)
	for k := range readings {
		s.fill(i, last, &readings[k])
	}
	return len(s.fills) > before
}

// phrasalFrom finds the frame of several words that begins at a word that may begin one:
// its last word and its readings, none where there is no frame.
func (s *Scene) phrasalFrom(x *Sentence, i int) (last int, readings []Frame) {
	w := &s.Words[i]
	if !w.beginsPhrasal() {
		return 0, nil
	}
	pairs := framePairs()
	var at [maxPhrasal]int
	none := -1 // a word with which it begins no frame
	for way := range standings {
		if way == overObject && w.Tag != Verb {
			break
		}
		j := s.nextOf(x, i, 1, way)
		if j == none || j < 0 {
			continue
		}
		if second := &s.Words[j]; second.asFrame&secondOfLonger == 0 || !pairs.Has(w.hash, second.hash) {
			none = j
			continue
		}
		if places := s.placesFrom(x, i, j, way); places != at {
			at = places
			if last, readings = s.phrasal(&at); readings != nil {
				break
			}
		}
	}
	return last, readings
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

// placesFrom are the places of the words that a frame of several words may have whose first
// two are known, −1 behind the last.
func (s *Scene) placesFrom(x *Sentence, first, second, way int) (at [maxPhrasal]int) {
	at[0], at[1] = first, second
	for n := 2; n < maxPhrasal; n++ {
		if at[n] = -1; at[n-1] >= 0 {
			at[n] = s.nextOf(x, at[n-1], n, way)
		}
	}
	return at
}

// phrasal finds the frame of several words that stands in these places: its last word and
// its readings.
func (s *Scene) phrasal(at *[maxPhrasal]int) (last int, readings []Frame) {
	w := &s.Words[at[0]]
	e, count, ok := lexicon.Frames.LongestOfSeveral(w.hash, func(k int) (string, bool) {
		if k >= maxPhrasal || at[k] < 0 {
			return "", false
		}
		j := at[k]
		return s.Words[j].Stem, k > 0 && s.Words[j].Start > s.Words[j-1].End
	})
	from := len(s.frames)
	for ; ok; e, ok = e.Next() {
		if f := frameOf(e); w.fits(&f) {
			s.frames = append(s.frames, f)
		}
	}
	if len(s.frames) == from {
		return 0, nil
	}
	return at[count-1], s.frames[from:len(s.frames):len(s.frames)]
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
