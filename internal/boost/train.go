package boost

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// Example is what trees learn from.
type Example struct {
	X      []float32 // a number a feature
	Class  int       // with a Choice, 1 for right candidates and 0 for the rest
	Weight float32   // 0 counts as 1
	Group  int       // in [Cross], examples of a group stay together
	Choice int       // the candidates of one choice share a number and stand together
}

// Objective is what is learned.
type Objective int

const (
	Binary  Objective = iota // the log-odds of Class 1 against Class 0
	Classes                  // an output a class, compared by softmax
	Choice                   // candidates of one choice, compared by softmax; choices without a right one are left out
)

// Options of training. Those with a value in brackets have it where they are 0.
type Options struct {
	Objective    Objective
	Classes      int     // number of classes of the objective Classes
	Rounds       int     // trees an output (200)
	Leaves       int     // of a tree, at most (16)
	MinLeaf      int     // examples in a leaf, at least (20)
	Rate         float64 // share of a tree's values that is taken (0.1)
	L2           float64 // penalty on the values of leaves (1)
	MinGain      float64 // of a split
	RowShare     float64 // share of the examples that a tree sees (1)
	FeatureShare float64 // share of the features that a tree sees (1)
	Seed         uint64
}

func (o Options) withDefaults() Options {
	set := func(v *float64, to float64) {
		if *v == 0 {
			*v = to
		}
	}
	setInt := func(v *int, to int) {
		if *v == 0 {
			*v = to
		}
	}
	setInt(&o.Rounds, 200)
	setInt(&o.Leaves, 16)
	setInt(&o.MinLeaf, 20)
	set(&o.Rate, 0.1)
	set(&o.L2, 1)
	set(&o.RowShare, 1)
	set(&o.FeatureShare, 1)
	return o
}

// outputs is the number of trees a round.
func (o Options) outputs() int {
	if o.Objective == Classes {
		return o.Classes
	}
	return 1
}

// Train learns a model of these features. It is deterministic: the same
// examples in the same order and the same options give the same trees. It
// panics where the lengths of examples and features differ.
func Train(features []string, examples []Example, o Options) *Model {
	o = o.withDefaults()
	for i := range examples {
		if len(examples[i].X) != len(features) {
			panic(fmt.Sprintf("boost: example %d has %d numbers for %d features", i, len(examples[i].X), len(features)))
		}
	}
	m := &Model{features: features, outputs: o.outputs()}
	g := newGrower(features, examples, o)
	k := m.outputs
	scores := make([]float32, len(examples)*k)
	slopes := make([]slope, len(examples)*k)
	r := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Rounds {
		o.slopes(slopes, scores, examples)
		rows := g.sample(r)
		for class := range k {
			t := g.grow(rows, slopes, class, r)
			m.trees = append(m.trees, t)
			for i := range examples {
				scores[i*k+class] += t.leaf(examples[i].X)
			}
		}
	}
	m.walk = newWalk(m.trees, len(m.features))
	return m
}

// Cross gives each example the outputs of a model that was trained without the
// examples of its group's fold: scores to choose thresholds by, or to stack.
func Cross(features []string, examples []Example, folds int, o Options) [][]float32 {
	scores := make([][]float32, len(examples))
	for fold := range folds {
		var rest []Example
		for _, e := range examples {
			if e.Group%folds != fold {
				rest = append(rest, e)
			}
		}
		m := Train(features, rest, o)
		for i, e := range examples {
			if e.Group%folds == fold {
				scores[i] = make([]float32, m.outputs)
				m.ScoreAll(scores[i], e.X)
			}
		}
	}
	return scores
}

// slope is the first and second derivative of an example's loss.
type slope struct{ g, h float64 }

// slopes sets the derivatives of the loss at the present scores.
func (o Options) slopes(slopes []slope, scores []float32, examples []Example) {
	k := o.outputs()
	p := make([]float32, k)
	for i := 0; i < len(examples); {
		e := examples[i]
		w := float64(e.Weight)
		if w == 0 {
			w = 1
		}
		switch o.Objective {
		case Binary:
			q := float64(Probability(scores[i]))
			slopes[i] = slope{w * (q - float64(e.Class)), w * q * (1 - q)}
			i++
		case Classes:
			copy(p, scores[i*k:])
			Softmax(p)
			for c, q := range p {
				q := float64(q)
				s := slope{w * q, w * q * (1 - q) * float64(k) / float64(k-1)}
				if c == e.Class {
					s.g -= w
				}
				slopes[i*k+c] = s
			}
			i++
		case Choice:
			end := i
			for end < len(examples) && examples[end].Choice == e.Choice {
				end++
			}
			choiceSlopes(slopes[i:end], scores[i:end], examples[i:end], w)
			i = end
		}
	}
}

// choiceSlopes are those of -log of the probability of all right candidates.
func choiceSlopes(slopes []slope, scores []float32, examples []Example, w float64) {
	p := append([]float32(nil), scores...)
	Softmax(p)
	var right float64
	for i, e := range examples {
		if e.Class == 1 {
			right += float64(p[i])
		}
	}
	for i, e := range examples {
		q := float64(p[i])
		s := slope{w * q, w * math.Max(q*(1-q), 1e-6)}
		if e.Class == 1 {
			s.g -= w * q / math.Max(right, 1e-12)
		}
		if right == 0 {
			s = slope{}
		}
		slopes[i] = s
	}
}
