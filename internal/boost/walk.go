package boost

import "math"

// Walking a tree is a chain of reads that wait for one another, and of branches
// that nobody foresees. So trees are walked four at a time, and without branches:
// numbers are compared as integers in the same order, and a leaf leads to itself, so
// that all four take as many steps as the deepest.

// step is a node for walking: 8 bytes.
type step struct {
	threshold int32  // as [ordered] makes it of the number
	to        uint32 // the node to the left, 24 bits; above it the feature, 8 bits
}

const (
	maxSteps    = 1 << 24 // nodes of a model that is walked this way
	maxFeatures = 256
)

// walk is all trees of a model, one behind the other.
type walk struct {
	steps  []step
	values []float32 // of the leaves, by node
	roots  []uint32  // first node of each tree
	depths []uint8   // steps to its deepest leaf
}

// ordered makes an integer of a number, in the same order; NaN is the largest, and
// both zeros are alike as thresholds.
func ordered(x float32) int32 {
	if x != x {
		return math.MaxInt32
	}
	i := int32(math.Float32bits(x))
	return i ^ i>>31&math.MaxInt32
}

// newWalk is nil where a model is too large for it.
func newWalk(trees []tree, features int) *walk {
	w := &walk{}
	for _, t := range trees {
		root, depths := len(w.steps), make([]uint8, len(t))
		if root+len(t) > maxSteps || features > maxFeatures {
			return nil
		}
		deepest := uint8(0)
		for at, n := range t {
			s := step{math.MaxInt32, uint32(root + at)}
			if n.left != 0 {
				if depths[at] == math.MaxUint8 {
					return nil
				}
				depths[n.left], depths[n.left+1] = depths[at]+1, depths[at]+1
				s = step{ordered(n.threshold + 0), uint32(root+int(n.left)) | uint32(n.feature)<<24}
			}
			deepest = max(deepest, depths[at])
			w.steps, w.values = append(w.steps, s), append(w.values, n.value)
		}
		w.roots, w.depths = append(w.roots, uint32(root)), append(w.depths, deepest)
	}
	return w
}

// keys are the numbers of an example as integers, by feature.
type keys [maxFeatures]int32

func (k *keys) set(x []float32) {
	for i, v := range x[:min(len(x), maxFeatures)] {
		k[i] = ordered(v)
	}
}

// next is the node behind s.
func (s step) next(k *keys) uint32 {
	right := uint32(0)
	if k[s.to>>24] > s.threshold {
		right = 1
	}
	return s.to&(maxSteps-1) + right
}

// four walks four trees to their leaves.
func (w *walk) four(k *keys, i, j, m, n int) (a, b, c, d uint32) {
	steps := w.steps
	a, b, c, d = w.roots[i], w.roots[j], w.roots[m], w.roots[n]
	for range max(w.depths[i], w.depths[j], w.depths[m], w.depths[n]) {
		a, b, c, d = steps[a].next(k), steps[b].next(k), steps[c].next(k), steps[d].next(k)
	}
	return a, b, c, d
}

// one walks a tree to its leaf.
func (w *walk) one(k *keys, i int) uint32 {
	a := w.roots[i]
	for range w.depths[i] {
		a = w.steps[a].next(k)
	}
	return a
}

// sum adds up what every so-manieth tree from the first says.
func (w *walk) sum(k *keys, every int) (sum float32) {
	i, v := 0, w.values
	for ; i+3*every < len(w.roots); i += 4 * every {
		a, b, c, d := w.four(k, i, i+every, i+2*every, i+3*every)
		sum = sum + v[a] + v[b] + v[c] + v[d] // in this order
	}
	for ; i < len(w.roots); i += every {
		sum += v[w.one(k, i)]
	}
	return sum
}

// sums adds up what the trees say, of each output.
func (w *walk) sums(scores []float32, k *keys) {
	i, out, v := 0, 0, w.values
	add := func(leaf uint32) {
		scores[out] += v[leaf]
		if out++; out == len(scores) {
			out = 0
		}
	}
	for ; i+3 < len(w.roots); i += 4 {
		a, b, c, d := w.four(k, i, i+1, i+2, i+3)
		add(a)
		add(b)
		add(c)
		add(d)
	}
	for ; i < len(w.roots); i++ {
		add(w.one(k, i))
	}
}
