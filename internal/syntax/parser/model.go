package parser

import (
	"encoding/binary"
	"fmt"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Model is a trained parser, read in place. It is immutable and safe for
// concurrent use.
type Model struct {
	guide, main      weights
	tables, reversed *Tables
}

// weights are those of one pass. The weights of relations are a [linear.Model].
// Those of transitions have a table of their own, for they are looked up most:
// four bytes a feature, with a part of its hash and the weights of LEFT and RIGHT
// above that of SHIFT, in the first free place from where the hash points.
type weights struct {
	labels *linear.Model
	slots  []byte
	count  uint64
}

const seenSection = "seen" // [Tables.Seen]

// Open opens the parser of a model file.
func Open(f *linear.File) (*Model, error) {
	m := &Model{}
	if err := m.guide.open(f, "guide"); err != nil {
		return nil, err
	}
	if err := m.main.open(f, "main"); err != nil {
		return nil, err
	}
	seen, ok := f.Section(seenSection)
	if !ok || len(seen) != 2*tags*tags*8 {
		return nil, fmt.Errorf("parser: %w: section %q is missing or has a wrong length", linear.ErrDamaged, seenSection)
	}
	m.tables = NewTables(m.main.labels.Labels())
	b := unsafe.Slice(unsafe.StringData(seen), len(seen))
	for r := range 2 {
		for h := range tags {
			for d := range tags {
				m.tables.Seen[r][h][d] = binary.LittleEndian.Uint64(b)
				b = b[8:]
			}
		}
	}
	m.reversed = m.tables.Reversed()
	return m, nil
}

func (w *weights) open(f *linear.File, name string) (err error) {
	if w.labels, err = f.Model(name); err != nil {
		return err
	}
	slots, ok := f.Section(name + ".slots")
	if !ok || len(slots) == 0 || len(slots)%4 != 0 || len(w.labels.Labels()) > 64 {
		return fmt.Errorf("parser: %w: section %q is missing or has a wrong length", linear.ErrDamaged, name+".slots")
	}
	w.slots = unsafe.Slice(unsafe.StringData(slots), len(slots))
	w.count = uint64(len(slots) / 4)
	return nil
}

// Relations are the names of the relations, by the number in [Arc.Rel].
func (m *Model) Relations() []string { return m.tables.Rels }

// batch is the number of features that are looked up at a time.
const batch = 64

// Structure implements [Scorer]. Most of its time would be waiting for memory, so
// the first slots of many features are read before any is looked at: reads that do
// not wait for one another.
func (w *weights) Structure(features []uint64) [NumActions]float32 {
	left, right := int32(0), int32(0)
	slots, count := w.slots, w.count
	var first [batch]uint32
	for len(features) > 0 {
		n := min(len(features), batch)
		part := features[:n]
		features = features[n:]
		for k, f := range part {
			first[k&(batch-1)] = binary.LittleEndian.Uint32(slots[(f>>32)*count>>32*4:])
		}
		for k, f := range part {
			v := first[k&(batch-1)]
			key := uint16(f>>8) | 1
			for i := (f >> 32) * count >> 32; v != 0; {
				if uint16(v) == key {
					left += int32(int8(v >> 16))
					right += int32(int8(v >> 24))
					break
				}
				if i++; i == count {
					i = 0
				}
				v = binary.LittleEndian.Uint32(slots[i*4:])
			}
		}
	}
	return [NumActions]float32{Left: float32(left), Right: float32(right)}
}

// Label implements [Scorer].
func (w *weights) Label(features []uint64, mask uint64) (uint8, float32) {
	var scores linear.Scores
	w.labels.Score(&scores, features)
	best := -1
	for i := range len(w.labels.Labels()) {
		if mask>>i&1 != 0 && (best < 0 || scores[i] > scores[best]) {
			best = i
		}
	}
	return uint8(best), float32(scores[best])
}
