package linear

import (
	"cmp"
	"slices"
)

// Trainer learns the weights of a model: an averaged perceptron over exact
// 64-bit features. The learning algorithm is its user's: score the features of
// a state, compare the choice with the gold one, and [Trainer.Update] both:
//
//	t.Score(&scores, features)
//	if guess := scores.Best(n); guess != gold {
//		t.Update(features, gold, 1)
//		t.Update(features, guess, -1)
//	}
//	t.Tick()
//
// Memory is taken only for the features and classes that were once updated.
// Score and Add may run concurrently with each other, not with the rest.
type Trainer struct {
	labels  []string
	options TrainerOptions
	clock   int64 // examples seen, the time of averaging

	keys  []uint64 // open addressing; 0 is an empty slot
	rows  []trainRow
	used  int
	arena []param
}

// TrainerOptions are the settings of a trainer; the zero value is ready to use.
type TrainerOptions struct {
	// MinUpdates is the number of updates that a feature must have had before
	// it counts in scores and is written (Goldberg & Elhadad 2011): it keeps
	// models small and hardly costs accuracy. 0 counts every feature.
	MinUpdates int
}

type trainRow struct {
	offset  uint32 // of its params in the arena
	n, cap  uint16
	updates uint32
}

// param is the weight of a class in a row.
type param struct {
	total int64 // sum of the weight over time, up to stamp
	stamp int64
	value int32
	class int32
}

// NewTrainer makes a trainer for classes of these names.
func NewTrainer(labels []string, options TrainerOptions) *Trainer {
	if len(labels) == 0 || len(labels) > MaxClasses {
		panic("linear: number of classes out of range")
	}
	return &Trainer{
		labels:  slices.Clone(labels),
		options: options,
		keys:    make([]uint64, 1<<16),
		rows:    make([]trainRow, 1<<16),
	}
}

// Labels are the names of the classes.
func (t *Trainer) Labels() []string { return t.labels }

// Features is the number of features that have weights.
func (t *Trainer) Features() int { return t.used }

// Score sets the scores of all classes to the sums of the present weights.
func (t *Trainer) Score(scores *Scores, features []uint64) {
	clear(scores[:len(t.labels)])
	t.Add(scores, features)
}

// Add adds the present weights of features to the scores.
func (t *Trainer) Add(scores *Scores, features []uint64) {
	for _, f := range features {
		slot := t.find(f)
		if t.keys[slot] == 0 {
			continue
		}
		r := &t.rows[slot]
		if int(r.updates) < t.options.MinUpdates {
			continue
		}
		for _, p := range t.arena[r.offset : r.offset+uint32(r.n)] {
			scores[p.class&0xff] += p.value
		}
	}
}

// Update adds to the weight of a class in each of the features.
func (t *Trainer) Update(features []uint64, class int, by int32) {
	for _, f := range features {
		t.update(f, int32(class), by)
	}
}

// Tick moves the clock of averaging on: call it once for every example, whether
// it was updated or not.
func (t *Trainer) Tick() { t.clock++ }

func (t *Trainer) find(feature uint64) int {
	if feature == 0 {
		feature = 1
	}
	mask := uint64(len(t.keys) - 1)
	slot := feature & mask
	for t.keys[slot] != 0 && t.keys[slot] != feature {
		slot = (slot + 1) & mask
	}
	return int(slot)
}

func (t *Trainer) update(feature uint64, class, by int32) {
	slot := t.find(feature)
	if t.keys[slot] == 0 {
		if t.used*2 >= len(t.keys) {
			t.grow()
			slot = t.find(feature)
		}
		t.keys[slot] = max(feature, 1)
		t.used++
	}
	r := &t.rows[slot]
	r.updates++
	for i := r.offset; i < r.offset+uint32(r.n); i++ {
		if p := &t.arena[i]; p.class == class {
			p.total += int64(p.value) * (t.clock - p.stamp)
			p.stamp = t.clock
			p.value += by
			return
		}
	}
	if r.n == r.cap {
		t.extend(r)
	}
	t.arena[r.offset+uint32(r.n)] = param{stamp: t.clock, value: by, class: class}
	r.n++
}

// extend moves a row to a place with more room.
func (t *Trainer) extend(r *trainRow) {
	room := max(2, min(2*int(r.cap), len(t.labels)))
	at := uint32(len(t.arena))
	t.arena = append(t.arena, t.arena[r.offset:r.offset+uint32(r.n)]...)
	t.arena = append(t.arena, make([]param, room-int(r.n))...)
	r.offset, r.cap = at, uint16(room)
}

func (t *Trainer) grow() {
	keys, rows := t.keys, t.rows
	t.keys = make([]uint64, 2*len(keys))
	t.rows = make([]trainRow, 2*len(rows))
	for i, k := range keys {
		if k != 0 {
			slot := t.find(k)
			t.keys[slot], t.rows[slot] = k, rows[i]
		}
	}
}

// PackOptions say how weights become small integers.
type PackOptions struct {
	// Clip is the share of weights, by size, that may be beyond the largest
	// integer and are cut to it. 0 means one in a thousand.
	Clip float64
	// MinWeight drops weights whose integer is smaller. 0 and 1 drop zeros.
	MinWeight int
	// MaxBytes drops the smallest weights until the model takes no more
	// than this. 0 sets no limit.
	MaxBytes int
}

// Pack makes rows of the averaged weights, sorted by feature.
func (t *Trainer) Pack(options PackOptions) []Row {
	type averaged struct {
		feature uint64
		params  []param // total is the average
	}
	var all []averaged
	var sizes []int64
	for slot, key := range t.keys {
		r := t.rows[slot]
		if key == 0 || int(r.updates) < t.options.MinUpdates {
			continue
		}
		a := averaged{feature: key}
		for _, p := range t.arena[r.offset : r.offset+uint32(r.n)] {
			p.total += int64(p.value) * (t.clock - p.stamp)
			if p.total != 0 {
				a.params = append(a.params, p)
				sizes = append(sizes, max(p.total, -p.total))
			}
		}
		if len(a.params) > 0 {
			slices.SortFunc(a.params, func(a, b param) int { return cmp.Compare(a.class, b.class) })
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b averaged) int { return cmp.Compare(a.feature, b.feature) })
	if len(sizes) == 0 {
		return nil
	}
	slices.Sort(sizes)
	clip := options.Clip
	if clip == 0 {
		clip = 0.001
	}
	top := sizes[max(0, min(len(sizes)-1, int(float64(len(sizes))*(1-clip))))]
	quantize := func(total int64) int64 {
		// rounded half away from zero, in integers
		q := (max(total, -total)*254 + top) / (2 * top)
		q = min(q, 127)
		if total < 0 {
			return -q
		}
		return q
	}
	floor := (top*int64(max(options.MinWeight, 1))*2 - top + 253) / 254 // smallest total that rounds to MinWeight
	if options.MaxBytes > 0 {
		fits := func(floor int64) bool {
			size := 0
			for _, a := range all {
				n := 0
				for _, p := range a.params {
					if max(p.total, -p.total) >= floor {
						n++
					}
				}
				if n > 0 {
					size += rowSize(n, len(t.labels))
				}
			}
			return size/100 <= options.MaxBytes
		}
		lo, hi := 0, len(sizes)-1 // the first of sizes that fits as a floor
		for lo < hi {
			mid := (lo + hi) / 2
			if fits(sizes[mid]) {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		floor = max(floor, sizes[lo])
	}
	var rows []Row
	for _, a := range all {
		var weights []Weight
		for _, p := range a.params {
			q := quantize(p.total)
			if max(p.total, -p.total) >= floor && q != 0 {
				weights = append(weights, Weight{uint8(p.class), int8(q)})
			}
		}
		if len(weights) > 0 {
			rows = append(rows, Row{a.feature, weights})
		}
	}
	return rows
}
