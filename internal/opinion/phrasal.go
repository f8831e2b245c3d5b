package opinion

import (
	"slices"
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

// framePairs are the first words of the frames of several words.
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
	if !w.beginsPhrasal() || !s.secondFollows(x, i) {
		return 0, nil
	}
	ways := standings
	if w.Tag != Verb {
		ways = overObject
	}
	pairs := framePairs()
	var at [maxPhrasal]int
	none := -1 // a word with which it begins no frame
	for way := range ways {
		j := s.nextOf(x, i, 1, way)
		if j == none || j < 0 {
			continue
		}
		if second := &s.Words[j]; second.asFrame&secondOfLonger == 0 || !pairs.Has(w.hash, second.hash) {
			if none = j; way == adjoining && !second.passed(overAdjective) && (ways == overObject || !second.passed(overObject)) {
				break // it is the second in all other ways too
			}
			continue
		}
		if places := s.placesFrom(x, i, j, way); places != at {
			if at = places; !s.mayBePhrasal(&at) {
				continue
			}
			if last, readings = s.phrasal(&at); readings != nil {
				break
			}
		}
	}
	return last, readings
}

// secondFollows reports whether a word stands near enough behind one for some way that may be
// the second of a frame that begins with it. Few words that begin frames have such a one.
func (s *Scene) secondFollows(x *Sentence, i int) bool {
	pairs, w, over := framePairs(), &s.Words[i], overWords
	if w.Tag == Verb {
		over |= overObjects
	}
	behind := s.Words[i+1 : min(x.End, i+1+maxSkipped)]
	for k := range behind {
		second := &behind[k]
		if second.asFrame&secondOfLonger != 0 && pairs.Has(w.hash, second.hash) {
			return true
		}
		if second.isOver()&over == 0 {
			return false
		}
	}
	return false
}

// over is what may stand between the words of a frame: a word in some way, an object.
type over uint8

const (
	overWords over = 1 << iota
	overObjects
)

var overTag = [tags]over{Adjective: overWords, Adverb: overWords, Noun: overObjects, ProperNoun: overObjects, PronounTag: overObjects}

// isOver tells as what a word may stand there, all of [Word.passed] without a branch.
func (w *Word) isOver() over {
	return overTag[w.Tag] | overWords*over(flag(w.Closed == Determiner)|flag(possessivePronoun(w))) | overObjects*over(flag(w.Mention >= 0))
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

// mayBePhrasal reports whether a frame of several words may stand in these places: whether
// its first two words, which may begin one, are all of it, or the third may go on. Two in
// three places have none.
func (s *Scene) mayBePhrasal(at *[maxPhrasal]int) bool {
	pairs, first, second := framePairs(), s.Words[at[0]].hash, s.Words[at[1]].hash
	return pairs.AreKey(first, second) || at[2] >= 0 && pairs.GoOn(first, second, s.Words[at[2]].hash)
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
	if !ok {
		return 0, nil
	}
	readings = readingsOf(e)
	if !slices.ContainsFunc(readings, func(f Frame) bool { return w.fits(&f) }) {
		return 0, nil
	}
	return at[count-1], readings
}

// readingsOf are the frames that an entry and those behind it of the same lemma make.
func readingsOf(e lexicon.Entry) []Frame {
	if known, ok := longFrames.Load(e.Key()); ok {
		return known.([]Frame)
	}
	var readings []Frame
	for x, ok := e, true; ok; x, ok = x.Next() {
		readings = append(readings, frameOf(x))
	}
	longFrames.Store(e.Key(), readings)
	return readings
}

// longFrames remembers the readings of frames of several words, by their lemma in stems.
var longFrames sync.Map

// nextOf is the place of the n-th word of a frame behind that of the one before, −1
// at the end of the sentence.
func (s *Scene) nextOf(x *Sentence, before, n, way int) int {
	j := before + 1
	for j < x.End && j-before <= maxSkipped {
		if way == overObject && n > 1 || !s.Words[j].passed(way) {
			return j
		}
		j++
	}
	return -1
}

// passed reports whether a word may stand between those of a frame.
func (w *Word) passed(way int) bool {
	switch way {
	case adjoining:
		return false
	case overObject:
		return w.Closed == Determiner || w.Mention >= 0 || w.Tag == Noun || w.Tag == ProperNoun || w.Tag == PronounTag
	case overAdjective:
		if w.Tag == Adjective || w.Tag == Adverb {
			return true
		}
	}
	return w.Closed == Determiner || possessivePronoun(w)
}
