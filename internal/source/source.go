// Package source reads the bytes of a document as text: it finds the character
// encoding, refuses what is wrong in it, and remembers where each byte came from,
// so that errors point into the input as given.
package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/seed05c9d22b/newstext/article"
)

// Text is a document as UTF-8, without byte order mark.
type Text struct {
	S      string
	format string
	base   int                // bytes of the byte order mark
	back   func(s string) int // bytes of the input that gave s
}

// Decode reads data. Declared is the encoding that the document itself names, or
// "", which means UTF-8; UTF-16 is known by its byte order mark or its zeros.
// Errors are of type *[article.ParseError].
func Decode(format string, data []byte, declared string) (*Text, error) {
	t := Of(format, "")
	if len(data) > article.MaxInput {
		t.S = string(data[:article.MaxInput])
		return nil, t.Error(article.MaxInput, fmt.Errorf("%w: more than %d bytes", article.ErrTooLarge, article.MaxInput))
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		t.base = 3
		return t.utf8(rest)
	}
	if bigEndian, mark, ok := isUTF16(data); ok {
		t.base = mark
		return t.utf16(data[mark:], bigEndian)
	}
	switch name := strings.ToLower(strings.TrimSpace(declared)); name {
	case "", "utf-8", "utf8", "us-ascii", "ascii":
		return t.utf8(data)
	default:
		for _, e := range charmap.All {
			if m, ok := e.(*charmap.Charmap); ok && plain(m.String()) == charmapName(name) {
				return t.bytes(data, m)
			}
		}
		t.S = string(data)
		return nil, t.Error(0, fmt.Errorf("%w: %q cannot be read", article.ErrEncoding, declared))
	}
}

// charmapName is the plain name of the encoding that goes by this name in
// documents.
func charmapName(name string) string {
	switch name = plain(name); name {
	case "latin1", "iso88591":
		return "windows1252" // what it is in practice: the web reads it so
	case "cp1250", "cp1251", "cp1252":
		return "windows" + name[2:]
	}
	return name
}

// plain leaves out what the spellings of a name differ in: "windows1252".
func plain(name string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
}

func (t *Text) utf8(data []byte) (*Text, error) {
	t.S = string(data)
	if utf8.ValidString(t.S) {
		return t, nil
	}
	at := 0
	for {
		r, n := utf8.DecodeRuneInString(t.S[at:])
		if r == utf8.RuneError && n <= 1 {
			return nil, t.Error(at, fmt.Errorf("%w: not valid UTF-8", article.ErrEncoding))
		}
		at += n
	}
}

// bytes reads an encoding of one byte a character.
func (t *Text) bytes(data []byte, m *charmap.Charmap) (*Text, error) {
	if !ascii(data) && utf8.Valid(data) {
		t.S = string(data)
		at := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
		return nil, t.Error(at, fmt.Errorf("%w: declared as %v, but is UTF-8", article.ErrEncoding, m))
	}
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	t.back = utf8.RuneCountInString
	for i, c := range data {
		r := m.DecodeByte(c)
		if r == utf8.RuneError {
			t.S = b.String()
			return nil, t.Error(len(t.S), fmt.Errorf("%w: byte %#x at %d is not in %v", article.ErrEncoding, c, i, m))
		}
		b.WriteRune(r)
	}
	t.S = b.String()
	return t, nil
}

func ascii(data []byte) bool {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Of returns a text that is UTF-8 already, such as a string within a document.
func Of(format, s string) *Text {
	return &Text{S: s, format: format, back: func(s string) int { return len(s) }}
}

// isUTF16 tells UTF-16 by its mark, or by the zero beside the first character of
// XML or JSON.
func isUTF16(data []byte) (bigEndian bool, mark int, ok bool) {
	if len(data) < 2 {
		return false, 0, false
	}
	switch a, b := data[0], data[1]; {
	case a == 0xFE && b == 0xFF:
		return true, 2, true
	case a == 0xFF && b == 0xFE:
		return false, 2, true
	case a == 0 && strings.IndexByte("<{[", b) >= 0:
		return true, 0, true
	case b == 0 && strings.IndexByte("<{[", a) >= 0:
		return false, 0, true
	}
	return false, 0, false
}

func (t *Text) utf16(data []byte, bigEndian bool) (*Text, error) {
	t.back = func(s string) int {
		n := 0
		for _, r := range s {
			n += 2 * utf16.RuneLen(r)
		}
		return n
	}
	unit := func(i int) rune {
		if bigEndian {
			return rune(data[i])<<8 | rune(data[i+1])
		}
		return rune(data[i+1])<<8 | rune(data[i])
	}
	var b strings.Builder
	b.Grow(len(data))
	fail := func() (*Text, error) {
		t.S = b.String()
		return nil, t.Error(len(t.S), fmt.Errorf("%w: not valid UTF-16", article.ErrEncoding))
	}
	for i := 0; i < len(data); i += 2 {
		if i+1 == len(data) {
			return fail()
		}
		r := unit(i)
		if utf16.IsSurrogate(r) {
			if i+3 >= len(data) {
				return fail()
			}
			if r = utf16.DecodeRune(r, unit(i+2)); r == utf8.RuneError {
				return fail()
			}
			i += 2
		}
		b.WriteRune(r)
	}
	t.S = b.String()
	return t, nil
}

// Error returns an *[article.ParseError] for a fault at an offset into S.
func (t *Text) Error(offset int, err error) error {
	offset = max(0, min(offset, len(t.S)))
	before := t.S[:offset]
	line := strings.LastIndexByte(before, '\n') + 1
	return &article.ParseError{Format: t.format, Offset: t.base + t.back(before),
		Line: 1 + strings.Count(before, "\n"), Column: 1 + offset - line, Err: err}
}
