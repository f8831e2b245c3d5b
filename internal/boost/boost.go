// Package boost holds gradient-boosted regression trees (Friedman 2001): the
// models that decide where features are few, dense and numeric, and where what
// counts is how they meet. It complements [linear], whose features are many and
// sparse, and keeps its models in sections of the same files.
//
//	file, err := linear.Open(data)
//	model, err := boost.Open(file, "speaker")
//	score := model.Score(x) // x has a number for each of model.Features()
//	p := boost.Probability(score)
//
// A model has one output, read as log-odds ([Probability]) or compared between
// the candidates of a choice ([Softmax] over their scores), or an output a
// class ([Model.ScoreAll], then Softmax). Scoring allocates nothing and adds
// numbers in a fixed order, so that it gives the same on every machine.
//
// [Oblivious] is the other kind of trees: for small whole numbers, many rows and little
// time. [Oblivious.Explainer] tells what features gave to a score.
//
// [Train] learns a model: histogram-based, best leaf first, with second-order
// gains (Chen & Guestrin 2016, Ke et al. 2017).
package boost

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Model is a sum of regression trees. It is immutable and safe for concurrent
// use.
type Model struct {
	features []string
	outputs  int
	trees    []tree             // round by round, an output after the other
	walk     *walk              // the same trees, for scores
	scan     linear.Lazy[*scan] // likewise, for scores of many rows
}

// tree is the nodes of one tree; the first is its root.
type tree []node

// node sends x left, to the node at left, where x[feature] ≤ threshold, else
// right, to the one behind it. A node with left 0 is a leaf. The value of an
// inner node is what it would give as a leaf.
type node struct {
	feature   uint16
	left      uint16
	threshold float32
	value     float32
}

const nodeSize = 12

// Sections of a model in a file: names of features, one a line, with the number
// of outputs as first line; number of nodes (2 bytes) of each tree; nodes.
const (
	partHead  = ".boost.head"
	partSizes = ".boost.sizes"
	partNodes = ".boost.nodes"
)

// Open reads the model that was written under this name. Files that lack it or
// whose trees are not trees are refused.
func Open(f *linear.File, name string) (*Model, error) {
	parts, err := sections(f, name, partHead, partSizes, partNodes)
	if err != nil {
		return nil, err
	}
	lines, sizes, nodes := strings.Split(parts[0], "\n"), parts[1], parts[2]
	m := &Model{features: lines[1:]}
	if _, err := fmt.Sscanf(lines[0], "outputs %d", &m.outputs); err != nil || m.outputs < 1 || len(sizes)%2 != 0 || len(sizes)/2%m.outputs != 0 {
		return nil, damaged(name, "its head %q or its number of trees, %d, is wrong", lines[0], len(sizes)/2)
	}
	all := make([]node, len(nodes)/nodeSize)
	for i := range all {
		b := []byte(nodes[i*nodeSize : (i+1)*nodeSize])
		all[i] = node{
			feature:   binary.LittleEndian.Uint16(b),
			left:      binary.LittleEndian.Uint16(b[2:]),
			threshold: math.Float32frombits(binary.LittleEndian.Uint32(b[4:])),
			value:     math.Float32frombits(binary.LittleEndian.Uint32(b[8:])),
		}
	}
	for i := 0; i < len(sizes); i += 2 {
		n := int(sizes[i]) | int(sizes[i+1])<<8
		if n == 0 || n > len(all) {
			return nil, damaged(name, "tree %d has %d nodes of %d that are left", i/2, n, len(all))
		}
		t := tree(all[:n:n])
		for at, nd := range t {
			if nd.left != 0 && (int(nd.left) <= at || int(nd.left)+1 >= n || int(nd.feature) >= len(m.features)) {
				return nil, damaged(name, "node %d of tree %d leads out of it", at, i/2)
			}
		}
		m.trees, all = append(m.trees, t), all[n:]
	}
	if len(all) != 0 || len(nodes)%nodeSize != 0 {
		return nil, damaged(name, "%d nodes belong to no tree", len(all))
	}
	m.walk = newWalk(m.trees, len(m.features))
	return m, nil
}

// sections are the parts of a file that hold trees.
func sections(f *linear.File, name string, parts ...string) (out []string, err error) {
	for _, part := range parts {
		data, ok := f.Section(name + part)
		if !ok {
			return nil, fmt.Errorf("boost: %w: the file %q has no trees %q", linear.ErrForeign, f.Name(), name)
		}
		out = append(out, data)
	}
	return out, nil
}

// OpenFor is Open for a program that describes things by these features: it finds
// those that the trees ask for by their names, and refuses trees that ask for
// others. So a program may know more than its trees have learned from. Where several
// features have one name, their order tells which is which.
func OpenFor(f *linear.File, name string, features []string) (*Model, error) {
	m, err := Open(f, name)
	if err != nil || slices.Equal(m.features, features) {
		return m, err
	}
	place, err := places(f, name, m.features, features)
	if err != nil {
		return nil, err
	}
	for _, t := range m.trees {
		for k := range t {
			if t[k].left != 0 {
				t[k].feature = place[t[k].feature]
			}
		}
	}
	m.features, m.walk = features, newWalk(m.trees, len(features))
	return m, nil
}

// places finds the features that trees ask for among those that there are.
func places(f *linear.File, name string, asked, features []string) ([]uint16, error) {
	place, taken := make([]uint16, len(asked)), make([]bool, len(features))
	for i, x := range asked {
		k := 0
		for k < len(features) && (taken[k] || features[k] != x) {
			k++
		}
		if k == len(features) {
			return nil, fmt.Errorf("boost: the trees %q of the file %q ask for other features: %q", name, f.Name(), x)
		}
		place[i], taken[k] = uint16(k), true
	}
	return place, nil
}

func damaged(name, format string, args ...any) error {
	return fmt.Errorf("boost: %w: trees %q: %s", linear.ErrDamaged, name, fmt.Sprintf(format, args...))
}

// Sections are the parts of a model file that hold the model under this name.
func (m *Model) Sections(name string) []linear.Section {
	head := fmt.Sprintf("outputs %d", m.outputs)
	for _, f := range m.features {
		head += "\n" + f
	}
	var sizes, nodes []byte
	for _, t := range m.trees {
		sizes = binary.LittleEndian.AppendUint16(sizes, uint16(len(t)))
		for _, n := range t {
			nodes = binary.LittleEndian.AppendUint16(nodes, n.feature)
			nodes = binary.LittleEndian.AppendUint16(nodes, n.left)
			nodes = binary.LittleEndian.AppendUint32(nodes, math.Float32bits(n.threshold))
			nodes = binary.LittleEndian.AppendUint32(nodes, math.Float32bits(n.value))
		}
	}
	return []linear.Section{{Name: name + partHead, Data: []byte(head)}, {Name: name + partSizes, Data: sizes}, {Name: name + partNodes, Data: nodes}}
}

// Features are the names of the numbers that a score is made from, in their
// order in x. The slice must not be changed.
func (m *Model) Features() []string { return m.features }

// Outputs is the number of scores that the model gives: 1, or one a class.
func (m *Model) Outputs() int { return m.outputs }

// Score is the first output for x, which has a number for each feature. NaN
// goes left at every node.
func (m *Model) Score(x []float32) float32 {
	if m.walk != nil && m.outputs == 1 {
		return m.walk.sum(x)
	}
	var sum float32
	for i := 0; i < len(m.trees); i += m.outputs {
		sum += m.trees[i].leaf(x)
	}
	return sum
}

// ScoreEach sets the scores to what Score is for each of the rows. It takes less time
// than Score does where there are many trees, and rows that have numbers in common.
func (m *Model) ScoreEach(scores []float32, rows [][]float32) {
	scores = scores[:len(rows)]
	if m.outputs == 1 && len(rows) > 0 {
		if s := m.scan.Get(m.newScan); s != nil {
			s.sums(scores, rows)
			return
		}
	}
	for i, x := range rows {
		scores[i] = m.Score(x)
	}
}

// ScoreAll sets the scores to all outputs for x.
func (m *Model) ScoreAll(scores, x []float32) {
	scores = scores[:m.outputs]
	clear(scores)
	if m.walk != nil {
		m.walk.sums(scores, x)
		return
	}
	for i := 0; i < len(m.trees); i += m.outputs {
		for k := range scores {
			scores[k] += m.trees[i+k].leaf(x)
		}
	}
}

// next is the node behind an inner node for x. It adds instead of branching:
// nobody foresees where x goes.
func (n *node) next(x []float32) int {
	right := 0
	if x[n.feature] > n.threshold {
		right = 1
	}
	return int(n.left) + right
}

func (t tree) leaf(x []float32) float32 {
	n := &t[0]
	for n.left != 0 {
		n = &t[n.next(x)]
	}
	return n.value
}

// Probability is the probability, 0 to 1, of which a score is the log-odds.
func Probability(score float32) float32 {
	return float32(1 / (1 + math.Exp(-float64(score))))
}

// Softmax makes probabilities, which sum up to 1, of scores, in place.
func Softmax(scores []float32) {
	if len(scores) == 0 {
		return
	}
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	var sum float64
	for i, s := range scores {
		e := math.Exp(float64(s - top))
		sum += e
		scores[i] = float32(e)
	}
	for i, s := range scores {
		scores[i] = float32(float64(s) / sum)
	}
}
