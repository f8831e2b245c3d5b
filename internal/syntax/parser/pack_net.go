package parser

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// How a net is made small. A unit may be counted in any measure, if the weights that
// the classes have for it are divided by it; so each has its own.
const (
	most      = 31    // of a number in a row, whose byte is that number and [zero]
	within    = 0.998 // share of the numbers of a unit that are no larger; the others are cut off
	mostClass = 2000  // of a weight of a class: what the sums of 256 units leave room for
)

// sections packs a layer under a name.
func (n *layer) sections(name string) []linear.Section {
	units := n.measures()
	largest := float32(1e-9)
	for i, w := range n.o {
		w /= units[i%n.hidden]
		largest = max(largest, w, -w)
	}
	class := mostClass / largest

	le := binary.LittleEndian
	round := func(x float32) int32 { return int32(math.RoundToEven(float64(x))) }
	var head, index, rows []byte
	head = le.AppendUint32(head, uint32(n.hidden))
	head = le.AppendUint32(head, uint32(n.out))
	for i, b := range n.bias {
		head = le.AppendUint32(head, uint32(round(b*units[i])))
	}
	for _, b := range n.ob {
		head = le.AppendUint32(head, uint32(round(b*class)))
	}
	for i, w := range n.o {
		head = le.AppendUint32(head, uint32(round(w/units[i%n.hidden]*class)))
	}
	for _, r := range n.index {
		index = le.AppendUint16(index, uint16(r))
	}
	for i, w := range n.w {
		rows = append(rows, byte(zero+max(min(round(w*units[i%n.hidden]), most), -most)))
	}
	return []linear.Section{{Name: name + ".net", Data: head}, {Name: name + ".index", Data: index}, {Name: name + ".rows", Data: rows}}
}

// measures is what a weight of 1 becomes in the rows, for each unit.
func (n *layer) measures() []float32 {
	units := make([]float32, n.hidden)
	var sizes []float32
	for u := range units {
		sizes = sizes[:0]
		for i := n.hidden + u; i < len(n.w); i += n.hidden {
			sizes = append(sizes, max(n.w[i], -n.w[i]))
		}
		slices.Sort(sizes)
		units[u] = most
		if len(sizes) > 0 {
			units[u] = most / max(sizes[int(within*float64(len(sizes)-1))], 1e-3)
		}
	}
	return units
}

// Sections packs the nets of a learner under a name, "guide" or "main". They keep
// no more than so many rows, those that matter most.
func (l *NetLearner) Sections(name string, transitions, rels int) []linear.Section {
	l.transitions.prune(transitions)
	l.rels.prune(rels)
	return append(l.transitions.sections(name+".transitions"), l.rels.sections(name+".relations")...)
}
