package opinion

import (
	"encoding/binary"
	"unsafe"

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
	word := text[start:end]
	x.size = len(word)
	if len(text)-start >= spelled { // more may be read than the word has
		from := unsafe.Pointer(unsafe.StringData(word))
		x.low = binary.LittleEndian.Uint64((*[8]byte)(from)[:])
		x.high = binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(from, 8))[:])
		keep := &kept[min(len(word), spelled)]
		x.low &= keep[0]
		x.high &= keep[1]
		return x
	}
	var first [spelled]byte
	copy(first[:], word)
	x.low, x.high = binary.LittleEndian.Uint64(first[:]), binary.LittleEndian.Uint64(first[8:])
	return x
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
