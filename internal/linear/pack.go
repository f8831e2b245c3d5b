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
	buckets := bucketsFor(len(rows), bucketRows)
	shift := 64 - bits.TrailingZeros(uint(buckets))
	slot := func(r Row) uint64 { return r.Feature>>shift<<16 | r.Feature&0xffff }
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b Row) int {
		return cmp.Or(cmp.Compare(slot(a), slot(b)), cmp.Compare(mass(b), mass(a)), cmp.Compare(a.Feature, b.Feature))
	})
	sorted = slices.CompactFunc(sorted, func(a, b Row) bool { return slot(a) == slot(b) })

	le := binary.LittleEndian
	index := make([]byte, 0, 4*buckets+4)
	var data []byte
	next := 0
	for b := range buckets {
		index = le.AppendUint32(index, uint32(len(data)))
		for next < len(sorted) && int(sorted[next].Feature>>shift) == b {
			data = appendRow(data, sorted[next], len(labels))
			next++
		}
	}
	index = le.AppendUint32(index, uint32(len(data)))
	data = append(data, make([]byte, rowsPad)...)
	return []Section{
		{name + ".labels", []byte(strings.Join(labels, "\n"))},
		{name + ".index", index},
		{name + ".rows", data},
	}, nil
}

// bucketRows is the largest number of rows in a bucket of a model, on the
// average: with fewer the index is large and falls out of the caches, with more
// the search in a bucket takes longer than that.
const bucketRows = 4

func mass(r Row) int {
	sum := 0
	for _, w := range r.Weights {
		sum += max(int(w.Value), -int(w.Value))
	}
	return sum
}

func appendRow(data []byte, r Row, classes int) []byte {
	data = binary.LittleEndian.AppendUint16(data, uint16(r.Feature))
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

func rowSize(weights, classes int) int { return rowHead + min(2*weights, classes) }
