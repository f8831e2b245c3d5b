package parser

import (
	"math/bits"
	"math/rand/v2"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// NetLearner learns the two nets of a pass from trees: by cross-entropy on the
// choices that the dynamic oracle allows, one decision after the other, with
// AdaGrad, a rate for each row, that falls to nothing in the end.
type NetLearner struct {
	Explore float64 // how often it follows its own choice
	Dropout float64 // share of words whose form is hidden
	Thin    float64 // share of the hidden units that are left out
	Rate    float32 // of learning; from sentence to sentence less

	pass              pass
	transitions, rels *layer
	random            *rand.Rand
	blurred           Sentence
	scores, slope     []float32
}

// NewNetLearner makes a learner with so many hidden units in each net.
func NewNetLearner(tables *Tables, hidden int, seed uint64) *NetLearner {
	l := &NetLearner{random: rand.New(rand.NewPCG(seed, seed))}
	l.pass = pass{scorer: l, tables: tables}
	l.transitions = newLayer(hidden, NumActions, atomCount())
	l.rels = newLayer(hidden, len(tables.Rels), jointAtomCount())
	l.scores, l.slope = make([]float32, 64), make([]float32, 64)
	return l
}

// Count notes what atoms a sentence has. It is to be called for all sentences
// before learning begins, and then Begin.
func (l *NetLearner) Count(s *Sentence, g *Gold) {
	g.prepare()
	p := &l.pass
	p.begin(s)
	for !p.config.done() {
		ok, cost := p.config.legal(), p.config.costs(g)
		next := -1
		for _, a := range [...]int{Left, Right, Shift} {
			if ok[a] && (next < 0 || cost[a] < cost[next]) {
				next = a
			}
		}
		l.transitions.count(p.atoms())
		rel := uint8(0)
		if next != Shift {
			if j := p.config.joint(next); j.head <= p.config.n {
				l.rels.count(p.jointAtoms(j))
			}
			rel, _ = p.config.goldRel(next, g)
		}
		p.apply(next, rel)
	}
}

// Begin gives rows to the atoms that were counted so many times.
func (l *NetLearner) Begin(least int) {
	l.transitions.begin(least, l.random)
	l.rels.begin(least, l.random)
}

// Rows are the numbers of rows.
func (l *NetLearner) Rows() (transitions, rels int) { return len(l.transitions.grad), len(l.rels.grad) }

// Transition implements [Scorer].
func (l *NetLearner) Transition(p *pass, ok [NumActions]bool) int {
	scores := l.scores[:NumActions]
	l.transitions.forward(p.atoms(), scores, nil, 0)
	best := -1
	for action, w := range scores {
		if ok[action] && (best < 0 || w > scores[best]) {
			best = action
		}
	}
	return best
}

// Label implements [Scorer].
func (l *NetLearner) Label(p *pass, j joint, mask uint64) uint8 {
	scores := l.scores[:l.rels.out]
	l.rels.forward(p.jointAtoms(j), scores, nil, 0)
	return best(scores, mask)
}

// Parse finds the tree of a sentence with the present weights. Heads are words
// from 1, 0 is the root. The result is good until the next call.
func (l *NetLearner) Parse(s *Sentence) []Arc { return l.pass.run(s) }

// Learn learns from one sentence and returns the number of wrong choices.
func (l *NetLearner) Learn(s *Sentence, g *Gold) (wrong int) {
	g.prepare()
	p := &l.pass
	if l.Dropout > 0 {
		s = l.blur(s)
	}
	p.begin(s)
	for !p.config.done() {
		next, single := only(p.config.legal())
		explore := single
		if !single {
			right, best := l.learnTransition(g)
			if right != best {
				wrong++
			}
			next = right
			if l.random.Float64() < l.Explore {
				next, explore = best, true
			}
		}
		if !p.follow(next, g, explore, l.learnLabel) {
			wrong++
		}
	}
	return wrong
}

// blur hides the forms of some words.
func (l *NetLearner) blur(s *Sentence) *Sentence {
	l.blurred.words = append(l.blurred.words[:0], s.words...)
	l.blurred.at = s.at
	s = &l.blurred
	for i := 1; i <= s.Len(); i++ {
		if l.random.Float64() < l.Dropout {
			s.words[i].known = 0
			if l.random.Float64() < 0.3 {
				s.words[i].Cluster = 0
			}
		}
	}
	return s
}

func (l *NetLearner) learnTransition(g *Gold) (right, best int) {
	c := &l.pass.config
	ok, cost := c.legal(), c.costs(g)
	low := 1 << 30
	mask, zero := uint64(0), uint64(0)
	for action := range NumActions {
		if ok[action] {
			low = min(low, cost[action])
			mask |= 1 << action
		}
	}
	for action := range NumActions {
		if ok[action] && cost[action] == low {
			zero |= 1 << action
		}
	}
	atoms := l.pass.atoms()
	p := l.scores[:NumActions]
	l.transitions.forward(atoms, p, l.random, l.Thin)
	softmax(p, mask)
	right, best = -1, -1
	sum := float32(0)
	for action, x := range p {
		if mask>>action&1 != 0 && (best < 0 || x > p[best]) {
			best = action
		}
		if zero>>action&1 != 0 {
			if sum += x; right < 0 || x > p[right] {
				right = action
			}
		}
	}
	if zero != mask {
		slope := l.slope[:NumActions]
		for action, x := range p {
			slope[action] = x
			if zero>>action&1 != 0 {
				slope[action] -= x / max(sum, 1e-9)
			}
		}
		l.transitions.learn(slope, l.Rate, l.Thin)
	}
	return right, best
}

func (l *NetLearner) learnLabel(action int, g *Gold) (rel uint8, ok bool) {
	c := &l.pass.config
	j := c.joint(action)
	mask := l.pass.allowed(j)
	if mask&(mask-1) == 0 {
		return uint8(bits.TrailingZeros64(mask)), true
	}
	atoms := l.pass.jointAtoms(j)
	p := l.scores[:l.rels.out]
	want, is := c.goldRel(action, g)
	if !is {
		l.rels.forward(atoms, p, nil, 0)
		return best(p, mask), true
	}
	l.rels.forward(atoms, p, l.random, l.Thin)
	softmax(p, mask|1<<want)
	rel = best(p, mask)
	slope := l.slope[:l.rels.out]
	copy(slope, p)
	slope[want]--
	l.rels.learn(slope, l.Rate, l.Thin)
	return rel, rel == want
}

// CountForms adds up how often forms are in a sentence.
func (s *Sentence) CountForms(forms map[uint32]int) {
	for i := 1; i <= s.Len(); i++ {
		forms[s.words[i].Form]++
	}
}

// Forms is the sections of a table of the numbers of forms.
func Forms(forms []uint32) ([]linear.Section, error) {
	entries := make([]linear.Entry, len(forms))
	for i, f := range forms {
		entries[i] = linear.Entry{Key: formKey(f), Value: uint16(i + 1)}
	}
	return linear.TableSections(formsTable, entries)
}

// OpenForms opens the table of the numbers of forms.
func OpenForms(f *linear.File) (*linear.Table, error) { return f.Table(formsTable) }
