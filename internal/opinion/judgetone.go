package opinion

import (
	"math"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/fixed"
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

// leanings are what is kept of the targets judged.
type leanings struct {
	beside []int32 // of each word, how far it leans by more than where it stands; 0 but while shares are made
	own    []ownLean
	shares []Share
}

// leastShare is the smallest share that is told.
const leastShare = 0.03

// Judge returns the probabilities of negative, neutral and positive for the words first
// to end, which stand in the k-th sentence, and the score: positive less negative. The
// words that count are kept for [Scene.Shares].
func (s *Scene) Judge(k, first, end int) (p [3]float64, score float64) {
	x := &s.Sentences[k]
	lo, hi := max(x.First, first-window), min(x.End, end+window)
	sum := s.sumTone(&s.features, k, first, end, lo, hi)
	lean := sum.words.lean()
	o := softmax(sum.all.split())
	if s.owned {
		lean += s.own(&o, x, sum, first, end)
	}
	score = fixed.Round(o[Positive] - o[Negative])
	// The score is no sum of log-odds: share it out in proportion, by the slope
	// of the curve where the odds are even.
	slope, total := 0.25, float64(lean)/Scale
	if math.Abs(total) > 0.5 && score*total > 0 {
		slope = score / total
	}
	s.share(sum, first, slope/Scale)
	return o, score
}

// share keeps what the words around a target add to its score, if each unit that a word
// leans adds as much as the slope.
func (s *Scene) share(sum *toneSum, first int, slope float64) {
	t := &s.tones
	t.beside = slices.Grow(t.beside[:0], len(s.Words))[:len(s.Words)]
	for _, u := range sum.beside {
		if s.briefs[u.word].tells > 0 {
			t.beside[u.word] += u.says.wide().lean()
		}
	}
	least := int32(math.Ceil(leastShare / slope))
	add := func(word, lean int32) {
		if lean >= least || -lean >= least {
			t.shares = append(t.shares, Share{int(word), float64(lean) * slope})
		}
	}
	before := 0
	for before < len(sum.telling) && int(sum.telling[before].word) < first {
		before++
	}
	slices.Reverse(sum.telling[:before]) // in order of the text
	for _, u := range sum.telling {
		lean := u.says.wide().lean() + t.beside[u.word]
		t.beside[u.word] = 0
		add(u.word, lean)
	}
	for _, u := range sum.beside { // the target's own words
		add(u.word, t.beside[u.word])
		t.beside[u.word] = 0
	}
	if s.owned {
		for _, u := range t.own {
			add(u.word, u.lean)
		}
	}
}

// Shares returns what words add to the scores of the targets judged since the last call,
// the n words, 8 at most, that count most, in order of the text. They are valid until
// another target is judged.
func (s *Scene) Shares(n int) []Share {
	all := s.tones.shares
	s.tones.shares = all[:0]
	return strongest(joined(all), n)
}

// joined joins shares of the same word, in order of the text. It works in place.
func joined(all []Share) []Share {
	for i := range all { // targets in one sentence have words in common; the others are in order
		for k := i; k > 0 && all[k].Word < all[k-1].Word; k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
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

// toneExps are the powers of e by the falling log-odds of which they are asked most.
var toneExps = sync.OnceValue(func() *[1 << 11]float64 {
	t := &[1 << 11]float64{}
	for i := range t {
		t[i] = math.Exp(float64(-i) / Scale)
	}
	return t
})

// softmax makes probabilities of the log-odds of negative and positive against neutral.
func softmax(negative, positive int32) odds {
	top, known := max(negative, 0, positive), toneExps()
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
	kept := shares[:0]
	for _, x := range shares {
		v := x.Weight * x.Weight
		if v == least {
			equal--
		}
		if v > least || v == least && equal >= 0 {
			kept = append(kept, x)
		}
	}
	return kept
}

// ownLean is how far a word of the caller's leans.
type ownLean struct{ word, lean int32 }

// own lets the caller's words tell on the odds, and returns by how much they lean more than
// the model knows.
func (s *Scene) own(o *odds, x *Sentence, says *toneSum, first, end int) (more int32) {
	s.tones.own = s.tones.own[:0]
	sum := 0.0
	for i := says.lo; i < says.hi; i++ {
		if !s.Words[i].Own || i >= first && i < end {
			continue
		}
		weight := s.ownWeight(i, x, first, end)
		sum += weight
		lean := int32(math.Round(weight * Scale))
		more += lean - says.saidOf(i).lean()
		if w := &s.Words[i]; w.Closed == Open && !w.Name() {
			s.tones.own = append(s.tones.own, ownLean{int32(i), lean})
		}
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
