package linear

import (
	"cmp"
	"slices"
)

// layout says where in a model the cell of a feature is.
type layout struct {
	cells, buckets uint64 // how many there are
	shift          uint8  // of a hash, down to the bits of its top that count; so do the low 16
	width          uint64 // bytes of a cell
}

const (
	layoutHead   = 16  // before the pilots: cells (4), buckets (4), bits (1), zeros
	checkBytes   = 2   // of a cell, the low 16 bits of the hash
	denseClasses = 4   // up to so many classes a cell has a weight for each
	pairsInCell  = 2   // of class and weight, with more classes
	cellsPad     = 8   // zeros behind the last cell, which is read as eight bytes
	wide         = 255 // in place of the first class: three bytes of the place of a row
	none         = 254 // in place of a class where there is no weight
	denseRow     = 255 // in place of a number of pairs

	bucketFeatures = 3   // in a bucket on the average: with more no pilot is found, with fewer there are too many
	cellsPerRow    = 108 // so many cells for a hundred features at first; more where no pilots are found
)

// Odd constants that spread what they are multiplied with.
const (
	spreadKey   = 0x9e3779b97f4a7c15
	spreadPilot = 0xd6e8feb86659fd93
	spreadCell  = 0xc2b2ae3d27d4eb4f
)

// cellWidth is the length of a cell in a model of so many classes.
func cellWidth(classes int) uint64 {
	if classes <= denseClasses {
		return uint64(checkBytes + classes)
	}
	return checkBytes + 2*pairsInCell
}

// key is what a model knows of a feature.
func (l layout) key(feature uint64) uint64 { return keyOf(feature, l.shift) }

func (l layout) bucket(key uint64) uint64 { return bucketOf(key, l.buckets) }

func (l layout) cell(key uint64, pilot uint8) uint64 { return cellOf(key, pilot, l.cells) }

func keyOf(feature uint64, shift uint8) uint64 {
	return (feature>>(shift&63)<<16 | feature&0xffff) * spreadKey
}

func bucketOf(key, buckets uint64) uint64 { return (key >> 32) * buckets >> 32 }

func cellOf(key uint64, pilot uint8, cells uint64) uint64 {
	return (((key ^ uint64(pilot)*spreadPilot) * spreadCell) >> 32) * cells >> 32
}

// place finds pilots that give each of the keys a cell of its own: buckets with
// many keys choose first. It is false where there are none.
func (l *layout) place(keys []uint64) (pilots []uint8, ok bool) {
	of := make([][]uint64, l.buckets)
	for _, k := range keys {
		b := l.bucket(k)
		of[b] = append(of[b], k)
	}
	order := make([]int, len(of))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(of[b]), len(of[a])) })
	taken := make([]bool, l.cells)
	pilots = make([]uint8, l.buckets)
	for _, b := range order {
		if len(of[b]) == 0 {
			break
		}
		pilot, found := 0, false
		for pilot = 0; pilot < 256 && !found; pilot++ {
			found = l.try(of[b], uint8(pilot), taken)
		}
		if !found {
			return nil, false
		}
		pilots[b] = uint8(pilot - 1)
	}
	return pilots, true
}

// try takes the cells of keys with this pilot if all are free.
func (l *layout) try(keys []uint64, pilot uint8, taken []bool) bool {
	for i, k := range keys {
		c := l.cell(k, pilot)
		if taken[c] {
			for _, k := range keys[:i] {
				taken[l.cell(k, pilot)] = false
			}
			return false
		}
		taken[c] = true
	}
	return true
}
