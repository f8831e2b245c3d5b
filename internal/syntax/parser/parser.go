// Package parser finds the dependency tree of a sentence.
package parser

import "math"

// Scorer weighs features.
type Scorer interface {
	// Structure adds up the weights of the transitions.
	Structure(fs []uint64) [NumActions]float32
	// Label returns the best relation among those that mask allows, and its
	// weight. dir is 1 for an arc to the right.
	Label(fs []uint64, mask uint64) (uint8, float32)
}

// Parser parses with a beam. It is not safe for concurrent use.
type Parser struct {
	Scorer Scorer
	Beam   int
	Tables *Tables
	arena  arena
	words  []Word
	fs     []uint64
	beam   []int32
	cands  []cand
}

// Tables holds what training learned besides weights.
type Tables struct {
	Marks   uint64            // relations of prepositions and subordinators
	Root    uint8             // the relation of the root
	Allowed [2][32][32]uint64 // relations by direction and by tags of head and dependent
	Any     uint64            // all but the root
}

type cand struct {
	from   int32
	action uint8
	label  uint8
	score  float64
}

// mask returns the relations allowed between two words.
func (t *Tables) mask(right int, h, d uint8) uint64 {
	if m := t.Allowed[right][h&31][d&31]; m != 0 {
		return m
	}
	return t.Any
}

// best scores the relations of the arc that action would make.
func (p *Parser) label(it *item, action int) (uint8, float32) {
	a := &p.arena
	d := &a.nodes[it.stack]
	var h *node
	right := 0
	next := a.nodes[it.buf].word
	if action == Left {
		h = &a.nodes[it.buf]
		if h.word > a.n {
			return p.Tables.Root, 0
		}
		next = a.nodes[d.below].word
	} else {
		h = &a.nodes[d.below]
		right = 1
	}
	p.fs = a.labelling(p.words, h, d, uint64(right), next, p.fs[:0])
	return p.Scorer.Label(p.fs, p.Tables.mask(right, p.words[h.word].Tag, p.words[d.word].Tag))
}

// load copies the words between sentinels.
func (p *Parser) load(ws []Word) {
	p.words = append(p.words[:0], Word{Tag: 30, Fine: 126})
	p.words = append(p.words, ws...)
	p.words = append(p.words, Word{Tag: 31, Fine: 127})
	for range 4 {
		p.words = append(p.words, Word{Tag: 29, Fine: 125})
	}
	p.arena.reset(len(ws))
}

// Parse writes heads (0 is the root, words count from 1) and relations, both of
// length len(ws)+1.
func (p *Parser) Parse(ws []Word, heads []int32, rels []uint8) {
	if len(ws) == 0 {
		return
	}
	p.load(ws)
	a := &p.arena
	p.beam = append(p.beam[:0], a.start())
	for step := 0; step < 2*len(ws); step++ {
		p.step()
	}
	a.arcs(p.beam[0], heads, rels)
}

func (p *Parser) step() {
	a := &p.arena
	p.cands = p.cands[:0]
	for _, i := range p.beam {
		it := a.items[i]
		ok := a.legal(&it)
		p.fs = a.structure(p.words, &it, p.fs[:0])
		sc := p.Scorer.Structure(p.fs)
		for act := range NumActions {
			if !ok[act] {
				continue
			}
			s := it.score + float64(sc[act])
			if len(p.cands) == p.Beam && s+math.MaxFloat32 <= p.cands[len(p.cands)-1].score {
				continue
			}
			var l uint8
			if act != Shift {
				var ls float32
				l, ls = p.label(&it, act)
				s += float64(ls)
			}
			p.insert(cand{i, uint8(act), l, s})
		}
	}
	p.beam = p.beam[:0]
	for _, c := range p.cands {
		p.beam = append(p.beam, a.apply(c.from, int(c.action), c.label, p.Tables.Marks>>c.label&1 != 0, c.score))
	}
}

// insert keeps the best candidates in order.
func (p *Parser) insert(c cand) {
	n := len(p.cands)
	if n == p.Beam {
		if c.score <= p.cands[n-1].score {
			return
		}
		n--
	} else {
		p.cands = append(p.cands, cand{})
	}
	for n > 0 && p.cands[n-1].score < c.score {
		p.cands[n] = p.cands[n-1]
		n--
	}
	p.cands[n] = c
}
