package opinion

import (
	"encoding/binary"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// spelling is how a word is compared with others: as a few numbers, of which those of most
// words say all of it.
type spelling struct {
	low, high uint64 // its first bytes, and above them its size, with a bit that none is without: that of all long ones is spelled+1
}

// spelled is how many bytes of a word its spelling has.
const spelled = 15

// long reports whether a word has more.
func (x spelling) long() bool { return x.high>>sizeAt > present|spelled }

// sizeAt is the bit of the higher number at which the size begins.
const sizeAt = 8 * (spelled - 8)

// present is a bit beside the size, so that no spelling is 0.
const present = 0x80

// spell spells a word.
func spell(word string) spelling {
	var first [spelled + 1]byte
	copy(first[:spelled], word)
	first[spelled] = present | uint8(min(len(word), spelled+1))
	return spelling{binary.LittleEndian.Uint64(first[:]), binary.LittleEndian.Uint64(first[8:])}
}

// eight is a number of eight bytes: the compiler reads them at once.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// kept are the bits of what a spelling is made of, by the size of a word that is not long.
var kept = func() (k [spelled + 1][2]uint64) {
	for size := range k {
		var bytes [spelled + 1]byte
		for i := range size {
			bytes[i] = 0xff
		}
		k[size] = [2]uint64{binary.LittleEndian.Uint64(bytes[:]), binary.LittleEndian.Uint64(bytes[8:])}
	}
	return k
}()

// hashOf is the hash of a word that has this spelling.
func (x spelling) hashOf(word string) uint64 {
	h := x.hash()
	if x.long() {
		h = further(h, word)
	}
	return h
}

// hash is a hash of a word that is not long.
func (x spelling) hash() uint64 { return linear.Mix(x.low, x.high) }

// further goes on with the hash of a long word.
func further(h uint64, word string) uint64 { return linear.Mix(h, linear.Hash(word[spelled:])) }
