package parser

// Gold is the tree of a sentence: for the words 1…n the head (0 is the root)
// and the relation. Index 0 is not used.
type Gold struct {
	Head []int32
	Rel  []uint8
	deps [][]int32
}

// prepare lists the dependents of each word.
func (g *Gold) prepare() {
	if g.deps != nil {
		return
	}
	g.deps = make([][]int32, len(g.Head)+1)
	n := int32(len(g.Head))
	for d := int32(1); d < n; d++ {
		h := g.Head[d]
		if h == 0 {
			h = n // the artificial root stands behind the last word
		}
		g.deps[h] = append(g.deps[h], d)
	}
}

func (g *Gold) head(d int32) int32 {
	if h := g.Head[d]; h != 0 {
		return h
	}
	return int32(len(g.Head))
}

// costs counts for each transition the arcs of the gold tree that can still be
// made before it and no more after (Goldberg and Nivre 2013).
func (a *arena) costs(it *item, g *Gold) (c [NumActions]int) {
	b := a.nodes[it.buf].word
	if b <= a.n {
		// SHIFT: what is on the stack cannot become a dependent of b any more, nor b
		// of what lies under the top.
		for _, d := range g.deps[b] {
			if d < b && a.onStack(it.stack, d) {
				c[Shift]++
			}
		}
		if h := g.head(b); h < b && a.onStack(it.stack, h) && h != a.nodes[it.stack].word {
			c[Shift]++
		}
	}
	if it.stack == none {
		return c
	}
	s0 := &a.nodes[it.stack]
	lost := 0
	for _, d := range g.deps[s0.word] {
		if d >= b {
			lost++
		}
	}
	h := g.head(s0.word)
	s1 := a.nodes[s0.below].word
	c[Left], c[Right] = lost, lost
	if h > b || h == s1 && s1 != 0 {
		c[Left]++
	}
	if h >= b {
		c[Right]++
	}
	return c
}

func (a *arena) onStack(s int32, word int32) bool {
	for s != none && a.nodes[s].word > word {
		s = a.nodes[s].below
	}
	return s != none && a.nodes[s].word == word
}
