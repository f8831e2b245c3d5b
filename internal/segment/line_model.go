package segment

import (
	_ "embed"
	"encoding/binary"
	"sync"
)

// NumKinds is the number of kinds of blocks.
const NumKinds = int(Note) + 1

// Scores are the scores of the kinds for one line.
type Scores [NumKinds]int32

// Transitions are the scores of one kind after another; the last row is for the
// first line.
type Transitions [NumKinds + 1][NumKinds]int32

//go:embed lines.model
var embeddedLines []byte

var lines = openLineModel(embeddedLines)

// lineModel is the model read in place: a header, the transitions, and a hash
// table of features with their weights.
type lineModel struct {
	trans Transitions
	table []byte
	mask  uint32
}

const lineSlot = 4 + NumKinds

// PackLineModel writes a model.
func PackLineModel(features []uint32, rows [][NumKinds]int8, trans *Transitions) []byte {
	slots := 1
	for slots*4 < len(features)*5 {
		slots *= 2
	}
	var out []byte
	for i := range trans {
		for _, w := range trans[i] {
			out = binary.LittleEndian.AppendUint16(out, uint16(w))
		}
	}
	table := make([]byte, slots*lineSlot)
	for i, f := range features {
		at := f & uint32(slots-1)
		for binary.LittleEndian.Uint32(table[at*uint32(lineSlot):]) != 0 {
			at = (at + 1) & uint32(slots-1)
		}
		binary.LittleEndian.PutUint32(table[at*uint32(lineSlot):], f)
		for k, w := range rows[i] {
			table[int(at)*lineSlot+4+k] = byte(w)
		}
	}
	return append(out, table...)
}

func openLineModel(b []byte) *lineModel {
	m := &lineModel{}
	if len(b) < 2*len(m.trans)*NumKinds {
		return m
	}
	for i := range m.trans {
		for k := range m.trans[i] {
			m.trans[i][k] = int32(int16(binary.LittleEndian.Uint16(b)))
			b = b[2:]
		}
	}
	m.table = b
	m.mask = uint32(len(b)/lineSlot - 1)
	return m
}

// SetLineModel replaces the model.
func SetLineModel(b []byte) { lines = openLineModel(b) }

func (m *lineModel) score(s *Scores, f uint32) {
	if m.table == nil {
		return
	}
	for at := f & m.mask; ; at = (at + 1) & m.mask {
		slot := m.table[int(at)*lineSlot : int(at)*lineSlot+lineSlot]
		x := binary.LittleEndian.Uint32(slot)
		if x == f {
			for k := range s {
				s[k] += int32(int8(slot[4+k]))
			}
			return
		}
		if x == 0 {
			return
		}
	}
}

// windowLines is how many lines are decided together.
const windowLines = 512

type classifier struct {
	reader   LineReader
	features []uint32
	scores   []Scores
	kinds    []Kind
}

var classifiers = sync.Pool{New: func() any { return new(classifier) }}

// classify fills in the kinds of the lines.
func classify(blocks []Block, text string, headlineKnown bool) {
	c := classifiers.Get().(*classifier)
	c.reader.Read(text, blocks, headlineKnown)
	before := NumKinds
	for start := 0; start < len(blocks); start += windowLines {
		end := min(start+windowLines, len(blocks))
		c.scores = c.scores[:0]
		for i := start; i < end; i++ {
			c.features = c.reader.Features(c.features[:0], i)
			var s Scores
			for _, f := range c.features {
				lines.score(&s, f)
			}
			if headlineKnown {
				s[Headline] -= 1 << 20
			}
			c.scores = append(c.scores, s)
		}
		c.kinds = DecodeLines(c.kinds[:0], c.scores, &lines.trans, before)
		for i, k := range c.kinds {
			blocks[start+i].Kind = k
		}
		before = int(blocks[end-1].Kind)
	}
	c.reader.text, c.reader.lines = "", nil
	classifiers.Put(c)
}

// DecodeLines appends the best sequence of kinds for lines with the given
// scores, after a line of kind before; NumKinds at the start of the text.
func DecodeLines(dst []Kind, scores []Scores, trans *Transitions, before int) []Kind {
	if len(scores) == 0 {
		return dst
	}
	from := make([][NumKinds]Kind, len(scores))
	var best Scores
	for k := range best {
		best[k] = scores[0][k] + trans[before][k]
	}
	for i := 1; i < len(scores); i++ {
		var next Scores
		for k := range next {
			at, top := 0, best[0]+trans[0][k]
			for j := 1; j < NumKinds; j++ {
				if s := best[j] + trans[j][k]; s > top {
					at, top = j, s
				}
			}
			next[k] = top + scores[i][k]
			from[i][k] = Kind(at)
		}
		best = next
	}
	last := Kind(0)
	for k := range best {
		if best[k] > best[last] {
			last = Kind(k)
		}
	}
	n := len(dst)
	for range scores {
		dst = append(dst, 0)
	}
	for i := len(scores) - 1; i >= 0; i-- {
		dst[n+i] = last
		last = from[i][last]
	}
	return dst
}
