package parser

import "math/bits"

// Scorer makes choices: a model in use, a learner in training.
type Scorer interface {
	// Transition is the best of the transitions that are possible.
	Transition(p *pass, ok [NumActions]bool) int
	// Label is the best relation of an arc among those of a mask.
	Label(p *pass, j joint, mask uint64) uint8
}

// pass goes once through a sentence and finds its tree. It always takes the
// transition that the scorer likes best, and then gives its arc the best
// relation.
type pass struct {
	scorer   Scorer
	tables   *Tables
	config   configuration
	found    []Arc // by word; heads are words, 0 is the root
	features []uint64
	bag      bag
	units    active
}

// run finds the tree of a sentence. The result is good until the next run.
func (p *pass) run(s *Sentence) []Arc {
	p.begin(s)
	for !p.config.done() {
		ok := p.config.legal()
		action, single := only(ok)
		if !single {
			action = p.scorer.Transition(p, ok)
		}
		rel := uint8(0)
		if action != Shift {
			rel = p.label(p.config.joint(action))
		}
		p.apply(action, rel)
	}
	return p.found
}

// label is the best relation of an arc.
func (p *pass) label(j joint) uint8 {
	mask := p.allowed(j)
	if mask&(mask-1) == 0 {
		return uint8(bits.TrailingZeros64(mask))
	}
	return p.scorer.Label(p, j, mask)
}

// only is the transition that is possible if there is but one.
func only(ok [NumActions]bool) (action int, is bool) {
	switch ok {
	case [NumActions]bool{Shift: true}:
		return Shift, true
	case [NumActions]bool{Left: true}:
		return Left, true
	case [NumActions]bool{Right: true}:
		return Right, true
	}
	return 0, false
}

func (p *pass) begin(s *Sentence) {
	p.config.begin(s)
	p.found = append(p.found[:0], make([]Arc, s.Len()+1)...)
}

// apply makes a transition.
func (p *pass) apply(action int, rel uint8) {
	if action != Shift {
		d, h := p.config.arc(action)
		if h > p.config.n {
			h, rel = 0, p.tables.root
		}
		p.found[d] = Arc{h, rel}
	}
	p.config.apply(action, rel, p.tables.roles[rel])
}

// structure is the features that weigh the transitions.
func (p *pass) structure() []uint64 {
	p.features = p.config.structure(p.features[:0])
	return p.features
}

// labelling is the features of an arc.
func (p *pass) labelling(j joint) []uint64 {
	p.features = p.config.labelling(j, p.features[:0])
	return p.features
}

// atoms are those of the configuration, jointAtoms those of an arc.
func (p *pass) atoms() []uint32 {
	p.config.atoms(&p.bag)
	return p.bag.atoms()
}

func (p *pass) jointAtoms(j joint) []uint32 {
	p.config.jointAtoms(j, &p.bag)
	return p.bag.atoms()
}

// allowed is the relations that an arc may have.
func (p *pass) allowed(j joint) uint64 {
	if j.head > p.config.n {
		return 1 << p.tables.root
	}
	return p.tables.allowed(j.right, p.config.words[j.head].Tag, p.config.words[j.dependent].Tag)
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
func (t *Tables) allowed(right uint32, head, dependent uint8) uint64 {
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
