package parser

import "math/rand/v2"

// Learner learns the weights of a pass from trees, as an averaged perceptron with
// a dynamic oracle (Goldberg and Nivre 2013): it follows its own choices most of
// the time, right or wrong, and so learns to go on after mistakes.
type Learner struct {
	Explore float64 // how often it follows its own choice
	Dropout float64 // share of words whose form is hidden
	Margin  float32 // by how much a right transition must beat every wrong one

	pass      pass
	structure *slots
	labels    *rows
	step      float32
	averaged  bool
	random    *rand.Rand
	copied    []uint64
	blurred   Sentence
}

// noGap is for weights of any size.
const noGap = 1e30

// NewLearner makes a learner. A feature gets weights when it comes up for update
// for the minth time.
func NewLearner(tables *Tables, min int, seed uint64) *Learner {
	l := &Learner{
		structure: newSlots(newCounter(min)),
		labels:    newRows(len(tables.Rels), newCounter(min)),
		step:      1,
		random:    rand.New(rand.NewPCG(seed, seed)),
	}
	l.pass = pass{scorer: l, tables: tables, gap: noGap}
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

// Parse finds the tree of a sentence with the present weights. Heads are words
// from 1, 0 is the root. The result is good until the next call.
func (l *Learner) Parse(s *Sentence) []Arc { return l.pass.run(s) }

// Learned is a parser with the present weights of two learners.
func Learned(guide, main *Learner) *Parser {
	p := &Parser{main: pass{scorer: main, tables: main.pass.tables, gap: noGap}}
	if guide != nil {
		p.guide = pass{scorer: guide, tables: guide.pass.tables, gap: noGap}
	}
	return p
}

// Features is the number of features with weights, for transitions and for relations.
func (l *Learner) Features() (structure, labels int) { return l.structure.used, l.labels.used }

// Structure implements [Scorer].
func (l *Learner) Structure(features []uint64) (s [NumActions]float32) {
	at := l.structure.at
	if l.averaged {
		at = l.structure.mean
	}
	for _, f := range features {
		w := &at[find(at, f)].w
		s[Shift] += w[Shift]
		s[Left] += w[Left]
		s[Right] += w[Right]
	}
	return s
}

// Label implements [Scorer].
func (l *Learner) Label(features []uint64, mask uint64) (uint8, float32) {
	t := l.labels
	all := t.w
	if l.averaged {
		all = t.mean
	}
	var buffer [64]float32
	sums := buffer[:t.width]
	for _, f := range features {
		r := int(t.index[t.find(f)])
		if r == 0 {
			continue
		}
		for i, w := range all[r*t.width : (r+1)*t.width] {
			sums[i] += w
		}
	}
	best := -1
	for i, x := range sums {
		if mask>>i&1 != 0 && (best < 0 || x > sums[best]) {
			best = i
		}
	}
	return uint8(best), sums[best]
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
		if right.action != best.action || right.rel != best.rel {
			wrong++
			if right.action != best.action {
				l.structure.update(l.copied, right.action, 1, l.step)
				l.structure.update(l.copied, best.action, -1, l.step)
			}
			l.learnLabel(right, 1)
			l.learnLabel(best, -1)
		}
		if l.random.Float64() < l.Explore {
			p.take(best)
		} else {
			p.take(right)
		}
	}
	return wrong
}

// hidden is the form of a word that dropout hides.
const hidden = 7

// choices are the best of the transitions that lose the fewest arcs of the gold
// tree, where an arc of the gold tree must have its relation, and the best of
// all. The features of the transitions are left in l.copied.
func (l *Learner) choices(g *Gold) (right, best choice) {
	p := &l.pass
	ok := p.config.legal()
	cost := p.config.costs(g)
	low := 1 << 30
	for action := range NumActions {
		if ok[action] {
			low = min(low, cost[action])
		}
	}
	weights := p.structure()
	l.copied = append(l.copied[:0], p.features...)
	right.action, best.action = -1, -1
	for action := range NumActions {
		if !ok[action] {
			continue
		}
		c := choice{action: action, score: weights[action]}
		r := c
		if action != Shift {
			rel, weight := p.label(action)
			c.rel, r.rel = rel, rel
			c.score, r.score = c.score+weight, r.score+weight
			if want, is := p.config.goldRel(action, g); is && want != rel {
				_, weight = l.Label(p.features, 1<<want)
				r.rel, r.score = want, weights[action]+weight
			}
		}
		if cost[action] > low {
			c.score += l.Margin
		}
		if best.action < 0 || c.score > best.score {
			best = c
		}
		if cost[action] == low && (right.action < 0 || r.score > right.score) {
			right = r
		}
	}
	return right, best
}

func (l *Learner) learnLabel(c choice, by float32) {
	if c.action != Shift {
		l.pass.label(c.action)
		l.labels.update(l.pass.features, int(c.rel), by, l.step)
	}
}
