package boost

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Oblivious is a sum of trees each of which asks one question a level, the same at
// all its nodes (Kohavi 1994; Prokhorenkova et al. 2018, "CatBoost"): whether a
// number reaches a bound. So there are no branches and no chain of reads: the answers
// of a row are the bits of the number of its leaf. Numbers are small, 0 to [Most], and
// leaves hold whole numbers, so that eight rows are asked at once, a byte each of one
// word ([Rows]), and sums are the same on every machine.
//
// It has one output, read as log-odds. It is immutable and safe for concurrent use.
type Oblivious struct {
	features []string
	bias     int32
	trees    []levels
	values   [][treeLeaves]uint16 // of the leaves, tree by tree, raised, each in its place
	means    [][treeLeaves]int16  // of the inner nodes, level by level, from 1; explanations come from them
}

// levels are the questions of a tree. The answer of the first is the lowest bit of the
// number of a leaf.
type levels struct {
	asks [treeDepth]question
	_    [2]question // a tree of 16 bytes is found in fewer steps than one of 12
}

// question is whether the number of a feature reaches a bound, which is 1 at least.
type question struct{ feature, least uint8 }

// Most is the largest number that a feature of an [Oblivious] may have.
const Most = 127

// raised is how much more than they are the values of leaves are held as: numbers that are
// never below 0 are read and added up in fewer steps.
const raised = 1 << 15

const (
	treeDepth  = 6 // of every tree
	treeLeaves = 1 << treeDepth
	unit       = 4096 // how many units of values are 1 in log-odds
)

// Score sets the scores of some rows.
func (m *Oblivious) Score(scores []float32, rows *Rows) {
	n, b := rows.close(), m.base()
	var sums [octets][8]int32
	var at reached
	for trees, values := m.trees, m.values; len(trees) > 0; {
		some := min(len(trees), len(values), chunk)
		for k := range n {
			at.reach(trees[:some], rows.octet(k))
			at.sum(&sums[k], values[:some])
		}
		trees, values = trees[some:], values[some:]
	}
	for k := range scores[:rows.n] {
		scores[k] = inOdds(b + sums[k/8][k%8])
	}
}

// base is what is added to the values of leaves as they are held.
func (m *Oblivious) base() int32 { return m.bias - raised*int32(len(m.values)) }

func inOdds(v int32) float32 { return float32(v) / unit }

// placeOf is where the value of a leaf is held: the answer of the first question, which
// tells most, is the highest bit of its place, so that the leaves to which rows that are
// alike come mostly share a line of memory.
func placeOf(leaf int) int { return int(bits.Reverse8(uint8(leaf)) >> (8 - treeDepth)) }

// reached has the places of the leaves of some trees that the rows of an octet come to, a
// byte a row.
type reached [chunk][8]uint8

// everywhere has each number in all bytes of a word.
var everywhere = func() (words [256]uint64) {
	for v := range words {
		words[v] = uint64(v) * ones
	}
	return words
}()

// reach finds them for up to a chunk of trees.
func (r *reached) reach(trees []levels, c *octet) {
	for i := range min(len(trees), len(r)) {
		t := &trees[i].asks
		at := (c[t[5].feature] - everywhere[t[5].least]) & tops
		at = at>>1 | (c[t[4].feature]-everywhere[t[4].least])&tops
		at = at>>1 | (c[t[3].feature]-everywhere[t[3].least])&tops
		at = at>>1 | (c[t[2].feature]-everywhere[t[2].least])&tops
		at = at>>1 | (c[t[1].feature]-everywhere[t[1].least])&tops
		at = at>>1 | (c[t[0].feature]-everywhere[t[0].least])&tops
		binary.LittleEndian.PutUint64(r[i][:], at>>(8-treeDepth))
	}
}

// sum adds up the values of the leaves of up to a chunk of trees, of each row.
func (r *reached) sum(sums *[8]int32, values [][treeLeaves]uint16) {
	if n := min(len(values), len(r)); n > 0 {
		sumFour((*[4]int32)(sums[:4]), unsafe.Pointer(&r[0][0]), unsafe.Pointer(&values[0]), n)
		sumFour((*[4]int32)(sums[4:]), unsafe.Pointer(&r[0][4]), unsafe.Pointer(&values[0]), n)
	}
}

// sumFour adds up those of n trees, of four rows: as many sums as are kept at hand. What
// reach has found is below treeLeaves, and sum has seen to it that there are n trees,
// one at least.
func sumFour(sums *[4]int32, at, values unsafe.Pointer, n int) {
	s0, s1, s2, s3 := sums[0], sums[1], sums[2], sums[3]
	for {
		s0 += valueOf(values, *(*uint8)(at))
		s1 += valueOf(values, *(*uint8)(unsafe.Add(at, 1)))
		s2 += valueOf(values, *(*uint8)(unsafe.Add(at, 2)))
		s3 += valueOf(values, *(*uint8)(unsafe.Add(at, 3)))
		if n--; n == 0 { // no pointer may point behind the last
			break
		}
		at, values = unsafe.Add(at, unsafe.Sizeof([8]uint8{})), unsafe.Add(values, unsafe.Sizeof([treeLeaves]uint16{}))
	}
	*sums = [4]int32{s0, s1, s2, s3}
}

func valueOf(values unsafe.Pointer, leaf uint8) int32 {
	return int32(*(*uint16)(unsafe.Add(values, uintptr(leaf)*unsafe.Sizeof(uint16(0)))))
}

// ScoreOne is the score of one row, a number a feature.
func (m *Oblivious) ScoreOne(x []uint8) float32 {
	sum := m.bias
	for i := range m.trees {
		sum += m.valueAt(i, m.trees[i].leaf(x))
	}
	return inOdds(sum)
}

// valueAt is the value of a leaf of a tree.
func (m *Oblivious) valueAt(tree, leaf int) int32 {
	return int32(m.values[tree][placeOf(leaf)]) - raised
}

func (t *levels) leaf(x []uint8) int {
	at := 0
	for l, ask := range t.asks {
		if x[ask.feature] >= ask.least {
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
		for _, ask := range m.trees[i].asks {
			asks = append(asks, ask.feature, ask.least)
		}
	}
	for i := range m.values {
		for leaf := range treeLeaves {
			values = binary.LittleEndian.AppendUint16(values, uint16(m.valueAt(i, leaf)))
		}
	}
	for i := range m.means {
		for _, v := range m.means[i] {
			values = binary.LittleEndian.AppendUint16(values, uint16(v))
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
	m.trees, m.values, m.means = make([]levels, n), make([][treeLeaves]uint16, n), make([][treeLeaves]int16, n)
	for i := range m.trees {
		for l := range treeDepth {
			f, least := asks[2*(i*treeDepth+l)], asks[2*(i*treeDepth+l)+1]
			if int(f) >= len(place) || place[f] >= octetFeatures || least < 1 || least > Most {
				return nil, damaged(name, "tree %d asks whether feature %d is %d", i, f, least)
			}
			m.trees[i].ask(l, uint8(place[f]), least)
		}
	}
	next := func() (v uint16) {
		v, values = uint16(values[0])|uint16(values[1])<<8, values[2:]
		return v
	}
	for i := range m.values {
		for leaf := range treeLeaves {
			m.values[i][placeOf(leaf)] = next() ^ raised
		}
	}
	for i := range m.means {
		for k := range m.means[i] {
			m.means[i][k] = int16(next())
		}
	}
	return m, nil
}

// ask sets the question of a level.
func (t *levels) ask(level int, feature, least uint8) {
	t.asks[level] = question{feature, least}
}
