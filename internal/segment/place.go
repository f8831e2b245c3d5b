package segment

import (
	_ "embed"
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./genplaces

// placeTable holds one entry of four bytes for each name in places.tsv, in
// order: the upper bits are a hash of the name, the lower ones its kinds.
//
//go:embed places.bin
var placeTable []byte

// The kinds of names that matter in a dateline.
const (
	placeCity   uint32 = 1 << iota
	placeWeak          // also a word, a person's name or a larger region
	placeRegion        // a country, or a state that stands after a city
	placeAgency        // a news agency or another source in brackets
	placeLabel         // a word that stands before a colon or dash like a place, and is none
	placeKinds  = 1<<iota - 1
)

// PlaceKind is the bit of a kind that is named in places.tsv.
func PlaceKind(name string) (uint32, bool) {
	switch name {
	case "city":
		return placeCity, true
	case "weak":
		return placeWeak, true
	case "region":
		return placeRegion, true
	case "agency":
		return placeAgency, true
	case "label":
		return placeLabel, true
	}
	return 0, false
}

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
