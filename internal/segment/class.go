package segment

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A class says what the tokenizer does with a byte. ASCII is decided by this
// table alone; bytes from 0x80 up go through [decode].
type class uint8

const (
	symbol class = iota // a token of its own
	blank
	lower
	upper
	digit
	underscore // part of a word when letters stand beside it
	apostrophe
	hyphen
	stop       // .
	terminator // ! ?
	high       // the first byte of a character beyond ASCII, or a bad byte
)

var classes = func() (t [256]class) {
	for c := range t {
		switch {
		case c == ' ' || c >= '\t' && c <= '\r':
			t[c] = blank
		case c >= 'a' && c <= 'z':
			t[c] = lower
		case c >= 'A' && c <= 'Z':
			t[c] = upper
		case c >= '0' && c <= '9':
			t[c] = digit
		case c >= utf8.RuneSelf:
			t[c] = high
		}
	}
	t['_'] = underscore
	t['\''], t['`'] = apostrophe, apostrophe
	t['-'] = hyphen
	t['.'] = stop
	t['!'], t['?'] = terminator, terminator
	return t
}()

// inWord reports for each byte whether it carries a word on: ASCII letters,
// digits and the low line.
var inWord = func() (t [256]bool) {
	for c := range t {
		switch classes[c] {
		case lower, upper, digit, underscore:
			t[c] = true
		}
	}
	return t
}()

// plainEnd holds the bytes that end a word without more ado.
var plainEnd = [256]bool{' ': true, '\n': true, ',': true, ')': true, '"': true, ';': true, '?': true, '!': true}

// leadingLetters counts the ASCII letters that eight bytes, taken little-endian,
// begin with: the ends of words are found without a branch for each letter.
func leadingLetters(w uint64) int {
	const each = 0x0101010101010101
	t := (w | 0x20*each) &^ (0x80 * each)
	letter := (t + (0x80-'a')*each) &^ (t + (0x7F-'z')*each) &^ w // its high bits
	return bits.TrailingZeros64(^letter&(0x80*each)) / 8
}

func isLetter(c byte) bool { return classes[c] == lower || classes[c] == upper }
func isDigit(c byte) bool  { return classes[c] == digit }

// A runeClass is the class of a character beyond ASCII.
type runeClass uint8

const (
	runeSymbol runeClass = iota
	runeBlank
	runeLower // a letter that is no capital, a mark, a digit, a joiner
	runeUpper
	runeOpen  // “ « and the like
	runeClose // ” »
	runeSingleOpen
	runeApostrophe // ’, which also closes
	runeDash
	runeEllipsis
	runeStop // the full stops of other scripts
	runeQuestion
)

// decode classifies the character that starts at text[i], a byte from 0x80 up,
// and returns its length. A bad byte has length 1; one that would be a letter
// in Latin-1 counts as a letter, so that words of mislabelled text hold
// together.
func decode(text string, i int) (runeClass, int) {
	r, n := utf8.DecodeRuneInString(text[i:])
	if r == utf8.RuneError && n <= 1 {
		if text[i] >= 0xC0 {
			return runeLower, 1
		}
		return runeSymbol, 1
	}
	switch r {
	case '’', 'ʼ':
		return runeApostrophe, n
	case '‘', '‚', '‛':
		return runeSingleOpen, n
	case '“', '„', '‟', '«', '‹', '「', '『', '《', '〈':
		return runeOpen, n
	case '”', '»', '›', '」', '』', '》', '〉':
		return runeClose, n
	case '–', '—', '―', '‒':
		return runeDash, n
	case '…':
		return runeEllipsis, n
	case '。', '．', '｡', '।', '۔':
		return runeStop, n
	case '？', '！', '؟', '‼', '⁇', '⁈', '⁉':
		return runeQuestion, n
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return runeBlank, n
	case '\u00ad', '\u200c', '\u200d':
		return runeLower, n
	}
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return runeUpper, n
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r):
		return runeLower, n
	case unicode.IsSpace(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return runeBlank, n
	}
	return runeSymbol, n
}

// blankAt returns the length of the blank character at text[i], 0 if there is
// none. Blanks are white space of any kind, zero-width spaces, direction marks
// and the byte order mark.
func blankAt(text string, i int) int {
	switch classes[text[i]] {
	case blank:
		return 1
	case high:
		if c, n := decode(text, i); c == runeBlank {
			return n
		}
	}
	return 0
}

// skipBlanks returns the place of the first character from i on that is not
// blank, or end, and the number of line ends on the way.
func skipBlanks(text string, i, end int) (next, lines int) {
	for i < end {
		n := blankAt(text, i)
		if n == 0 {
			break
		}
		if text[i] == '\n' || text[i] == '\r' && (i+1 == end || text[i+1] != '\n') {
			lines++
		}
		i += n
	}
	return i, lines
}
