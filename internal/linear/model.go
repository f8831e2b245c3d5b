package linear

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// MaxClasses is the largest number of classes of a model.
const MaxClasses = 254

// Scores has a score for each class of a model; those behind the last class
// are not touched. Its size is fixed so that the engine needs no bounds checks.
type Scores [256]int32

// Scorer gives scores to classes: a [Model] in use, a [Trainer] in training.
type Scorer interface {
	// Score sets the scores of all classes to the sums of their weights.
	Score(scores *Scores, features []uint64)
	// Add is Score without setting the scores to zero first.
	Add(scores *Scores, features []uint64)
}

// Model is a linear model: weights by feature and class. It is immutable and
// safe for concurrent use.
//
// Features that carry weight are sorted by hash. The top bits of a hash choose
// a bucket, the index has the bucket's place, its few rows are scanned for the
// low 16 bits of the hash. A row has pairs of class and weight or, where that
// is shorter, a weight for every class. So a feature costs two reads, an
// unknown one usually one, and a model takes about ten bytes a feature.
type Model struct {
	labels []string
	index  []byte // uint32 offsets into rows, one a bucket and one at the end
	rows   []byte
	shift  uint8
}

// A row: the low 16 bits of the hash, the number of pairs or denseRow, then
// pairs of class and weight, or the weights of all classes.
const (
	rowHead  = 3
	denseRow = 255
	rowsPad  = 8 // zeros behind the last row
)

// Model opens the model that was written under this name.
func (f *File) Model(name string) (*Model, error) {
	labels, _, err := f.need(name + ".labels")
	if err != nil {
		return nil, err
	}
	index, at, err := f.need(name + ".index")
	if err != nil {
		return nil, err
	}
	rows, rowsAt, err := f.need(name + ".rows")
	if err != nil {
		return nil, err
	}
	m := &Model{labels: strings.Split(labels, "\n"), index: bytesOf(index), rows: bytesOf(rows)}
	buckets := len(index)/4 - 1
	switch {
	case len(m.labels) > MaxClasses:
		return nil, damaged(at, "model %q has %d classes", name, len(m.labels))
	case len(index)%4 != 0 || buckets < 1 || buckets&(buckets-1) != 0:
		return nil, damaged(at, "the index of model %q has %d bytes", name, len(index))
	case len(rows) < rowsPad || int(u32(index, len(index)-4)) != len(rows)-rowsPad:
		return nil, damaged(rowsAt, "the rows of model %q do not end where its index says", name)
	}
	m.shift = uint8(64 - bits.TrailingZeros(uint(buckets)))
	return m, nil
}

// Labels are the names of the classes. The slice must not be changed.
func (m *Model) Labels() []string { return m.labels }

// Label is the name of a class.
func (m *Model) Label(class int) string { return m.labels[class] }

// Score sets the scores of all classes to the sums of the weights of features.
func (m *Model) Score(scores *Scores, features []uint64) {
	clear(scores[:len(m.labels)])
	m.Add(scores, features)
}

// batch is the number of features that are looked up together.
const batch = 32

// Add adds the weights of features to the scores.
//
// Models are larger than the fast caches, so that the time goes into waiting for
// memory. Features are therefore looked up in batches, first all places in the
// index, then the first bytes of all rows: reads that do not wait for one another.
// Only then is decided, row by row, what to add.
func (m *Model) Add(scores *Scores, features []uint64) {
	index, rows := m.index, m.rows
	classes := len(m.labels)
	shift := m.shift & 63
	var spans [batch]uint64
	var heads [batch]uint32
	for len(features) > 0 {
		n := min(len(features), batch)
		part := features[:n]
		features = features[n:]
		for k, f := range part {
			spans[k&(batch-1)] = binary.LittleEndian.Uint64(index[f>>shift*4:])
		}
		for k := range part {
			heads[k&(batch-1)] = binary.LittleEndian.Uint32(rows[uint32(spans[k&(batch-1)]):]) // the last row is followed by padding
		}
		for k, f := range part {
			span := spans[k&(batch-1)]
			i, end := uint32(span), uint32(span>>32)
			head := heads[k&(batch-1)]
			for i < end {
				n := int(head >> 16 & 0xff)
				if uint16(head) == uint16(f) {
					row := rows[i+rowHead:]
					if n == denseRow {
						addDense(scores, row[:classes])
						break
					}
					pairs := row[:2*n]
					for len(pairs) >= 2 {
						scores[pairs[0]] += int32(int8(pairs[1]))
						pairs = pairs[2:]
					}
					break
				}
				if n == denseRow {
					i += uint32(rowHead + classes)
				} else {
					i += uint32(rowHead + 2*n)
				}
				head = binary.LittleEndian.Uint32(rows[i:])
			}
		}
	}
}

func addDense(scores *Scores, weights []byte) {
	s := scores[:len(weights)]
	for len(weights) >= 4 {
		w := binary.LittleEndian.Uint32(weights)
		t := s[:4]
		t[0] += int32(int8(w))
		t[1] += int32(int8(w >> 8))
		t[2] += int32(int8(w >> 16))
		t[3] += int32(int8(w >> 24))
		weights, s = weights[4:], s[4:]
	}
	for i, w := range weights {
		s[i] += int32(int8(w))
	}
}

// Best is the class with the highest score, the first of those that are equal.
func (m *Model) Best(scores *Scores) int { return scores.Best(len(m.labels)) }

// Best is the highest of the first n scores, the first of those that are equal.
func (s *Scores) Best(n int) int {
	best, at := s[0], 0
	for i, v := range s[1:n] {
		if v > best {
			best, at = v, i+1
		}
	}
	return at
}
