package linear

import (
	"encoding/binary"
	"math"
	"strings"
	"unsafe"
)

// MaxClasses is the largest number of classes of a model.
const MaxClasses = 254

// Scores has a score for each class of a model; those behind the last class
// are not touched. Its size is fixed so that the engine needs no bounds checks.
type Scores [256]int32

// Scorer gives scores to classes: a [Model] in use, a [Trainer] in training.
type Scorer interface {
	// Score sets the scores of all classes to the sums of their weights.
	Score(scores *Scores, features []uint64)
	// Add is Score without setting the scores to zero first.
	Add(scores *Scores, features []uint64)
}

// Model is a linear model: weights by feature and class. It is immutable and
// safe for concurrent use.
//
// Features that carry weight have cells in a table without a search: a byte, the
// pilot of the feature's bucket, was chosen when the model was written so that
// every feature has a cell of its own (perfect hashing by displacement; Belazzougui,
// Botelho and Dietzfelbinger 2009). A cell has 16 bits of the feature's hash, to tell
// it from unknown ones, and its weights: those of all classes where there are at most
// four, else two pairs of class and weight, or where that is not enough, the place of a
// row of pairs or of weights for all classes. So a feature costs one read of a small
// table that stays in the fast caches and one of a large table that may not.
type Model struct {
	labels []string
	layout layout
	pilots []byte
	cells  []byte // with cellsPad bytes behind the last cell
	rows   []byte
}

// Model opens the model that was written under this name.
func (f *File) Model(name string) (*Model, error) {
	labels, at, err := f.need(name + ".labels")
	if err != nil {
		return nil, err
	}
	m := &Model{labels: strings.Split(labels, "\n")}
	if len(m.labels) > MaxClasses {
		return nil, damaged(at, "model %q has %d classes", name, len(m.labels))
	}
	pilots, at, err := f.need(name + ".pilots")
	if err != nil {
		return nil, err
	}
	cells, cellsAt, err := f.need(name + ".cells")
	if err != nil {
		return nil, err
	}
	rows, _, err := f.need(name + ".rows")
	if err != nil {
		return nil, err
	}
	if len(pilots) < layoutHead {
		return nil, damaged(at, "model %q has no layout", name)
	}
	m.layout = layout{cells: uint64(u32(pilots, 0)), buckets: uint64(u32(pilots, 4)), shift: 64 - pilots[8], width: cellWidth(len(m.labels))}
	m.pilots, m.cells, m.rows = bytesOf(pilots[layoutHead:]), bytesOf(cells), bytesOf(rows)
	if l := m.layout; l.buckets < 1 || l.cells < 1 || pilots[8] > 32 || uint64(len(m.pilots)) != l.buckets {
		return nil, damaged(at, "the layout of model %q does not fit", name)
	}
	if uint64(len(cells)) != m.layout.cells*m.layout.width+cellsPad {
		return nil, damaged(cellsAt, "model %q has %d bytes of cells", name, len(cells))
	}
	return m, nil
}

// Labels are the names of the classes. The slice must not be changed.
func (m *Model) Labels() []string { return m.labels }

// Label is the name of a class.
func (m *Model) Label(class int) string { return m.labels[class] }

// Score sets the scores of all classes to the sums of the weights of features.
func (m *Model) Score(scores *Scores, features []uint64) {
	clear(scores[:len(m.labels)])
	m.Add(scores, features)
}

// batch is the number of features that are looked up together.
const batch = 32

// Add adds the weights of features to the scores.
//
// Models are larger than the fast caches, so that time goes into waiting for memory
// and into branches that are guessed wrong. Features are therefore looked up in
// batches: first all places, then all cells, reads that do not wait for one another;
// cells of known features are collected without a branch, and only then added up.
func (m *Model) Add(scores *Scores, features []uint64) {
	if len(m.labels) <= denseClasses {
		m.addDenseCells(scores[:len(m.labels)], features)
		return
	}
	var found [batch]uint64
	for len(features) > 0 {
		part := features[:min(len(features), batch)]
		features = features[len(part):]
		n := m.find(&found, part)
		m.addCells(scores, &found, n)
	}
}

// addCells adds the first n of the cells. Those whose weights are in a row come
// last, after a first read of all of these rows.
func (m *Model) addCells(scores *Scores, found *[batch]uint64, n int) {
	var sizes [batch]uint8
	far := 0
	for _, cell := range found[:n] {
		if uint8(cell>>16) == wide {
			found[far&(batch-1)] = cell >> 24 & 0xffffff
			sizes[far&(batch-1)] = m.rows[cell>>24&0xffffff]
			far++
			continue
		}
		scores[uint8(cell>>16)] += int32(int8(cell >> 24))
		scores[uint8(cell>>32)] += int32(int8(cell >> 40)) // of the class none where there is but one weight
	}
	for k, at := range found[:far] {
		size := int(sizes[k&(batch-1)])
		if size == denseRow {
			addDense(scores, m.rows[at+1:][:len(m.labels)])
			continue
		}
		for pairs := m.rows[at+1:][:2*size]; len(pairs) >= 2; pairs = pairs[2:] {
			scores[pairs[0]] += int32(int8(pairs[1]))
		}
	}
}

// find collects the cells of those features that have one.
func (m *Model) find(found *[batch]uint64, features []uint64) int {
	m.read(found, features)
	n := 0
	for k, f := range features {
		cell := found[k&(batch-1)]
		found[n&(batch-1)] = cell
		if uint16(cell) == uint16(f) {
			n++
		}
	}
	return n
}

// read reads the cells where features have theirs if they have any.
func (m *Model) read(cells *[batch]uint64, features []uint64) {
	var places [batch]uint32
	m.findPlaces(&places, features)
	table := unsafe.Pointer(unsafe.SliceData(m.cells))
	for k := range features {
		// behind the last cell there is room
		cells[k&(batch-1)] = binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(table, places[k&(batch-1)]))[:])
	}
}

// findPlaces finds where in the table the cells of at most a batch of features are.
func (m *Model) findPlaces(places *[batch]uint32, features []uint64) {
	pilots := unsafe.Pointer(unsafe.SliceData(m.pilots))
	l := &m.layout
	shift, buckets, cells, width := l.shift, l.buckets, l.cells, l.width
	for k, f := range features {
		key := keyOf(f, shift)
		pilot := *(*byte)(unsafe.Add(pilots, bucketOf(key, buckets))) // a bucket is below the number of pilots
		places[k&(batch-1)] = uint32(cellOf(key, pilot, cells) * width)
	}
}

// addDenseCells is Add for models whose cells have the weights of all of their at most
// four classes.
func (m *Model) addDenseCells(scores []int32, features []uint64) {
	var weights [batch]uint64
	var sums [denseClasses]int32
	for len(features) > 0 {
		n := copy(weights[:], features)
		features = features[n:]
		m.readWeights(weights[:n])
		addWeights(&sums, weights[:n])
	}
	for i := range scores { // with less classes the last sums mean nothing
		scores[i] += sums[i&(denseClasses-1)]
	}
}

// weightsOf are the weights of a feature in the cell where it is if it has one, a byte
// each. By adding 128 they are made positive; so is the 0 of a feature that has none.
func weightsOf(cell, feature uint64) uint64 {
	other := int64((cell ^ feature) & 0xffff) // 0 where the cell is that of the feature
	return cell>>16&uint64((other-1)>>63) ^ 0x80808080
}

// addWeights adds up weights four at a time, two in each of two numbers, with 16 bits
// to spare for sums.
func addWeights(sums *[denseClasses]int32, weights []uint64) {
	const everyTwo = 0x00ff00ff
	for len(weights) > 0 {
		part := weights[:min(len(weights), 256)]
		weights = weights[len(part):]
		var even, odd uint64
		for _, w := range part {
			even += w & everyTwo
			odd += w >> 8 & everyTwo
		}
		zero := int32(128 * len(part))
		sums[0] += int32(even&0xffff) - zero
		sums[1] += int32(odd&0xffff) - zero
		sums[2] += int32(even>>16) - zero
		sums[3] += int32(odd>>16) - zero
	}
}

// ScoreRows sets the scores of the first classes for each row of features; a row ends
// where the next begins. It is for choices among many candidates: what Score does for
// each of them is done for all at once, so that the reads of one do not wait for the sums
// of another. It writes over the features, and is for models of at most four classes.
func (m *Model) ScoreRows(scores []int32, classes int, features []uint64, ends []int32) {
	if len(m.labels) > denseClasses || classes > len(m.labels) {
		panic("linear: ScoreRows of more than four classes")
	}
	m.readWeights(features)
	from := int32(0)
	for i, end := range ends {
		row := features[from:end]
		from = end
		if classes > 1 {
			var sums [denseClasses]int32
			addWeights(&sums, row)
			copy(scores[i*classes:(i+1)*classes], sums[:])
			continue
		}
		sum := uint64(0)
		for _, w := range row {
			sum += w & 0xff
		}
		scores[i] = int32(sum) - 128*int32(len(row))
	}
}

// readWeights replaces features by their weights, see weightsOf.
func (m *Model) readWeights(features []uint64) {
	pilots, table := unsafe.Pointer(unsafe.SliceData(m.pilots)), unsafe.Pointer(unsafe.SliceData(m.cells))
	l := &m.layout
	shift, buckets, cells, width := l.shift, l.buckets, l.cells, l.width
	for k, f := range features { // the place of its cell, and what tells it
		key := keyOf(f, shift)
		pilot := *(*byte)(unsafe.Add(pilots, bucketOf(key, buckets))) // a bucket is below the number of pilots
		features[k] = cellOf(key, pilot, cells)*width<<16 | f&0xffff
	}
	for k, f := range features {
		cell := binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(table, f>>16))[:]) // behind the last cell there is room
		features[k] = weightsOf(cell, f)
	}
}

// addDense adds a weight of each class.
func addDense(scores *Scores, weights []byte) {
	s := scores[:len(weights)]
	for len(weights) >= 4 {
		w := binary.LittleEndian.Uint32(weights)
		t := s[:4]
		t[0] += int32(int8(w))
		t[1] += int32(int8(w >> 8))
		t[2] += int32(int8(w >> 16))
		t[3] += int32(int8(w >> 24))
		weights, s = weights[4:], s[4:]
	}
	for i, w := range weights {
		s[i] += int32(int8(w))
	}
}

// Best is the class with the highest score, the first of those that are equal.
func (m *Model) Best(scores *Scores) int { return scores.Best(len(m.labels)) }

// Best is the highest of the first n scores, the first of those that are equal.
func (s *Scores) Best(n int) int {
	best, at := s[0], 0
	for i, v := range s[1:n] {
		if v > best {
			best, at = v, i+1
		}
	}
	return at
}

// Lead is the highest of the first n scores, of those that are equal the first, and
// by how much it is above the next.
func (s *Scores) Lead(n int) (class int, lead int32) {
	best, second := s[0], int32(math.MinInt32)
	for i, v := range s[1:n] {
		if v > second {
			if v > best {
				class, best, second = i+1, v, best
			} else {
				second = v
			}
		}
	}
	return class, best - second
}

// Each sets out, which is as long as features, to the weights of each feature by
// itself; with less than four classes the last weights mean nothing. It is for models of
// at most four classes.
func (m *Model) Each(out [][denseClasses]int8, features []uint64) {
	if len(m.labels) > denseClasses {
		panic("linear: Each of more than four classes")
	}
	var weights [batch]uint64
	for len(features) > 0 {
		n := copy(weights[:], features)
		features = features[n:]
		m.readWeights(weights[:n])
		for k, w := range weights[:n] {
			w ^= 0x80808080
			out[k] = [denseClasses]int8{int8(w), int8(w >> 8), int8(w >> 16), int8(w >> 24)}
		}
		out = out[n:]
	}
}
