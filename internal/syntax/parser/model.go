package parser

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Model is a trained parser, read in place. It is immutable and safe for
// concurrent use.
type Model struct {
	guide, main      weights
	tables, reversed *Tables
	forms            *linear.Table
}

// weights are those of one pass. The weights of relations are a [linear.Model].
// Those of transitions have a table of their own, for they are looked up most:
// buckets with the keys of four features, 16 bits of their hashes, and then for
// each the weights of LEFT and RIGHT above that of SHIFT, in a byte each.
type weights struct {
	labels                 *linear.Model
	transitions, relations *net
	buckets                []byte
	count                  uint64 // of buckets
	guided                 bool   // it has features of what a guide found
	sure                   PassSure
	watch                  *watch // while it is settled what is sure
}

const (
	bucketRoom = 4              // features
	bucketSize = 4 * bucketRoom // bytes
)

// keyOf is what is left of the hash of a feature in its bucket. 0 is that of a
// free place.
func keyOf(feature uint64) uint16 { return uint16(feature>>16) | 1 }

const (
	seenSection = "seen"  // [Tables.Seen]
	formsTable  = "forms" // numbers of the forms that the nets know
)

// Open opens the parser of a model file.
func Open(f *linear.File) (m *Model, err error) {
	m = &Model{}
	if err := m.guide.open(f, "guide"); err != nil {
		return nil, err
	}
	if err := m.main.open(f, "main"); err != nil {
		return nil, err
	}
	seen, ok := f.Section(seenSection)
	if !ok || len(seen) != 2*tags*tags*8 {
		return nil, fmt.Errorf("parser: %w: section %q is missing or has a wrong length", linear.ErrDamaged, seenSection)
	}
	m.tables = NewTables(m.main.labels.Labels())
	b := unsafe.Slice(unsafe.StringData(seen), len(seen))
	for r := range 2 {
		for h := range tags {
			for d := range tags {
				m.tables.Seen[r][h][d] = binary.LittleEndian.Uint64(b)
				b = b[8:]
			}
		}
	}
	m.reversed = m.tables.Reversed()
	if m.forms, err = OpenForms(f); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	sure, err := readSure(f)
	m.guide.sure, m.main.sure, m.main.guided = sure.Guide, sure.Main, true
	return m, err
}

func (w *weights) open(f *linear.File, name string) (err error) {
	if w.labels, err = f.Model(name); err != nil {
		return err
	}
	buckets, ok := f.Section(name + ".buckets")
	if !ok || len(buckets) == 0 || len(buckets)%bucketSize != 0 || len(w.labels.Labels()) > 64 {
		return fmt.Errorf("parser: %w: section %q is missing or has a wrong length", linear.ErrDamaged, name+".buckets")
	}
	w.buckets = unsafe.Slice(unsafe.StringData(buckets), len(buckets))
	w.count = uint64(len(buckets) / bucketSize)
	if w.transitions, err = openNet(f, name+".transitions", atomCount(), NumActions); err != nil {
		return err
	}
	w.relations, err = openNet(f, name+".relations", jointAtomCount(), len(w.labels.Labels()))
	return err
}

// Relations are the names of the relations, by the number in [Arc.Rel].
func (m *Model) Relations() []string { return m.tables.Rels }

// batch is the number of features that are looked up at a time.
const batch = 32

// add adds up the weights of features, those of LEFT and of RIGHT. Most of its time
// would be waiting for memory and for branches that no processor can guess. So the
// keys of all buckets are read first, reads that do not wait for one another, and
// there are no branches.
func (w *weights) add(sums *[NumActions]int32, features []uint64) {
	const each = 0x0001_0001_0001_0001
	left, right := sums[Left], sums[Right]
	buckets, count := w.buckets, w.count
	var keys [batch]uint64
	var at [batch]uint32
	for len(features) > 0 {
		part := features[:min(len(features), batch)]
		features = features[len(part):]
		for k, f := range part {
			i := (f >> 32) * count >> 32 * bucketSize
			at[k&(batch-1)] = uint32(i)
			keys[k&(batch-1)] = binary.LittleEndian.Uint64(buckets[i:])
		}
		for k, f := range part {
			x := keys[k&(batch-1)] ^ uint64(keyOf(f))*each
			// The lowest of the marks in hit, if any, is that of the key that is alike.
			hit := (x - each) &^ x & (each << 15)
			v := binary.LittleEndian.Uint64(buckets[at[k&(batch-1)]+8:]) >> (bits.TrailingZeros64(hit) &^ 15)
			left += int32(int8(v))
			right += int32(int8(v >> 8))
		}
	}
	sums[Left], sums[Right] = left, right
}

// Transition implements [Scorer]. It looks at the features stage by stage until
// the choice is clear, and asks the net if none makes it so.
func (w *weights) Transition(p *pass, ok [NumActions]bool) int {
	features := p.structure()
	if w.watch != nil {
		return w.watchTransition(p, features, ok)
	}
	var sums [NumActions]int32
	from := 0
	for stage, to := range w.ends().transitions {
		w.add(&sums, features[from:to])
		if best, lead := leading(&sums, ok); lead > w.sure.Transitions[stage] {
			return best
		}
		from = to
	}
	return w.transition(p, ok)
}

// transition is the choice of the net.
func (w *weights) transition(p *pass, ok [NumActions]bool) int {
	var sums [mostClasses]int32
	w.transitions.units(p.atoms(), &p.units)
	w.transitions.scores(1<<NumActions-1, &p.units, &sums)
	best, _ := leading((*[NumActions]int32)(sums[:]), ok)
	return best
}

// leading is the best of the transitions that are possible, and by how much it is
// ahead of the next.
func leading(sums *[NumActions]int32, ok [NumActions]bool) (best int, lead int32) {
	best, lead = -1, math.MaxInt32
	for action, w := range sums {
		if ok[action] && (best < 0 || w > sums[best]) {
			best = action
		}
	}
	for action, w := range sums {
		if ok[action] && action != best {
			lead = min(lead, sums[best]-w)
		}
	}
	return best, lead
}

// Label implements [Scorer], in the same way.
func (w *weights) Label(p *pass, j joint, mask uint64) uint8 {
	features := p.labelling(j)
	if w.watch != nil {
		return w.watchLabel(p, j, features, mask)
	}
	var scores linear.Scores
	from := 0
	for stage, to := range w.ends().labels {
		w.labels.Add(&scores, features[from:to])
		if best, lead := leadingLabel(&scores, mask); lead > w.sure.Labels[stage] {
			return best
		}
		from = to
	}
	return w.label(p, j, mask)
}

// label is the choice of the net.
func (w *weights) label(p *pass, j joint, mask uint64) (label uint8) {
	var sums [mostClasses]int32
	w.relations.units(p.jointAtoms(j), &p.units)
	w.relations.scores(mask, &p.units, &sums)
	best := int32(math.MinInt32)
	for ; mask != 0; mask &= mask - 1 {
		i := bits.TrailingZeros64(mask)
		if v := sums[i]; v > best {
			label, best = uint8(i), v
		}
	}
	return label
}

// leadingLabel is the best relation of a mask, and by how much it is ahead of the
// next.
func leadingLabel(scores *linear.Scores, mask uint64) (label uint8, lead int32) {
	best, second := int32(math.MinInt32), int32(math.MinInt32)
	for ; mask != 0; mask &= mask - 1 {
		i := bits.TrailingZeros64(mask)
		if v := scores[i]; v > second {
			if v > best {
				label, best, second = uint8(i), v, best
			} else {
				second = v
			}
		}
	}
	return label, best - second
}
