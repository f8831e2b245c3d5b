package clusters

import (
	"bytes"
	"unicode/utf8"
	"unsafe"
)

// MaxWord is the length in bytes beyond which a word has no class.
const MaxWord = 48

// Normal is a word as the table has it: digits are 0, typographic quotation
// marks straight. It is false for words that are too long to be in the table.
func Normal(word string) (string, bool) {
	var buffer [MaxWord]byte
	w, ok := normal(buffer[:0], word)
	return string(w), ok
}

func normal(dst []byte, word string) ([]byte, bool) {
	if len(word) > MaxWord || word == "" {
		return nil, false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case '0' <= c && c <= '9':
			c = '0'
		case c == 0xe2 && i+2 < len(word) && word[i+1] == 0x80: // U+2018 to U+201F
			switch word[i+2] {
			case 0x98, 0x99, 0x9a, 0x9b:
				c, i = '\'', i+2
			case 0x9c, 0x9d, 0x9e, 0x9f:
				c, i = '"', i+2
			}
		}
		dst = append(dst, c)
	}
	return dst, true
}

// fold makes a word's letters small, in place where they are ASCII. It is false
// when there is nothing to change.
func fold(w []byte) ([]byte, bool) {
	changed := false
	for i, c := range w {
		if 'A' <= c && c <= 'Z' {
			w[i] = c + 'a' - 'A'
			changed = true
		} else if c >= utf8.RuneSelf {
			l := bytes.ToLower(w)
			return l, changed || !bytes.Equal(l, w)
		}
	}
	return w, changed
}

func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
