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

// spell returns the spelling of the word that stands from one byte of a text to another.
func spell(text string, start, end int) (x spelling) {
	x.size = end - start
	if len(text)-start < spelled { // the last words of a text
		var first [spelled]byte
		copy(first[:], text[start:end])
		x.low, x.high = binary.LittleEndian.Uint64(first[:]), binary.LittleEndian.Uint64(first[8:])
		return x
	}
	first, keep := text[start:start+spelled], &kept[min(x.size, spelled)]
	x.low = keep[0] & eight(first[:8])
	x.high = keep[1] & eight(first[8:])
	return x
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

// place is where a page looks for the word first.
func (x *spelling) place(word string) uint64 {
	h := linear.Mix(x.low^uint64(x.size), x.high)
	if x.size > spelled {
		h = linear.Mix(h, linear.Hash(word[spelled:]))
	}
	return h % pageSize
}
