package opinion

import (
	"math"
	"math/bits"
)

// markCounts counts words by what they count as in features ([Word.Mark]): a hash table
// with open addressing, as marks are hashes.
type markCounts struct {
	marks  []uint64
	counts []uint8 // 0 where nothing stands; more than any figure counts to are not told apart
}

// reset makes room for a number of words.
func (c *markCounts) reset(words int) {
	n := 2 << bits.Len(uint(words)) // half of it stays empty, whatever the words are
	c.marks, c.counts = room(c.marks, n), zeroed(c.counts, n)
}

func (c *markCounts) add(mark uint64) {
	i := c.place(mark)
	c.marks[i] = mark
	if c.counts[i] < math.MaxUint8 {
		c.counts[i]++
	}
}

// of returns how often a mark was added, 255 at most.
func (c *markCounts) of(mark uint64) int { return int(c.counts[c.place(mark)]) }

// place is where a mark stands, or would.
func (c *markCounts) place(mark uint64) int {
	last := len(c.counts) - 1
	i := int(mark) & last
	for flag(c.counts[i] == 0)|flag(c.marks[i] == mark) == 0 { // one branch, which is foreseen
		i = (i + 1) & last
	}
	return i
}
