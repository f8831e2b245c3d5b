package opinion

import (
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
	names   [markEdge - markPerson]toneWord
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
func (t *toneTables) word(mark uint64, open bool) (x toneWord) {
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
	var all [23][4]int8
	weights := all[:len(f)]
	t.model.Each(weights, f)
	next := func() lanes {
		w := lanesOf(weights[0])
		weights = weights[1:]
		return w
	}
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

// of is what the model says of a word of the story.
func (t *toneTables) of(w *Word) *toneWord {
	if w.Name() {
		return &t.names[w.Mark-markPerson]
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

// sumTone adds up what the model says of the target first to end, which words lo to hi
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

// toneBrief is a word of the story as its part in a tone needs it.
type toneBrief struct {
	word          *toneWord // nil before it is made
	paired        lanes     // what the model says of it and the next one
	valence       float64   // of an open word
	level, turned uint8     // of the valence, and of what negation leaves of it
	sign          uint8     // of its frame, noSign without one
	role          toneRole
	open          bool
	negated       bool
	ends          bool // a clause
}

const noSign = 255

// brief makes what tone needs of the words of a sentence.
func (s *Scene) brief(t *toneTables, x Sentence) {
	f := s.pairFeatures[:0]
	for i := x.First; i < x.End; i++ {
		next := markEdge
		if i+1 < x.End {
			next = s.Words[i+1].Mark
		}
		f = append(f, featureOf(tPair, s.Words[i].Mark, next))
	}
	s.pairFeatures, s.pairWeights = f, zeroed(s.pairWeights, len(f))
	t.model.Each(s.pairWeights, f)
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		b := toneBrief{word: t.of(w), paired: lanesOf(s.pairWeights[i-x.First]), sign: noSign, role: toneRoleOf(w), ends: endsClause(w)}
		if b.open = w.Closed == Open && !w.Name(); b.open {
			b.valence, b.level, b.turned = w.Valence, uint8(level(w.Valence)), uint8(level(w.Valence*-0.5))
			b.negated = s.negated(i, x.First)
			if len(w.frames) > 0 {
				b.sign = uint8(w.frames[0].Sign() + 2)
			}
		}
		s.briefs[i] = b
	}
}

// sumWords adds up what is said of the words lo to hi around the target first to end.
func (s *Scene) sumWords(t *toneSum, f *Features, first, end, lo, hi int, sums *[3]float64) {
	if s.briefs[first].word == nil {
		s.brief(t.tables, s.SentenceOf(first))
	}
	for side := range 2 {
		i, step, clause := first-1, -1, 0
		if side == 1 {
			i, step = end, 1
		}
		for d := 1; i >= lo && i < hi; d, i = d+1, i+step {
			b := &s.briefs[i]
			switch b.role {
			case divides:
				clause++
				continue
			case asks:
				f.add(i, tPunctuation, s.Words[i].ID, uint64(side))
				continue
			case silent:
				continue
			}
			near, nearest := distance(d), uint64(0)
			if d <= close {
				nearest = near
			}
			sum := b.word.near[side][nearest]
			if i+1 < hi && d <= pairReach {
				sum += b.paired
			}
			if b.open {
				c := min(clause, 2)
				sum += b.word.clause[side][c]
				v, level := b.valence, b.level
				if b.negated && (i-negationReach >= lo || s.negated(i, lo)) {
					sum += b.word.negated[side]
					v, level = v*-0.5, b.turned
				}
				if v != 0 {
					x := &t.tables.valence[level][side]
					sum += x[near] + x[8+c]
					addValence(sums, v, c, d)
				}
				if b.sign != noSign {
					x := &t.tables.frame[b.sign][side]
					sum += x[near] + x[8+c]
				}
			}
			t.all += sum
			t.words[i-lo] += sum
			if b.ends {
				clause++
			}
		}
	}
}
