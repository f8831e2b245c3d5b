package linear

import (
	"encoding/binary"
	"math/bits"
)

// oldModel is a model as files had it before there were cells: an index of the
// places of buckets of rows.
type oldModel struct {
	index []byte // uint32 offsets into rows, one a bucket and one at the end
	rows  []byte
	shift uint8
}

// A row of an old model: the low 16 bits of the hash, the number of pairs or
// denseRow, then pairs of class and weight, or the weights of all classes.
const (
	rowHead = 3
	rowsPad = 8 // zeros behind the last row
)

func (f *File) oldModel(name string, classes int) (*oldModel, error) {
	index, at, err := f.need(name + ".index")
	if err != nil {
		return nil, err
	}
	rows, rowsAt, err := f.need(name + ".rows")
	if err != nil {
		return nil, err
	}
	m := &oldModel{index: bytesOf(index), rows: bytesOf(rows)}
	buckets := len(index)/4 - 1
	switch {
	case len(index)%4 != 0 || buckets < 1 || buckets&(buckets-1) != 0:
		return nil, damaged(at, "the index of model %q has %d bytes", name, len(index))
	case len(rows) < rowsPad || int(u32(index, len(index)-4)) != len(rows)-rowsPad:
		return nil, damaged(rowsAt, "the rows of model %q do not end where its index says", name)
	}
	m.shift = uint8(64 - bits.TrailingZeros(uint(buckets)))
	return m, nil
}

const oldBatch = 32

func (m *oldModel) add(scores *Scores, features []uint64, classes int) {
	index, rows := m.index, m.rows
	shift := m.shift & 63
	var spans [oldBatch]uint64
	var heads [oldBatch]uint32
	for len(features) > 0 {
		n := min(len(features), oldBatch)
		part := features[:n]
		features = features[n:]
		for k, f := range part {
			spans[k&(oldBatch-1)] = binary.LittleEndian.Uint64(index[f>>shift*4:])
		}
		for k := range part {
			heads[k&(oldBatch-1)] = binary.LittleEndian.Uint32(rows[uint32(spans[k&(oldBatch-1)]):]) // the last row is followed by padding
		}
		for k, f := range part {
			span := spans[k&(oldBatch-1)]
			i, end := uint32(span), uint32(span>>32)
			head := heads[k&(oldBatch-1)]
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

// Repack returns a file with the models of f as they are written now, and its
// other sections as they are. The weights are the same.
func (f *File) Repack() ([]byte, error) {
	var sections []Section
	for _, s := range f.sections {
		data := []byte(f.data[s.offset : s.offset+s.length])
		name, part := s.name, ""
		for i := len(name) - 1; i >= 0; i-- {
			if name[i] == '.' {
				name, part = name[:i], name[i+1:]
				break
			}
		}
		_, isModel := f.Section(name + ".labels")
		_, isOld := f.Section(name + ".index")
		if !isModel || !isOld {
			sections = append(sections, Section{s.name, data})
			continue
		}
		if part != "labels" {
			if part != "index" && part != "rows" {
				sections = append(sections, Section{s.name, data})
			}
			continue
		}
		m, err := f.Model(name)
		if err != nil {
			return nil, err
		}
		made, err := ModelSections(name, m.labels, m.old.all(len(m.labels)))
		if err != nil {
			return nil, err
		}
		sections = append(sections, made...)
	}
	return Encode(f.name, sections)
}

// all is the rows, by as much of the hashes as there is.
func (m *oldModel) all(classes int) (all []Row) {
	for b := range len(m.index)/4 - 1 {
		span := binary.LittleEndian.Uint64(m.index[b*4:])
		for i, end := uint32(span), uint32(span>>32); i < end; {
			row := m.rows[i:]
			r := Row{Feature: uint64(b)<<m.shift | uint64(binary.LittleEndian.Uint16(row))}
			n := int(row[2])
			if n == denseRow {
				for c, w := range row[rowHead : rowHead+classes] {
					if w != 0 {
						r.Weights = append(r.Weights, Weight{uint8(c), int8(w)})
					}
				}
				n = classes
			} else {
				for k := range n {
					r.Weights = append(r.Weights, Weight{row[rowHead+2*k], int8(row[rowHead+2*k+1])})
				}
				n *= 2
			}
			i += uint32(rowHead + n)
			all = append(all, r)
		}
	}
	return all
}
