package attribution

import (
	"encoding/binary"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// look is what a token is by its letters alone.
type look struct {
	form  uint32 // see [token]
	class class
	shape shape
	role  nounRole // as a noun; unread before it was one
}

// unread stands for a role that was not looked up.
const unread nounRole = 255

// looks remembers the looks of the words met last: most words of a story are
// there several times, or were in the story before. A word has two places, of which
// the first is that of the one met later.
type looks struct {
	met  [4096][2]met
	long look
}

// met is a word and its look.
type met struct {
	letters spelling
	look
}

// longest is the length of the longest words that are remembered.
const longest = 15

// spelling is a word of at most that many bytes as two numbers that are compared at
// once: its bytes, zeros, and its length. The zero spelling is that of no word.
type spelling struct{ head, tail uint64 }

func spell(w string) (x spelling) {
	n, b := len(w), unsafe.Slice(unsafe.StringData(w), len(w))
	switch le := binary.LittleEndian; {
	case n >= 8:
		x.head, x.tail = le.Uint64(b), le.Uint64(b[n-8:])>>(8*(16-n))
	case n >= 4:
		x.head = uint64(le.Uint32(b)) | uint64(le.Uint32(b[n-4:]))<<(8*(n-4))
	case n > 0: // one, two or three bytes
		x.head = uint64(b[0]) | uint64(b[n/2])<<(8*(n/2)) | uint64(b[n-1])<<(8*(n-1))
	}
	x.tail |= uint64(n) << 56
	return x
}

// of is the look of a word. It is good until the next call.
func (l *looks) of(w string) *look {
	if len(w) > longest {
		l.long = lookAt(w)
		return &l.long
	}
	letters := spell(w)
	x := &l.met[linear.Mix(letters.head, letters.tail)%uint64(len(l.met))]
	switch letters {
	case x[0].letters:
	case x[1].letters:
		x[0], x[1] = x[1], x[0]
	default:
		x[0], x[1] = met{letters, lookAt(w)}, x[0]
	}
	return &x[0].look
}

// describe sets form, class, shape, kin and role of a token whose part of speech is
// set; kin is what it is if it is an open-class word.
func (s *story) describe(t *token, kin uint16) {
	w := s.text[t.start:t.end]
	x := s.looks.of(w)
	t.form, t.class, t.shape = x.form, x.class, x.shape
	if t.class == classNone && t.is(wordy) {
		t.kin = kin
		if t.noun() {
			if x.role == unread {
				x.role = roleNoun(lexicon.Hash(t.form), w)
			}
			t.role = x.role
		}
	}
	if t.start > 0 && blank(s.text[t.start-1]) {
		t.shape |= spaced
	}
}

func lookAt(w string) (t look) {
	h := lexicon.Hash(0).AddFold(w)
	t.form = uint32(h)
	small, letter, dig := false, false, false
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case lower(c):
			small, letter = true, true
		case 'A' <= c && c <= 'Z':
			letter = true
		case digit(c):
			dig = true
		case c >= 0x80:
			if c >= 0xC3 && c != 0xE2 && c != 0xE3 {
				letter = true
			}
		}
	}
	if !letter && !dig {
		t.class = punctuation(w)
		return t
	}
	t.shape |= wordy
	if c := w[0]; 'A' <= c && c <= 'Z' || c == 0xC3 {
		t.shape |= capital
	}
	if letter && !small {
		t.shape |= allCapital
	}
	if e, ok := lexicon.ClosedClass.Find(h, w); ok {
		t.class = classNamed(e.Field(lexicon.ClosedClassClass))
	} else if dig && !letter {
		t.class = classNumber
	}
	t.role = unread
	if mayReport(h, w, t.class) {
		t.shape |= reports
	}
	return t
}
