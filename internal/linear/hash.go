package linear

import (
	"encoding/binary"
	"math/bits"
)

const (
	key0 = 0xa0761d6478bd642f
	key1 = 0xe7037ed1a0b428db
)

// Mix combines two hashes or numbers into a hash, in an order that matters. A
// feature is made of a template's number and hashed words:
//
//	f := linear.Mix(templateSuffix, linear.Hash(suffix))
//	f = linear.Mix(f, uint64(previousTag))
//
// It is one multiplication (the mixing step of wyhash).
func Mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^key0, b^key1)
	return hi ^ lo
}

// Hash is a 64-bit hash of a word, the same on all machines and in all
// versions of this package: model files depend on it.
func Hash(s string) uint64 {
	h := uint64(len(s)) ^ key1
	b := bytesOf(s)
	for len(b) > 8 {
		h = Mix(h, binary.LittleEndian.Uint64(b))
		b = b[8:]
	}
	var tail uint64
	switch {
	case len(b) == 8:
		tail = binary.LittleEndian.Uint64(b)
	case len(b) >= 4:
		tail = uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[len(b)-4:]))<<32
	case len(b) > 0:
		tail = uint64(b[0]) | uint64(b[len(b)>>1])<<8 | uint64(b[len(b)-1])<<16
	}
	return Mix(h, tail)
}
