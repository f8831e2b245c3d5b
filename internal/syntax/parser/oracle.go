package parser

// Gold is the tree of a sentence without its marks: for the words 1…n the head (0
// is the root) and the relation. Index 0 is not used. The tree must be
// projective ([Gold.Projectivize]).
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
	for d := range g.Head[1:] {
		h := g.head(int32(d + 1))
		g.deps[h] = append(g.deps[h], int32(d+1))
	}
}

// head is the head of a word; the root stands behind the last word.
func (g *Gold) head(d int32) int32 {
	if h := g.Head[d]; h != 0 {
		return h
	}
	return int32(len(g.Head))
}

// Reverse is the tree of the sentence read from its end.
func (g *Gold) Reverse() *Gold {
	n := int32(len(g.Head) - 1)
	r := &Gold{Head: make([]int32, n+1), Rel: make([]uint8, n+1)}
	for d := int32(1); d <= n; d++ {
		if h := g.Head[d]; h != 0 {
			r.Head[n+1-d] = n + 1 - h
		}
		r.Rel[n+1-d] = g.Rel[d]
	}
	r.prepare()
	return r
}

// Projectivize lifts the dependent of the shortest arc that crosses another to
// the head of its head, until none does (Nivre and Nilsson 2005).
func (g *Gold) Projectivize() {
	n := int32(len(g.Head))
	for {
		worst, size := int32(0), n
		for d := int32(1); d < n; d++ {
			h := g.Head[d]
			if h == 0 || max(h, d)-min(h, d) >= size {
				continue
			}
			for k := min(h, d) + 1; k < max(h, d); k++ {
				x := k
				for x != 0 && x != h {
					x = g.Head[x]
				}
				if x != h {
					worst, size = d, max(h, d)-min(h, d)
					break
				}
			}
		}
		if worst == 0 {
			g.prepare()
			return
		}
		g.Head[worst] = g.Head[g.Head[worst]]
	}
}

// costs counts for each transition the arcs of the gold tree that could be made
// before it and no more after (Goldberg and Nivre 2013).
func (c *configuration) costs(g *Gold) (cost [NumActions]int) {
	b, s0 := c.next, c.top(0)
	if b <= c.n {
		// SHIFT: what is on the stack cannot become a dependent of b any more, nor b
		// one of what lies under the top.
		for _, d := range g.deps[b] {
			if d < b && c.onStack(d) {
				cost[Shift]++
			}
		}
		if h := g.head(b); h < b && h != s0 && c.onStack(h) {
			cost[Shift]++
		}
	}
	if s0 == 0 {
		return cost
	}
	lost := 0
	for _, d := range g.deps[s0] {
		if d >= b {
			lost++
		}
	}
	h := g.head(s0)
	cost[Left], cost[Right] = lost, lost
	if h > b || h == c.top(1) {
		cost[Left]++
	}
	if h >= b {
		cost[Right]++
	}
	return cost
}

func (c *configuration) onStack(word int32) bool {
	depth := 0
	for c.top(depth) > word {
		depth++
	}
	return c.top(depth) == word
}

// goldRel is the relation of the arc that a transition would make, if it is one
// of the gold tree between two words.
func (c *configuration) goldRel(action int, g *Gold) (uint8, bool) {
	d, h := c.arc(action)
	return g.Rel[d], g.head(d) == h && h <= c.n
}
