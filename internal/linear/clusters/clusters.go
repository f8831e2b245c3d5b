// Package clusters holds word classes learned from unlabelled news: about a
// thousand classes of words that stand in the same contexts ("Monday Tuesday …",
// "said added …", "Paris Berlin …"), arranged in a binary tree. They let a model
// know something of words that its labelled examples never showed.
//
//	id := clusters.Of("Jakarta")
//	id == clusters.Of("Nairobi")         // probably
//	clusters.Of("Paris").Path().Prefix(6) // a coarser class: the first turns in the tree
//
// The table is embedded and read in place; looking a word up allocates nothing.
// See internal/train/clusters for how it is learned and CARD.md for what from.
package clusters

import (
	_ "embed"
	"encoding/binary"
	"sync"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

//go:embed clusters.model
var data string

// ID is a class; 0 is that of words that are in none.
type ID uint16

type model struct {
	words *linear.Table
	paths []byte // a class: the first 16 turns in the tree (2 bytes), their number, zero
}

var loaded = sync.OnceValue(func() *model {
	f, err := linear.OpenEmbedded(data)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	words, err := f.Table("words")
	if err != nil {
		panic(err)
	}
	paths, _ := f.Section("paths")
	return &model{words, unsafe.Slice(unsafe.StringData(paths), len(paths))}
})

// Of is the class of a word: of the word as it is written or, where that is
// unknown, of the word in small letters. Digits are all alike, and so are
// straight and typographic quotation marks.
func Of(word string) ID {
	m := loaded()
	var buffer [MaxWord]byte
	w, ok := normal(buffer[:0], word)
	if !ok {
		return 0
	}
	if id, ok := m.words.Lookup(linear.Hash(view(w))); ok {
		return ID(id)
	}
	if w, ok = fold(w); !ok {
		return 0
	}
	id, _ := m.words.Lookup(linear.Hash(view(w)))
	return ID(id)
}

// OfExact is the class of a word as it is written, 0 where only the word in
// small letters may have one.
func OfExact(word string) ID {
	var buffer [MaxWord]byte
	w, ok := normal(buffer[:0], word)
	if !ok {
		return 0
	}
	id, _ := loaded().words.Lookup(linear.Hash(view(w)))
	return ID(id)
}

// OfNormal is the class of a word by its hash, for callers who have the hash of
// the normal form ([Normal]) anyway.
func OfNormal(hash uint64) ID {
	id, _ := loaded().words.Lookup(hash)
	return ID(id)
}

// Path is the first 16 turns from the root of the tree to a class, the first in
// the highest bit; 0 for ID 0. Words whose paths begin alike are alike in a
// coarser way:
//
//	clusters.Of("Paris").Path().Prefix(6)
type Path uint16

// Path is the path to the class.
func (id ID) Path() Path {
	paths := loaded().paths
	if id == 0 || int(id)*4 > len(paths) {
		return 0
	}
	return Path(binary.LittleEndian.Uint16(paths[int(id-1)*4:]))
}

// Prefix is the first n turns (at most 16). Prefixes of different length are
// different numbers.
func (p Path) Prefix(n int) uint32 { return uint32(1)<<n | uint32(p)>>(16-n) }

// Count is the number of classes; the IDs are 1 to Count.
func Count() int { return len(loaded().paths) / 4 }
