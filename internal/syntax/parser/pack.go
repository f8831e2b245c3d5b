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

// Sections packs the averaged weights of a learner under a name, "guide" or "main".
func (l *Learner) Sections(name string, pack Packing) ([]linear.Section, error) {
	l.Averaged(true)
	defer l.Averaged(false)
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
	slices.SortFunc(kept, func(a, b packed) int { return cmp.Compare(a.hash, b.hash) })
	count := uint64(len(kept)*4/3 + 1)
	table := make([]uint32, count)
	for _, k := range kept {
		i := (k.hash >> 32) * count >> 32
		key := uint32(uint16(k.hash>>8) | 1)
		for table[i] != 0 && table[i]&0xffff != key {
			i = (i + 1) % count
		}
		table[i] = key | uint32(uint8(k.left))<<16 | uint32(uint8(k.right))<<24
	}
	slots := make([]byte, 0, 4*count)
	for _, v := range table {
		slots = binary.LittleEndian.AppendUint32(slots, v)
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
	return append(sections, linear.Section{Name: name + ".slots", Data: slots}), nil
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
