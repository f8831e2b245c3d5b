package parser

import (
	"encoding/binary"
	"fmt"
	"math/bits"
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
	index  []byte  // row of each atom, in two bytes; 0 where it has none
	rows   []byte  // of hidden bytes each; that of 0 adds nothing
	bias   []int32 // of the units
	pairs  []int64 // for each two classes a weight for each unit, that of the second 32 bits higher
	base   []int64 // of each two classes
	hidden int
}

const (
	mostUnits   = 256 // hidden units that a net may have
	mostClasses = 64  // that it may have
	blockSize   = 16  // units that are worked on at a time
	mostAtoms   = 256 // atoms that are added up; more would not fit
	zero        = 32  // the byte of a row that adds nothing
	headBytes   = 8   // at the head of the first section: units, classes
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
	case n.hidden == 0 || n.hidden > mostUnits || n.hidden%blockSize != 0 || classes > mostClasses || has != classes:
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
	base, weights := numbers[:classes], numbers[classes:]
	// With two classes in one number, one multiplication does for both.
	n.base = make([]int64, (classes+1)/2)
	n.pairs = make([]int64, len(n.base)*n.hidden+mostUnits) // with room to look at as many at the end
	for class := range classes {
		shift := class % 2 * 32
		n.base[class/2] += int64(base[class]) << shift
		for u, w := range weights[class*n.hidden:][:n.hidden] {
			n.pairs[class/2*n.hidden+u] += int64(w) << shift
		}
	}
	return n, nil
}

// active is the hidden units that are above zero, a quarter of all as a rule.
type active struct {
	count int
	unit  [mostUnits]uint8
	value [mostUnits]int32
	rows  [mostAtoms/4 + 1][4]uint32 // where the rows begin that are added up
}

// units adds up what the atoms say to the hidden units, and leaves out those that are
// not above zero.
func (n *net) units(atoms []uint32, units *active) {
	rows, count := &units.rows, uint(0)
	for _, a := range atoms[:min(len(atoms), mostAtoms)] {
		if r := uint32(binary.LittleEndian.Uint16(n.index[2*a:])); r != 0 {
			rows[count/4][count%4] = r * uint32(n.hidden)
			count++
		}
	}
	for ; count%4 != 0; count++ {
		rows[count/4][count%4] = 0 // the row that adds nothing
	}
	fours := rows[:count/4]
	less := zero * int32(count)
	k := 0
	for from := 0; from < n.hidden; from += blockSize {
		even0, odd0, even1, odd1 := n.sum(fours, from)
		bias := (*[blockSize]int32)(n.bias[from:])
		for i := 0; i < blockSize/2; i += 2 {
			shift := 8 * i
			k = units.add(k, from+i, int32(uint16(even0>>shift))-less+bias[i])
			k = units.add(k, from+i+1, int32(uint16(odd0>>shift))-less+bias[i+1])
			k = units.add(k, from+i+8, int32(uint16(even1>>shift))-less+bias[i+8])
			k = units.add(k, from+i+9, int32(uint16(odd1>>shift))-less+bias[i+9])
		}
	}
	units.count = k
}

// sum adds up a block of rows, the bytes at even places and those at odd places of
// eight at a time, in lanes of 16 bits. As no byte of a row is above 63, four rows are
// added as they are first; and 256 rows do not fill a lane.
func (n *net) sum(fours [][4]uint32, from int) (even0, odd0, even1, odd1 uint64) {
	const lanes = 0x00ff_00ff_00ff_00ff
	block := unsafe.Pointer(unsafe.SliceData(n.rows[from:])) // openNet has seen to it that the rows are there
	for i := range fours {
		four := &fours[i]
		row := (*[blockSize]byte)(unsafe.Add(block, four[0]))
		v, w := binary.LittleEndian.Uint64(row[:]), binary.LittleEndian.Uint64(row[8:])
		row = (*[blockSize]byte)(unsafe.Add(block, four[1]))
		v, w = v+binary.LittleEndian.Uint64(row[:]), w+binary.LittleEndian.Uint64(row[8:])
		row = (*[blockSize]byte)(unsafe.Add(block, four[2]))
		v, w = v+binary.LittleEndian.Uint64(row[:]), w+binary.LittleEndian.Uint64(row[8:])
		row = (*[blockSize]byte)(unsafe.Add(block, four[3]))
		v, w = v+binary.LittleEndian.Uint64(row[:]), w+binary.LittleEndian.Uint64(row[8:])
		even0, odd0 = even0+v&lanes, odd0+v>>8&lanes
		even1, odd1 = even1+w&lanes, odd1+w>>8&lanes
	}
	return even0, odd0, even1, odd1
}

// add puts a unit behind k others, and tells how many there are then. Whether it is
// above zero no processor can guess, so that one that is not is written over.
func (a *active) add(k, unit int, value int32) int {
	k &= mostUnits - 1
	a.unit[k], a.value[k] = uint8(unit), value
	return k + int(uint32(-value)>>31)
}

// scores sets the sums of the classes of a mask, and of those that share their numbers.
func (n *net) scores(mask uint64, units *active, sums *[mostClasses]int32) {
	for ; mask != 0; mask &= mask - 1 {
		first := bits.TrailingZeros64(mask) &^ 1
		mask = mask&^(2<<first) | 1<<first // both are done now
		weights := (*[mostUnits]int64)(n.pairs[first/2*n.hidden:])
		sum := n.base[first/2]
		values := units.value[:units.count]
		for i, u := range units.unit[:len(values)] {
			sum += int64(values[i]) * weights[u]
		}
		low := int32(sum)
		sums[first], sums[first+1] = low, int32((sum-int64(low))>>32)
	}
}
