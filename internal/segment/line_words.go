package segment

import (
	"unicode/utf8"
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
		if !isWordByte(b) {
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
		h := uint32(2166136261)
		first := b
		digits := 0
		for i < len(s) {
			b := s[i]
			switch {
			case 'a' <= b && b <= 'z':
				c.lower++
			case 'A' <= b && b <= 'Z':
				c.upper++
				b |= 0x20
			case '0' <= b && b <= '9':
				c.digits++
				digits++
				b = '0'
			case b >= utf8.RuneSelf:
				if isWideSign(s, i) {
					goto end
				}
			case b == '\'' && i+1 < len(s) && isWordByte(s[i+1]):
			default:
				goto end
			}
			h = (h ^ uint32(b)) * 16777619
			i++
		}
	end:
		n := i - start
		h ^= h >> 15
		if n >= 4 {
			h &^= 1
		} else {
			h |= 1
		}
		switch {
		case 'a' <= first && first <= 'z':
			c.small++
		case 'A' <= first && first <= 'Z':
			c.capital++
		case n == 4 && digits == 4 && (first == '1' || first == '2'):
			c.signs |= signYear
		}
		if n >= 3 && n <= 9 && first >= 'A' && first <= 'S' && monthLen(s[start:i]) > 0 {
			c.signs |= signMonth
		}
		words = append(words, h)
	}
	return words
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
