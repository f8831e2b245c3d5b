package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// Row is the weights of one feature, for writing.
type Row struct {
	Feature uint64
	Weights []Weight // by class, none twice
}

// Weight is a weight of a class, between −127 and 127.
type Weight struct {
	Class uint8
	Value int8
}

// ModelSections makes the sections of a model. Rows whose hashes the format
// cannot tell apart (some in a hundred thousand) are reduced to the one with
// the larger weights.
func ModelSections(name string, labels []string, rows []Row) ([]Section, error) {
	if len(labels) == 0 || len(labels) > MaxClasses {
		return nil, fmt.Errorf("linear: model %q has %d classes; between 1 and %d are possible", name, len(labels), MaxClasses)
	}
	for _, l := range labels {
		if l == "" || strings.Contains(l, "\n") {
			return nil, fmt.Errorf("linear: model %q has the class name %q", name, l)
		}
	}
	for _, r := range rows {
		for i, w := range r.Weights {
			if int(w.Class) >= len(labels) || i > 0 && r.Weights[i-1].Class >= w.Class {
				return nil, fmt.Errorf("linear: model %q: weights of feature %x are not sorted by class or out of range", name, r.Feature)
			}
		}
	}
	buckets := bucketsFor(len(rows), hashBuckets)
	shift := 64 - bits.TrailingZeros(uint(buckets))
	slot := func(r Row) uint64 { return r.Feature>>shift<<16 | r.Feature&0xffff }
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b Row) int {
		return cmp.Or(cmp.Compare(slot(a), slot(b)), cmp.Compare(mass(b), mass(a)), cmp.Compare(a.Feature, b.Feature))
	})
	sorted = slices.CompactFunc(sorted, func(a, b Row) bool { return slot(a) == slot(b) })

	l := layout{shift: uint8(shift), width: cellWidth(len(labels)), buckets: uint64(len(sorted)/bucketFeatures + 1)}
	keys := make([]uint64, len(sorted))
	for i, r := range sorted {
		keys[i] = l.key(r.Feature)
	}
	var pilots []uint8
	for n := uint64(len(sorted)*cellsPerRow/100) + 1; pilots == nil; n += n/50 + 1 {
		l.cells = n
		pilots, _ = l.place(keys)
	}
	le := binary.LittleEndian
	head := le.AppendUint32(nil, uint32(l.cells))
	head = le.AppendUint32(head, uint32(l.buckets))
	head = append(head, 64-l.shift)
	head = append(head, make([]byte, layoutHead-len(head))...)

	cells := make([]byte, l.cells*l.width+cellsPad)
	for c := uint64(0); c < l.cells && len(labels) > denseClasses; c++ {
		cells[c*l.width+checkBytes], cells[c*l.width+checkBytes+2] = none, none
	}
	var data []byte
	for i, r := range sorted {
		c := l.cell(keys[i], pilots[l.bucket(keys[i])])
		data = fillCell(cells[c*l.width:(c+1)*l.width], r, len(labels), data)
	}
	if len(data) >= 1<<24 {
		return nil, fmt.Errorf("linear: model %q has %d bytes of rows; 16 MB are possible", name, len(data))
	}
	return []Section{
		{name + ".labels", []byte(strings.Join(labels, "\n"))},
		{name + ".pilots", append(head, pilots...)},
		{name + ".cells", cells},
		{name + ".rows", data},
	}, nil
}

// hashBuckets is how many rows there are on the average, at most, for a value of
// the top bits of a hash that count.
const hashBuckets = 4

// fillCell writes a row into its cell. One that does not fit in there goes to the
// rows, which are returned.
func fillCell(cell []byte, r Row, classes int, rows []byte) []byte {
	binary.LittleEndian.PutUint16(cell, uint16(r.Feature))
	weights := cell[checkBytes:]
	switch {
	case classes <= denseClasses:
		for _, w := range r.Weights {
			weights[w.Class] = uint8(w.Value)
		}
	case len(r.Weights) <= pairsInCell:
		for i, w := range r.Weights {
			weights[2*i], weights[2*i+1] = w.Class, uint8(w.Value)
		}
	default:
		at := len(rows)
		weights[0], weights[1], weights[2], weights[3] = wide, uint8(at), uint8(at>>8), uint8(at>>16)
		return appendRow(rows, r, classes)
	}
	return rows
}

func mass(r Row) int {
	sum := 0
	for _, w := range r.Weights {
		sum += max(int(w.Value), -int(w.Value))
	}
	return sum
}

func appendRow(data []byte, r Row, classes int) []byte {
	if 2*len(r.Weights) < classes {
		data = append(data, uint8(len(r.Weights)))
		for _, w := range r.Weights {
			data = append(data, w.Class, uint8(w.Value))
		}
		return data
	}
	data = append(data, denseRow)
	weights := make([]byte, classes)
	for _, w := range r.Weights {
		weights[w.Class] = uint8(w.Value)
	}
	return append(data, weights...)
}

// rowSize is how many hundredths of a byte a row takes, about.
func rowSize(weights, classes int) int {
	size := int(cellWidth(classes))*cellsPerRow + 100/bucketFeatures
	if classes > denseClasses && weights > pairsInCell {
		size += 100 * (1 + min(2*weights, classes))
	}
	return size
}
