package boost

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"sync"
	"unsafe"
)

// Walking a tree is a chain of reads that wait for one another. For small trees, scores
// are made the other way round (QuickScorer: Lucchese et al. 2015): each number is held
// against the thresholds of its feature in all trees, from the least up, as long as it
// is above them; such a node says which leaves of its tree are left, all but those on
// its left side. In the end the first leaf that is left of each tree is the one that a
// walk would have come to. Numbers that all of several rows have in common, such as
// those that describe what is chosen for, are held against them once.

const maxLeaves = 16 // of a tree that is scored this way

// scan is all trees of a model.
type scan struct {
	features []scanned
	nodes    []barrier            // by feature and rising threshold; behind those of a feature, one that nothing passes
	values   [][maxLeaves]float32 // of the leaves, by tree
}

// scanned is a feature and where its nodes begin.
type scanned struct{ feature, first int32 }

// barrier is a node: the leaves of its tree that are left where a number is above the
// threshold.
type barrier struct {
	threshold float32
	tree      uint16
	left      leaves
}

// leaves are leaves of a tree, a bit each, the leftmost lowest.
type leaves uint16

// newScan is nil where there are too many trees, or leaves in one.
func (m *Model) newScan() *scan {
	if len(m.trees) >= 1<<16 {
		return nil
	}
	s := &scan{values: make([][maxLeaves]float32, len(m.trees))}
	byFeature := make([][]barrier, len(m.features))
	for i, t := range m.trees {
		n := 0
		var below func(at int) leaves
		below = func(at int) leaves {
			nd := &t[at]
			switch {
			case n == maxLeaves:
				n++
				return 0
			case n > maxLeaves:
				return 0
			case nd.left == 0:
				s.values[i][n] = nd.value
				n++
				return 1 << (n - 1)
			}
			left := below(int(nd.left))
			if !math.IsNaN(float64(nd.threshold)) { // no number is above what is none
				byFeature[nd.feature] = append(byFeature[nd.feature], barrier{nd.threshold, uint16(i), ^left})
			}
			return left | below(int(nd.left)+1)
		}
		if below(0); n > maxLeaves {
			return nil
		}
	}
	for f, nodes := range byFeature {
		if len(nodes) == 0 {
			continue
		}
		slices.SortFunc(nodes, func(a, b barrier) int { return cmp.Compare(a.threshold, b.threshold) })
		s.features = append(s.features, scanned{int32(f), int32(len(s.nodes))})
		s.nodes = append(append(s.nodes, nodes...), barrier{threshold: inf})
	}
	return s
}

// pass takes from the leaves that are left of each tree those that v, the number of a
// feature whose nodes begin at first, rules out. [newScan] has made sure that there are
// such trees, and an end of the nodes.
func (s *scan) pass(left []leaves, first int32, v float32) {
	trees, n := unsafe.Pointer(unsafe.SliceData(left)), unsafe.Pointer(&s.nodes[first])
	for b := (*barrier)(n); v > b.threshold; b = (*barrier)(n) {
		*(*leaves)(unsafe.Add(trees, uintptr(b.tree)*unsafe.Sizeof(leaves(0)))) &= b.left
		n = unsafe.Add(n, unsafe.Sizeof(barrier{}))
	}
}

// scanMemory is what the sums of several rows take.
type scanMemory struct {
	left    []leaves  // by row and tree
	differs []scanned // features of which the rows have different numbers
}

var scanPool = sync.Pool{New: func() any { return new(scanMemory) }}

// sums sets sums to what the trees say of each row, each added up in their order.
func (s *scan) sums(sums []float32, rows [][]float32) {
	m := scanPool.Get().(*scanMemory)
	defer scanPool.Put(m)
	trees := len(s.values)
	m.left = slices.Grow(m.left[:0], len(rows)*trees)[:len(rows)*trees]
	base := m.left[:trees]
	for i := range base {
		base[i] = ^leaves(0)
	}
	m.differs = m.differs[:0]
	for _, f := range s.features {
		if v := rows[0][f.feature]; !slices.ContainsFunc(rows[1:], func(x []float32) bool { return x[f.feature] != v }) {
			s.pass(base, f.first, v)
		} else {
			m.differs = append(m.differs, f)
		}
	}
	for i := len(rows) - 1; i >= 0; i-- { // the first row takes the place of the base
		left := m.left[i*trees : (i+1)*trees]
		copy(left, base)
		for _, f := range m.differs {
			s.pass(left, f.first, rows[i][f.feature])
		}
	}
	s.add(sums[:len(rows)], m.left)
}

// add sets the sums of rows, four at a time: each addition waits for the one before it
// in its row.
func (s *scan) add(sums []float32, left []leaves) {
	trees := len(s.values)
	for len(sums) >= 4 {
		a, b, c, d := left[:trees], left[trees:2*trees], left[2*trees:3*trees], left[3*trees:4*trees]
		b, c, d = b[:len(a)], c[:len(a)], d[:len(a)]
		var w, x, y, z float32
		for k := range a {
			v := &s.values[k]
			w, x, y, z = w+v[a[k].first()], x+v[b[k].first()], y+v[c[k].first()], z+v[d[k].first()]
		}
		sums[0], sums[1], sums[2], sums[3] = w, x, y, z
		sums, left = sums[4:], left[4*trees:]
	}
	for i := range sums {
		sum := float32(0)
		for k, x := range left[i*trees : (i+1)*trees] {
			sum += s.values[k][x.first()]
		}
		sums[i] = sum
	}
}

// first is the leftmost of some leaves.
func (l leaves) first() int { return bits.TrailingZeros16(uint16(l)) % maxLeaves }
