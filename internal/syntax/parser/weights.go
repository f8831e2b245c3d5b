package parser

// What a [Learner] keeps its weights in.

// counter counts how often features were to be updated, as well as a byte a
// place in a small table can.
type counter struct {
	seen []uint8
	min  uint8
}

func newCounter(min int) counter {
	return counter{make([]uint8, 1<<24), uint8(min)}
}

// often tells whether a feature has come up for update often enough to get a
// weight: rare ones only make models large (Goldberg and Elhadad 2011).
func (c *counter) often(feature uint64) bool {
	n := &c.seen[feature>>40]
	if *n >= c.min {
		return true
	}
	*n++
	return false
}

// slot is a feature and its weights, small enough that four share a cache line:
// looking features up is most of the work of training.
type slot struct {
	key uint32 // a part of the hash, 0 in a free slot
	w   [NumActions]float32
}

// slots is a hash table of the features that weigh transitions.
type slots struct {
	at     []slot
	hashes []uint64
	sum    [][NumActions]float64 // updates, each times the step at which it was made
	used   int
	rare   counter
	mean   []slot // averaged weights, while they are asked for
}

func newSlots(rare counter) *slots {
	t := &slots{rare: rare}
	t.size(1 << 20)
	return t
}

func (t *slots) size(n int) {
	t.at, t.hashes, t.sum = make([]slot, n), make([]uint64, n), make([][NumActions]float64, n)
}

func slotKey(feature uint64) uint32 { return uint32(feature>>2) | 1 }

// find is the slot of a feature or the free one where it belongs.
func find(at []slot, feature uint64) uint64 {
	mask := uint64(len(at) - 1)
	i, key := feature>>34&mask, slotKey(feature)
	for at[i].key != key && at[i].key != 0 {
		i = (i + 1) & mask
	}
	return i
}

// touch reads the places where features may be, so that they are in the caches
// when they are asked for. Its reads do not wait for one another, which the search
// for features does.
func touch(at []slot, features []uint64) (sum uint32) {
	for _, f := range features {
		sum += at[f>>34&uint64(len(at)-1)].key
	}
	return sum
}

func (t *slots) update(features []uint64, action int, by, step float32) {
	for _, f := range features {
		i := find(t.at, f)
		if t.at[i].key == 0 {
			if !t.rare.often(f) {
				continue
			}
			if t.used*3 > len(t.at)*2 {
				t.grow()
				i = find(t.at, f)
			}
			t.used++
			t.at[i].key, t.hashes[i] = slotKey(f), f
		}
		t.at[i].w[action] += by
		t.sum[i][action] += float64(by) * float64(step)
	}
}

func (t *slots) grow() {
	at, hashes, sum := t.at, t.hashes, t.sum
	t.size(2 * len(at))
	for j, s := range at {
		if s.key != 0 {
			i := find(t.at, hashes[j])
			t.at[i], t.hashes[i], t.sum[i] = s, hashes[j], sum[j]
		}
	}
}

func (t *slots) average(step float32) {
	t.mean = make([]slot, len(t.at))
	for i, s := range t.at {
		for c := range s.w {
			s.w[c] -= float32(t.sum[i][c] / float64(step))
		}
		t.mean[i] = s
	}
}

// rows is a hash table of the features that weigh relations, with a row of
// weights for each. Row 0 is zeros.
type rows struct {
	width  int
	hashes []uint64
	index  []int32
	used   int
	w, sum []float32
	mean   []float32
	rare   counter
}

func newRows(width int, rare counter) *rows {
	const size = 1 << 18
	return &rows{width: width, hashes: make([]uint64, size), index: make([]int32, size), w: make([]float32, width), sum: make([]float32, width), rare: rare}
}

// find is the place of a feature or the free one where it belongs.
func (t *rows) find(feature uint64) uint64 {
	mask := uint64(len(t.index) - 1)
	i := feature >> 34 & mask
	for t.index[i] != 0 && t.hashes[i] != feature {
		i = (i + 1) & mask
	}
	return i
}

// touch is the same as that of slots.
func (t *rows) touch(features []uint64) (sum uint32) {
	for _, f := range features {
		i := f >> 34 & uint64(len(t.index)-1)
		sum += uint32(t.index[i]) + uint32(t.hashes[i])
	}
	return sum
}

func (t *rows) update(features []uint64, rel int, by, step float32) {
	for _, f := range features {
		i := t.find(f)
		if t.index[i] == 0 {
			if !t.rare.often(f) {
				continue
			}
			if t.used*3 > len(t.index)*2 {
				t.grow()
				i = t.find(f)
			}
			t.used++
			t.hashes[i], t.index[i] = f, int32(t.used)
			for range t.width {
				t.w, t.sum = append(t.w, 0), append(t.sum, 0)
			}
		}
		r := int(t.index[i])*t.width + rel
		t.w[r] += by
		t.sum[r] += by * step
	}
}

func (t *rows) grow() {
	hashes, index := t.hashes, t.index
	t.hashes, t.index = make([]uint64, 2*len(hashes)), make([]int32, 2*len(index))
	for j, r := range index {
		if r != 0 {
			i := t.find(hashes[j])
			t.hashes[i], t.index[i] = hashes[j], r
		}
	}
}

func (t *rows) average(step float32) {
	t.mean = make([]float32, len(t.w))
	for i, w := range t.w {
		t.mean[i] = w - t.sum[i]/step
	}
}
