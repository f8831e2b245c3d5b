package parser

import "math/bits"

// An atom is what a [net] sees of a configuration: a value at one of its places,
// the part of speech of the top of the stack, say. The places follow one another,
// each with room for its values, so that an atom is a number.

// bag collects the atoms of a configuration, place after place.
type bag struct {
	all   [bagRoom]uint32
	count uint32
	place uint32 // where the next place begins
}

// bagRoom is more than the atoms of a configuration, of which five sets of relations
// may have 64 each.
const bagRoom = 512

// Room for the values of a place.
const (
	fineRoom  = 64   // parts of speech with inflection, and sentinels
	classRoom = 1024 // classes of words
	formRoom  = 4096 // numbers of common forms
	relRoom   = 64
	markRoom  = 256
	pairRoom  = fineRoom * fineRoom
)

func (b *bag) reset() { b.count, b.place = 0, 0 }

func (b *bag) atoms() []uint32 { return b.all[:b.count] }

func (b *bag) add(atom uint32) {
	b.all[b.count&(bagRoom-1)] = atom
	b.count++
}

// put adds the value of the next place, which has room for so many.
func (b *bag) put(room, value uint32) {
	if value < room {
		b.add(b.place + value)
	}
	b.place += room
}

// set adds all values of a set of relations.
func (b *bag) set(set uint64) {
	for ; set != 0; set &= set - 1 {
		b.add(b.place + uint32(bits.TrailingZeros64(set)))
	}
	b.place += relRoom
}

func (b *bag) fine(w *Word)    { b.put(fineRoom, fine(w)) }
func (b *bag) class(w *Word)   { b.put(classRoom, uint32(w.Cluster)) }
func (b *bag) form(w *Word)    { b.put(formRoom, uint32(w.known)) }
func (b *bag) rel(r uint8)     { b.put(relRoom, uint32(r)) }
func (b *bag) pair(v, w *Word) { b.put(pairRoom, fine(v)*fineRoom|fine(w)) }

func fine(w *Word) uint32 { return uint32(w.Fine % fineRoom) }

// atoms are those that weigh SHIFT, LEFT and RIGHT against each other.
func (c *configuration) atoms(b *bag) {
	b.reset()
	ws, s0i, s1i, b0i := c.words, c.top(0), c.top(1), c.next
	s0, s1, b0 := &c.nodes[s0i], &c.nodes[s1i], &c.nodes[b0i]
	S0, S1, S2, B0, B1, B2, B3 := &ws[s0i], &ws[s1i], &ws[c.top(2)], &ws[b0i], &ws[b0i+1], &ws[b0i+2], &ws[b0i+3]
	S0l1, S0r1, S0r2, S1l1, S1r1, S1r2, B0l1 := &ws[s0.l1], &ws[s0.r1], &ws[s0.r2], &ws[s1.l1], &ws[s1.r1], &ws[s1.r2], &ws[b0.l1]
	S0m, S1m, B0m := &ws[s0.mark], &ws[s1.mark], &ws[b0.mark]
	var g guidance
	X := B0
	if ws[1].guide.Head != 0 {
		g = c.guidance()
		X = g.x
	}

	for _, w := range [...]*Word{
		S0, S1, S2, B0, B1, B2, B3, S0l1, &ws[s0.l2], S0r1, S0r2, S1l1, S1r1, S1r2, B0l1, &ws[b0.l2],
		S0m, S1m, B0m, &ws[s0i+1], &ws[max(s0i, 1)-1], X, &ws[S0.guide.Head], &ws[B0.guide.Head],
	} {
		b.fine(w)
	}
	for _, w := range [...]*Word{S0, S1, S2, B0, B1, B2, S0r1, B0l1, S1r1, X} {
		b.class(w)
	}
	for _, w := range [...]*Word{S0, S1, B0, B1, S0m, S1m, B0m} {
		b.form(w)
	}
	for _, r := range [...]uint8{s0.l1r, s0.l2r, s0.r1r, s0.r2r, s1.l1r, s1.l2r, s1.r1r, s1.r2r, b0.l1r, b0.l2r} {
		b.rel(r)
	}
	for _, set := range [...]uint64{s0.lset, s0.rset, s1.lset, s1.rset, b0.lset} {
		b.set(set)
	}
	b.put(4096, uint32(g.places))
	b.rel(S0.guide.Rel)
	b.rel(S1.guide.Rel)
	b.rel(B0.guide.Rel)
	b.rel(X.guide.Rel)
	b.put(8, uint32(g.xh))

	near, nearer := uint32(distance(b0i-s0i)), uint32(distance(s0i-s1i))
	b.put(144, near<<4|nearer)
	b.put(1024, uint32(s0.nl)<<6&0x300|uint32(min(s0.nr, 7))<<5&0xe0|uint32(min(b0.nl, 3))<<3|uint32(min(s1.nr, 7)))
	b.put(markRoom, uint32(B0.before))
	b.put(markRoom, uint32(ws[s0.left].before))
	b.put(markRoom, uint32(ws[s1.left].before))
	b.put(markRoom, uint32(B1.before))
	b.put(16, uint32(S0.inside<<2|B0.inside))
	b.put(4, uint32(flag(s1i == 0)|flag(b0i > c.n)<<1))
	b.put(256, uint32(flag(s0.finite)|flag(b0.finite)<<1|flag(s1.finite)<<2)|uint32(min(s0.under, 3))<<3)
	b.put(64, uint32(B0.verbs))
	b.put(fineRoom, uint32(B0.signal%fineRoom))

	b.pair(S0, B0)
	b.pair(S1, S0)
	b.pair(B0, B1)
	b.pair(S0, S0r1)
	b.pair(B0, B0l1)
	b.pair(S1, B0)
	b.pair(S1, S1r1)
}

// jointAtoms are those that weigh the relations of an arc.
func (c *configuration) jointAtoms(j joint, b *bag) {
	b.reset()
	ws := c.words
	hn, dn := &c.nodes[j.head], &c.nodes[j.dependent]
	H, D, F := &ws[j.head], &ws[j.dependent], &ws[j.further]
	M, HM := &ws[dn.mark], &ws[hn.mark]
	apart, first := j.dependent-j.head, D
	if j.right == 0 {
		apart, first = -apart, H
	}
	b.put(2*fineRoom, j.right*fineRoom|fine(H))
	b.put(2*fineRoom, j.right*fineRoom|fine(D))
	b.put(2*pairRoom, j.right*pairRoom|fine(H)*fineRoom|fine(D))
	for _, w := range [...]*Word{
		&ws[j.dependent-1], &ws[j.dependent+1], &ws[max(j.head, 1)-1], &ws[j.head+1], F, M, HM,
		&ws[dn.l1], &ws[dn.r1], &ws[dn.l2], &ws[dn.r2], &ws[hn.l1], &ws[hn.r1], &ws[H.guide.Head],
	} {
		b.fine(w)
	}
	for _, w := range [...]*Word{H, D, F, &ws[dn.l1], &ws[dn.r1], &ws[hn.l1], &ws[hn.r1]} {
		b.class(w)
	}
	for _, w := range [...]*Word{H, D, M, HM, &ws[dn.l1], &ws[dn.r1], F, &ws[j.dependent-1], &ws[j.head+1]} {
		b.form(w)
	}
	for _, r := range [...]uint8{dn.l1r, dn.l2r, dn.r1r, hn.l1r, hn.r1r, hn.r2r} {
		b.rel(r)
	}
	for _, set := range [...]uint64{dn.lset, dn.rset, hn.lset, hn.rset} {
		b.set(set)
	}
	b.put(4*relRoom, uint32(flag(D.guide.Head == j.head)<<7)|j.right<<6|uint32(D.guide.Rel))
	b.rel(H.guide.Rel)
	b.put(32, j.right<<4|uint32(distance(apart)))
	b.put(markRoom, uint32(first.before))
	b.put(markRoom, uint32(D.before))
	b.put(markRoom, uint32(ws[dn.left].before))
	b.put(8, uint32(flag(dn.finite)|flag(hn.finite)<<1)|j.right<<2)
	b.pair(D, M)
	b.pair(D, F)
	b.pair(&ws[j.dependent-1], D)
}

// atomCount is the number of atoms that there may be of a configuration,
// jointAtomCount that of those of an arc.
func atomCount() uint32 {
	p := aWord()
	p.atoms()
	return p.bag.place
}

func jointAtomCount() uint32 {
	p := aWord()
	p.jointAtoms(joint{head: 1, dependent: 1, further: 1})
	return p.bag.place
}

// aWord is at the beginning of a sentence of one word.
func aWord() *pass {
	p := &pass{}
	s := &Sentence{}
	s.Read(make([]Word, 1))
	p.config.begin(s)
	return p
}
