package attribution

import (
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
	"github.com/seed05c9d22b/newstext/internal/syntax"
)

// maxTree is the length of sentences whose trees are read; longer ones are lists
// or lack stops.
const maxTree = 300

// arc is the place of a token in the dependency tree of its sentence.
type arc struct {
	head     int32 // token, −1 at the root
	relation uint32
	lo, hi   int32 // first and last token of what depends on it, itself included
	leans    lean
}

// lean says that a word belongs with words right behind it, so that no phrase
// ends with it.
type lean uint8

const (
	upright   lean = iota
	onNoun         // "the", "new", "county" in "the new county bridge": no phrase begins behind it either
	onAnyWord      // "of", "will", "that", "and"
)

// leaning is how a word leans by its relation to a word behind it.
func leaning(relation uint32) lean {
	switch relation {
	case relDet, relAmod, relCompound, relNummod, relNmodPoss, relDetPredet:
		return onNoun
	case relCase, relAux, relAuxPass, relCop, relMark, relCc:
		return onAnyWord
	}
	return upright
}

// maxLean is how far behind a word the one may be that it leans on; trees that
// reach further are less sure.
const maxLean = 4

// readTree notes the tree of a sentence, whose first token is number from of the
// article.
func (s *story) readTree(tree []syntax.Arc, from int, x sentence) {
	s.arcs = slices.Grow(s.arcs, len(tree))[:x.end]
	if len(tree) > maxTree {
		for i := x.first; i < x.end; i++ {
			s.arcs[i] = arc{head: -1, lo: i, hi: i}
		}
		return
	}
	relations := &parts().relations
	arcs := s.arcs[x.first:]
	for i := range arcs {
		at := x.first + int32(i)
		c := arc{head: -1, relation: relations[tree[i].Rel].form, lo: at, hi: at}
		if h := tree[i].Head; h >= 0 {
			if c.head = x.first + h - int32(from); c.head > at && c.head <= at+maxLean {
				c.leans = relations[tree[i].Rel].leans
			}
		}
		arcs[i] = c
	}
	for i := x.first; i < x.end; i++ {
		if !s.tokens[i].isWord() {
			continue
		}
		for h, n := s.arcs[i].head, 0; h >= 0 && n < 40; h, n = s.arcs[h].head, n+1 {
			s.arcs[h].lo, s.arcs[h].hi = min(s.arcs[h].lo, i), max(s.arcs[h].hi, i)
		}
	}
}

// parts says what the numbers of the tagger and the parser mean here.
var parts = sync.OnceValue(func() *partTable {
	p := new(partTable)
	for i := range p.pos {
		p.pos[i] = packed(syntax.Fine(i).Penn())
	}
	for i := range p.relations {
		r := &p.relations[i]
		r.form = hashOf(syntax.Relation(uint8(i)))
		r.leans = leaning(r.form)
	}
	for i := range clusters.Count() + 1 {
		p.kin = append(p.kin, uint16(clusters.ID(i).Path().Prefix(kinBits)))
	}
	return p
})

type partTable struct {
	pos       [256]uint32 // of fine tags, see [token]
	kin       []uint16    // of classes of words, likewise
	relations [256]struct {
		form  uint32
		leans lean
	}
}

// frame is what depends on a cue.
type frame struct {
	subject    int // −1 where there is none
	inherited  bool
	complement int
	object     int
	agent      int
}

// frameOf reads the frame of the token at i. A verb without a subject of its own
// takes that of the verb it depends on: "X said …, adding …".
func (s *story) frameOf(i, first, end int) frame {
	f := frame{subject: -1, complement: -1, object: -1, agent: -1}
	if i >= end || end-first > maxTree {
		return f
	}
	for j := first; j < end; j++ {
		if int(s.arcs[j].head) != i {
			continue
		}
		switch s.arcs[j].relation {
		case relNsubj, relNsubjPass, relCsubj:
			f.subject = j
		case relCcomp, relXcomp, relParataxis, relAdvcl, relAcl:
			if f.complement < 0 || s.arcs[j].relation == relCcomp {
				f.complement = j
			}
		case relObj, relIobj:
			f.object = j
		case relOblAgent, relNmodPoss:
			f.agent = j
		}
	}
	for n, h := 0, int(s.arcs[i].head); f.subject < 0 && h >= 0 && n < 4; n, h = n+1, int(s.arcs[h].head) {
		for j := first; j < end; j++ {
			if int(s.arcs[j].head) == h && (s.arcs[j].relation == relNsubj || s.arcs[j].relation == relNsubjPass) && j != i {
				f.subject, f.inherited = j, true
				break
			}
		}
	}
	return f
}

// place tells where token i stands to the words that depend on h: 0 there are
// none, 1 outside, 2 inside, 3 the first, 4 the last, 5 the token itself.
func (s *story) place(i, h int) uint64 {
	switch {
	case h < 0:
		return 0
	case i == h:
		return 5
	case i == int(s.arcs[h].lo):
		return 3
	case i == int(s.arcs[h].hi):
		return 4
	case i > int(s.arcs[h].lo) && i < int(s.arcs[h].hi):
		return 2
	}
	return 1
}

// What a mention does in its sentence.
const (
	slotOther       = iota
	slotMainSubject // of the clause that is the sentence
	slotSubject     // of another clause
	slotObject
	slotOblique // behind a preposition
	slotPossessor
)

// slotOf tells what the mention that ends with token i does in its sentence. An
// apposition does what its noun does: "the lawyer, Gregory Stone, said".
func (s *story) slotOf(i int) int {
	for n := 0; n < 8; n++ {
		c := s.arcs[i]
		switch r := c.relation; {
		case r == relNsubj || r == relNsubjPass:
			if c.head >= 0 && s.arcs[c.head].head < 0 {
				return slotMainSubject
			}
			return slotSubject
		case c.head < 0:
			return slotOther
		case r == relObj || r == relIobj:
			return slotObject
		case r == relObl || r == relNmod || r == relOblAgent:
			return slotOblique
		case r == relNmodPoss:
			return slotPossessor
		case r == relAppos || r == relFlat || s.tokens[i].entity >= 0 && s.tokens[c.head].entity == s.tokens[i].entity:
			i = int(c.head)
		default:
			return slotOther
		}
	}
	return slotOther
}

// isSubject reports whether the mention that ends with token i is the subject of
// a clause.
func (s *story) isSubject(i int) bool {
	k := s.slotOf(i)
	return k == slotMainSubject || k == slotSubject
}

func (s *story) relation(i int) uint64 {
	if i < 0 || i >= len(s.arcs) {
		return 0
	}
	return uint64(s.arcs[i].relation)
}

var (
	relNsubj     = hashOf("nsubj")
	relNsubjPass = hashOf("nsubj:pass")
	relCsubj     = hashOf("csubj")
	relCcomp     = hashOf("ccomp")
	relXcomp     = hashOf("xcomp")
	relParataxis = hashOf("parataxis")
	relAdvcl     = hashOf("advcl")
	relAcl       = hashOf("acl")
	relObj       = hashOf("obj")
	relIobj      = hashOf("iobj")
	relOblAgent  = hashOf("obl:agent")
	relNmodPoss  = hashOf("nmod:poss")
	relNmod      = hashOf("nmod")
	relObl       = hashOf("obl")
	relFlat      = hashOf("flat")
	relDet       = hashOf("det")
	relDetPredet = hashOf("det:predet")
	relAmod      = hashOf("amod")
	relAppos     = hashOf("appos")
	relCompound  = hashOf("compound")
	relNummod    = hashOf("nummod")
	relCase      = hashOf("case")
	relAux       = hashOf("aux")
	relAuxPass   = hashOf("aux:pass")
	relCop       = hashOf("cop")
	relMark      = hashOf("mark")
	relCc        = hashOf("cc")
)
