package ner

// A document is read twice. The first reading labels each sentence for itself;
// the second knows what the first made of the same words elsewhere (Krishnan &
// Manning 2006), and of the token and its neighbours.

// SetFirst gives the document the labels of a first reading, one for each token.
func (d *Doc) SetFirst(labels []uint8) {
	d.labels = labels
	for i := range d.words.list {
		d.words.list[i].seen = [Types + 1]int32{}
	}
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Shape.Capital() {
			d.words.list[t.Word].seen[typeOf(labels[i])]++
		}
	}
}

// typeOf is the type of a label, or Types outside of names.
func typeOf(label uint8) Type {
	if label == outside {
		return Types
	}
	_, t := part(int(label))
	return t
}

func (d *Doc) firstLabel(s *Sentence, i int) uint64 {
	if i < s.First || i >= s.End {
		return 31
	}
	return uint64(d.labels[i])
}

// secondFeatures appends what the first reading says about token i.
func (d *Doc) secondFeatures(out []uint64, s *Sentence, i int) []uint64 {
	own, before, after := d.firstLabel(s, i), d.firstLabel(s, i-1), d.firstLabel(s, i+1)
	out = append(out,
		hash(tFirstOwn, own),
		hash(tFirstBefore, before<<5|own),
		hash(tFirstAfter, after<<5|own),
	)
	t := &d.Tokens[i]
	others := d.words.list[t.Word].seen
	if t.Shape.Capital() {
		others[typeOf(uint8(own))]--
	}
	best, total := Types, int32(0)
	for k, n := range others {
		total += n
		if n > others[best] {
			best = Type(k)
		}
	}
	if total == 0 {
		return append(out, hash(tFirstAlone, own))
	}
	share := uint64(0)
	switch n := others[best]; {
	case n == total:
		share = 2
	case 3*n >= 2*total:
		share = 1
	}
	many := uint64(min(total, 4))
	major := uint64(best)<<4 | share<<2
	return append(out,
		hash(tFirstMajor, major),
		hash(tFirstMajorMany, major<<4|many),
		hash(tFirstMajorOwn, major<<5|own),
		hash(tFirstMajorOwn, uint64(best)<<9|uint64(typeOf(uint8(own)))<<5|many|1<<20),
	)
}
