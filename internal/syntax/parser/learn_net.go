package parser

import (
	"math"
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
	counted           bool
}

// layer is a net that learns.
type layer struct {
	hidden, out int
	index       []int32   // row of each atom, 0 where it has none; how often it was seen while they are counted
	w           []float32 // rows; that of zero is nought
	grad        []float32 // what AdaGrad has summed up for each row
	bias        []float32
	o, ob       []float32 // out rows of hidden weights, and a bias for each
	og, obg     []float32

	sum, dh []float32
	keep    []float32 // 0 for a unit that is left out
	at      []int32   // rows of the atoms
}

// enough is the probability of the right choices from which on there is no more to
// learn.
const enough = 0.98

// NewNetLearner makes a learner with so many hidden units in each net.
func NewNetLearner(tables *Tables, hidden int, seed uint64) *NetLearner {
	l := &NetLearner{random: rand.New(rand.NewPCG(seed, seed))}
	l.pass = pass{scorer: l, tables: tables}
	l.transitions = newLayer(hidden, NumActions, atomCount())
	l.rels = newLayer(hidden, len(tables.Rels), jointAtomCount())
	l.scores, l.slope = make([]float32, 64), make([]float32, 64)
	return l
}

func newLayer(hidden, out int, atoms uint32) *layer {
	return &layer{hidden: hidden, out: out, index: make([]int32, atoms), sum: make([]float32, hidden), dh: make([]float32, hidden), keep: make([]float32, hidden)}
}

// atomCount is the number of atoms that there may be, jointAtomCount that of those
// of arcs.
func atomCount() uint32 {
	var p pass
	p.config.begin(&oneWord)
	p.atoms()
	return p.bag.place
}

func jointAtomCount() uint32 {
	var p pass
	p.config.begin(&oneWord)
	p.jointAtoms(joint{head: 1, dependent: 1, further: 1})
	return p.bag.place
}

// oneWord is a sentence of one word.
var oneWord = Sentence{words: []Word{beginning, {}, root, beyond, beyond, beyond, beyond}, at: []int32{0, 1}}

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

func (n *layer) count(atoms []uint32) {
	for _, a := range atoms {
		n.index[a]++
	}
}

func (n *layer) begin(least int, r *rand.Rand) {
	rows := int32(1)
	for a, count := range n.index {
		n.index[a] = 0
		if count >= int32(least) {
			n.index[a] = rows
			rows++
		}
	}
	random := func(k int, size float64) []float32 {
		w := make([]float32, k)
		for i := range w {
			w[i] = float32((r.Float64()*2 - 1) * size)
		}
		return w
	}
	n.w = random(int(rows)*n.hidden, 0.12)
	clear(n.w[:n.hidden])
	n.o = random(n.out*n.hidden, 0.15)
	n.bias, n.ob = make([]float32, n.hidden), make([]float32, n.out)
	start := func(k int) []float32 {
		g := make([]float32, k)
		for i := range g {
			g[i] = 1e-4
		}
		return g
	}
	n.grad, n.og, n.obg = start(int(rows)), start(n.out), start(n.out)
}

// forward computes the scores of all classes. In training, thin units are left out.
func (n *layer) forward(atoms []uint32, scores []float32, random *rand.Rand, thin float64) {
	sum := n.sum
	copy(sum, n.bias)
	n.at = n.at[:0]
	for _, a := range atoms {
		if r := n.index[a]; r != 0 {
			n.at = append(n.at, r)
		}
	}
	add(sum, n.w, n.at)
	if thin > 0 {
		up := float32(1 / (1 - thin))
		for i := range n.keep {
			n.keep[i] = 0
			if random.Float64() >= thin {
				n.keep[i] = up
			}
		}
	}
	for i, x := range sum {
		if x < 0 {
			sum[i] = 0
		} else if thin > 0 {
			sum[i] = x * n.keep[i]
		}
	}
	for k := range n.out {
		scores[k] = n.ob[k] + dot(n.o[k*n.hidden:(k+1)*n.hidden], sum)
	}
}

// learn follows the slope of the loss by each score, after forward.
func (n *layer) learn(slope []float32, rate float32, thin float64) {
	clear(n.dh)
	for k := range n.out {
		d := slope[k]
		if d == 0 {
			continue
		}
		row := n.o[k*n.hidden : (k+1)*n.hidden]
		addScaled(n.dh, row, d)
		n.og[k] += d * d * dot(n.sum, n.sum) / float32(n.hidden)
		addScaled(row, n.sum, -rate*d/root32(n.og[k]))
		n.obg[k] += d * d
		n.ob[k] -= rate * d / root32(n.obg[k])
	}
	size := float32(0)
	for i, x := range n.sum {
		switch {
		case x <= 0:
			n.dh[i] = 0
		case thin > 0:
			n.dh[i] *= n.keep[i]
		}
		size += n.dh[i] * n.dh[i]
	}
	if size /= float32(n.hidden); size == 0 {
		return
	}
	n.grad[0] += size
	addScaled(n.bias, n.dh, -rate/root32(n.grad[0]))
	for _, r := range n.at {
		n.grad[r] += size
		addScaled(n.w[int(r)*n.hidden:][:n.hidden], n.dh, -rate/root32(n.grad[r]))
	}
}

func root32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// add adds rows of w to a sum, four at a time and a block at a time.
func add(sum, w []float32, rows []int32) {
	size := len(sum)
	for ; len(rows) >= 4; rows = rows[4:] {
		p, q, r, s := w[int(rows[0])*size:][:size], w[int(rows[1])*size:][:size], w[int(rows[2])*size:][:size], w[int(rows[3])*size:][:size]
		for i := 0; i+blockSize <= size; i += blockSize {
			to, p, q, r, s := (*[blockSize]float32)(sum[i:]), (*[blockSize]float32)(p[i:]), (*[blockSize]float32)(q[i:]), (*[blockSize]float32)(r[i:]), (*[blockSize]float32)(s[i:])
			for k := range to {
				to[k] += (p[k] + q[k]) + (r[k] + s[k])
			}
		}
	}
	for _, r := range rows {
		addScaled(sum, w[int(r)*size:][:size], 1)
	}
}

// addScaled adds a row times a number; both are whole blocks.
func addScaled(to, from []float32, by float32) {
	for ; len(from) >= blockSize; to, from = to[blockSize:], from[blockSize:] {
		to, from := (*[blockSize]float32)(to), (*[blockSize]float32)(from)
		for i := range to {
			to[i] += float32(from[i] * by)
		}
	}
}

func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float32(a[i] * b[i])
		s1 += float32(a[i+1] * b[i+1])
		s2 += float32(a[i+2] * b[i+2])
		s3 += float32(a[i+3] * b[i+3])
	}
	return s0 + s1 + s2 + s3
}

// softmax makes scores into probabilities of the classes of a mask, 0 of others.
func softmax(scores []float32, mask uint64) {
	top := float32(math.Inf(-1))
	for m := mask; m != 0; m &= m - 1 {
		top = max(top, scores[bits.TrailingZeros64(m)])
	}
	sum := float32(0)
	for i := range scores {
		p := float32(0)
		if mask>>i&1 != 0 {
			p = float32(math.Exp(float64(scores[i] - top)))
		}
		scores[i] = p
		sum += p
	}
	for i := range scores {
		scores[i] /= sum
	}
}

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

// Learned is a parser with the present weights of two learners.
func Learned(guide, main *NetLearner, forms *linear.Table) *Parser {
	return &Parser{guide: pass{scorer: guide, tables: guide.pass.tables}, main: pass{scorer: main, tables: main.pass.tables}, forms: forms}
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
		if next == Shift {
			p.apply(Shift, 0)
			continue
		}
		rel, ok := l.learnLabel(next, g)
		if !ok {
			wrong++
		}
		if want, is := p.config.goldRel(next, g); is && !explore {
			rel = want
		}
		p.apply(next, rel)
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
	if zero != mask && sum < enough {
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
	if p[want] < enough {
		slope := l.slope[:l.rels.out]
		copy(slope, p)
		slope[want]--
		l.rels.learn(slope, l.Rate, l.Thin)
	}
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
