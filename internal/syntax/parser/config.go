package parser

// A configuration of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and
// Satta 2011) is a stack of words whose trees are under construction and a
// buffer of words to come. Three transitions lead from one to the next:
//
//	SHIFT  moves the first word of the buffer onto the stack;
//	LEFT   makes the top of the stack a dependent of the first word of the
//	       buffer, and pops it;
//	RIGHT  makes the top of the stack a dependent of the word below it, and
//	       pops it.
//
// An artificial root stands behind the last word, at the end of the buffer. The
// sentence is done when only it is left: after n SHIFT and n arcs, whatever the
// tree, so that scores of rival analyses can be compared at each step.

// The transitions.
const (
	Shift = iota
	Left
	Right
	NumActions
)

// none is the index of a node that does not exist.
const none = 0

// node is a word on the stack or at the front of the buffer, with what features
// ask about the dependents it has so far. Nodes do not change once made: an arc
// makes a new node for the head. So a beam shares all that its members have in
// common, and a transition takes the same time however long the sentence is.
type node struct {
	word           int32    // position in the sentence, from 1
	below          int32    // the next node of the stack
	left           int32    // first word of its subtree
	l1, l2, r1, r2 int32    // outermost and second outermost dependents on either side
	mark           int32    // its dependent that is a preposition or subordinator
	lset, rset     uint64   // relations of the dependents on either side
	l1r, l2r       uint8    // relations of l1, l2, r1 and r2
	r1r, r2r       uint8    //
	nl, nr         uint8    // number of dependents on either side
	_              [2]uint8 // keeps the size a multiple of eight
}

// item is a configuration and how it was reached.
type item struct {
	stack, buf int32 // nodes
	prev       int32 // item before the last transition
	action     uint8
	label      uint8
	wrong      bool // an arc of the gold tree can no longer be made (training)
	score      float64
}

// arena holds the nodes and items of one sentence. The zero index of each is a
// sentinel.
type arena struct {
	nodes []node
	items []item
	n     int32 // words
}

func (a *arena) reset(n int) {
	a.nodes = append(a.nodes[:0], node{})
	a.items = append(a.items[:0], item{})
	a.n = int32(n)
}

// start makes the first configuration.
func (a *arena) start() int32 {
	a.items = append(a.items, item{buf: a.newNode(1)})
	return int32(len(a.items) - 1)
}

func (a *arena) newNode(word int32) int32 {
	a.nodes = append(a.nodes, node{word: word, left: word})
	return int32(len(a.nodes) - 1)
}

// legal tells which transitions are possible. Only the last word left on the
// stack may become a dependent of the root, so that there is one root.
func (a *arena) legal(it *item) (ok [NumActions]bool) {
	end := a.nodes[it.buf].word > a.n
	s0 := it.stack
	ok[Shift] = !end
	if s0 != none {
		two := a.nodes[s0].below != none
		ok[Left] = !end || !two
		ok[Right] = two
	}
	return ok
}

// apply makes the transition and returns the configuration it leads to. isMark
// says that the relation is one of a preposition or subordinator.
func (a *arena) apply(from int32, action int, label uint8, isMark bool, score float64) int32 {
	it := a.items[from]
	next := item{prev: from, action: uint8(action), label: label, score: score, wrong: it.wrong}
	switch action {
	case Shift:
		b := a.nodes[it.buf]
		b.below = it.stack
		a.nodes = append(a.nodes, b)
		next.stack = int32(len(a.nodes) - 1)
		next.buf = a.newNode(b.word + 1)
	case Left:
		d := &a.nodes[it.stack]
		h := a.nodes[it.buf]
		h.l2, h.l2r = h.l1, h.l1r
		h.l1, h.l1r = d.word, label
		h.lset |= 1 << (label & 63)
		h.left = d.left
		if h.nl < 255 {
			h.nl++
		}
		if isMark {
			h.mark = d.word
		}
		next.stack = d.below
		a.nodes = append(a.nodes, h)
		next.buf = int32(len(a.nodes) - 1)
	case Right:
		d := &a.nodes[it.stack]
		h := a.nodes[d.below]
		h.r2, h.r2r = h.r1, h.r1r
		h.r1, h.r1r = d.word, label
		h.rset |= 1 << (label & 63)
		if h.nr < 255 {
			h.nr++
		}
		if isMark && h.mark == 0 {
			h.mark = d.word
		}
		next.buf = it.buf
		a.nodes = append(a.nodes, h)
		next.stack = int32(len(a.nodes) - 1)
	}
	a.items = append(a.items, next)
	return int32(len(a.items) - 1)
}

// done tells whether the configuration has only the root left.
func (a *arena) done(it *item) bool { return it.stack == none && a.nodes[it.buf].word > a.n }

// arcs writes heads (0 is the root) and relations of the words 1…n, following
// the transitions back from the last item.
func (a *arena) arcs(last int32, heads []int32, rels []uint8) {
	for i := last; a.items[i].prev != 0; i = a.items[i].prev {
		it := &a.items[i]
		if it.action == Shift {
			continue
		}
		p := &a.items[it.prev]
		d := &a.nodes[p.stack]
		var h int32
		if it.action == Left {
			if h = a.nodes[p.buf].word; h > a.n {
				h = 0
			}
		} else {
			h = a.nodes[d.below].word
		}
		heads[d.word] = h
		rels[d.word] = it.label
	}
}
