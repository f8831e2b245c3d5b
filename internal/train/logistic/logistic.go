// Package logistic trains sparse multinomial logistic regression for the models
// that need probabilities: stance and tone. Training is deterministic: the same
// examples and options give the same weights on every machine.
package logistic

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Example is a set of features with its class.
type Example struct {
	Features []uint64
	Kept     []uint64 // features that are never left out, whatever the dropout
	Class    int
	Weight   float32 // 0 counts as 1
	Group    int     // examples of one group stay together in cross-validation
}

// Options of [Train].
type Options struct {
	Classes  int
	Epochs   int
	Rate     float64 // of AdaGrad (Duchi et al. 2011)
	L2       float64 // weight decay of each update
	Dropout  float64 // share of an example's features that each update leaves out (Wager et al. 2013)
	MinCount int     // features seen in fewer examples are left out
	Repeated bool    // a feature that an example has several times counts so often, not once
	Seed     uint64
}

// Weights of a trained model by feature, Classes each.
type Weights struct {
	repeated bool
	classes  int
	ids      map[uint64]int32
	keys     []uint64
	counts   []int32
	w        []float32
}

// Train learns weights.
func Train(examples []Example, o Options) *Weights {
	m := &Weights{classes: o.Classes, repeated: o.Repeated, ids: map[uint64]int32{}}
	count := map[uint64]int32{}
	for _, e := range examples {
		for _, features := range [][]uint64{e.Features, e.Kept} {
			for _, f := range features {
				count[f]++
			}
		}
	}
	number := func(features []uint64) (row []int32) {
		for _, f := range features {
			if count[f] < int32(o.MinCount) {
				continue
			}
			id, ok := m.ids[f]
			if !ok {
				id = int32(len(m.keys))
				m.ids[f] = id
				m.keys = append(m.keys, f)
				m.counts = append(m.counts, count[f])
			}
			row = append(row, id)
		}
		slices.Sort(row)
		if !o.Repeated {
			row = slices.Compact(row)
		}
		return row
	}
	rows, always := make([][]int32, len(examples)), make([][]int32, len(examples))
	for i, e := range examples {
		rows[i], always[i] = number(e.Features), number(e.Kept)
	}
	k := o.Classes
	m.w = make([]float32, len(m.keys)*k)
	g := make([]float32, len(m.w))
	sum := make([]float32, len(m.w)) // of the weights after each epoch of the second half
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	r := rand.New(rand.NewPCG(o.Seed, 1))
	p := make([]float64, k)
	var kept []int32
	scale := 1 / (1 - o.Dropout) // so that sums have the size that they have in use
	drop := uint32(o.Dropout * math.MaxUint32)
	averaged := 0
	for epoch := range o.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			row := rows[i]
			if o.Dropout > 0 {
				kept = kept[:0]
				for _, id := range row {
					if r.Uint32() >= drop {
						kept = append(kept, id)
					}
				}
				row = kept
			}
			clear(p)
			m.add(p, row, scale)
			m.add(p, always[i], 1)
			Softmax(p)
			weight := float64(examples[i].Weight)
			if weight == 0 {
				weight = 1
			}
			for c := range p {
				y := 0.0
				if c == examples[i].Class {
					y = 1
				}
				update := func(ids []int32, d float64) {
					for _, id := range ids {
						at := int(id)*k + c
						gr := d + float64(o.L2*float64(m.w[at]))
						g[at] += float32(gr * gr)
						m.w[at] -= float32(o.Rate * gr / (1e-3 + math.Sqrt(float64(g[at]))))
					}
				}
				update(row, float64((p[c]-y)*weight*scale))
				update(always[i], float64((p[c]-y)*weight))
			}
		}
		if 2*epoch >= o.Epochs {
			averaged++
			for i, v := range m.w {
				sum[i] += v
			}
		}
	}
	if averaged > 0 {
		for i := range sum {
			m.w[i] = sum[i] / float32(averaged)
		}
	}
	return m
}

// TrainMean learns from the same examples with so many seeds and takes the mean of the
// weights: what one order of the examples happens to do is averaged out, at no cost in
// use.
func TrainMean(examples []Example, o Options, seeds int) *Weights {
	var mean *Weights
	for k := range seeds {
		m := Train(examples, o)
		o.Seed++
		if k == 0 {
			mean = m
			continue
		}
		for i, v := range m.w { // the same features in the same order
			mean.w[i] += v
		}
	}
	for i := range mean.w {
		mean.w[i] /= float32(seeds)
	}
	return mean
}

// add adds the scores of features, times a scale.
func (m *Weights) add(p []float64, row []int32, scale float64) {
	for c := range p {
		sum := 0.0
		for _, id := range row {
			sum += float64(m.w[int(id)*m.classes+c])
		}
		p[c] += float64(sum * scale)
	}
}

// Probabilities sets p to the probabilities of the classes.
func (m *Weights) Probabilities(p []float64, features []uint64) {
	row := make([]int32, 0, len(features))
	for _, f := range features {
		if id, ok := m.ids[f]; ok {
			row = append(row, id)
		}
	}
	slices.Sort(row)
	if !m.repeated {
		row = slices.Compact(row)
	}
	clear(p)
	m.add(p, row, 1)
	Softmax(p)
}

// Softmax turns scores into probabilities.
func Softmax(p []float64) {
	top := slices.Max(p)
	sum := 0.0
	for c := range p {
		p[c] = exp(p[c] - top)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
}

// exp is e to the x ≤ 0 by additions and multiplications only, so that it is the
// same on every machine.
func exp(x float64) float64 {
	if x < -40 {
		return 0
	}
	n := 0
	for x < -0.0625 {
		x /= 2
		n++
	}
	y := 1 + float64(x*(1+float64(x/2*(1+float64(x/3*(1+float64(x/4*(1+float64(x/5)))))))))
	for ; n > 0; n-- {
		y = float64(y * y)
	}
	return y
}

// Feature is a feature with its weights.
type Feature struct {
	Hash    uint64
	Count   int32
	Weights []float32
}

// Features returns all features in the order in which they were first seen.
func (m *Weights) Features() []Feature {
	out := make([]Feature, len(m.keys))
	for i, k := range m.keys {
		out[i] = Feature{k, m.counts[i], m.w[i*m.classes : (i+1)*m.classes]}
	}
	return out
}

// Pack returns the weights as small integers, scale of them to one; features
// whose weights all come to less than least are left out.
func (m *Weights) Pack(scale float64, least int) []linear.Row {
	var out []linear.Row
	for i, k := range m.keys {
		r := linear.Row{Feature: k}
		keep := false
		for c := range m.classes {
			v := int(math.Round(float64(m.w[i*m.classes+c]) * scale))
			v = max(-127, min(127, v))
			if v != 0 {
				r.Weights = append(r.Weights, linear.Weight{Class: uint8(c), Value: int8(v)})
			}
			keep = keep || v >= least || v <= -least
		}
		if keep {
			out = append(out, r)
		}
	}
	return out
}
