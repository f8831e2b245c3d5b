package opinion

import "math/bits"

// numbering gives things numbers, from 0, in the order in which they are met: a hash
// table with open addressing.
type numbering struct {
	keys    []uint64
	numbers []int32 // and 1; 0 where nothing stands
	count   int32
	shift   uint8
}

// reset makes room for so many things at most.
func (m *numbering) reset(most int) {
	size := 2 << bits.Len(uint(most))
	m.keys, m.numbers, m.count = room(m.keys, size), zeroed(m.numbers, size), 0
	m.shift = uint8(64 - bits.TrailingZeros(uint(size)))
}

// of returns the number of a thing, and whether it is new.
func (m *numbering) of(key uint64) (n int32, fresh bool) {
	last := len(m.numbers) - 1
	i := int(key * 0x9e3779b97f4a7c15 >> m.shift)
	for m.numbers[i] != 0 {
		if m.keys[i] == key {
			return m.numbers[i] - 1, false
		}
		i = (i + 1) & last
	}
	m.count++
	m.keys[i], m.numbers[i] = key, m.count
	return m.count - 1, true
}
