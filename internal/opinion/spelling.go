package opinion

import (
	"encoding/binary"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// spelling is how a word is compared with others: as a few numbers, of which those of most
// words say all of it.
type spelling struct {
	low, high uint64 // its first bytes
	size      int
}

// spelled is how many bytes of a word its spelling has.
const spelled = 16

// spellLast spells one of the last words of a text, behind which there may be less than is
// read of others.
func spellLast(word string) (low, high uint64) {
	var first [spelled]byte
	copy(first[:], word)
	return binary.LittleEndian.Uint64(first[:]), binary.LittleEndian.Uint64(first[8:])
}

// eight is a number of eight bytes: the compiler reads them at once.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// kept are the bits of a spelling by the size of the word.
var kept = func() (k [spelled + 1][2]uint64) {
	for size := range k {
		var bytes [spelled]byte
		for i := range size {
			bytes[i] = 0xff
		}
		k[size] = [2]uint64{binary.LittleEndian.Uint64(bytes[:]), binary.LittleEndian.Uint64(bytes[8:])}
	}
	return k
}()

// place is where a page looks first for the word, which begins at a byte of a text.
func (x *spelling) place(text string, start int) uint64 {
	h := x.hash()
	if x.size > spelled {
		h = x.further(h, text, start)
	}
	return h % pageSize
}

// hash is a hash of a word that is not long.
func (x *spelling) hash() uint64 { return linear.Mix(x.low^uint64(x.size), x.high) }

// further goes on with the hash of a long word.
func (x *spelling) further(h uint64, text string, start int) uint64 {
	return linear.Mix(h, linear.Hash(text[start+spelled:start+x.size]))
}
