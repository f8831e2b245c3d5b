package main

import (
	"cmp"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

const labels = ner.Labels

// crf is a linear-chain conditional random field (Lafferty, McCallum & Pereira
// 2001) over rows of candidates. What an example leaves open is summed over
// (Tsuboi et al. 2008).
type crf struct {
	ids     map[uint64]int32
	keys    []uint64
	weights []float32 // of a feature and label: weights[feature*labels+label]
	squares []float32 // sums of squared gradients (AdaGrad; Duchi, Hazan & Singer 2011)
	sum     []float32 // of the weights of the last epochs
	sums    int
	steps   [labels][]uint8         // by label: those that may stand before it
	move    [labels][labels]float32 // exp of the weight of a transition
	buffer  chain
}

// row is a row of candidates of a sentence, between words that are in no name.
type row struct {
	offsets []int32
	known   []int32  // features that count, as numbers
	allowed []uint32 // labels of each candidate, as bits
}

// newCRF numbers the features that the examples have often enough.
func newCRF(train []*example, least int) *crf {
	m := &crf{ids: map[uint64]int32{}}
	count := map[uint64]int32{}
	for _, x := range train {
		for _, f := range x.lattice.Features {
			count[f]++
		}
	}
	for a := range labels {
		count[ner.Transition(a)] = int32(least)
	}
	for f, n := range count {
		if int(n) >= least {
			m.keys = append(m.keys, f)
		}
	}
	slices.Sort(m.keys)
	for i, f := range m.keys {
		m.ids[f] = int32(i)
	}
	m.weights = make([]float32, len(m.keys)*labels)
	m.squares = make([]float32, len(m.keys)*labels)
	m.sum = make([]float32, len(m.keys)*labels)
	for b := range labels {
		for a := range labels {
			if ner.May(a, b) {
				m.steps[b] = append(m.steps[b], uint8(a))
			}
		}
	}
	return m
}

// rows cuts examples into rows of candidates. Rows of which nothing is known are
// left out.
func (m *crf) rows(train []*example) (out []*row) {
	for _, x := range train {
		c := x.lattice.Candidate
		for k := 0; k < len(c); {
			if !c[k] {
				k++
				continue
			}
			r := &row{offsets: []int32{0}}
			says := false
			for ; k < len(c) && c[k]; k++ {
				for _, f := range x.lattice.Of(k) {
					if id, ok := m.ids[f]; ok {
						r.known = append(r.known, id)
					}
				}
				r.offsets = append(r.offsets, int32(len(r.known)))
				a := uint32(1) << x.gold[k]
				if x.allowed != nil {
					a = x.allowed[k]
				}
				says = says || a != anyLabel
				r.allowed = append(r.allowed, a)
			}
			if says {
				out = append(out, r)
			}
		}
	}
	return out
}

// chain holds the sums of a row.
type chain struct {
	emit        [][labels]float32 // exp of the scores, over the largest
	front, back [][labels]float32
	gradient    [][labels]float32
	kept        []int32
	offsets     []int32
}

func (c *chain) reset(n int) {
	if cap(c.emit) < n {
		c.emit, c.front, c.back, c.gradient = make([][labels]float32, n), make([][labels]float32, n), make([][labels]float32, n), make([][labels]float32, n)
	}
	c.emit, c.front, c.back, c.gradient = c.emit[:n], c.front[:n], c.back[:n], c.gradient[:n]
	clear(c.gradient)
}

// learn takes a step for a row, without a share of its features.
func (m *crf) learn(x *row, dropout float64, r *rand.Rand) {
	n := len(x.allowed)
	c := &m.buffer
	c.reset(n)
	c.kept, c.offsets = c.kept[:0], append(c.offsets[:0], 0)
	keep := uint32((1 - dropout) * (1<<32 - 1))
	scale := float32(1 / (1 - dropout))
	for k := range n {
		e := &c.emit[k]
		*e = [labels]float32{}
		for _, f := range x.known[x.offsets[k]:x.offsets[k+1]] {
			if r.Uint32() > keep {
				continue
			}
			c.kept = append(c.kept, f)
			w := (*[labels]float32)(m.weights[int(f)*labels:])
			for l := range labels {
				e[l] += w[l]
			}
		}
		c.offsets = append(c.offsets, int32(len(c.kept)))
		top := float32(math.Inf(-1))
		for l := range labels {
			e[l] *= scale
			top = max(top, e[l])
		}
		for l := range labels {
			e[l] = float32(math.Exp(float64(e[l] - top)))
		}
	}
	for b := range labels {
		for _, a := range m.steps[b] {
			m.move[a][b] = float32(math.Exp(float64(m.weights[int(m.ids[ner.Transition(int(a))])*labels+b])))
		}
	}
	var step [labels][labels]float32
	if !m.pass(x, c, false, -1, &step) || !m.pass(x, c, true, 1, &step) {
		return // no row of labels is allowed
	}
	rate, decay := float32(*rate), float32(*decay)
	for k := range n {
		g := &c.gradient[k]
		for _, f := range c.kept[c.offsets[k]:c.offsets[k+1]] {
			at := int(f) * labels
			w, s := (*[labels]float32)(m.weights[at:]), (*[labels]float32)(m.squares[at:])
			for l := range labels {
				d := g[l]
				if d < 0.002 && d > -0.002 {
					continue
				}
				d -= decay * w[l]
				s[l] += d * d
				w[l] += rate * d / float32(math.Sqrt(float64(s[l]))+1e-6)
			}
		}
	}
	for a := range labels {
		at := int(m.ids[ner.Transition(a)]) * labels
		for b := range labels {
			if d := step[a][b]; d > 0.002 || d < -0.002 {
				d -= decay * m.weights[at+b]
				m.squares[at+b] += d * d
				m.weights[at+b] += rate * d / float32(math.Sqrt(float64(m.squares[at+b]))+1e-6)
			}
		}
	}
}

// pass sums over the rows of labels, all or those that are allowed, and adds the
// expected number of labels and transitions, times sign, to the gradients. It
// reports whether there is such a row.
func (m *crf) pass(x *row, c *chain, within bool, sign float32, step *[labels][labels]float32) bool {
	n := len(x.allowed)
	mask := func(k int) uint32 {
		if within {
			return x.allowed[k]
		}
		return anyLabel
	}
	for k := range n {
		f := &c.front[k]
		*f = [labels]float32{}
		total := float32(0)
		for rest := mask(k); rest != 0; rest &= rest - 1 {
			b := bits.TrailingZeros32(rest)
			v := float32(0)
			if k == 0 {
				if ner.May(0, b) {
					v = m.move[0][b]
				}
			} else {
				before := &c.front[k-1]
				for _, a := range m.steps[b] {
					v += before[a] * m.move[a][b]
				}
			}
			v *= c.emit[k][b]
			f[b] = v
			total += v
		}
		if total <= 0 || total != total {
			return false
		}
		for b := range labels {
			f[b] /= total
		}
	}
	last := &c.back[n-1]
	*last = [labels]float32{}
	for rest := mask(n - 1); rest != 0; rest &= rest - 1 {
		b := bits.TrailingZeros32(rest)
		if ner.May(b, 0) {
			last[b] = 1
		}
	}
	for k := n - 1; k >= 0; k-- {
		f, g := &c.front[k], &c.back[k]
		total := float32(0)
		for b := range labels {
			total += f[b] * g[b]
		}
		if total <= 0 || total != total {
			return false
		}
		for b := range labels {
			c.gradient[k][b] += sign * f[b] * g[b] / total
		}
		if k == 0 {
			for b := range labels {
				step[0][b] += sign * f[b] * g[b] / total
			}
			break
		}
		before, back := &c.front[k-1], &c.back[k-1]
		*back = [labels]float32{}
		pairs := float32(0)
		for rest := mask(k); rest != 0; rest &= rest - 1 {
			b := bits.TrailingZeros32(rest)
			v := c.emit[k][b] * g[b]
			if v == 0 {
				continue
			}
			for _, a := range m.steps[b] {
				back[a] += m.move[a][b] * v
				pairs += before[a] * m.move[a][b] * v
			}
		}
		for rest := mask(k); rest != 0; rest &= rest - 1 {
			b := bits.TrailingZeros32(rest)
			v := c.emit[k][b] * g[b]
			if v == 0 {
				continue
			}
			for _, a := range m.steps[b] {
				step[a][b] += sign * before[a] * m.move[a][b] * v / pairs
			}
		}
		top := float32(0)
		for a := range labels {
			top = max(top, back[a])
		}
		if top <= 0 {
			return false
		}
		for a := range labels {
			back[a] /= top
		}
	}
	return true
}

// forget sets all weights to zero.
func (m *crf) forget() {
	clear(m.weights)
	clear(m.squares)
}

// average adds the present weights to the average.
func (m *crf) average() {
	for i, w := range m.weights {
		m.sum[i] += w
	}
	m.sums++
}

// pack makes rows of small integers of the averaged weights, sorted by feature.
// Weights smaller than least are left out, and of features no more are kept than most,
// those of the largest weights.
func (m *crf) pack(least float64, most int) []linear.Row {
	n := float32(max(m.sums, 1))
	var sizes []float32
	for _, w := range m.sum {
		if w != 0 {
			sizes = append(sizes, max(w, -w)/n)
		}
	}
	if len(sizes) == 0 {
		return nil
	}
	slices.Sort(sizes)
	unit := sizes[(len(sizes)-1)*1999/2000] / 127 // few are larger and are cut
	floor := max(float32(least), unit/2)
	var rows []linear.Row
	for i, key := range m.keys {
		var weights []linear.Weight
		for l, w := range m.sum[i*labels : (i+1)*labels] {
			if w /= n; max(w, -w) < floor {
				continue
			}
			q := max(min(math.Round(float64(w/unit)), 127), -127)
			weights = append(weights, linear.Weight{Class: uint8(l), Value: int8(q)})
		}
		if len(weights) > 0 {
			rows = append(rows, linear.Row{Feature: key, Weights: weights})
		}
	}
	if len(rows) > most {
		slices.SortStableFunc(rows, func(a, b linear.Row) int { return cmp.Compare(largest(b), largest(a)) })
		rows = rows[:most]
		slices.SortFunc(rows, func(a, b linear.Row) int { return cmp.Compare(a.Feature, b.Feature) })
	}
	return rows
}

// largest is the size of the largest weight of a feature.
func largest(r linear.Row) (size int) {
	for _, w := range r.Weights {
		size = max(size, int(w.Value), -int(w.Value))
	}
	return size
}
