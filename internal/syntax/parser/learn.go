package parser

import "math/rand/v2"

// Learner is an averaged perceptron that is trained on trees.
type Learner struct {
	P                 *Parser
	structure         *table
	labels            *table
	nl                int
	step              float32
	rng               *rand.Rand
	average           bool
	Explore           float64
	gold, bad         []uint64
	goldPath, badPath []int32
}

// table maps features to rows of weights.
type table struct {
	width int
	keys  []uint64
	rows  []int32
	n     int
	w, u  []float32
}

func newTable(width, bits int) *table {
	return &table{width: width, keys: make([]uint64, 1<<bits), rows: make([]int32, 1<<bits), w: make([]float32, width), u: make([]float32, width)}
}

// find returns the row of a feature, 0 (a row of zeros) where it has none.
func (t *table) find(k uint64) int32 {
	m := uint64(len(t.keys) - 1)
	for i := k >> 20 & m; ; i = (i + 1) & m {
		if t.rows[i] == 0 {
			return 0
		}
		if t.keys[i] == k {
			return t.rows[i]
		}
	}
}

func (t *table) add(k uint64) int32 {
	m := uint64(len(t.keys) - 1)
	for i := k >> 20 & m; ; i = (i + 1) & m {
		if t.rows[i] == 0 {
			if t.n*4 > len(t.keys)*3 {
				t.grow()
				return t.add(k)
			}
			t.n++
			t.keys[i], t.rows[i] = k, int32(t.n)
			for range t.width {
				t.w = append(t.w, 0)
				t.u = append(t.u, 0)
			}
			return int32(t.n)
		}
		if t.keys[i] == k {
			return t.rows[i]
		}
	}
}

func (t *table) grow() {
	keys, rows := t.keys, t.rows
	t.keys, t.rows = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys))
	m := uint64(len(t.keys) - 1)
	for j, r := range rows {
		if r == 0 {
			continue
		}
		i := keys[j] >> 20 & m
		for t.rows[i] != 0 {
			i = (i + 1) & m
		}
		t.keys[i], t.rows[i] = keys[j], r
	}
}

func (t *table) update(fs []uint64, col int, by, step float32) {
	for _, f := range fs {
		r := int(t.add(f))*t.width + col
		t.w[r] += by
		t.u[r] += by * step
	}
}

// NewLearner makes a learner for nl relations.
func NewLearner(tables *Tables, nl, beam int, seed uint64) *Learner {
	l := &Learner{structure: newTable(NumActions, 20), labels: newTable(nl, 18), nl: nl, step: 1, rng: rand.New(rand.NewPCG(seed, 1)), Explore: 0.9}
	l.P = &Parser{Scorer: l, Beam: beam, Tables: tables}
	return l
}

// Structure implements Scorer.
func (l *Learner) Structure(fs []uint64) (s [NumActions]float32) {
	t := l.structure
	if l.average {
		for _, f := range fs {
			r := int(t.find(f)) * NumActions
			for i := range s {
				s[i] += t.w[r+i] - t.u[r+i]/l.step
			}
		}
		return s
	}
	for _, f := range fs {
		r := int(t.find(f)) * NumActions
		w := t.w[r : r+NumActions : r+NumActions]
		s[0] += w[0]
		s[1] += w[1]
		s[2] += w[2]
	}
	return s
}

// Label implements Scorer.
func (l *Learner) Label(fs []uint64, mask uint64) (uint8, float32) {
	t := l.labels
	var buf [64]float32
	sum := buf[:l.nl]
	for _, f := range fs {
		r := int(t.find(f))
		if r == 0 {
			continue
		}
		w := t.w[r*l.nl : (r+1)*l.nl]
		if l.average {
			u := t.u[r*l.nl : (r+1)*l.nl]
			for i := range w {
				sum[i] += w[i] - u[i]/l.step
			}
			continue
		}
		for i, x := range w {
			sum[i] += x
		}
	}
	best, bs := -1, float32(0)
	for i, x := range sum {
		if mask>>i&1 != 0 && (best < 0 || x > bs) {
			best, bs = i, x
		}
	}
	return uint8(best), bs
}

// Averaged makes the scorer use the average of all weights so far.
func (l *Learner) Averaged(on bool) { l.average = on }

// Sizes returns the number of features with weights.
func (l *Learner) Sizes() (int, int) { return l.structure.n, l.labels.n }

func (l *Learner) labelScore(fs []uint64, r uint8) float32 {
	_, s := l.Label(fs, 1<<r)
	return s
}

// Greedy learns from one sentence with the dynamic oracle, following the
// model's own choices with probability Explore.
func (l *Learner) Greedy(ws []Word, g *Gold) (wrong int) {
	p := l.P
	g.prepare()
	p.load(ws)
	a := &p.arena
	cur := a.start()
	for !a.done(&a.items[cur]) {
		it := a.items[cur]
		ok := a.legal(&it)
		cost := a.costs(&it, g)
		p.fs = a.structure(p.words, &it, p.fs[:0])
		l.gold = append(l.gold[:0], p.fs...)
		sc := l.Structure(p.fs)
		low := 1 << 30
		for act := range NumActions {
			if ok[act] && cost[act] < low {
				low = cost[act]
			}
		}
		// The best transition, and the best that is right; an arc of the gold tree must
		// have the gold relation.
		type choice struct {
			act   int
			label uint8
			score float32
		}
		pred, gold := choice{act: -1}, choice{act: -1}
		for act := range NumActions {
			if !ok[act] {
				continue
			}
			c := choice{act: act, score: sc[act]}
			isGold := false
			if act != Shift {
				lb, ls := p.label(&it, act)
				c.label = lb
				c.score += ls
				d, h := a.arcOf(&it, act)
				if g.head(d) == h {
					isGold = true
					if want := g.Rel[d]; want != lb && h <= a.n {
						gc := choice{act, want, sc[act] + l.labelScore(p.fs, want)}
						if cost[act] == low && (gold.act < 0 || gc.score > gold.score) {
							gold = gc
						}
					} else if cost[act] == low && (gold.act < 0 || c.score > gold.score) {
						gold = c
					}
				}
			}
			if !isGold && cost[act] == low && (gold.act < 0 || c.score > gold.score) {
				gold = c
			}
			if pred.act < 0 || c.score > pred.score {
				pred = c
			}
		}
		l.step++
		if pred.act != gold.act || pred.label != gold.label {
			wrong++
			if pred.act != gold.act {
				l.structure.update(l.gold, gold.act, 1, l.step)
				l.structure.update(l.gold, pred.act, -1, l.step)
			}
			l.learnLabel(&it, gold.act, gold.label, 1)
			l.learnLabel(&it, pred.act, pred.label, -1)
		}
		next := gold
		if l.rng.Float64() < l.Explore {
			next = pred
		}
		cur = a.apply(cur, next.act, next.label, p.Tables.Marks>>next.label&1 != 0, 0)
	}
	return wrong
}

// arcOf returns the dependent and the head that an arc would join; the root is
// the word behind the last.
func (a *arena) arcOf(it *item, act int) (d, h int32) {
	s0 := &a.nodes[it.stack]
	if act == Left {
		return s0.word, a.nodes[it.buf].word
	}
	return s0.word, a.nodes[s0.below].word
}

// learnLabel moves the weights of a relation. It ends with the features in p.fs.
func (l *Learner) learnLabel(it *item, act int, label uint8, by float32) {
	if act == Shift {
		return
	}
	p := l.P
	if _, h := p.arena.arcOf(it, act); h > p.arena.n {
		return
	}
	p.label(it, act)
	l.labels.update(p.fs, int(label), by, l.step)
}
