package parser

import "math"

// Scorer weighs features: a model in use, a [Learner] in training.
type Scorer interface {
	// Structure adds up the weights of the transitions.
	Structure(features []uint64) [NumActions]float32
	// Label is the best relation among those of a mask, and its weight.
	Label(features []uint64, mask uint64) (uint8, float32)
}

// pass goes once through a sentence and finds its tree, always taking the
// transition that the scorer likes best.
type pass struct {
	scorer   Scorer
	tables   *Tables
	config   configuration
	found    []Arc // by word; heads are words, 0 is the root
	features []uint64
	gap      float32 // a transition that is this far behind before its relation is weighed is not considered
}

// choice is a transition and the relation of its arc.
type choice struct {
	action int
	rel    uint8
	score  float32
}

// run finds the tree of a sentence. The result is good until the next run.
func (p *pass) run(s *Sentence) []Arc {
	p.begin(s)
	for !p.config.done() {
		ok := p.config.legal()
		var weights [NumActions]float32
		if several(ok) {
			weights = p.structure()
		}
		bar := float32(math.Inf(-1))
		for action, w := range weights {
			if ok[action] {
				bar = max(bar, w-p.gap)
			}
		}
		best := choice{action: -1}
		for action := range NumActions {
			if !ok[action] || weights[action] < bar {
				continue
			}
			c := choice{action: action, score: weights[action]}
			if action != Shift {
				rel, weight := p.label(action)
				c.rel = rel
				c.score += weight
			}
			if best.action < 0 || c.score > best.score {
				best = c
			}
		}
		p.take(best)
	}
	return p.found
}

func several(ok [NumActions]bool) bool {
	return ok[Shift] && (ok[Left] || ok[Right]) || ok[Left] && ok[Right]
}

func (p *pass) begin(s *Sentence) {
	p.config.begin(s)
	p.found = append(p.found[:0], make([]Arc, s.Len()+1)...)
}

// take makes a transition.
func (p *pass) take(c choice) {
	if c.action != Shift {
		d, h := p.config.arc(c.action)
		if h > p.config.n {
			h = 0
		}
		p.found[d] = Arc{h, c.rel}
	}
	p.config.apply(c.action, c.rel, p.tables.roles[c.rel])
}

// structure weighs the transitions. It leaves the features in p.features.
func (p *pass) structure() [NumActions]float32 {
	p.features = p.config.structure(p.features[:0])
	return p.scorer.Structure(p.features)
}

// label finds the best relation of the arc that a transition would make. It
// leaves the features in p.features.
func (p *pass) label(action int) (uint8, float32) {
	d, h := p.config.arc(action)
	if h > p.config.n {
		p.features = p.features[:0]
		return p.tables.root, 0
	}
	right, further := 1, p.config.next
	if action == Left {
		right, further = 0, p.config.top(1)
	}
	p.features = p.config.labelling(h, d, uint64(right), further, p.features[:0])
	words := p.config.words
	return p.scorer.Label(p.features, p.tables.allowed(right, words[h].Tag, words[d].Tag))
}

// Tables is what a model has besides weights.
type Tables struct {
	Rels                   []string              // the relations, at most 64
	Seen                   [2][tags][tags]uint64 // relations by direction and the parts of speech of head and dependent, a bit each
	root, punct, parataxis uint8                 // numbers of relations
	roles                  []role
	any                    uint64 // relations that an arc between words may have
}

// tags is more than the number of parts of speech and sentinels.
const tags = 32

// NewTables makes tables for relations, among them "root", "punct" and "parataxis".
func NewTables(rels []string) *Tables {
	t := &Tables{Rels: rels, roles: make([]role, len(rels)), any: 1<<len(rels) - 1}
	for i, r := range rels {
		switch r {
		case "root":
			t.root = uint8(i)
			t.any &^= 1 << i
		case "punct":
			t.punct = uint8(i)
			t.any &^= 1 << i
		case "parataxis":
			t.parataxis = uint8(i)
		case "case", "mark":
			t.roles[i] = marks
		case "aux", "aux:pass", "cop":
			t.roles[i] = helps
		}
	}
	return t
}

// allowed is the relations that an arc may have.
func (t *Tables) allowed(right int, head, dependent uint8) uint64 {
	if m := t.Seen[right][head%tags][dependent%tags]; m != 0 {
		return m
	}
	return t.any
}

// See notes the relations of a tree as allowed.
func (t *Tables) See(s *Sentence, g *Gold) {
	for d := 1; d <= s.Len(); d++ {
		if h := int(g.Head[d]); h != 0 {
			right := 0
			if h < d {
				right = 1
			}
			t.Seen[right][s.words[h].Tag%tags][s.words[d].Tag%tags] |= 1 << g.Rel[d]
		}
	}
}

// Reversed is the tables for reversed sentences.
func (t *Tables) Reversed() *Tables {
	r := *t
	r.Seen[0], r.Seen[1] = t.Seen[1], t.Seen[0]
	return &r
}
