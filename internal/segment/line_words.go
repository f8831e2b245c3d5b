package segment

import (
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// bodyWords is a Bloom filter of the words of the body.
type bodyWords [64]uint64

// add adds the words of four letters or more.
func (b *bodyWords) add(s string) {
	var c counts
	var room [64]uint32
	for _, w := range c.read(room[:0], s) {
		b[w>>6&63] |= 1 << (w & 63)
	}
}

// share counts the words of four letters or more, and those of them that are in
// the body.
func (b *bodyWords) share(words []uint32) (content, known int) {
	for _, w := range words {
		if w&1 == 0 {
			content++
			known += int(b[w>>6&63] >> (w & 63) & 1)
		}
	}
	return content, known
}

// counts is what a stretch of a line holds.
type counts struct {
	upper, lower, capital, small int // letters; words that begin with a capital, and that do not
	digits, stops                int
	signs                        uint32 // a bit for each kind of sign
}

// letterCase sums up the case of a line.
func (c *counts) letterCase() uint64 {
	switch {
	case c.upper+c.lower == 0:
		return 0
	case c.lower == 0:
		return 1 // CAPITALS
	case c.small == 0:
		return 2 // Each Word
	case c.capital == 0:
		return 3 // no word
	case c.capital >= 2*c.small:
		return 4 // Most of the Words
	case c.capital >= c.small:
		return 5
	case c.upper > c.lower:
		return 6 // MORE CAPITALS than not
	}
	return 7
}

// Bits of signs.
const (
	signAt = 1 << iota
	signWeb
	signBar
	signCopyright
	signBullet
	signColon
	signClock // 12:34
	signYear
	signMonth
	signParen
	signQuote
	signSlash
	signEllipsis
	signArrow
	signMoney
	signHash
	signDash
	signSemicolon
)

// read appends the hashes of the words of s to words, and counts. The lowest bit
// of a hash says that the word is short; digits count as one and the same, so
// that dates and times look alike.
func (c *counts) read(words []uint32, s string) []uint32 {
	for i := 0; i < len(s); {
		b := s[i]
		if b == ' ' {
			i++
			continue
		}
		if wordBytes[b] == 0 {
			c.sign(s, i)
			i++
			continue
		}
		if b >= utf8.RuneSelf {
			if n := c.wideSign(s, i); n > 0 {
				i += n
				continue
			}
		}
		start := i
		sum := uint64(0) // how many bytes of each sort
		for i < len(s) {
			n := wordBytes[s[i]]
			if n == 0 {
				if s[i] == '\'' && i+1 < len(s) && wordBytes[s[i+1]] != 0 {
					i++
					continue
				}
				break
			}
			if n == highByte && isWideSign(s, i) {
				break
			}
			sum += n
			i++
		}
		upper, digits := int(sum>>16&0xffff), int(sum>>32&0xffff)
		c.lower += int(sum & 0xffff)
		c.upper += upper
		c.digits += digits
		n := i - start
		switch {
		case 'a' <= b && b <= 'z':
			c.small++
		case 'A' <= b && b <= 'Z':
			c.capital++
			if 3 <= n && n <= 9 && digits == 0 && monthLen(s[start:i]) > 0 {
				c.signs |= signMonth
			}
		case n == 4 && digits == 4 && (b == '1' || b == '2'):
			c.signs |= signYear
		}
		words = append(words, wordHash(s, start, i, digits > 0))
	}
	return words
}

// wordBytes has, for each byte, what it adds to the sums of a word: small
// letters, capitals, digits and bytes beyond ASCII, 16 bits each; 0 for a byte
// that is no part of a word.
var wordBytes = [256]uint64{
	'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1, 'f': 1, 'g': 1, 'h': 1, 'i': 1, 'j': 1, 'k': 1, 'l': 1, 'm': 1,
	'n': 1, 'o': 1, 'p': 1, 'q': 1, 'r': 1, 's': 1, 't': 1, 'u': 1, 'v': 1, 'w': 1, 'x': 1, 'y': 1, 'z': 1,
	'A': capitalByte, 'B': capitalByte, 'C': capitalByte, 'D': capitalByte, 'E': capitalByte, 'F': capitalByte, 'G': capitalByte, 'H': capitalByte, 'I': capitalByte, 'J': capitalByte, 'K': capitalByte, 'L': capitalByte, 'M': capitalByte,
	'N': capitalByte, 'O': capitalByte, 'P': capitalByte, 'Q': capitalByte, 'R': capitalByte, 'S': capitalByte, 'T': capitalByte, 'U': capitalByte, 'V': capitalByte, 'W': capitalByte, 'X': capitalByte, 'Y': capitalByte, 'Z': capitalByte,
	'0': digitByte, '1': digitByte, '2': digitByte, '3': digitByte, '4': digitByte, '5': digitByte, '6': digitByte, '7': digitByte, '8': digitByte, '9': digitByte,
	0x80: highByte, 0x81: highByte, 0x82: highByte, 0x83: highByte, 0x84: highByte, 0x85: highByte, 0x86: highByte, 0x87: highByte,
	0x88: highByte, 0x89: highByte, 0x8a: highByte, 0x8b: highByte, 0x8c: highByte, 0x8d: highByte, 0x8e: highByte, 0x8f: highByte,
	0x90: highByte, 0x91: highByte, 0x92: highByte, 0x93: highByte, 0x94: highByte, 0x95: highByte, 0x96: highByte, 0x97: highByte,
	0x98: highByte, 0x99: highByte, 0x9a: highByte, 0x9b: highByte, 0x9c: highByte, 0x9d: highByte, 0x9e: highByte, 0x9f: highByte,
	0xa0: highByte, 0xa1: highByte, 0xa2: highByte, 0xa3: highByte, 0xa4: highByte, 0xa5: highByte, 0xa6: highByte, 0xa7: highByte,
	0xa8: highByte, 0xa9: highByte, 0xaa: highByte, 0xab: highByte, 0xac: highByte, 0xad: highByte, 0xae: highByte, 0xaf: highByte,
	0xb0: highByte, 0xb1: highByte, 0xb2: highByte, 0xb3: highByte, 0xb4: highByte, 0xb5: highByte, 0xb6: highByte, 0xb7: highByte,
	0xb8: highByte, 0xb9: highByte, 0xba: highByte, 0xbb: highByte, 0xbc: highByte, 0xbd: highByte, 0xbe: highByte, 0xbf: highByte,
	0xc0: highByte, 0xc1: highByte, 0xc2: highByte, 0xc3: highByte, 0xc4: highByte, 0xc5: highByte, 0xc6: highByte, 0xc7: highByte,
	0xc8: highByte, 0xc9: highByte, 0xca: highByte, 0xcb: highByte, 0xcc: highByte, 0xcd: highByte, 0xce: highByte, 0xcf: highByte,
	0xd0: highByte, 0xd1: highByte, 0xd2: highByte, 0xd3: highByte, 0xd4: highByte, 0xd5: highByte, 0xd6: highByte, 0xd7: highByte,
	0xd8: highByte, 0xd9: highByte, 0xda: highByte, 0xdb: highByte, 0xdc: highByte, 0xdd: highByte, 0xde: highByte, 0xdf: highByte,
	0xe0: highByte, 0xe1: highByte, 0xe2: highByte, 0xe3: highByte, 0xe4: highByte, 0xe5: highByte, 0xe6: highByte, 0xe7: highByte,
	0xe8: highByte, 0xe9: highByte, 0xea: highByte, 0xeb: highByte, 0xec: highByte, 0xed: highByte, 0xee: highByte, 0xef: highByte,
	0xf0: highByte, 0xf1: highByte, 0xf2: highByte, 0xf3: highByte, 0xf4: highByte, 0xf5: highByte, 0xf6: highByte, 0xf7: highByte,
	0xf8: highByte, 0xf9: highByte, 0xfa: highByte, 0xfb: highByte, 0xfc: highByte, 0xfd: highByte, 0xfe: highByte, 0xff: highByte,
}

const (
	capitalByte = 1 << 16
	digitByte   = 1 << 32
	highByte    = 1 << 48
)

// wordHash is a hash of the word s[start:end], whatever its case.
func wordHash(s string, start, end int, digits bool) uint32 {
	const lower = 0x2020202020202020
	n := end - start
	h := uint64(0)
	switch {
	case digits:
		for ; start < end; start++ {
			b := s[start]
			if '0' <= b && b <= '9' {
				b = '0'
			}
			h = h*31 + uint64(b|0x20)
		}
		h = linear.Mix(h, 1)
	case n <= 8 && start+8 <= len(s): // most words: one load
		h = linear.Mix((load8(s, start)|lower)<<(64-8*n), uint64(n))
	default:
		x := uint64(0)
		for start+8 <= end {
			h = linear.Mix(h, load8(s, start)|lower)
			start += 8
		}
		for ; start < end; start++ {
			x = x>>8 | uint64(s[start]|0x20)<<56
		}
		h = linear.Mix(x^h, uint64(n))
	}
	if n >= 4 {
		return uint32(h>>32) &^ 1
	}
	return uint32(h>>32) | 1
}

// load8 reads eight bytes.
func load8(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// sign notes the sign at s[i].
func (c *counts) sign(s string, i int) {
	switch s[i] {
	case '.', '!', '?':
		if i+2 < len(s) && s[i+1] == ' ' {
			c.stops++
		} else if i+1 < len(s) && i > 0 && 'a' <= s[i+1] && s[i+1] <= 'z' && isWordByte(s[i-1]) {
			c.signs |= signWeb // example.com
		}
	case '@':
		c.signs |= signAt
	case '|':
		c.signs |= signBar
	case ':':
		if i > 0 && i+1 < len(s) && '0' <= s[i-1] && s[i-1] <= '9' && '0' <= s[i+1] && s[i+1] <= '9' {
			c.signs |= signClock
		} else if i+2 < len(s) && s[i+1] == '/' && s[i+2] == '/' {
			c.signs |= signWeb
		} else {
			c.signs |= signColon
		}
	case '(', '[':
		c.signs |= signParen
	case '"':
		c.signs |= signQuote
	case '/':
		c.signs |= signSlash
	case '<', '>':
		c.signs |= signArrow
	case '$':
		c.signs |= signMoney
	case '#':
		c.signs |= signHash
	case ';':
		c.signs |= signSemicolon
	case '-':
		if i+1 < len(s) && s[i+1] == ' ' {
			c.signs |= signDash
		}
	}
}

// isWideSign says whether the character at s[i] is a mark or sign beyond ASCII,
// and not part of a word. The apostrophe ’ is part of one before a letter.
func isWideSign(s string, i int) bool {
	if s[i] == 0xE2 && i+2 < len(s) {
		return s[i+1] != 0x80 || s[i+2] != 0x99 || i+3 >= len(s) || !isWordByte(s[i+3])
	}
	return s[i] == 0xC2 && i+1 < len(s)
}

// wideSign notes the sign beyond ASCII at s[i] and returns its length, or 0.
func (c *counts) wideSign(s string, i int) int {
	if !isWideSign(s, i) {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '©', '®':
		c.signs |= signCopyright
	case '“', '”', '«', '»', '‘':
		c.signs |= signQuote
	case '–', '—':
		c.signs |= signDash
	case '…':
		c.signs |= signEllipsis
	case '•', '·', '▪', '●':
		c.signs |= signBullet
	case '→', '›', '‹', '←', '▸', '▶':
		c.signs |= signArrow
	case '£', '€':
		c.signs |= signMoney
	}
	return n
}
