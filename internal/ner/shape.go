package ner

import (
	"unicode"
	"unicode/utf8"
)

// Shape is how a token is written.
type Shape uint8

// The shapes of tokens.
const (
	Mark         Shape = iota // no letter or digit
	Lower                     // word
	Capitalised               // Word
	Upper                     // WORD, two letters or more
	UpperDots                 // U.S.
	Initial                   // J. or A
	Mixed                     // iPhone, McCain, JetBlue
	Number                    // 20, 1,000
	Alphanumeric              // F16, 9th
	Abbreviation              // Corp., Calif.
)

func shapeOf(w string) Shape {
	var upper, lower, digits, dots, letters int
	first := false
	for i, n := 0, 0; i < len(w); i += n {
		c := w[i]
		n = 1
		r := rune(c)
		if c >= 0x80 {
			r, n = utf8.DecodeRuneInString(w[i:])
		}
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
			if letters == 0 {
				first = true
			}
		case '0' <= r && r <= '9':
			digits++
			continue
		case r == '.':
			dots++
			continue
		case r < 0x80:
			continue
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			if letters == 0 {
				first = true
			}
		case unicode.IsLetter(r):
			lower++
		default:
			continue
		}
		letters++
	}
	switch {
	case letters == 0 && digits == 0:
		return Mark
	case letters == 0:
		return Number
	case digits > 0:
		return Alphanumeric
	case upper == 0:
		return Lower
	case upper == 1 && letters == 1:
		return Initial
	case lower == 0 && dots > 0:
		return UpperDots
	case lower == 0:
		return Upper
	case first && upper == 1 && dots > 0:
		return Abbreviation
	case first && upper == 1:
		return Capitalised
	}
	return Mixed
}

// Capital reports whether a token of this shape has a capital letter.
func (s Shape) Capital() bool {
	switch s {
	case Capitalised, Upper, UpperDots, Initial, Mixed, Abbreviation:
		return true
	}
	return false
}
