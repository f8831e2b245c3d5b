package boost

import (
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Oblivious is a sum of trees each of which asks one question a level, the same at
// all its nodes (Kohavi 1994; Prokhorenkova et al. 2018, "CatBoost"): whether a
// number reaches a bound. So there are no branches and no chain of reads: the answers
// of a row are the bits of the number of its leaf. Numbers are small, 0 to [Most], and
// leaves hold whole numbers, so that eight rows are asked at once, a byte each of one
// word ([Octet]), and sums are the same on every machine.
//
// It has one output, read as log-odds. It is immutable and safe for concurrent use.
type Oblivious struct {
	features []string
	bias     int32
	trees    []levels
	values   [][treeLeaves]int16 // of the leaves, tree by tree
	means    [][treeLeaves]int16 // of the inner nodes, level by level, from 1; explanations come from them
}

// levels are the questions of a tree: whether the number of a feature reaches a bound,
// which is in all eight bytes and 1 at least. The answer of the first is the lowest
// bit of the number of a leaf.
type levels struct {
	least   [treeDepth]uint64
	feature [treeDepth]uint8
}

// Most is the largest number that a feature of an [Oblivious] may have.
const Most = 127

const (
	treeDepth  = 6 // of every tree
	treeLeaves = 1 << treeDepth
	unit       = 4096 // how many units of values are 1 in log-odds
)

// Score sets the scores of the rows of an octet.
func (m *Oblivious) Score(scores *[8]float32, c *Octet) {
	b := m.bias
	sums := [8]int32{b, b, b, b, b, b, b, b}
	var at [chunk]uint64
	for trees, values := m.trees, m.values; len(trees) > 0; {
		n := min(len(trees), len(values), chunk)
		for i := range trees[:n] {
			at[i] = trees[i].reach(c)
		}
		sumLeaves((*[4]int32)(sums[:4]), at[:n], values[:n])
		for i := range at[:n] {
			at[i] >>= 32
		}
		sumLeaves((*[4]int32)(sums[4:]), at[:n], values[:n])
		trees, values = trees[n:], values[n:]
	}
	for k, v := range sums {
		scores[k] = inOdds(v)
	}
}

func inOdds(v int32) float32 { return float32(v) / unit }

// reach is the leaf that each row of an octet comes to.
func (t *levels) reach(c *Octet) uint64 {
	at := (c[t.feature[0]] - t.least[0]) & tops
	at = at>>1 | (c[t.feature[1]]-t.least[1])&tops
	at = at>>1 | (c[t.feature[2]]-t.least[2])&tops
	at = at>>1 | (c[t.feature[3]]-t.least[3])&tops
	at = at>>1 | (c[t.feature[4]]-t.least[4])&tops
	at = at>>1 | (c[t.feature[5]]-t.least[5])&tops
	return at >> (8 - treeDepth)
}

// sumLeaves adds up the values of the leaves of the first four rows of an octet.
func sumLeaves(sums *[4]int32, at []uint64, values [][treeLeaves]int16) {
	s0, s1, s2, s3 := sums[0], sums[1], sums[2], sums[3]
	values = values[:len(at)]
	for i, k := range at {
		v := &values[i]
		s0 += int32(v[k%treeLeaves])
		s1 += int32(v[k>>8%treeLeaves])
		s2 += int32(v[k>>16%treeLeaves])
		s3 += int32(v[k>>24%treeLeaves])
	}
	*sums = [4]int32{s0, s1, s2, s3}
}

// ScoreOne is the score of one row, a number a feature.
func (m *Oblivious) ScoreOne(x []uint8) float32 {
	sum := m.bias
	for i := range m.trees {
		sum += int32(m.values[i][m.trees[i].leaf(x)])
	}
	return inOdds(sum)
}

func (t *levels) leaf(x []uint8) int {
	at := 0
	for l, f := range t.feature {
		if x[f] >= uint8(t.least[l]) {
			at |= 1 << l
		}
	}
	return at
}

// Features are the names of the numbers that a score is made from, in their
// order in a row. The slice must not be changed.
func (m *Oblivious) Features() []string { return m.features }

// Sections of an oblivious model in a file: names of features, one a line, with the
// bias as first line; questions (feature and bound, 2 bytes); values of leaves, then of
// inner nodes, of which the first of each tree is none (2 bytes each).
const (
	partObliviousHead = ".levels.head"
	partAsks          = ".levels.asks"
	partValues        = ".levels.values"
)

// Sections are the parts of a model file that hold the model under this name.
func (m *Oblivious) Sections(name string) []linear.Section {
	var asks, values []byte
	for i := range m.trees {
		for l, f := range m.trees[i].feature {
			asks = append(asks, f, uint8(m.trees[i].least[l]))
		}
	}
	for _, trees := range [][][treeLeaves]int16{m.values, m.means} {
		for i := range trees {
			for _, v := range trees[i] {
				values = binary.LittleEndian.AppendUint16(values, uint16(v))
			}
		}
	}
	head := fmt.Sprintf("bias %d\n", m.bias) + strings.Join(m.features, "\n")
	return []linear.Section{{Name: name + partObliviousHead, Data: []byte(head)}, {Name: name + partAsks, Data: asks}, {Name: name + partValues, Data: values}}
}

// OpenOblivious reads the model that was written under this name, for a program that
// describes things by these features, like [OpenFor].
func OpenOblivious(f *linear.File, name string, features []string) (*Oblivious, error) {
	parts, err := sections(f, name, partObliviousHead, partAsks, partValues)
	if err != nil {
		return nil, err
	}
	lines, asks, values := strings.Split(parts[0], "\n"), parts[1], parts[2]
	m := &Oblivious{features: features}
	if _, err := fmt.Sscanf(lines[0], "bias %d", &m.bias); err != nil {
		return nil, damaged(name, "its head %q is wrong", lines[0])
	}
	place, err := places(f, name, lines[1:], features)
	if err != nil {
		return nil, err
	}
	n := len(asks) / (2 * treeDepth)
	if len(asks) != n*2*treeDepth || len(values) != n*2*2*treeLeaves {
		return nil, damaged(name, "%d bytes of questions, %d of values", len(asks), len(values))
	}
	m.trees, m.values, m.means = make([]levels, n), make([][treeLeaves]int16, n), make([][treeLeaves]int16, n)
	for i := range m.trees {
		for l := range treeDepth {
			f, least := asks[2*(i*treeDepth+l)], asks[2*(i*treeDepth+l)+1]
			if int(f) >= len(place) || place[f] >= octetFeatures || least < 1 || least > Most {
				return nil, damaged(name, "tree %d asks whether feature %d is %d", i, f, least)
			}
			m.trees[i].ask(l, uint8(place[f]), least)
		}
	}
	for _, trees := range [][][treeLeaves]int16{m.values, m.means} {
		for i := range trees {
			for k := range trees[i] {
				trees[i][k] = int16(uint16(values[0]) | uint16(values[1])<<8)
				values = values[2:]
			}
		}
	}
	return m, nil
}

// ask sets the question of a level.
func (t *levels) ask(level int, feature, least uint8) {
	t.feature[level], t.least[level] = feature, uint64(least)*ones
}
