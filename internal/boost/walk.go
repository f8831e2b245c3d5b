package boost

import (
	"cmp"
	"math"
	"slices"
	"unsafe"
)

// Walking a tree is a chain of reads that wait for one another, and of branches
// that nobody foresees. So trees are walked eight at a time, and without branches: a
// leaf leads to itself, so that all eight take as many steps as the deepest. Trees of
// like depth are walked together; what they say is added up in their own order.

// step is a node for walking: 8 bytes.
type step struct {
	threshold float32
	to        uint32 // the node to the left, 24 bits; above it the feature, 8 bits
}

const (
	maxSteps    = 1 << 24 // nodes of a model that is walked this way
	maxFeatures = 256
	together    = 8  // trees that are walked at a time
	chunk       = 64 // trees that are sorted by depth
)

// walk is all trees of a model, one behind the other, and a leaf that fills up the
// last chunk.
type walk struct {
	features int
	trees    int
	steps    []step
	values   []float32 // of the leaves, by node
	groups   []walkers
}

// walkers are trees that are walked together.
type walkers struct {
	roots [together]uint32
	slots [together]uint8 // which of the chunk each is
	depth int             // steps to the deepest leaf of all
}

var inf = float32(math.Inf(1))

// newWalk is nil where a model is too large for it.
func newWalk(trees []tree, features int) *walk {
	w := &walk{features: features, trees: len(trees)}
	type root struct {
		at    uint32
		slot  uint8
		depth int
	}
	var roots []root
	for i, t := range trees {
		first := len(w.steps)
		if first+len(t) >= maxSteps || features > maxFeatures {
			return nil
		}
		depths := make([]int, len(t))
		for at, n := range t {
			s := step{inf, uint32(first + at)}
			if n.left != 0 {
				depths[n.left], depths[n.left+1] = depths[at]+1, depths[at]+1
				s = step{n.threshold, uint32(first+int(n.left)) | uint32(n.feature)<<24}
			}
			w.steps, w.values = append(w.steps, s), append(w.values, n.value)
		}
		roots = append(roots, root{uint32(first), uint8(i % chunk), slices.Max(depths)})
	}
	filler := uint32(len(w.steps))
	w.steps, w.values = append(w.steps, step{inf, filler}), append(w.values, 0)
	for len(roots) > 0 {
		part := roots[:min(len(roots), chunk)]
		roots = roots[len(part):]
		slices.SortStableFunc(part, func(a, b root) int { return cmp.Compare(a.depth, b.depth) })
		for len(part) > 0 {
			g := walkers{}
			for k := range g.roots {
				g.roots[k], g.slots[k] = filler, chunk-1 // of the last chunk; no tree is there then
				if k < len(part) {
					g.roots[k], g.slots[k], g.depth = part[k].at, part[k].slot, max(g.depth, part[k].depth)
				}
			}
			w.groups = append(w.groups, g)
			part = part[min(len(part), together):]
		}
	}
	return w
}

// leaves walks a chunk of trees for x, which has a number a feature, and sets reached
// to their leaves.
func (w *walk) leaves(reached *[chunk]uint32, groups []walkers, x []float32) {
	_ = x[:w.features]
	numbers, steps := unsafe.Pointer(unsafe.SliceData(x)), unsafe.Pointer(unsafe.SliceData(w.steps))
	for i := range groups {
		r := &groups[i].roots
		a, b, c, d, e, f, g, h := r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]
		for range groups[i].depth {
			a, b, c, d = next(steps, numbers, a), next(steps, numbers, b), next(steps, numbers, c), next(steps, numbers, d)
			e, f, g, h = next(steps, numbers, e), next(steps, numbers, f), next(steps, numbers, g), next(steps, numbers, h)
		}
		for k, at := range [together]uint32{a, b, c, d, e, f, g, h} {
			reached[groups[i].slots[k]%chunk] = at
		}
	}
}

// next is the node behind another. [newWalk] has made sure that steps lead to steps
// and ask for features that there are.
func next(steps, numbers unsafe.Pointer, at uint32) uint32 {
	s := *(*step)(unsafe.Add(steps, uintptr(at)*unsafe.Sizeof(step{})))
	right := uint32(0)
	if *(*float32)(unsafe.Add(numbers, uintptr(s.to>>24)*4)) > s.threshold {
		right = 1
	}
	return s.to&(maxSteps-1) + right
}

// of returns the walkers of the chunk of trees that begins with a tree, and how many
// trees that are.
func (w *walk) of(first int) (groups []walkers, trees int) {
	return w.groups[first/together:][:min(chunk/together, len(w.groups)-first/together)], min(chunk, w.trees-first)
}

// sums adds up what the trees say, of each output.
func (w *walk) sums(scores []float32, x []float32) {
	var reached [chunk]uint32
	out := 0
	for first := 0; first < w.trees; first += chunk {
		groups, n := w.of(first)
		w.leaves(&reached, groups, x)
		for _, at := range reached[:n] {
			scores[out] += w.values[at]
			if out++; out == len(scores) {
				out = 0
			}
		}
	}
}

// sum adds up what the trees of a model with one output say.
func (w *walk) sum(x []float32) (sum float32) {
	var reached [chunk]uint32
	for first := 0; first < w.trees; first += chunk {
		groups, n := w.of(first)
		w.leaves(&reached, groups, x)
		for _, at := range reached[:n] {
			sum += w.values[at]
		}
	}
	return sum
}
