package opinion

import (
	"math"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// A target's tone is judged by some hundred features, most of them of a word and
// where it stands: on which side, how far, in which clause. What the model says of
// these is known as soon as the word is, and kept with it; so that for each word
// around a target one or two numbers are added. [Scene.Tone] makes all features,
// for training; the two must, and a test sees to it, say the same.

// lanes are weights of the three classes, side by side: one addition adds all.
type lanes int64

const laneBits = 20

func lanesOf(w [4]int8) lanes {
	return lanes(w[0]) + lanes(w[1])<<laneBits + lanes(w[2])<<(2*laneBits)
}

// split returns the weights of each class.
func (x lanes) split() (w [3]int32) {
	for c := range w {
		w[c] = int32(x << (64 - laneBits) >> (64 - laneBits))
		x = (x - lanes(w[c])) >> laneBits
	}
	return w
}

// toneWord is what the model of tone says of a word.
type toneWord struct {
	near    [2][6]lanes // by side, and by distance where it is near
	clause  [2][3]lanes // of an open word, by side and number of clauses between
	negated [2]lanes    // likewise, more where it is negated
}

// toneTables is what the model of tone says of what is no word.
type toneTables struct {
	model   *linear.Model
	names   [markEdge - markPerson]*toneWord
	valence [7][2][8 + 3]lanes // by level and side, then by distance or clause
	frame   [5][2][8 + 3]lanes // by sign likewise
}

func newToneTables(m *linear.Model) *toneTables {
	t := &toneTables{model: m}
	for i := range t.names {
		t.names[i] = t.word(markPerson+uint64(i), false)
	}
	for side := range uint64(2) {
		for level := range uint64(7) {
			for near := range uint64(8) {
				t.valence[level][side][near] = t.weights(tValence, level, side<<3|near)
			}
			for c := range uint64(3) {
				t.valence[level][side][8+c] = t.weights(tValence, level, 1<<6|side<<2|c)
			}
		}
		for sign := range uint64(5) {
			for near := range uint64(8) {
				t.frame[sign][side][near] = t.weights(tFrame, sign+6, side<<4|near)
			}
			for c := range uint64(3) {
				t.frame[sign][side][8+c] = t.weights(tFrame, sign+6, 1<<6|side<<4|c<<2)
			}
		}
	}
	return t
}

// weights are those of one feature.
func (t *toneTables) weights(template Template, a, b uint64) lanes {
	var w [1][4]int8
	t.model.Each(w[:], []uint64{featureOf(template, a, b)})
	return lanesOf(w[0])
}

// word gathers what the model says of a word.
func (t *toneTables) word(mark uint64, open bool) *toneWord {
	f := make([]uint64, 0, 23)
	for side := range uint64(2) {
		f = append(f, featureOf(tWordSide, mark, side))
		for near := range uint64(5) {
			f = append(f, featureOf(tWordNear, mark, side<<4|(near+1)))
		}
	}
	if open {
		f = append(f, featureOf(tWord, mark, 0))
		for side := range uint64(2) {
			for c := range uint64(3) {
				f = append(f, featureOf(tWordClause, mark, side<<2|c))
			}
			f = append(f, featureOf(tNegatedWord, mark, side))
		}
	}
	weights := make([][4]int8, len(f))
	t.model.Each(weights, f)
	next := func() lanes {
		w := lanesOf(weights[0])
		weights = weights[1:]
		return w
	}
	x := &toneWord{}
	for side := range x.near {
		far := next()
		x.near[side][0] = far
		for near := 1; near < 6; near++ {
			x.near[side][near] = far + next()
		}
	}
	if open {
		alone := next()
		for side := range x.clause {
			for c := range x.clause[side] {
				x.clause[side][c] = alone + next()
			}
			x.negated[side] = next()
		}
	}
	return x
}

// toneOf is what the model says of a word of the story.
func (t *toneTables) of(w *Word) *toneWord {
	if w.Name() {
		return t.names[w.Mark-markPerson]
	}
	return w.tone
}

// toneSum adds up what is said of a target.
type toneSum struct {
	tables *toneTables // nil: features are made
	first  int         // word with which words begins
	all    lanes
	words  []lanes
	each   [][4]int8
}

// known adds what is known of a word in its place.
func (t *toneSum) known(i int, w lanes) {
	t.all += w
	if k := i - t.first; k >= 0 && k < len(t.words) {
		t.words[k] += w
	}
}

// sum adds up what the model says of the target first to end, which words lo to hi
// surround.
func (s *Scene) sumTone(f *Features, x Sentence, first, end, lo, hi int) *toneSum {
	t := &f.tone
	t.tables, t.first, t.all = toneTable(), lo, 0
	t.words = zeroed(t.words, hi-lo)
	f.reset()
	s.tone(f, x, first, end, lo, hi)
	t.each = zeroed(t.each, len(f.F))
	t.tables.model.Each(t.each, f.F)
	for k, w := range t.each {
		t.known(int(f.At[k]), lanesOf(w))
	}
	t.tables = nil
	return t
}

// notPaired stands in place of what a pair of words says before it is asked.
const notPaired lanes = math.MinInt64

// paired is what the model says of a word and the next one, of the same sentence.
func (s *Scene) paired(i int) lanes {
	if s.pairsTone[i] == notPaired {
		x := s.SentenceOf(i)
		f := s.pairFeatures[:0]
		for k := x.First; k+1 < x.End; k++ {
			f = append(f, featureOf(tPair, s.Words[k].Mark, s.Words[k+1].Mark))
		}
		s.pairFeatures, s.pairWeights = f, zeroed(s.pairWeights, len(f))
		toneTable().model.Each(s.pairWeights, f)
		for k, w := range s.pairWeights {
			s.pairsTone[x.First+k] = lanesOf(w)
		}
	}
	return s.pairsTone[i]
}
