package segment

import (
	"strings"
	"unicode/utf8"
)

// cutLines appends the lines of text[from:] that hold more than blank space,
// each trimmed of blank space. A line ends at \n, \r\n or a lone \r.
func cutLines(dst []Block, text string, from int) []Block {
	for from < len(text) {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
			end, next = from+i, from+i+1
		}
		// The lone \r of old files: a line within a line.
		for from < end {
			i := strings.IndexByte(text[from:end], '\r')
			if i < 0 {
				dst = appendTrimmed(dst, text, from, end)
				break
			}
			dst = appendTrimmed(dst, text, from, from+i)
			from += i + 1
		}
		from = next
	}
	return dst
}

// appendTrimmed appends text[start:end] without the blank space at its ends,
// unless nothing is left.
func appendTrimmed(dst []Block, text string, start, end int) []Block {
	for start < end {
		n := blankLen(text[start:end])
		if n == 0 {
			break
		}
		start += n
	}
	for start < end {
		n := blankLenLast(text[start:end])
		if n == 0 {
			break
		}
		end -= n
	}
	if start < end {
		dst = append(dst, Block{Span: Span{uint32(start), uint32(end)}})
	}
	return dst
}

// blankLen is the length of the blank character that s begins with, or 0.
// Blank are white space of all widths and what prints nothing: zero-width
// spaces and joiners, byte order marks, soft hyphens, control characters.
func blankLen(s string) int {
	c := s[0]
	if c < utf8.RuneSelf {
		if c <= ' ' || c == 0x7f {
			return 1
		}
		return 0
	}
	if c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3 && c != 0xEF {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); isBlankRune(r) {
		return n
	}
	return 0
}

// blankLenLast is blankLen for the last character of s.
func blankLenLast(s string) int {
	c := s[len(s)-1]
	if c < utf8.RuneSelf {
		if c <= ' ' || c == 0x7f {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeLastRuneInString(s); isBlankRune(r) {
		return n
	}
	return 0
}

// isBlankRune says whether a character beyond ASCII is blank.
func isBlankRune(r rune) bool {
	switch r {
	case 0x85, 0xA0, 0xAD, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
		return true
	}
	return 0x2000 <= r && r <= 0x200F || 0x80 <= r && r < 0xA0
}
