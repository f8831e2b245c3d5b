package parser

// A feature is a hash of the number of its template and of what the template
// asks about. The atoms are hashes or small numbers, so that multiplying with
// odd constants mixes them well enough.
const (
	mulA = 0x9E3779B97F4A7C15
	mulB = 0xD6E8FEB86659FD93
	mulC = 0xC2B2AE3D27D4EB4F
	mulD = 0xA0761D6478BD642F
)

func h1(t, a uint64) uint64       { return (t*mulA + a + 1) * mulB }
func h2(t, a, b uint64) uint64    { return ((t*mulA+a+1)*mulB + b + 1) * mulC }
func h3(t, a, b, c uint64) uint64 { return (((t*mulA+a+1)*mulB+b+1)*mulC + c + 1) * mulD }

// distance puts a number of words into one of nine classes.
func distance(d int32) uint64 {
	switch {
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// structure appends the features of the configuration that weigh SHIFT, LEFT and
// RIGHT against each other (after Zhang and Nivre 2011). In their names s0, s1
// and s2 are the topmost words of the stack, b0 … b3 the first of the buffer; w
// stands for the form, t the fine part of speech, c the class of words, p a larger
// class, m the preposition or subordinator that depends on a word.
//
// They come in two stages, of which the first makes most decisions clear ([Sure]),
// and were chosen one by one, as the one that with those before it makes most
// decisions clear in news. What they leave unclear is decided by a [net].
func (c *configuration) structure(fs []uint64) []uint64 {
	ws, s0i, s1i, b0i := c.words, c.top(0), c.top(1), c.next
	s0, s1, b0 := &c.nodes[s0i], &c.nodes[s1i], &c.nodes[b0i]
	S0, S1, S2, B0 := &ws[s0i], &ws[s1i], &ws[c.top(2)], &ws[b0i]
	B1 := &ws[b0i+1]
	s0m, s1m := uint64(ws[s0.mark].Form), uint64(ws[s1.mark].Form)

	s0w, s1w, b0w, b1w := uint64(S0.Form), uint64(S1.Form), uint64(B0.Form), uint64(B1.Form)
	s0t, s1t, s2t := uint64(S0.Fine), uint64(S1.Fine), uint64(S2.Fine)
	b0t, b1t := uint64(B0.Fine), uint64(B1.Fine)
	s0c, s1c := uint64(S0.Cluster), uint64(S1.Cluster)
	s0p, s1p, b0p := uint64(S0.Coarse), uint64(S1.Coarse), uint64(B0.Coarse)
	near, nearer := distance(b0i-s0i), distance(s0i-s1i)
	before := uint64(B0.before)
	clause := flag(s0.finite) | flag(b0.finite)<<1 | flag(s1.finite)<<2 | uint64(min(s0.under, 3))<<3 | uint64(B0.verbs>>4)<<5
	tt := s0t<<8 | b0t
	ss := s1t<<8 | s0t

	if ws[1].guide.Head != 0 {
		g := c.guidance()
		fs = append(fs, h1(201, g.places), h2(203, g.places, g.s0r<<8|g.b0r), h3(210, g.places, g.s0r, tt))
	}
	fs = append(fs, // the first stage
		h2(63, s0w, uint64(min(s0.nr, 4)<<4|min(s0.nl, 4))), h2(8, s0c, s0t), h2(67, tt, near),
		h3(51, tt, uint64(ws[s0.l2].Fine)<<8|uint64(s0.l2r), uint64(s0.l1r)), h3(92, ss, before, s0.lset), h2(70, s0w, nearer),
		h2(66, b0w, near), h3(16, s0p, b0p, tt), h2(28, s0w, b1t), h2(60, b0w, b0.lset),
		h3(43, tt, uint64(ws[s0.r1].Fine), uint64(s0.r1r)), h3(57, ss, s1.rset, s1.lset),
	)
	fs = append(fs, // the second stage
		h2(83, tt, before), h3(77, s1c, s0m, s0t), h3(50, ss, b0t, uint64(ws[s1.r1].Fine)),
		h3(53, tt, uint64(ws[b0.l2].Fine)<<8|uint64(b0.l2r), uint64(b0.l1r)), h2(82, ss, s1m), h3(84, tt, before, b1t),
		h2(25, s1w, b0t), h2(14, s0w, b0t), h2(2, ss, b0t), h3(29, s1p, s0p, ss), h2(95, tt, clause), h2(6, b1w, b1t),
		h2(56, s0w, s0.rset), h3(34, s2t, ss, b0t),
	)
	return fs
}

// guidance is what the guide says of the words in question.
type guidance struct {
	places        uint64 // where s0, b0 and s1 have their heads and dependents
	s0r, s1r, b0r uint64 // relations to their heads
	x             *Word  // what b0 introduces
	xh            uint64 // where x has its head
}

func (c *configuration) guidance() guidance {
	s0, s1, b0 := c.top(0), c.top(1), c.next
	S0, S1, B0 := &c.words[s0], &c.words[s1], &c.words[b0]
	// where finds the head of a word among the others.
	where := func(head, other int32) uint64 {
		switch {
		case head == other:
			return 1
		case head > b0:
			return 2
		case head == s1:
			return 3
		case head < s1:
			return 4
		}
		return 5
	}
	g := guidance{s0r: uint64(S0.guide.Rel), s1r: uint64(S1.guide.Rel), b0r: uint64(B0.guide.Rel), xh: 6}
	g.places = where(S0.guide.Head, b0) | where(B0.guide.Head, s0)<<4 |
		flag(S0.to >= b0)<<8 | flag(B0.from <= s0)<<9 | flag(S1.to >= b0)<<10 | 1<<11
	// What b0 introduces: the noun of a preposition, the verb of a clause, the next
	// of a coordination; b0 itself where its head is not behind it.
	x := b0
	if B0.guide.Head > b0 {
		x = B0.guide.Head
	}
	g.x = &c.words[x]
	if x <= c.n {
		g.xh = where(g.x.guide.Head, s0)
	}
	return g
}

// labelling appends the features that weigh the relations of an arc. They come in
// stages too.
func (c *configuration) labelling(j joint, fs []uint64) []uint64 {
	ws, h, d, right := c.words, j.head, j.dependent, uint64(j.right)
	hn, dn := &c.nodes[h], &c.nodes[d]
	H, D, F := &ws[h], &ws[d], &ws[j.further]
	ht, hc, dw, dt := uint64(H.Fine), uint64(H.Cluster), uint64(D.Form), uint64(D.Fine)
	m, hm := uint64(ws[dn.mark].Form), uint64(ws[hn.mark].Form)
	apart, mark := d-h, uint64(D.before)
	if right == 0 {
		apart, mark = h-d, uint64(H.before)
	}
	start := uint64(ws[dn.left].before)
	tt := right<<16 | ht<<8 | dt
	rt := right<<8 | dt // with the word of the head
	near := right<<8 | distance(apart)
	if D.guide.Head != 0 {
		g := flag(D.guide.Head == h)<<8 | uint64(D.guide.Rel)
		fs = append(fs, h2(221, g, right), h3(225, g, m, dt))
	}
	fs = append(fs, // the first stage
		h3(129, tt, hm, m), h2(127, tt, uint64(ws[dn.l1].Form)), h2(128, tt, uint64(ws[dn.r1].Form)),
		h2(132, dw, right<<8|uint64(D.before)), h3(135, tt, uint64(hn.l1r), uint64(hn.r1r)), h2(111, tt, uint64(dn.l1r)),
	)
	fs = append(fs, // the second stage
		h2(119, tt, start), h2(122, hc, rt), h2(106, tt, near), h2(110, dw, m), h2(107, rt, near),
		h3(136, tt, uint64(H.Coarse), uint64(D.Coarse)), h2(118, tt, mark), h2(130, tt, uint64(F.Fine)),
	)
	return fs
}
