package opinion

import (
	"math"
	"math/bits"
)

// markCounts counts words by what they count as in features ([Word.Mark]): a hash table
// with open addressing, as marks are hashes. Of a slot the lowest byte is the count, as more
// than any figure counts to are not told apart; the others are those of the mark, which tell
// it well enough. Where nothing stands it is 0.
type markCounts []uint64

const countBits = 8

// reset makes room for a number of words.
func (c *markCounts) reset(words int) {
	*c = zeroed(*c, 2<<bits.Len(uint(words))) // half of it stays empty, whatever the words are
}

func (c markCounts) add(mark uint64) {
	x := &c[c.place(mark)]
	*x |= mark >> countBits << countBits
	if uint8(*x) < math.MaxUint8 {
		*x++
	}
}

// of returns how often a mark was added, 255 at most.
func (c markCounts) of(mark uint64) int { return int(uint8(c[c.place(mark)])) }

// place is where a mark stands, or would.
func (c markCounts) place(mark uint64) int {
	last := len(c) - 1
	i := int(mark>>countBits) & last
	for flag(c[i] == 0)|flag((c[i]^mark)>>countBits == 0) == 0 { // one branch, which is foreseen
		i = (i + 1) & last
	}
	return i
}
