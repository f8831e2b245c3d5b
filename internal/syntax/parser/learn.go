package parser

import (
	"math/bits"
	"math/rand/v2"
)

// Learner learns the weights for a first look from trees, as an averaged perceptron
// with a dynamic oracle (Goldberg and Nivre 2013): it follows its own choices most of
// the time, right or wrong, and so learns to go on after mistakes.
type Learner struct {
	Explore     float64 // how often it follows its own choice
	Dropout     float64 // share of words whose form is hidden
	Margin      float32 // by how much a right transition must beat every wrong one
	LabelMargin float32 // the same for relations

	pass      pass
	structure *slots
	labels    *rows
	step      float32
	averaged  bool
	random    *rand.Rand
	touched   uint32 // so that touching is not left out as useless
	blurred   Sentence
}

// NewLearner makes a learner. A feature gets weights when it comes up for update
// for the minth time.
func NewLearner(tables *Tables, min int, seed uint64) *Learner {
	l := &Learner{
		structure: newSlots(newCounter(min)),
		labels:    newRows(len(tables.Rels), newCounter(min)),
		step:      1,
		random:    rand.New(rand.NewPCG(seed, seed)),
	}
	l.pass = pass{scorer: l, tables: tables}
	return l
}

// Averaged makes the scorer use the average of all weights so far, or the
// present ones, which is what learning needs.
func (l *Learner) Averaged(on bool) {
	l.averaged = on
	l.structure.mean, l.labels.mean = nil, nil
	if on {
		l.structure.average(l.step)
		l.labels.average(l.step)
	}
}

// Features is the number of features with weights, for transitions and for relations.
func (l *Learner) Features() (structure, labels int) { return l.structure.used, l.labels.used }

// Transition implements [Scorer].
func (l *Learner) Transition(p *pass, ok [NumActions]bool) int {
	best, weights := -1, l.transitions(p.structure())
	for action, w := range weights {
		if ok[action] && (best < 0 || w > weights[best]) {
			best = action
		}
	}
	return best
}

// transitions adds up the weights of the transitions.
func (l *Learner) transitions(features []uint64) (s [NumActions]float32) {
	at := l.structure.at
	if l.averaged {
		at = l.structure.mean
	}
	l.touched += touch(at, features)
	for _, f := range features {
		w := &at[find(at, f)].w
		s[Shift] += w[Shift]
		s[Left] += w[Left]
		s[Right] += w[Right]
	}
	return s
}

// Label implements [Scorer].
func (l *Learner) Label(p *pass, j joint, mask uint64) uint8 {
	var buffer [64]float32
	return best(l.relations(p.labelling(j), &buffer), mask)
}

// relations adds up the weights of the relations.
func (l *Learner) relations(features []uint64, buffer *[64]float32) []float32 {
	t := l.labels
	all := t.w
	if l.averaged {
		all = t.mean
	}
	sums := buffer[:t.width]
	l.touched += t.touch(features)
	for _, f := range features {
		r := int(t.index[t.find(f)])
		if r == 0 {
			continue
		}
		for i, w := range all[r*t.width : (r+1)*t.width] {
			sums[i] += w
		}
	}
	return sums
}

// best is the relation with the largest sum among those of a mask.
func best(sums []float32, mask uint64) uint8 {
	best := -1
	for i, x := range sums {
		if mask>>i&1 != 0 && (best < 0 || x > sums[best]) {
			best = i
		}
	}
	return uint8(best)
}

// Learn learns from one sentence and returns the number of wrong choices.
func (l *Learner) Learn(s *Sentence, g *Gold) (wrong int) {
	g.prepare()
	p := &l.pass
	if l.Dropout > 0 {
		l.blurred.words = append(l.blurred.words[:0], s.words...)
		l.blurred.at = s.at
		s = &l.blurred
		for i := 1; i <= s.Len(); i++ {
			if l.random.Float64() < l.Dropout {
				s.words[i].Form = hidden
				if l.random.Float64() < 0.3 {
					s.words[i].Cluster, s.words[i].Coarse = 0, 0
				}
			}
		}
	}
	p.begin(s)
	for !p.config.done() {
		right, best := l.choices(g)
		l.step++
		if right != best {
			wrong++
			l.structure.update(p.features, right, 1, l.step)
			l.structure.update(p.features, best, -1, l.step)
		}
		explore := l.random.Float64() < l.Explore
		next := right
		if explore {
			next = best
		}
		if !p.follow(next, g, explore, l.learnLabel) {
			wrong++
		}
	}
	return wrong
}

// follow makes a transition while learning; its relation is the gold one, if there
// is one, unless the learner explores. It tells whether the relation was right.
func (p *pass) follow(next int, g *Gold, explore bool, learnLabel func(int, *Gold) (uint8, bool)) bool {
	if next == Shift {
		p.apply(Shift, 0)
		return true
	}
	rel, right := learnLabel(next, g)
	if want, is := p.config.goldRel(next, g); is && !explore {
		rel = want
	}
	p.apply(next, rel)
	return right
}

// hidden is the form of a word that dropout hides.
const hidden = 7

// choices are the best of the transitions that lose the fewest arcs of the gold
// tree and, with the margin in favour of the others, the best of all. Their
// features are left in the pass.
func (l *Learner) choices(g *Gold) (right, best int) {
	p := &l.pass
	ok := p.config.legal()
	cost := p.config.costs(g)
	low := 1 << 30
	for action := range NumActions {
		if ok[action] {
			low = min(low, cost[action])
		}
	}
	weights := l.transitions(p.structure())
	right, best = -1, -1
	for action := range NumActions {
		if !ok[action] {
			continue
		}
		if cost[action] == low {
			if right < 0 || weights[action] > weights[right] {
				right = action
			}
		} else {
			weights[action] += l.Margin
		}
	}
	for action := range NumActions {
		if ok[action] && (best < 0 || weights[action] > weights[best]) {
			best = action
		}
	}
	return right, best
}

// learnLabel finds the relation of the arc that a transition makes, and learns
// from it if the arc is one of the gold tree.
func (l *Learner) learnLabel(action int, g *Gold) (rel uint8, ok bool) {
	j := l.pass.config.joint(action)
	mask := l.pass.allowed(j)
	if mask&(mask-1) == 0 {
		return uint8(bits.TrailingZeros64(mask)), true
	}
	features := l.pass.labelling(j)
	var buffer [64]float32
	sums := l.relations(features, &buffer)
	rel = best(sums, mask)
	want, is := l.pass.config.goldRel(action, g)
	if !is {
		return rel, true
	}
	sums[want] -= l.LabelMargin
	if wrong := best(sums, mask); wrong != want {
		l.labels.update(features, int(want), 1, l.step)
		l.labels.update(features, int(wrong), -1, l.step)
	}
	return rel, rel == want
}
