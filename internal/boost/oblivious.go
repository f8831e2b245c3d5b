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
	asks     []fourLevels        // of the trees, four by four; where the last tree is not a fourth, trees follow that say nothing
	values   []fourLeaves        // likewise
	means    [][treeLeaves]int16 // of the inner nodes, tree by tree, level by level, from 1; explanations come from them
}

// Four trees are asked in one step of a loop, which costs less than four steps.
type (
	fourLevels [4]levels
	fourLeaves [4][treeLeaves]uint16 // values, raised, each in its place
)

// levels are the questions of a tree. The answer of the first is the lowest bit of the
// number of a leaf.
type levels [treeDepth]question

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

// add adds a tree with the values of its leaves and of its inner nodes.
func (m *Oblivious) add(asks levels, values, means [treeLeaves]int16) {
	i := len(m.means)
	if i%4 == 0 {
		var none fourLeaves
		for k := range none {
			for at := range none[k] {
				none[k][at] = raised
			}
		}
		m.asks, m.values = append(m.asks, fourLevels{}), append(m.values, none)
	}
	m.asks[i/4][i%4], m.means = asks, append(m.means, means)
	for leaf, v := range values {
		m.values[i/4][i%4][placeOf(leaf)] = uint16(v) ^ raised
	}
}

// tree returns the questions of one of the trees.
func (m *Oblivious) tree(i int) *levels { return &m.asks[i/4][i%4] }

// Score sets the scores of some rows.
func (m *Oblivious) Score(scores []float32, rows *Rows) {
	n, b := rows.close(), m.base()
	var sums [MostRows]int32
	var at reached
	for asks, values := m.asks, m.values; len(asks) > 0; {
		some := min(len(asks), len(values), len(at))
		for k := range n {
			at.reach(asks[:some], rows.octet(k))
			at.sum((*[8]int32)(sums[8*k:]), values[:some])
		}
		asks, values = asks[some:], values[some:]
	}
	for k, sum := range sums[:rows.n] {
		scores[k] = inOdds(b + sum)
	}
}

// base is what is added to the values of leaves as they are held.
func (m *Oblivious) base() int32 { return m.bias - 4*raised*int32(len(m.values)) }

func inOdds(v int32) float32 { return float32(v) / unit }

// placeOf is where the value of a leaf is held: the answer of the first question, which
// tells most, is the highest bit of its place, so that the leaves to which rows that are
// alike come mostly share a line of memory.
func placeOf(leaf int) int { return int(bits.Reverse8(uint8(leaf)) >> (8 - treeDepth)) }

// reached has the places of the leaves of some trees that the rows of an octet come to, a
// byte a row.
type reached [chunk / 4][4][8]uint8

// lacking has, in all bytes of a word, what each number lacks of 128: together with a number
// that reaches it, and no other, it is that at least.
var lacking = func() (words [256]uint64) {
	for v := range 128 {
		words[v] = uint64(128-v) * ones
	}
	return words
}()

// of asks about the rows of an octet: the highest bit of each byte is the answer.
func (q *question) of(c *octet) uint64 { return (c[q.feature] + lacking[q.least]) & tops }

// reach finds them for up to a chunk of trees.
func (r *reached) reach(asks []fourLevels, c *octet) {
	for i := range min(len(asks), len(r)) {
		t, at := &asks[i], &r[i]
		a0, a1 := t[0][5].of(c)>>1|t[0][4].of(c), t[1][5].of(c)>>1|t[1][4].of(c)
		a2, a3 := t[2][5].of(c)>>1|t[2][4].of(c), t[3][5].of(c)>>1|t[3][4].of(c)
		a0, a1, a2, a3 = a0>>1|t[0][3].of(c), a1>>1|t[1][3].of(c), a2>>1|t[2][3].of(c), a3>>1|t[3][3].of(c)
		a0, a1, a2, a3 = a0>>1|t[0][2].of(c), a1>>1|t[1][2].of(c), a2>>1|t[2][2].of(c), a3>>1|t[3][2].of(c)
		a0, a1, a2, a3 = a0>>1|t[0][1].of(c), a1>>1|t[1][1].of(c), a2>>1|t[2][1].of(c), a3>>1|t[3][1].of(c)
		a0, a1, a2, a3 = a0>>1|t[0][0].of(c), a1>>1|t[1][0].of(c), a2>>1|t[2][0].of(c), a3>>1|t[3][0].of(c)
		binary.LittleEndian.PutUint64(at[0][:], a0>>(8-treeDepth))
		binary.LittleEndian.PutUint64(at[1][:], a1>>(8-treeDepth))
		binary.LittleEndian.PutUint64(at[2][:], a2>>(8-treeDepth))
		binary.LittleEndian.PutUint64(at[3][:], a3>>(8-treeDepth))
	}
}

// sum adds up the values of the leaves of up to a chunk of trees, of each row.
func (r *reached) sum(sums *[8]int32, values []fourLeaves) {
	for i := range min(len(values), len(r)) {
		v, at := &values[i], &r[i]
		sums[0] += v.at(0, at[0][0]) + v.at(1, at[1][0]) + v.at(2, at[2][0]) + v.at(3, at[3][0])
		sums[1] += v.at(0, at[0][1]) + v.at(1, at[1][1]) + v.at(2, at[2][1]) + v.at(3, at[3][1])
		sums[2] += v.at(0, at[0][2]) + v.at(1, at[1][2]) + v.at(2, at[2][2]) + v.at(3, at[3][2])
		sums[3] += v.at(0, at[0][3]) + v.at(1, at[1][3]) + v.at(2, at[2][3]) + v.at(3, at[3][3])
		sums[4] += v.at(0, at[0][4]) + v.at(1, at[1][4]) + v.at(2, at[2][4]) + v.at(3, at[3][4])
		sums[5] += v.at(0, at[0][5]) + v.at(1, at[1][5]) + v.at(2, at[2][5]) + v.at(3, at[3][5])
		sums[6] += v.at(0, at[0][6]) + v.at(1, at[1][6]) + v.at(2, at[2][6]) + v.at(3, at[3][6])
		sums[7] += v.at(0, at[0][7]) + v.at(1, at[1][7]) + v.at(2, at[2][7]) + v.at(3, at[3][7])
	}
}

// at is the value of one of the trees in a place that reach has found, which is below
// treeLeaves.
func (v *fourLeaves) at(tree int, place uint8) int32 {
	return int32(*(*uint16)(unsafe.Add(unsafe.Pointer(v), uintptr(tree)*unsafe.Sizeof(v[0])+uintptr(place)*unsafe.Sizeof(v[0][0]))))
}

// ScoreOne is the score of one row, a number a feature.
func (m *Oblivious) ScoreOne(x []uint8) float32 {
	sum := m.bias
	for i := range m.means {
		sum += m.valueAt(i, m.tree(i).leaf(x))
	}
	return inOdds(sum)
}

// valueAt is the value of a leaf of a tree.
func (m *Oblivious) valueAt(tree, leaf int) int32 {
	return int32(m.values[tree/4][tree%4][placeOf(leaf)]) - raised
}

func (t *levels) leaf(x []uint8) int {
	at := 0
	for l, ask := range t {
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
	for i := range m.means {
		for _, ask := range m.tree(i) {
			asks = append(asks, ask.feature, ask.least)
		}
	}
	for i := range m.means {
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
	next := func(to *[treeLeaves]int16, from int) {
		for k := range to {
			to[k] = int16(uint16(values[from+2*k]) | uint16(values[from+2*k+1])<<8)
		}
	}
	for i := range n {
		var t levels
		for l := range t {
			f, least := asks[2*(i*treeDepth+l)], asks[2*(i*treeDepth+l)+1]
			if int(f) >= len(place) || place[f] >= octetFeatures || least < 1 || least > Most {
				return nil, damaged(name, "tree %d asks whether feature %d is %d", i, f, least)
			}
			t[l] = question{uint8(place[f]), least}
		}
		var leaves, means [treeLeaves]int16
		next(&leaves, 2*treeLeaves*i)
		next(&means, 2*treeLeaves*(n+i))
		m.add(t, leaves, means)
	}
	return m, nil
}
