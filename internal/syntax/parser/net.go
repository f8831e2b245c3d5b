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
	index   []byte  // row of each atom, in two bytes; 0 where it has none
	rows    []byte  // of hidden bytes each; that of 0 adds nothing
	bias    []int32 // of the units
	classes []int32 // for each class a weight for each unit
	base    []int32 // of the classes
	hidden  int
}

const (
	mostUnits = 256 // hidden units that a net may have
	blockSize = 64  // units that are worked on at a time
	mostAtoms = 256 // atoms that are added up; more would not fit
	zero      = 32  // the byte of a row that adds nothing
	headBytes = 8   // at the head of the first section: units, classes
)

// openNet reads a net. Its rows stay where they are.
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
	n := &net{index: index, rows: rows, hidden: int(binary.LittleEndian.Uint32(head))}
	wrong := func(part, what string, a ...any) error {
		return fmt.Errorf("parser: %w: section %q: %s", linear.ErrDamaged, name+part, fmt.Sprintf(what, a...))
	}
	switch has := int(binary.LittleEndian.Uint32(head[4:])); {
	case n.hidden == 0 || n.hidden > mostUnits || n.hidden%blockSize != 0 || has != classes:
		return nil, wrong(".net", "it has %d units and %d classes", n.hidden, has)
	case len(head) != headBytes+4*(n.hidden+classes+n.hidden*classes):
		return nil, wrong(".net", "it has %d bytes", len(head))
	case len(index) != 2*int(atoms):
		return nil, wrong(".index", "there are %d atoms, it has %d bytes", atoms, len(index))
	case len(rows)%n.hidden != 0:
		return nil, wrong(".rows", "it has %d bytes for rows of %d", len(rows), n.hidden)
	}
	all := len(rows) / n.hidden
	for i := 0; i < len(index); i += 2 {
		if int(binary.LittleEndian.Uint16(index[i:])) >= all {
			return nil, wrong(".index", "atom %d has a row that is not there", i/2)
		}
	}
	numbers := make([]int32, 0, len(head)/4)
	for head = head[headBytes:]; len(head) > 0; head = head[4:] {
		numbers = append(numbers, int32(binary.LittleEndian.Uint32(head)))
	}
	n.bias, numbers = numbers[:n.hidden], numbers[n.hidden:]
	n.base, n.classes = numbers[:classes], numbers[classes:]
	return n, nil
}

// units adds up what the atoms say to the hidden units, and cuts off what is below
// zero. As no byte of a row is above 63, four rows are added eight bytes at a time;
// then the bytes at even places and those at odd places are added in lanes of 16
// bits, which 256 rows do not fill.
func (n *net) units(atoms []uint32, units *[mostUnits]int32) {
	const lanes = 0x00ff_00ff_00ff_00ff
	var at [mostAtoms + 3]int // where the rows begin; at the end that of 0
	count := 0
	for _, a := range atoms[:min(len(atoms), mostAtoms)] {
		if r := int(binary.LittleEndian.Uint16(n.index[2*a:])); r != 0 {
			at[count] = r * n.hidden
			count++
		}
	}
	count = (count + 3) &^ 3
	for from := 0; from < n.hidden; from += blockSize {
		var even, odd [blockSize / 8]uint64
		rows := n.rows[from:]
		for four := at[:count]; len(four) >= 4; four = four[4:] {
			p, q := (*[blockSize]byte)(rows[four[0]:]), (*[blockSize]byte)(rows[four[1]:])
			r, s := (*[blockSize]byte)(rows[four[2]:]), (*[blockSize]byte)(rows[four[3]:])
			for i := range even {
				v := binary.LittleEndian.Uint64(p[8*i:]) + binary.LittleEndian.Uint64(q[8*i:]) +
					binary.LittleEndian.Uint64(r[8*i:]) + binary.LittleEndian.Uint64(s[8*i:])
				even[i] += v & lanes
				odd[i] += v >> 8 & lanes
			}
		}
		block, bias := (*[blockSize]int32)(units[from:]), (*[blockSize]int32)(n.bias[from:])
		for i := range even {
			for k := range 4 {
				j := 8*i + 2*k
				block[j] = max(int32(uint16(even[i]>>(16*k)))-zero*int32(count)+bias[j], 0)
				block[j+1] = max(int32(uint16(odd[i]>>(16*k)))-zero*int32(count)+bias[j+1], 0)
			}
		}
	}
}

// score is the sum of a class.
func (n *net) score(class int, units *[mostUnits]int32) int32 {
	sum := n.base[class]
	u := units[:n.hidden]
	weights := n.classes[n.hidden*class:][:len(u)]
	for i, x := range u {
		sum += x * weights[i]
	}
	return sum
}
