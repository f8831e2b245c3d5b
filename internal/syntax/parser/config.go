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
// The root stands behind the last word, at the end of the buffer. The sentence
// is done when only it is left, after as many SHIFT as arcs, so the time is
// linear.

// The transitions.
const (
	Shift = iota
	Left
	Right
	NumActions
)

// node is what features ask about the dependents that a word has so far.
type node struct {
	left           int32  // first word of its subtree
	l1, l2, r1, r2 int32  // outermost and second outermost dependents on either side
	mark           int32  // its dependent that is a preposition or subordinator
	lset, rset     uint64 // relations of the dependents on either side, a bit each
	l1r, l2r       uint8  // relations of l1, l2, r1 and r2
	r1r, r2r       uint8
	nl, nr         uint8 // number of dependents on either side
	finite         bool  // a finite verb, or with a finite auxiliary or copula
	under          uint8 // number of such under it on the stack
}

// role is what features ask about a relation.
type role uint8

const (
	marks role = 1 << iota // of a preposition or subordinator
	helps                  // of an auxiliary or a copula
)

// configuration is a sentence that is being parsed. The word 0 stands for what
// does not exist.
type configuration struct {
	words []Word
	nodes []node
	stack []int32
	next  int32 // first word of the buffer
	n     int32 // number of words; n+1 is the root
}

func (c *configuration) begin(s *Sentence) {
	c.words, c.n, c.next = s.words, int32(s.Len()), 1
	c.stack = append(c.stack[:0], 0, 0, 0) // so that three words can always be looked at
	c.nodes = c.nodes[:0]
	for i := range s.Len() + 2 {
		c.nodes = append(c.nodes, node{left: int32(i), finite: s.words[i].Finite})
	}
}

// top is the word at a depth of the stack, 0 where there is none.
func (c *configuration) top(depth int) int32 { return c.stack[len(c.stack)-1-depth] }

func (c *configuration) done() bool { return c.next > c.n && c.top(0) == 0 }

// legal tells which transitions are possible. Only the last word left on the
// stack may become a dependent of the root, so that there is one root.
func (c *configuration) legal() (ok [NumActions]bool) {
	end := c.next > c.n
	ok[Shift] = !end
	if c.top(0) != 0 {
		two := c.top(1) != 0
		ok[Left] = !end || !two
		ok[Right] = two
	}
	return ok
}

// arc is the dependent and the head that a transition would join.
func (c *configuration) arc(action int) (dependent, head int32) {
	if action == Left {
		return c.top(0), c.next
	}
	return c.top(0), c.top(1)
}

// joint is an arc that is to get a relation.
type joint struct {
	head, dependent int32
	right           uint32 // 1 where the dependent follows its head
	further         int32  // the next word that may have to do with them
}

// joint is the arc that a transition would make.
func (c *configuration) joint(action int) joint {
	if action == Left {
		return joint{head: c.next, dependent: c.top(0), right: 0, further: c.top(1)}
	}
	return joint{head: c.top(1), dependent: c.top(0), right: 1, further: c.next}
}

// apply makes a transition; the relation of an arc has a role.
func (c *configuration) apply(action int, rel uint8, as role) {
	if action == Shift {
		b := &c.nodes[c.next]
		if s := c.top(0); s != 0 {
			if b.under = c.nodes[s].under; c.nodes[s].finite {
				b.under++
			}
		}
		c.stack = append(c.stack, c.next)
		c.next++
		return
	}
	d, head := c.arc(action)
	c.stack = c.stack[:len(c.stack)-1]
	h := &c.nodes[head]
	if as&marks != 0 && (action == Left || h.mark == 0) {
		h.mark = d
	}
	if action == Left {
		h.l2, h.l2r = h.l1, h.l1r
		h.l1, h.l1r = d, rel
		h.lset |= 1 << (rel & 63)
		h.nl = min(h.nl+1, 9)
		h.left = c.nodes[d].left
		h.finite = h.finite || as&helps != 0 && c.words[d].Finite
		return
	}
	h.r2, h.r2r = h.r1, h.r1r
	h.r1, h.r1r = d, rel
	h.rset |= 1 << (rel & 63)
	h.nr = min(h.nr+1, 9)
}
