package segment

import (
	"unicode"
	"unicode/utf8"
)

// Classes of characters.
const (
	charNone uint8 = iota
	charUpper
	charLower
	charDigit
	charQuote     // a mark that opens a quotation, or an ambiguous one
	charStop      // . ? ! …
	charQuoteStop // a stop within the closing mark
	charComma
	charColon
	charDash
	charBullet
	charOpen  // ( [
	charClose // ) ]
	charBar   // |
	charSlash
	charSign // © @ # * and other signs
	charClosingQuote
	charOther
)

func classOf(c rune) uint8 {
	switch {
	case 'a' <= c && c <= 'z':
		return charLower
	case 'A' <= c && c <= 'Z':
		return charUpper
	case '0' <= c && c <= '9':
		return charDigit
	}
	switch c {
	case '.', '!', '?', '…', '。', '！', '？', '।', '؟':
		return charStop
	case '"', '\'', '“', '‘', '«', '`', '„':
		return charQuote
	case '”', '’', '»':
		return charClosingQuote
	case ',', ';':
		return charComma
	case ':':
		return charColon
	case '-', '–', '—', '―', '_':
		return charDash
	case '•', '◦', '▪', '■', '●', '‣', '·', '∙', '►', '➢', '*':
		return charBullet
	case '(', '[':
		return charOpen
	case ')', ']':
		return charClose
	case '|':
		return charBar
	case '/', '\\':
		return charSlash
	}
	switch {
	case c < utf8.RuneSelf:
		return charSign
	case unicode.IsUpper(c):
		return charUpper
	case unicode.IsLetter(c):
		return charLower
	}
	return charOther
}

func firstClass(s string) uint8 {
	c := rune(s[0])
	if c >= utf8.RuneSelf {
		c, _ = utf8.DecodeRuneInString(s)
	}
	return classOf(c)
}

// lastClass is the class of the last character; a stop before closing marks
// makes it charQuoteStop.
func lastClass(s string) uint8 {
	c, n := rune(s[len(s)-1]), 1
	if c >= utf8.RuneSelf {
		c, n = utf8.DecodeLastRuneInString(s)
	}
	class := classOf(c)
	if class != charQuote && class != charClosingQuote || n == len(s) {
		return class
	}
	switch s[len(s)-n-1] {
	case '.', '!', '?', ',':
		return charQuoteStop
	case 0xA6: // …
		return charQuoteStop
	}
	return class
}

// lengthBuckets are the upper ends of the buckets of a line's length in bytes.
var lengthBuckets = [...]int{2, 5, 9, 14, 20, 28, 38, 50, 65, 85, 110, 140, 180, 240, 320, 480, 800}

func lengthBucket(n int) uint8 {
	for i, end := range lengthBuckets {
		if n <= end {
			return uint8(i + 1)
		}
	}
	return uint8(len(lengthBuckets) + 1)
}
