package parser

import (
	"encoding/binary"
	"fmt"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// A net has one layer of hidden units (Chen and Manning 2014). An atom adds a row
// of numbers to them, one a unit; what is below zero then counts as nought; and each
// class has a weight for each unit. As every place of a configuration has rows of its
// own for its values, there is no product of matrices but the small one at the end:
// what Chen and Manning compute beforehand for common words are the weights
// themselves here.
//
// Everything is whole numbers, so that the same sentence gets the same tree on
// every machine.
type net struct {
	index   []byte // row of each atom, in two bytes; 0 where it has none
	rows    []byte // of hidden bytes, each a weight and 128; that of 0 is not used
	bias    []byte // of the units, four bytes each
	classes []byte // for each class a weight for each unit, in two bytes
	base    []byte // of the classes, four bytes each
	hidden  int
	count   int // of classes
}

// headBytes is the length of the head of the section of a net: units, classes.
const headBytes = 8

// mostUnits is the number of hidden units that a net may have.
const mostUnits = 256

// openNet reads a net in place.
func openNet(f *linear.File, name string, atoms uint32, classes int) (*net, error) {
	parts := make([][]byte, 3)
	for i, part := range [...]string{".net", ".index", ".rows"} {
		text, ok := f.Section(name + part)
		if !ok || len(text) < headBytes {
			return nil, fmt.Errorf("parser: %w: section %q is missing or too short", linear.ErrDamaged, name+part)
		}
		parts[i] = unsafe.Slice(unsafe.StringData(text), len(text))
	}
	head, index, rows := parts[0], parts[1], parts[2]
	n := &net{index: index, rows: rows, hidden: int(binary.LittleEndian.Uint32(head)), count: int(binary.LittleEndian.Uint32(head[4:]))}
	wrong := func(part, what string) error {
		return fmt.Errorf("parser: %w: section %q: %s", linear.ErrDamaged, name+part, what)
	}
	switch {
	case n.hidden == 0 || n.hidden > mostUnits || n.hidden%8 != 0 || n.count != classes:
		return nil, wrong(".net", fmt.Sprintf("it has %d units and %d classes", n.hidden, n.count))
	case len(head) != headBytes+4*n.hidden+2*n.hidden*classes+4*classes:
		return nil, wrong(".net", fmt.Sprintf("it has %d bytes", len(head)))
	case len(index) != 2*int(atoms):
		return nil, wrong(".index", fmt.Sprintf("there are %d atoms, it has %d bytes", atoms, len(index)))
	case len(rows)%n.hidden != 0:
		return nil, wrong(".rows", fmt.Sprintf("it has %d bytes for rows of %d", len(rows), n.hidden))
	}
	all := len(rows) / n.hidden
	for i := 0; i < len(index); i += 2 {
		if int(binary.LittleEndian.Uint16(index[i:])) >= all {
			return nil, wrong(".index", fmt.Sprintf("atom %d has a row that is not there", i/2))
		}
	}
	head = head[headBytes:]
	n.bias, head = head[:4*n.hidden], head[4*n.hidden:]
	n.base, n.classes = head[:4*classes], head[4*classes:]
	return n, nil
}

// units adds up what the atoms say to the hidden units, and cuts off what is below
// zero. Eight bytes are added at a time, those at even places and those at odd places
// in lanes of 16 bits, which 257 atoms do not fill.
func (n *net) units(atoms []uint32, units *[mostUnits]int32) {
	const lanes = 0x00ff_00ff_00ff_00ff
	var even, odd [mostUnits / 8]uint64
	words := n.hidden / 8
	e, o := even[:words], odd[:words]
	added := int32(0)
	for _, a := range atoms[:min(len(atoms), 256)] {
		r := int(binary.LittleEndian.Uint16(n.index[2*a:]))
		if r == 0 {
			continue
		}
		added++
		row := n.rows[r*n.hidden:][:n.hidden]
		for i := range e {
			v := binary.LittleEndian.Uint64(row)
			row = row[8:]
			e[i] += v & lanes
			o[i] += v >> 8 & lanes
		}
	}
	for i := range words {
		for k := range 4 {
			units[8*i+2*k] = int32(uint16(e[i] >> (16 * k)))
			units[8*i+2*k+1] = int32(uint16(o[i] >> (16 * k)))
		}
	}
	for i := range n.hidden {
		units[i] = max(units[i]-128*added+int32(binary.LittleEndian.Uint32(n.bias[4*i:])), 0)
	}
}

// score is the sum of a class.
func (n *net) score(class int, units *[mostUnits]int32) int32 {
	sum := int32(binary.LittleEndian.Uint32(n.base[4*class:]))
	weights := n.classes[2*n.hidden*class:][:2*n.hidden]
	for _, u := range units[:n.hidden] {
		sum += u * int32(int16(binary.LittleEndian.Uint16(weights)))
		weights = weights[2:]
	}
	return sum
}
