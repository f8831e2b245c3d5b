package ner

import (
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
)

// The templates of features. Numbers are part of trained models: append only.
const (
	tBias = iota + 1
	tWord
	tWord1
	tWord2
	tNext1
	tNext2
	tWordCased
	tBigramBefore
	tBigramAfter
	tShape
	tShapeBefore
	tShapeAfter
	tShapes
	tPrefix
	tSuffix
	tSuffix2
	tStart
	tKind
	tDocCase
	tRunPlace
	tRunFirst
	tRunLast
	tRunBefore
	tRunAfter
	tRunBefore2
	tRunAfter2
	tLongFirst
	tLongLast
	tEvidence
	tList
	tListBefore
	tListAfter
	tListPair
	tTransition
	_ // were other places of the word
	_
	tRunLists
	tAround
	tRunShape
	tSelfLast
	tPrefix4
	tSuffix4
	tCluster
	tCluster4
	tCluster8
	tClusterBefore
	tClusterAfter
	tClusterBefore2
	tClusterAfter2
	tClusterPair
	tClusterRunBefore
	tClusterRunAfter
	tClusterRunLast
	_ // were those of a second reading
	_
	_
	_
	_
	_
	_
	tBefore12
	tNext12
	tClusterBefore12
	tClusterNext12
	tHead
	tHeadBefore
	tHeadAfter
	tHeadOf
	tHeadFirst
	tHeadLast
	tHeadLastAfter
	tHeadBehind
	tHeadLongFirst
	tHeadLongLast
	tNounBefore
	tNounAfter
	tApposition
	tDescribed
	tAcronym
	tOtherBefore
	tOtherAfter
	tListed
	tMate
	tMateHead
	tMateClass
	tJoint
	tJointKnown
	tBracket
	tSport
)

func hash(template int, value uint64) uint64 { return linear.Mix(uint64(template), value) }

func (d *Doc) fold(s *Sentence, i int) uint64 {
	switch {
	case i < s.First:
		return 1
	case i >= s.End:
		return 2
	}
	return uint64(d.words.list[d.Tokens[i].Word].fold) + 3
}

func (d *Doc) shape(s *Sentence, i int) uint64 {
	if i < s.First || i >= s.End {
		return 15
	}
	return uint64(d.Tokens[i].Shape)
}

func (d *Doc) cluster(s *Sentence, i int) (clusters.ID, clusters.Path) {
	if i < s.First || i >= s.End {
		return 0, 0
	}
	return d.Tokens[i].Cluster, d.Tokens[i].Path
}

func affix(w string, n int, end bool) uint64 {
	if len(w) > n {
		if end {
			w = w[len(w)-n:]
		} else {
			w = w[:n]
		}
	}
	x := uint64(len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		x = x<<8 | uint64(c)
	}
	return x
}

// features appends the features of token i.
func (d *Doc) features(out []uint64, s *Sentence, i int) []uint64 {
	t := &d.Tokens[i]
	w := &d.words.list[t.Word]
	w0, b1, b2, n1, n2 := d.fold(s, i), d.fold(s, i-1), d.fold(s, i-2), d.fold(s, i+1), d.fold(s, i+2)
	shape, sb, sn := uint64(t.Shape), d.shape(s, i-1), d.shape(s, i+1)
	start := uint64(0)
	if i == s.First {
		start = 1
	} else if d.Tokens[i-1].Shape == Mark && opens(d.Tokens[i-1].Form) {
		start = 2
	}
	out = append(out,
		hash(tBias, 0),
		hash(tWord, w0),
		hash(tWord1, b1),
		hash(tWord2, b2),
		hash(tNext1, n1),
		hash(tNext2, n2),
		hash(tWordCased, w0<<8|shape<<2|start),
		hash(tBigramBefore, linear.Mix(b1, w0)),
		hash(tBigramAfter, linear.Mix(w0, n1)),
		hash(tAround, linear.Mix(b1, n1)),
		hash(tBefore12, linear.Mix(b2, b1)),
		hash(tNext12, linear.Mix(n1, n2)),
		hash(tShape, shape<<4|start<<2|uint64(s.Case)),
		hash(tShapeBefore, sb<<4|shape),
		hash(tShapeAfter, sn<<4|shape),
		hash(tShapes, sb<<8|shape<<4|sn),
		hash(tPrefix, affix(t.Form, 3, false)),
		hash(tPrefix4, affix(t.Form, 4, false)),
		hash(tSuffix, affix(t.Form, 3, true)<<4|shape),
		hash(tSuffix2, affix(t.Form, 2, true)<<4|shape),
		hash(tSuffix4, affix(t.Form, 4, true)),
		hash(tKind, uint64(s.Kind)<<4|shape),
		hash(tDocCase, ways(w)<<6|shape<<2|start),
	)
	if t.Run >= 0 {
		r := d.runs[t.Run]
		first, end := int(r.first), int(r.end)
		place := min(i-first, 3)<<2 | min(end-1-i, 3)
		before, after := d.fold(s, first-1), d.fold(s, end)
		head := d.fold(s, end-1)
		out = append(out,
			hash(tRunPlace, uint64(place)),
			hash(tRunFirst, d.fold(s, first)),
			hash(tRunLast, head),
			hash(tSelfLast, linear.Mix(w0, head)),
			hash(tRunBefore, before<<4|uint64(place)),
			hash(tRunAfter, after<<4|uint64(place)),
			hash(tRunBefore2, linear.Mix(d.fold(s, first-2), before)),
			hash(tRunAfter2, linear.Mix(after, d.fold(s, end+1))),
			hash(tRunShape, shape<<8|uint64(place)<<4|uint64(d.Tokens[first].Shape)),
		)
		for k := 0; k < listCount; k++ {
			if v := d.lists[end-1][k]; v != 0 {
				out = append(out, hash(tRunLists, uint64(k)<<16|uint64(v)<<8|uint64(place&3)))
			}
		}
	}
	c0 := t.Cluster
	if c0 != 0 {
		out = append(out,
			hash(tCluster, uint64(c0)),
			hash(tCluster4, uint64(t.Path.Prefix(4))<<4|shape),
			hash(tCluster8, uint64(t.Path.Prefix(8))),
			hash(tCluster8, uint64(t.Path.Prefix(12))),
		)
	}
	cb, pb := d.cluster(s, i-1)
	cn, pn := d.cluster(s, i+1)
	cb2, pb2 := d.cluster(s, i-2)
	cn2, pn2 := d.cluster(s, i+2)
	out = append(out,
		hash(tClusterBefore, uint64(pb.Prefix(6))),
		hash(tClusterBefore, uint64(pb.Prefix(10))),
		hash(tClusterBefore, uint64(cb)<<32|1),
		hash(tClusterAfter, uint64(pn.Prefix(6))),
		hash(tClusterAfter, uint64(pn.Prefix(10))),
		hash(tClusterAfter, uint64(cn)<<32|1),
		hash(tClusterBefore2, uint64(pb2.Prefix(8))),
		hash(tClusterAfter2, uint64(pn2.Prefix(8))),
		hash(tClusterBefore12, uint64(cb2)<<40^b1),
		hash(tClusterNext12, uint64(cn2)<<40^n1),
		hash(tClusterPair, uint64(cb)<<16|uint64(c0)),
		hash(tClusterPair, uint64(cn)<<16|uint64(c0)|1<<40),
	)
	if t.Run >= 0 {
		r := d.runs[t.Run]
		place := uint64(min(i-int(r.first), 3)<<2 | min(int(r.end)-1-i, 3))
		before, _ := d.cluster(s, int(r.first)-1)
		after, _ := d.cluster(s, int(r.end))
		out = append(out,
			hash(tClusterRunBefore, uint64(before)<<4|place),
			hash(tClusterRunAfter, uint64(after)<<4|place),
			hash(tClusterRunLast, uint64(d.Tokens[r.end-1].Cluster)),
		)
	}
	out = d.sportFeatures(out, s, i)
	out = d.headFeatures(out, s, i)
	out = d.elsewhereFeatures(out, t)
	out = d.chainFeatures(out, s, i)
	if w.longest >= 0 {
		r := d.runs[w.longest]
		ls := &d.Sentences[r.sentence]
		out = append(out,
			hash(tLongFirst, d.fold(ls, int(r.first))<<1|uint64(min(w.at, 1))),
			hash(tLongLast, d.fold(ls, int(r.end)-1)),
		)
	}
	for b := 0; b < evidenceBits; b++ {
		if w.evidence>>b&1 != 0 {
			out = append(out, hash(tEvidence, uint64(b)<<4|shape))
		}
	}
	for k := 0; k < listCount; k++ {
		v := uint64(d.lists[i][k])
		if v != 0 {
			out = append(out, hash(tList, uint64(k)<<8|v), hash(tListPair, uint64(k)<<16|v<<8|ways(w)))
		}
		if i > s.First {
			if v := uint64(d.lists[i-1][k]); v != 0 {
				out = append(out, hash(tListBefore, uint64(k)<<8|v))
			}
		}
		if i+1 < s.End {
			if v := uint64(d.lists[i+1][k]); v != 0 {
				out = append(out, hash(tListAfter, uint64(k)<<8|v))
			}
		}
	}
	return out
}

// ways says in which ways the document writes a word, in 4 bits.
func ways(w *word) uint64 {
	x := uint64(0)
	if w.lower > 0 {
		x |= 1
		if w.lower > w.capital+w.upper {
			x |= 8
		}
	}
	if w.capital > 0 {
		x |= 2
	}
	if w.upper > 0 {
		x |= 4
	}
	return x
}
