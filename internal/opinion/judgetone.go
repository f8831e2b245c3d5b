package opinion

import (
	"cmp"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/fixed"
	"github.com/seed05c9d22b/newstext/internal/search"
)

// The classes of the model of tone.
const (
	Negative = iota
	Neutral
	Positive
)

// Share is what one word adds to a tone.
type Share struct {
	Word   int
	Weight float64
}

// leanings are what words add to the scores of the targets judged since they were last
// asked for.
type leanings struct {
	sentence int       // in which the last targets stand, −1 for none
	lo, hi   int       // the words around these
	weights  []float64 // of each word of the story, what it adds to those; 0 of others
	shares   []Share   // of the words around those before
	disorder bool      // these are not in the order of the text
}

// reset begins a story of n words.
func (t *leanings) reset(n int) {
	t.forget()
	t.weights = zeroed(t.weights, n)
}

// forget begins another sum.
func (t *leanings) forget() {
	t.sentence, t.lo, t.hi, t.shares, t.disorder = -1, 0, 0, t.shares[:0], false
}

// leastShare is the smallest share that is told.
const leastShare = 0.03

// Judge returns the probabilities of negative, neutral and positive for the words first
// to end, which stand in the k-th sentence, and the score: positive less negative. The
// words that count are kept for [Scene.Shares].
func (s *Scene) Judge(k, first, end int) (p [3]float64, score float64) {
	sum := s.sumTone(k, first, end)
	lean := sum.words.lean()
	o := s.says.softmax(sum.all.split())
	if s.owned {
		lean += s.own(&o, &s.Sentences[k], sum, first, end)
	}
	score = fixed.Round(o[Positive] - o[Negative])
	// The score is no sum of log-odds: share it out in proportion, by the slope
	// of the curve where the odds are even.
	slope, total := 0.25, float64(lean)/Scale
	if math.Abs(total) > 0.5 && score*total > 0 {
		slope = score / total
	}
	s.share(k, sum, slope/Scale)
	return o, score
}

// share keeps what the words around a target in the k-th sentence add to its score, if each
// unit that a word leans adds as much as the slope.
func (s *Scene) share(k int, sum *toneSum, slope float64) {
	t := &s.tones
	if k != t.sentence || sum.lo < t.lo || sum.lo > t.hi {
		s.closeShares()
		t.disorder = t.disorder || sum.lo < t.hi
		t.sentence, t.lo, t.hi = k, sum.lo, sum.lo
	}
	t.hi = max(t.hi, sum.hi)
	least := int32(math.Ceil(leastShare / slope))
	for _, i := range s.tellersOf(k, sum.lo, sum.hi) {
		lean := s.briefs[i].said.lean()
		told := (least - 1 - max(lean, -lean)) >> 31 // all bits, or none where it is too small
		t.weights[i] += float64(float64(lean&told) * slope)
	}
}

// tellersOf are those words lo to hi of a sentence that may explain a tone.
func (s *Scene) tellersOf(k, lo, hi int) []int32 {
	in := s.briefed[k].tellers
	return inRange(s.tellers[in.first:in.end], lo, hi)
}

// inRange are those of some words in order that are lo to hi.
func inRange(words []int32, lo, hi int) []int32 {
	if n := len(words); n == 0 || int(words[0]) >= lo && int(words[n-1]) < hi {
		return words // as in all sentences but long ones
	}
	first := search.First(len(words), func(k int) bool { return int(words[k]) >= lo })
	words = words[first:]
	return words[:search.First(len(words), func(k int) bool { return int(words[k]) >= hi })]
}

// closeShares makes shares of what the words around the last targets add.
func (s *Scene) closeShares() {
	t := &s.tones
	if t.sentence < 0 {
		return
	}
	tellers, n := s.tellersOf(t.sentence, t.lo, t.hi), len(t.shares)
	shares := slices.Grow(t.shares, len(tellers))[:n+len(tellers)]
	for _, i := range tellers {
		w := t.weights[i]
		t.weights[i] = 0
		shares[n] = Share{int(i), w}
		n += int(flag(w != 0))
	}
	t.shares = shares[:n]
}

// Shares returns what words add to the scores of the targets judged since the last call,
// the n words, 8 at most, that count most, in order of the text. They are valid until
// another target is judged.
func (s *Scene) Shares(n int) []Share {
	s.closeShares()
	t := &s.tones
	all := t.shares
	if t.disorder {
		all = joined(all)
	}
	t.forget()
	return strongest(all, n)
}

// joined puts shares in the order of the text and joins those of the same word. It works in
// place.
func joined(all []Share) []Share {
	slices.SortStableFunc(all, func(a, b Share) int { return cmp.Compare(a.Word, b.Word) })
	out := all[:0]
	for _, x := range all {
		if n := len(out); n > 0 && out[n-1].Word == x.Word {
			out[n-1].Weight += x.Weight
			continue
		}
		out = append(out, x)
	}
	return out
}

// odds are three classes' probabilities.
type odds [3]float64

// softmax makes probabilities of the log-odds of negative and positive against neutral.
func (t *toneTables) softmax(negative, positive int32) odds {
	top, known := max(negative, 0, positive), &t.exps
	exp := func(odds int32) float64 { // of log-odds that are 0 or less
		if odds > -int32(len(known)) {
			return known[-odds]
		}
		return math.Exp(float64(odds) / Scale)
	}
	n, z, p := exp(negative-top), exp(-top), exp(positive-top)
	sum := n + z + p
	return odds{Negative: n / sum, Neutral: z / sum, Positive: p / sum}
}

// strongest keeps the n shares, 8 at most, that count most, the first of those that are
// equal, in their order. It works in place.
func strongest(shares []Share, n int) []Share {
	var greatest [8]float64 // squares, falling
	if n = min(n, len(greatest)); len(shares) <= n {
		return shares
	}
	for _, x := range shares {
		v, k := x.Weight*x.Weight, n
		for ; k > 0 && greatest[k-1] < v; k-- {
			if k < n {
				greatest[k] = greatest[k-1]
			}
		}
		if k < n {
			greatest[k] = v
		}
	}
	least, equal := greatest[n-1], 0
	for _, v := range greatest[:n] {
		if v == least {
			equal++
		}
	}
	kept := 0
	for _, x := range shares {
		v := x.Weight * x.Weight
		last := flag(v == least)
		equal -= int(last)
		shares[kept] = x
		kept += int(flag(v > least) | last&flag(equal >= 0))
	}
	return shares[:n]
}

// own lets the caller's words tell on the odds, and returns by how much they lean more than
// the model knows.
func (s *Scene) own(o *odds, x *Sentence, says *toneSum, first, end int) (more int32) {
	sum := 0.0
	for i := says.lo; i < says.hi; i++ {
		switch {
		case !s.Words[i].Own:
			continue
		case i >= first && i < end:
			s.briefs[i].said = 0
			continue
		}
		weight := s.ownWeight(i, x, first, end)
		sum += weight
		lean := int32(math.Round(weight * Scale))
		more += lean - s.briefs[i].said.lean()
		s.briefs[i].said = pull(lean << 16) // a valence is 1 at most, so there is room
	}
	if sum == 0 {
		return more
	}
	o[Positive] *= math.Exp(sum)
	o[Negative] *= math.Exp(-sum)
	total := o[0] + o[1] + o[2]
	for c := range o {
		o[c] /= total
	}
	return more
}

// ownForce is the log-odds that a valence of 1 next to the target moves.
const ownForce = 3

func (s *Scene) ownWeight(i int, x *Sentence, first, end int) float64 {
	d := first - i
	if i >= end {
		d = i - end + 1
	}
	v := s.Words[i].Valence * ownForce / (1 + float64(d)/8)
	if s.negated(i, x.First) {
		v *= -0.5
	}
	return v
}
