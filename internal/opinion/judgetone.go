package opinion

import (
	"math"
	"slices"
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

// Tones keeps what judging several places of one target needs.
type Tones struct {
	words  []int32 // what each adds to positive less negative, in log-odds by Scale
	shares []Share
}

// leastShare is the smallest share that is told.
const leastShare = 0.02

// maxShares is how many words explain a tone.
const maxShares = 6

// Judge returns the probabilities of negative, neutral and positive for the
// words first to end, and the words that count most, in order of the text. Their
// weights are parts of the score, positive less negative; they are valid until the
// next call.
func (s *Scene) Judge(t *Tones, first, end int) (p [3]float64, shares []Share) {
	x := s.SentenceOf(first)
	lo, hi := max(x.First, first-window), min(x.End, end+window)
	sum := s.sumTone(&s.features, x, first, end, lo, hi)
	o := softmax(sum.all.split())
	s.own(&o, first, end)
	t.words = slices.Grow(t.words[:0], hi-lo)[:hi-lo]
	units := int32(0)
	for k, v := range sum.words {
		t.words[k] = v.lean()
		units += t.words[k]
	}
	for i := lo; s.owned && i < hi; i++ {
		if w := &s.Words[i]; w.Own && (i < first || i >= end) {
			v := int32(math.Round(s.ownWeight(i, first, end) * Scale))
			units += v - t.words[i-lo]
			t.words[i-lo] = v
		}
	}
	t.shares = t.shares[:0]
	// The score is no sum of log-odds: share it out in proportion, by the slope
	// of the curve where the odds are even.
	slope, total := 0.25, float64(units)/Scale
	if score := o[Positive] - o[Negative]; math.Abs(total) > 0.5 && score*total > 0 {
		slope = score / total
	}
	least := int32(math.Ceil(leastShare * Scale / slope))
	for i, v := range t.words {
		if v < least && -v < least {
			continue
		}
		if w := &s.Words[lo+i]; w.Closed == Open && !w.Name() {
			t.shares = append(t.shares, Share{lo + i, float64(v) / Scale * slope})
		}
	}
	return o, Strongest(t.shares, maxShares)
}

// Strongest keeps the n shares, 8 at most, that count most, the first of those that are
// equal, in their order. It works in place.
func Strongest(shares []Share, n int) []Share {
	var greatest [8]float64 // squares, falling
	if n = min(n, len(greatest)); len(shares) <= n {
		return shares
	}
	for _, x := range shares {
		v := x.Weight * x.Weight
		for k := range greatest[:n] {
			if v > greatest[k] {
				v, greatest[k] = greatest[k], v
			}
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

// own lets the caller's words tell on the odds.
func (s *Scene) own(o *odds, first, end int) {
	if !s.owned {
		return
	}
	x := s.SentenceOf(first)
	sum := 0.0
	for i := max(x.First, first-window); i < min(x.End, end+window); i++ {
		if s.Words[i].Own && (i < first || i >= end) {
			sum += s.ownWeight(i, first, end)
		}
	}
	if sum == 0 {
		return
	}
	o[Positive] *= math.Exp(sum)
	o[Negative] *= math.Exp(-sum)
	total := o[0] + o[1] + o[2]
	for c := range o {
		o[c] /= total
	}
}

// ownForce is the log-odds that a valence of 1 next to the target moves.
const ownForce = 3

func (s *Scene) ownWeight(i, first, end int) float64 {
	d := first - i
	if i >= end {
		d = i - end + 1
	}
	v := s.Words[i].Valence * ownForce / (1 + float64(d)/8)
	x := s.SentenceOf(i)
	if s.negated(i, x.First) {
		v *= -0.5
	}
	return v
}
