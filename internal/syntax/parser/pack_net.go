package parser

import (
	"encoding/binary"
	"math"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// What a weight of 1 becomes in a model file, in rows and for classes.
const (
	rowScale   = 64
	classScale = 256
)

// sections packs a layer under a name.
func (n *layer) sections(name string) []linear.Section {
	le := binary.LittleEndian
	round := func(x float32) int32 { return int32(math.RoundToEven(float64(x))) }
	var head, index, rows []byte
	head = le.AppendUint32(head, uint32(n.hidden))
	head = le.AppendUint32(head, uint32(n.out))
	for _, b := range n.bias {
		head = le.AppendUint32(head, uint32(round(b*rowScale)))
	}
	for _, b := range n.ob {
		head = le.AppendUint32(head, uint32(round(b*rowScale*classScale)))
	}
	for _, w := range n.o {
		head = le.AppendUint16(head, uint16(int16(max(min(round(w*classScale), math.MaxInt16), math.MinInt16))))
	}
	for _, r := range n.index {
		index = le.AppendUint16(index, uint16(r))
	}
	for _, w := range n.w {
		rows = append(rows, byte(128+max(min(round(w*rowScale), 127), -127)))
	}
	return []linear.Section{{Name: name + ".net", Data: head}, {Name: name + ".index", Data: index}, {Name: name + ".rows", Data: rows}}
}

// Sections packs the nets of a learner under a name, "guide" or "main".
func (l *NetLearner) Sections(name string) []linear.Section {
	return append(l.transitions.sections(name+".transitions"), l.rels.sections(name+".relations")...)
}
