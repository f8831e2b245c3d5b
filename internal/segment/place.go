package segment

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./genplaces

// placeTable holds one entry of four bytes for each name in places.tsv, in
// order: the upper bits are a hash of the name, the lower ones its kinds.
//
//go:embed places.bin
var placeTable []byte

// The kinds of names and words that matter in datelines and bylines.
const (
	placeCity     uint32 = 1 << iota
	placeWeak            // also a word, a person's name or a larger region
	placeRegion          // a country, or a state that stands after a city
	placeAgency          // a news agency or another source in brackets
	placeLabel           // a word that stands before a colon or dash like a place, and is none
	placeMedium          // a word that names of newspapers and stations begin or end with
	placeJob             // a word that says what an author is
	placeParticle        // a small word within names of people and places
	placeKinds    = 1<<iota - 1
)

// PlaceKind is the bit of a kind that is named in places.tsv.
func PlaceKind(name string) (uint32, bool) {
	i := slices.Index(placeKindNames[:], name)
	return 1 << max(i, 0), i >= 0
}

// placeKindNames are the names of the kinds, by bit.
var placeKindNames = [...]string{"city", "weak", "region", "agency", "label", "medium", "job", "particle"}

// PlaceHash is the hash of a name, whatever its case, with the bits of the
// kinds clear. It is FNV-1a.
func PlaceHash(name string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(name); {
		r, n := rune(name[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(name[i:])
			if r = unicode.ToLower(r); r == '’' {
				r = '\''
			}
		} else if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		h = (h ^ uint32(r)) * 16777619
		i += n
	}
	return h &^ placeKinds
}

// placeKindsOf returns the kinds of a name; 0 if it is not in the table.
func placeKindsOf(name string) uint32 {
	h := PlaceHash(name)
	lo, hi := 0, len(placeTable)/4
	for lo < hi {
		mid := (lo + hi) / 2
		e := binary.LittleEndian.Uint32(placeTable[4*mid:])
		switch {
		case e&^placeKinds == h:
			return e & placeKinds
		case e < h:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}
