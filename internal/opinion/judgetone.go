package opinion

import (
	"math"
	"slices"

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

// leanings are what words add to the scores of the targets judged since they were last
// asked for.
type leanings struct {
	shares []Share // in the order of the text
	joined []Share // memory for some of them
}

// forget begins another sum.
func (t *leanings) forget() { t.shares = t.shares[:0] }

// join puts the shares from the n-th on among those before, and joins those of the same word.
func (t *leanings) join(n int) {
	from := n // before it, all stay where they are
	for from > 0 && n < len(t.shares) && t.shares[from-1].Word >= t.shares[n].Word {
		from--
	}
	if from == n {
		return
	}
	t.joined = append(t.joined[:0], t.shares[from:]...)
	out, old, added := t.shares[:from], t.joined[:n-from], t.joined[n-from:]
	for len(old) > 0 && len(added) > 0 {
		a, b := old[0], added[0]
		switch {
		case a.Word < b.Word:
			out, old = append(out, a), old[1:]
		case a.Word > b.Word:
			out, added = append(out, b), added[1:]
		default:
			if a.Weight += b.Weight; a.Weight != 0 {
				out = append(out, a)
			}
			old, added = old[1:], added[1:]
		}
	}
	t.shares = append(append(out, old...), added...)
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
	s.share(&sum.surroundings, slope/Scale)
	return o, score
}

// share keeps what the words around a target add to its score, if each unit that a word
// leans adds as much as the slope.
func (s *Scene) share(x *surroundings, slope float64) {
	t := &s.tones
	at, tellers := s.running[x.k:], s.tellers[s.briefed[x.k].tellers:]
	lo, first, end, hi := at[x.lo].tellers, at[x.first].tellers, at[x.end].tellers, at[x.hi].tellers
	from := len(t.shares)
	shares, n := slices.Grow(t.shares, int(hi-lo))[:from+int(hi-lo)], from
	least := int32(math.Ceil(leastShare / slope))
	tell := func(i int32, said pull) {
		lean := said.lean()
		shares[n] = Share{int(i), float64(lean) * slope}
		n += int(flag(max(lean, -lean) >= least))
	}
	for _, i := range tellers[lo:first] {
		tell(i, s.saidBefore(x, at, int(i)))
	}
	for _, i := range tellers[first:end] {
		tell(i, s.more[i])
	}
	for _, i := range tellers[end:hi] {
		tell(i, s.saidBehind(x, at, int(i)))
	}
	t.shares = shares[:n]
	t.join(from)
}

// Shares returns what words add to the scores of the targets judged since the last call,
// the n words, 8 at most, that count most, in order of the text. They are valid until
// another target is judged.
func (s *Scene) Shares(n int) []Share {
	all := s.tones.shares
	s.tones.forget()
	return strongest(all, n)
}

// odds are three classes' probabilities.
type odds [3]float64

// softmax makes probabilities of the log-odds of negative and positive against neutral.
func (t *toneTables) softmax(negative, positive int32) odds {
	top := max(negative, 0, positive)
	n, z, p := t.exp(top-negative), t.exp(top), t.exp(top-positive)
	sum := n + z + p
	return odds{Negative: n / sum, Neutral: z / sum, Positive: p / sum}
}

// expBits are half the bits of the log-odds whose powers are known.
const expBits = 6

// exp is the power of e by log-odds below 0, which are given as a number that is 0 or more:
// the product of two that are known, but where the odds are extreme.
func (t *toneTables) exp(below int32) float64 {
	if high := below >> expBits; high < 1<<expBits {
		return float64(t.exps[0][below&(1<<expBits-1)] * t.exps[1][high])
	}
	return math.Exp(float64(-below) / Scale)
}

// strongest keeps the n shares, 8 at most, that count most, the first of those that are
// equal, in their order. It works in place.
func strongest(shares []Share, n int) []Share {
	var greatest topEight // squares
	if n = min(n, len(greatest)); len(shares) <= n {
		return shares
	}
	for k := range shares {
		greatest.add(shares[k].squared())
	}
	least, equal := greatest[n-1], 0
	for _, v := range greatest[:n] {
		if v == least {
			equal++
		}
	}
	kept := 0
	for _, x := range shares {
		v := x.squared()
		last := flag(v == least)
		equal -= int(last)
		shares[kept] = x
		kept += int(flag(v > least) | last&flag(equal >= 0))
	}
	return shares[:n]
}

// topEight are the greatest numbers of some, falling.
type topEight [8]uint64

// add adds one, without a branch: those that are less move down.
func (g *topEight) add(v uint64) {
	g[0], v = max(g[0], v), min(g[0], v)
	g[1], v = max(g[1], v), min(g[1], v)
	g[2], v = max(g[2], v), min(g[2], v)
	g[3], v = max(g[3], v), min(g[3], v)
	g[4], v = max(g[4], v), min(g[4], v)
	g[5], v = max(g[5], v), min(g[5], v)
	g[6], v = max(g[6], v), min(g[6], v)
	g[7] = max(g[7], v)
}

// squared are the bits of the square of the weight, which are in the order of its size.
func (x *Share) squared() uint64 { return math.Float64bits(x.Weight * x.Weight) }

// own lets the caller's words tell on the odds, and returns by how much they lean more than
// the model knows. Where they stand around a target the model is silent on them.
func (s *Scene) own(o *odds, x *Sentence, says *toneSum, first, end int) (more int32) {
	sum := 0.0
	for i := says.lo; i < says.hi; i++ {
		switch {
		case !s.Words[i].Own:
			continue
		case i >= first && i < end:
			s.more[i] = 0
			continue
		}
		weight := s.ownWeight(i, x, first, end)
		sum += weight
		lean := int32(math.Round(weight * Scale))
		more += lean - s.more[i].lean()
		s.more[i] = pull(int16(lean)) // a valence is 1 at most, so there is room
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
