package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

type options struct {
	epochs   int
	rate     float64
	decay    float64
	minCount int
	entities string // gold, found or both
}

var defaults = options{epochs: 5, rate: 0.07, decay: 1e-5, minCount: 3, entities: "found"}

// trainer learns to choose: multinomial logistic regression over the candidates
// of each choice, by stochastic gradient descent with a rate of its own for each
// weight (AdaGrad; Duchi et al. 2011).
type trainer struct {
	options
	number   map[weight]uint32
	keys     []weight // by number
	counts   []uint32 // choices that have it, by number
	seen     []uint32 // the last choice that had it
	features []uint32 // the weights of all candidates of all choices
	ends     []uint32 // of candidates, in features
	choices  []choice
	missed   attribution.Missed
	quotes   int

	slope, offset float64 // of the confidence
	frozen        bool    // no more weights are made
	training      int     // choices before frozen

	weights []float32
	squares []float32
	average []float32 // of the weights after each pass but the first
}

// weight is what is learned: how a feature speaks for a class.
type weight struct {
	feature uint64
	class   uint8
}

// choice is a range of candidates of which one is right.
type choice struct {
	task       attribution.Task
	first, end uint32 // in ends
	right      uint32
}

func newTrainer(o options) *trainer {
	return &trainer{options: o, slope: 1, number: make(map[weight]uint32, 1<<20)}
}

// learn notes the choices of a story.
func (t *trainer) learn(s *story) {
	t.quotes += len(s.Quotes)
	if t.entities != "found" {
		attribution.Learn(s.article, s.Entities, s.gold(), t.lesson, &t.missed)
	}
	if t.entities != "gold" {
		attribution.Learn(s.article, s.found, s.goldFound(), t.lesson, &t.missed)
	}
}

func (t *trainer) lesson(c *attribution.Choice, right int) {
	x := choice{task: c.Task, first: uint32(len(t.ends)), right: uint32(right)}
	id := uint32(len(t.choices)) + 1
	for k := range c.Values {
		features, class := c.Of(k)
		for _, f := range features {
			key := weight{f, class}
			n, ok := t.number[key]
			if t.frozen {
				if ok {
					t.features = append(t.features, n)
				}
				continue
			}
			if !ok {
				n = uint32(len(t.keys))
				t.number[key] = n
				t.keys, t.counts, t.seen = append(t.keys, key), append(t.counts, 0), append(t.seen, 0)
			}
			if t.seen[n] != id {
				t.seen[n] = id
				t.counts[n]++
			}
			t.features = append(t.features, n)
		}
		t.ends = append(t.ends, uint32(len(t.features)))
	}
	x.end = uint32(len(t.ends))
	t.choices = append(t.choices, x)
}

// report says how many choices there are, and how many right answers were no
// candidates.
func (t *trainer) report() {
	var n [attribution.Tasks]int
	for _, c := range t.choices {
		n[c.task]++
	}
	fmt.Fprintf(os.Stderr, "%d quotes, %d features\n", t.quotes, len(t.keys))
	for k := range attribution.Tasks {
		fmt.Fprintf(os.Stderr, "%-14s %7d choices %6d without the right candidate\n", k, n[k], t.missed[k])
	}
}

// train goes over the choices in a new order each time.
func (t *trainer) train() {
	t.weights, t.squares = make([]float32, len(t.keys)), make([]float32, len(t.keys))
	t.average = make([]float32, len(t.keys))
	order := make([]int, t.ofTraining())
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(12, 9))
	var scores []float64
	for epoch := range t.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loss [attribution.Tasks]float64
		var wrong, all [attribution.Tasks]int
		for _, i := range order {
			c := t.choices[i]
			scores = t.scores(scores[:0], c)
			best := slices.Index(scores, slices.Max(scores))
			sum := 0.0
			top := scores[best]
			for k, x := range scores {
				scores[k] = math.Exp(x - top)
				sum += scores[k]
			}
			loss[c.task] -= math.Log(scores[c.right]/sum + 1e-12)
			all[c.task]++
			if best != int(c.right) {
				wrong[c.task]++
			}
			for k := range scores {
				g := scores[k] / sum
				if k == int(c.right) {
					g--
				}
				if math.Abs(g) > 1e-4 {
					t.update(t.of(c, k), g)
				}
			}
		}
		if epoch > 0 {
			for n, w := range t.weights {
				t.average[n] += w / float32(t.epochs-1)
			}
		}
		fmt.Fprintf(os.Stderr, "epoch %2d  learned ", epoch+1)
		for k := range attribution.Tasks {
			fmt.Fprintf(os.Stderr, " %5.2f/%.3f", 100-100*float64(wrong[k])/float64(max(1, all[k])), loss[k]/float64(max(1, all[k])))
		}
		fmt.Fprintln(os.Stderr)
		if len(t.choices) > len(order) {
			t.check(epoch)
		}
	}
}

// settle takes the averaged weights.
func (t *trainer) settle() {
	if t.epochs > 1 {
		t.weights = t.average
	}
}

func (t *trainer) of(c choice, k int) []uint32 {
	from := uint32(0)
	if at := int(c.first) + k; at > 0 {
		from = t.ends[at-1]
	}
	return t.features[from:t.ends[int(c.first)+k]]
}

func (t *trainer) scores(dst []float64, c choice) []float64 {
	for k := range int(c.end - c.first) {
		x := 0.0
		for _, f := range t.of(c, k) {
			x += float64(t.weights[f])
		}
		dst = append(dst, x)
	}
	return dst
}

func (t *trainer) update(features []uint32, g float64) {
	for _, f := range features {
		if t.counts[f] < uint32(t.minCount) {
			continue
		}
		x := g + t.decay*float64(t.weights[f])
		t.squares[f] += float32(x * x)
		t.weights[f] -= float32(t.rate * x / math.Sqrt(1e-2+float64(t.squares[f])))
	}
}

// learnCheck notes the choices of stories that are not learned from.
func (t *trainer) learnCheck(path string) error {
	t.training, t.frozen = len(t.choices), true
	var missed attribution.Missed
	return eachStory(path, func(s *story) error {
		attribution.Learn(s.article, s.found, s.goldFound(), t.lesson, &missed)
		return nil
	})
}

// ofTraining is the number of choices that are learned from.
func (t *trainer) ofTraining() int {
	if t.frozen {
		return t.training
	}
	return len(t.choices)
}

// check measures the choices that are not learned from, each as if those before
// it were right, by the averaged weights.
func (t *trainer) check(epoch int) {
	weights, scale := t.weights, float32(1)
	if epoch > 0 {
		weights, scale = t.average, float32(t.epochs-1)/float32(epoch)
	}
	var all, right [attribution.Tasks]int
	var loss [attribution.Tasks]float64
	var scores []float64
	for _, c := range t.choices[t.training:] {
		scores = scores[:0]
		best, top, sum := 0, math.Inf(-1), 0.0
		for k := range int(c.end - c.first) {
			x := 0.0
			for _, f := range t.of(c, k) {
				x += float64(weights[f] * scale)
			}
			if x > top {
				best, top = k, x
			}
			scores = append(scores, x)
		}
		for _, x := range scores {
			sum += math.Exp(x - top)
		}
		all[c.task]++
		if best == int(c.right) {
			right[c.task]++
		}
		loss[c.task] -= scores[c.right] - top - math.Log(sum)
	}
	fmt.Fprintf(os.Stderr, "epoch %2d  checked ", epoch+1)
	for k := range attribution.Tasks {
		fmt.Fprintf(os.Stderr, " %5.2f/%.3f", 100*float64(right[k])/float64(max(1, all[k])), loss[k]/float64(max(1, all[k])))
	}
	fmt.Fprintln(os.Stderr)
}

// encode makes the bytes of the model file.
func (t *trainer) encode() ([]byte, error) {
	sizes := make([]float32, 0, len(t.weights))
	for _, w := range t.weights {
		if w != 0 {
			sizes = append(sizes, max(w, -w))
		}
	}
	if len(sizes) == 0 {
		return nil, fmt.Errorf("nothing was learned from %d choices", len(t.choices))
	}
	slices.Sort(sizes)
	scale := 127 / float64(sizes[len(sizes)-1-len(sizes)/5000])
	scale = math.Floor(scale*256) / 256
	order := make([]int, len(t.keys))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.keys[a].feature, t.keys[b].feature), cmp.Compare(t.keys[a].class, t.keys[b].class))
	})
	var rows []linear.Row
	for _, n := range order {
		q := math.Round(float64(t.weights[n]) * scale)
		q = max(-127, min(127, q))
		if q == 0 {
			continue
		}
		k, w := t.keys[n], linear.Weight{Class: t.keys[n].class, Value: int8(q)}
		if last := len(rows) - 1; last >= 0 && rows[last].Feature == k.feature {
			rows[last].Weights = append(rows[last].Weights, w)
		} else {
			rows = append(rows, linear.Row{Feature: k.feature, Weights: []linear.Weight{w}})
		}
	}
	sections, err := linear.ModelSections(attribution.ModelName, attribution.ModelClasses, rows)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "%d weights, scale %.2f\n", len(rows), scale)
	sections = append(sections, attribution.Numbers("scale", scale), attribution.Numbers("confidence", t.slope, t.offset))
	return linear.Encode(attribution.ModelName, sections)
}
