package parser

// Word is what the features know of a word.
type Word struct {
	Form, Lemma uint32 // hashes of the lower-cased form and of the lemma
	Tag         uint8  // universal part of speech
	Fine        uint8  // part of speech with inflection
	Cluster     uint16 // class of words of like use, 0 where unknown
	Before      uint8  // kind of marks between the word before and this one
	Inside      uint8  // in brackets, in quotation marks
}

const (
	mulA = 0x9E3779B97F4A7C15
	mulB = 0xD6E8FEB86659FD93
	mulC = 0xC2B2AE3D27D4EB4F
	mulD = 0xA0761D6478BD642F
)

func h1(t, a uint64) uint64       { return (t*mulA + a + 1) * mulB }
func h2(t, a, b uint64) uint64    { return ((t*mulA+a+1)*mulB + b + 1) * mulC }
func h3(t, a, b, c uint64) uint64 { return (((t*mulA+a+1)*mulB+b+1)*mulC + c + 1) * mulD }
func h4(t, a, b, c, d uint64) uint64 {
	return ((((t*mulA+a+1)*mulB+b+1)*mulC+c+1)*mulD + d + 1) * mulA
}

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

func lesser(a, b uint8) uint64 {
	if a < b {
		return uint64(a)
	}
	return uint64(b)
}

// structure appends the features of a configuration that weigh SHIFT, LEFT and
// RIGHT against each other.
func (a *arena) structure(ws []Word, it *item, fs []uint64) []uint64 {
	s0, b0 := &a.nodes[it.stack], &a.nodes[it.buf]
	s1 := &a.nodes[s0.below]
	s2 := &a.nodes[s1.below]
	S0, S1, S2, B0 := &ws[s0.word], &ws[s1.word], &ws[s2.word], &ws[b0.word]
	B1, B2, B3 := &ws[b0.word+1], &ws[b0.word+2], &ws[b0.word+3]
	S0l, S0r, S0l2, S0r2 := &ws[s0.l1], &ws[s0.r1], &ws[s0.l2], &ws[s0.r2]
	S1l, S1r := &ws[s1.l1], &ws[s1.r1]
	B0l, B0l2 := &ws[b0.l1], &ws[b0.l2]
	S0m, S1m, B0m := uint64(ws[s0.mark].Form), uint64(ws[s1.mark].Form), uint64(ws[b0.mark].Form)

	s0w, s1w, b0w, b1w := uint64(S0.Form), uint64(S1.Form), uint64(B0.Form), uint64(B1.Form)
	s0l, s1l, b0l := uint64(S0.Lemma), uint64(S1.Lemma), uint64(B0.Lemma)
	s0t, s1t, s2t := uint64(S0.Fine), uint64(S1.Fine), uint64(S2.Fine)
	b0t, b1t, b2t, b3t := uint64(B0.Fine), uint64(B1.Fine), uint64(B2.Fine), uint64(B3.Fine)
	s0c, s1c, b0c, b1c := uint64(S0.Cluster), uint64(S1.Cluster), uint64(B0.Cluster), uint64(B1.Cluster)
	s0u, b0u := uint64(S0.Tag), uint64(B0.Tag)
	b1u, b2u := uint64(B1.Tag), uint64(B2.Tag)
	d := distance(b0.word - s0.word)
	d1 := distance(s0.word - s1.word)
	pb := uint64(B0.Before)
	ps := uint64(ws[s0.left].Before)
	pn := uint64(B1.Before)
	in := uint64(S0.Inside)<<4 | uint64(B0.Inside)
	end := uint64(0)
	if s1.word == 0 {
		end = 1
	}
	tt := s0t<<8 | b0t
	ss := s1t<<8 | s0t

	fs = append(fs,
		h1(1, tt), h2(2, ss, b0t), h3(3, ss, b0t, b1t),
		// single words
		h2(4, s0w, s0t), h2(5, b0w, b0t), h2(6, b1w, b1t), h2(7, s1w, s1t),
		h2(8, s0c, s0t), h2(9, b0c, b0t), h2(10, b1c, b1t), h2(11, s1c, s1t),
		h1(12, s2t<<8|b2t),
		// pairs
		h3(13, s0w, b0w, 0), h2(14, s0w, b0t), h2(15, s0t, b0w), h2(16, s0l, b0l),
		h2(17, s1w, s0w), h2(18, s1w, s0t), h2(19, s1t, s0w), h2(20, s1w, b0w),
		h2(21, s0c, b0c), h2(22, s1c, s0c), h2(23, s1c, b0c), h2(24, s1t, b0w), h2(25, s1w, b0t),
		h2(26, b0w, b1t), h2(27, b0w, b1w), h2(28, s0w, b1t),
		// triples of tags
		h2(29, tt, b1t), h3(30, tt, b1t, b2t), h3(31, s2t, ss, b0t),
		h4(32, s0u, b0u, b1u, b2u<<8|uint64(B3.Tag)), h2(33, b0t<<8|b1t, b2t<<8|b3t),
		h3(34, s0w, b0t, b1t), h3(35, s0t, b0w, b1t), h3(36, s1t, s0w, b0t), h3(37, s1w, s0t, b0t), h3(38, s1t, s0t, b0w),
		// dependents
		h3(39, tt, uint64(S0l.Fine), uint64(s0.l1r)), h3(40, tt, uint64(S0r.Fine), uint64(s0.r1r)),
		h3(41, tt, uint64(B0l.Fine), uint64(b0.l1r)), h3(42, ss, uint64(S1r.Fine), uint64(s1.r1r)),
		h3(43, ss, uint64(S1l.Fine), uint64(s1.l1r)), h3(44, ss, b0t, uint64(B0l.Fine)),
		h3(45, ss, b0t, uint64(S0r.Fine)), h3(46, ss, b0t, uint64(S0l.Fine)), h3(47, ss, b0t, uint64(S1r.Fine)),
		h3(48, tt, uint64(S0l2.Fine)<<8|uint64(s0.l2r), uint64(s0.l1r)),
		h3(49, tt, uint64(S0r2.Fine)<<8|uint64(s0.r2r), uint64(s0.r1r)),
		h3(50, tt, uint64(B0l2.Fine)<<8|uint64(b0.l2r), uint64(b0.l1r)),
		// relations of the dependents
		h2(51, s0w, s0.lset), h3(52, tt, s0.lset, s0.rset), h2(53, s0w, s0.rset), h3(54, ss, s1.rset, s1.lset),
		h3(55, s1w, s1.rset, s0t), h3(56, tt, b0.lset, 0), h2(57, b0w, b0.lset), h3(58, s1l, s1.rset, s0.lset),
		h3(59, s1t, s1.lset|s1.rset, tt),
		// number of dependents, distance
		h2(60, s0w, lesser(s0.nr, 4)<<4|lesser(s0.nl, 4)), h2(61, tt, lesser(s0.nr, 4)<<4|lesser(b0.nl, 4)),
		h2(62, s0w, d), h2(63, b0w, d), h2(64, tt, d), h2(65, ss, d1), h2(66, s1w, d1), h2(67, s0w, d1),
		// prepositions and subordinators of the dependents
		h3(68, s1w, S0m, s0t), h3(69, s1t, S0m, s0w), h3(70, s0w, B0m, b0t), h3(71, s1w, B0m, b0t), h3(72, s0t, B0m, b0w),
		h4(73, s1t, s0t, B0m, b0t), h3(74, s1c, S0m, s0t), h3(75, s0c, B0m, b0c), h3(76, s1c, B0m, b0c),
		h4(77, s1t, S0m, s0t, b0t), h3(78, s1l, S0m, s0c), h3(79, s0l, B0m, b0c), h3(80, s1t, S1m, ss),
		// marks
		h2(81, tt, pb), h3(82, tt, pb, b1t), h2(83, ss, ps), h3(84, ss, ps, pb<<8|b0t), h3(85, ss, b0t, pb), h2(86, s0w, pb),
		h2(87, b0w, pb), h3(88, tt, pb, pn), h2(89, tt, in), h3(90, s1t, s0t, pb<<8|uint64(s0.lset&0xff)),
		h3(91, tt, end, d), h3(92, b0t, end, pb),
	)
	return fs
}

// labelling appends the features that weigh the relations of an arc from the
// word of h to that of d; right is 1 where the dependent follows its head, next
// is the word that the parser looks at beyond both.
func (a *arena) labelling(ws []Word, h, d *node, right uint64, next int32, fs []uint64) []uint64 {
	H, D := &ws[h.word], &ws[d.word]
	hw, hl, ht, hc := uint64(H.Form), uint64(H.Lemma), uint64(H.Fine), uint64(H.Cluster)
	dw, dl, dt, dc := uint64(D.Form), uint64(D.Lemma), uint64(D.Fine), uint64(D.Cluster)
	m := uint64(ws[d.mark].Form)
	hm := uint64(ws[h.mark].Form)
	dist := d.word - h.word
	pm := uint64(D.Before)
	if right == 0 {
		dist = -dist
		pm = uint64(H.Before)
	}
	pl := uint64(ws[d.left].Before)
	tt := right<<16 | ht<<8 | dt
	dd := right<<8 | distance(dist)
	var prev int32
	if d.word > 0 {
		prev = d.word - 1
	}
	fs = append(fs,
		h1(101, tt), h2(102, dw, right), h2(103, hw, right<<8|dt), h2(104, right<<8|ht, dw), h3(105, hw, dw, right),
		h2(106, tt, dd), h2(107, right<<8|dt, dd), h2(108, tt, m), h3(109, hw, m, right<<8|dt), h2(110, dw, m), h3(111, hl, m, right<<8|dt),
		h2(112, tt, uint64(d.l1r)), h2(113, tt, d.lset), h2(114, tt, d.rset), h3(115, tt, h.lset, h.rset),
		h3(116, hl, h.rset|h.lset, right<<8|dt), h2(117, tt, h.lset|h.rset), h3(118, right<<8|dt, uint64(ws[prev].Fine), uint64(ws[d.word+1].Fine)),
		h2(119, tt, pm), h2(120, tt, pl), h3(121, tt, pm, pl), h3(122, hc, dc, right), h2(123, hc, right<<8|dt), h2(124, right<<8|ht, dc),
		h3(125, hw, dc, right), h3(126, dc, m, right<<8|ht), h3(127, hl, dl, right), h2(128, hl, right<<8|dt), h2(129, right<<8|ht, dl),
		h2(130, tt, uint64(ws[d.l1].Form)), h2(131, tt, uint64(ws[d.r1].Form)), h3(132, tt, hm, m), h2(133, tt, uint64(ws[next].Fine)),
		h2(134, tt, uint64(ws[next].Form)), h2(135, dw, right<<8|uint64(D.Before)), h3(136, hw, h.lset, right<<8|dt),
		h3(137, tt, uint64(ws[prev].Form), 0), h3(138, tt, uint64(ws[h.word+1].Form), 0),
		h3(139, tt, uint64(h.l1r), uint64(h.r1r)), h3(140, tt, d.lset, uint64(ws[d.l1].Form)),
	)
	return fs
}
