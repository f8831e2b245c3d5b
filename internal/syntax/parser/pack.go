package parser

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Packing says how a learner's weights are made small.
type Packing struct {
	Scale    float32 // what a weight of 1 becomes; beyond ±127 it is cut off
	Features int     // features of transitions that are kept, those with the largest weights
	Least    float32 // weights of relations smaller than this are left out
}

// fill is how full the buckets of features are on the average.
const fill = 0.75

// Sections packs the averaged weights of a learner under a name, "guide" or "main".
func (l *Learner) Sections(name string, pack Packing) ([]linear.Section, error) {
	before := l.averaged
	l.Averaged(true)
	defer func() { l.Averaged(before) }()
	quantum := func(w float32) int8 {
		x := w * pack.Scale
		if x < 0 {
			return int8(max(x-0.5, -127))
		}
		return int8(min(x+0.5, 127))
	}
	type packed struct {
		hash        uint64
		left, right int8
		size        float32
	}
	var kept []packed
	for i, s := range l.structure.mean {
		if s.key == 0 {
			continue
		}
		x, y := s.w[Left]-s.w[Shift], s.w[Right]-s.w[Shift]
		q := packed{l.structure.hashes[i], quantum(x), quantum(y), max(x, -x, y, -y, x-y, y-x)}
		if q.left != 0 || q.right != 0 {
			kept = append(kept, q)
		}
	}
	slices.SortFunc(kept, func(a, b packed) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.hash, b.hash)) })
	kept = kept[:min(len(kept), pack.Features)]
	// What finds its bucket full weighs least, and is left out.
	count := uint64(float64(len(kept))/(bucketRoom*fill) + 1)
	keys, pairs := make([][]uint16, count), make([][]uint16, count)
	for _, k := range kept {
		i, key := (k.hash>>32)*count>>32, keyOf(k.hash)
		if len(keys[i]) < bucketRoom && !slices.Contains(keys[i], key) {
			keys[i] = append(keys[i], key)
			pairs[i] = append(pairs[i], uint16(uint8(k.left))|uint16(uint8(k.right))<<8)
		}
	}
	var buckets []byte
	for i := range keys {
		for _, part := range [2][]uint16{keys[i], pairs[i]} {
			for j := range bucketRoom {
				v := uint16(0)
				if j < len(part) {
					v = part[j]
				}
				buckets = binary.LittleEndian.AppendUint16(buckets, v)
			}
		}
	}

	var labelRows []linear.Row
	t := l.labels
	for i, at := range t.index {
		if at == 0 {
			continue
		}
		row := linear.Row{Feature: t.hashes[i]}
		for rel, w := range t.mean[int(at)*t.width : (int(at)+1)*t.width] {
			if max(w, -w) < pack.Least {
				continue
			}
			if q := quantum(w); q != 0 {
				row.Weights = append(row.Weights, linear.Weight{Class: uint8(rel), Value: q})
			}
		}
		if len(row.Weights) > 0 {
			labelRows = append(labelRows, row)
		}
	}
	sections, err := linear.ModelSections(name, l.pass.tables.Rels, labelRows)
	if err != nil {
		return nil, err
	}
	return append(sections, linear.Section{Name: name + ".buckets", Data: buckets}), nil
}

// Section packs what a model has besides weights.
func (t *Tables) Section() linear.Section {
	var seen []byte
	for r := range 2 {
		for h := range tags {
			for d := range tags {
				seen = binary.LittleEndian.AppendUint64(seen, t.Seen[r][h][d])
			}
		}
	}
	return linear.Section{Name: seenSection, Data: seen}
}
