package segment

import (
	_ "embed"
	"unsafe"
)

//go:generate go run ./gen

// wordTable holds the word lists of this package (the .tsv files beside it),
// compiled by gen into a hash table that is read in place: slots of 16 bytes,
// their number a power of two, each with a 64-bit hash of the word, 0 in a free
// slot, and 64 bits of properties, all little-endian.
//
//go:embed words.bin
var wordTable string

const slotSize = 16

// properties are what the lists say of a word. The bit numbers are those of gen.
type properties uint64

const (
	abbreviated   properties = 1 << iota // written with a full stop of its own
	endsSentence                         // an abbreviation that can end a sentence
	alsoWord                             // an abbreviation that without its stop is a word
	beforeName                           // Mr. Gen. St.
	beforeNumber                         // No. p. Fig.
	companySuffix                        // Inc. Jr.
	calendar                             // Jan. Mon.
	timeOfDay                            // p.m. EST.
	stateName                            // Calif. Ont.
	initials                             // U.S. F.B.I.
	latin                                // e.g. cf. vs.
	unit                                 // km. lbs.
	finiteVerb                           // said is were
	follower                             // Senate in "U.S. Senate"
	prefix                               // non- anti-
	suffix                               // -wise
	whole                                // uh-oh: hyphened, one token
	domain                               // .com
	fileType                             // .pdf
	numberUnit                           // km in 5km
	exclamation                          // Yahoo!
	elision                              // 'em
	newsgroup                            // alt.animals
	speech                               // said asks
	determiner                           // the his: begins a noun phrase
	clause                               // a not really: never behind a possessive "its"
	last                                 // US Monday: a name that a sentence of news readily ends with
	bound                                // of and: never the last word before a lost full stop
	present                              // say expect: finite behind a plural
	country                              // U.S. U.K.: stands before nouns as readily as at the end
)

const (
	cutShift   = 40 // 4 bits: where a word without apostrophe is cut, can|not
	scoreShift = 44 // 4 bits: how readily the capitalised word begins a sentence
	nibble     = 15
)

// cut is the length of the first part of a word like "cannot", 0 for a word of
// one part.
func (p properties) cut() int { return int(p>>cutShift) & nibble }

// opens is how readily the word, capitalised, begins a sentence: 0 unknown, 1
// (a name, as a rule) to 15 (never seen in a name).
func (p properties) opens() int { return int(p>>scoreShift) & nibble }

// lookup returns the properties of a word; 0 if no list has it.
func lookup(word string) properties {
	h := hashWord(word)
	mask := uint64(len(wordTable)/slotSize - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := wordTable[i*slotSize:][:slotSize]
		switch k := uint64at(slot); k {
		case h:
			return properties(uint64at(slot[8:]))
		case 0:
			return 0
		}
	}
}

// lookupLower is lookup for the lower-case form of an ASCII word of up to 24 bytes.
func lookupLower(word string) properties {
	var buf [24]byte
	if len(word) > len(buf) {
		return 0
	}
	for i := range len(word) {
		c := word[i]
		if classes[c] == upper {
			c |= 0x20
		}
		buf[i] = c
	}
	return lookup(unsafe.String(&buf[0], len(word)))
}

func uint64at(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// hashWord is FNV-1a, with its low bits mixed; never 0.
func hashWord(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h ^ h>>32 | 1<<63
}
