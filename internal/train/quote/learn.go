package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/attribution"
)

// options of the linear model.
type options struct {
	epochs   int
	rate     float64
	decay    float64
	minCount int
	seeds    int // orders of the choices whose weights are averaged
}

var defaults = options{epochs: 6, rate: 0.09, decay: 1e-5, minCount: 3, seeds: 2}

// learner learns to choose: multinomial logistic regression over the candidates
// of each choice, by stochastic gradient descent with a rate of its own for each
// weight (AdaGrad; Duchi et al. 2011).
type learner struct {
	options
	*lessons
	weights []float32
	squares []float32
	average []float32 // of the weights after each pass but the first, over all orders
}

// linear learns weights from the choices of the stories that are in, and tells
// how it does on the others.
func (l *lessons) linear(o options, in func(story int) bool) *learner {
	t := &learner{options: o, lessons: l}
	t.weights, t.squares = make([]float32, len(l.keys)), make([]float32, len(l.keys))
	t.average = make([]float32, len(l.keys))
	var order, rest []int
	for i, c := range l.choices {
		if in(int(c.story)) {
			order = append(order, i)
		} else {
			rest = append(rest, i)
		}
	}
	for seed := range t.seeds {
		clear(t.weights)
		clear(t.squares)
		random := rand.New(rand.NewPCG(uint64(seed), 9))
		for epoch := range t.epochs {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			t.pass(order)
			if epoch > 0 {
				for n, w := range t.weights {
					t.average[n] += w / float32(t.seeds*(t.epochs-1))
				}
			}
		}
	}
	t.weights = t.average
	t.check(rest)
	return t
}

// pass goes over choices once.
func (t *learner) pass(order []int) {
	var scores []float64
	for _, i := range order {
		c := t.choices[i]
		scores = t.scores(scores[:0], c)
		softmax(scores)
		for k, g := range scores {
			if k == int(c.right) {
				g--
			}
			if math.Abs(g) > 1e-4 {
				t.update(t.of(c, k), g)
			}
		}
	}
}

func softmax(x []float64) {
	top, sum := slices.Max(x), 0.0
	for k := range x {
		x[k] = math.Exp(x[k] - top)
		sum += x[k]
	}
	for k := range x {
		x[k] /= sum
	}
}

func (t *learner) scores(dst []float64, c choice) []float64 {
	for k := range int(c.end - c.first) {
		x := 0.0
		for _, f := range t.of(c, k) {
			x += float64(t.weights[f])
		}
		dst = append(dst, x)
	}
	return dst
}

func (t *learner) update(features []uint32, g float64) {
	for _, f := range features {
		if t.counts[f] < uint32(t.minCount) {
			continue
		}
		x := g + t.decay*float64(t.weights[f])
		t.squares[f] += float32(x * x)
		t.weights[f] -= float32(t.rate * x / math.Sqrt(1e-2+float64(t.squares[f])))
	}
}

// check tells how many choices that were not learned from come out right, each
// as if those before it were right, and their log loss.
func (t *learner) check(rest []int) {
	if len(rest) == 0 {
		return
	}
	var all, right [attribution.Tasks]int
	var loss [attribution.Tasks]float64
	var scores []float64
	for _, i := range rest {
		c := t.choices[i]
		scores = t.scores(scores[:0], c)
		softmax(scores)
		all[c.task]++
		if guess := slices.Index(scores, slices.Max(scores)); guess == int(c.right) {
			right[c.task]++
		} else if t.describe {
			fmt.Fprintf(os.Stderr, "%s: %s\n", c.task, t.texts[i][guess])
		}
		loss[c.task] -= math.Log(scores[c.right] + 1e-12)
	}
	for k := range attribution.Tasks {
		fmt.Fprintf(os.Stderr, "  %s %.2f/%.3f", k, 100*float64(right[k])/float64(max(1, all[k])), loss[k]/float64(max(1, all[k])))
	}
	fmt.Fprintln(os.Stderr)
}
