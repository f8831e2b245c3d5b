package article

import (
	"sort"
	"unicode/utf8"
)

// Offsets converts byte offsets of a text into offsets counted in runes or in
// UTF-16 units, as JavaScript, Java and .NET count, and back. Make one with
// [Article.Offsets] and keep it for many conversions: it is built in one pass,
// answers in logarithmic time, and is safe for concurrent use.
type Offsets struct {
	text  string
	marks []mark
}

// mark is a place in the text, one every stride bytes, where all three counts
// are known.
type mark struct{ bytes, runes, units int }

const stride = 256

// Offsets returns the converter for the text of the article. Each byte that is
// not part of a valid UTF-8 sequence counts as one rune and one unit, as a
// decoder that puts U+FFFD in its place would count it.
func (a *Article) Offsets() *Offsets {
	o := &Offsets{text: a.Text()}
	m := mark{}
	for next := 0; m.bytes < len(o.text); {
		if m.bytes >= next {
			o.marks = append(o.marks, m)
			next = m.bytes + stride
		}
		m = m.step(o.text)
	}
	o.marks = append(o.marks, m)
	return o
}

// step moves the mark over one rune.
func (m mark) step(text string) mark {
	r, n := utf8.DecodeRuneInString(text[m.bytes:])
	m.bytes += n
	m.runes++
	m.units++
	if r > 0xFFFF {
		m.units++
	}
	return m
}

// Runes returns a span counted in runes. A span that ends inside a rune is
// widened to whole runes; offsets outside the text are brought to its ends.
func (o *Offsets) Runes(s Span) Span {
	a, b := o.find(s, mark.byteCount)
	return Span{a.runes, b.runes}
}

// UTF16 returns a span counted in UTF-16 units. A span that ends inside a rune is
// widened to whole runes; offsets outside the text are brought to its ends.
func (o *Offsets) UTF16(s Span) Span {
	a, b := o.find(s, mark.byteCount)
	return Span{a.units, b.units}
}

// FromRunes returns the span in bytes of a span counted in runes.
func (o *Offsets) FromRunes(s Span) Span {
	a, b := o.find(s, mark.runeCount)
	return Span{a.bytes, b.bytes}
}

// FromUTF16 returns the span in bytes of a span counted in UTF-16 units; one that
// cuts a surrogate pair is widened to hold it.
func (o *Offsets) FromUTF16(s Span) Span {
	a, b := o.find(s, mark.unitCount)
	return Span{a.bytes, b.bytes}
}

func (m mark) byteCount() int { return m.bytes }
func (m mark) runeCount() int { return m.runes }
func (m mark) unitCount() int { return m.units }

// find returns the last place at or before s.Start and the first at or after
// s.End, as count counts.
func (o *Offsets) find(s Span, count func(mark) int) (a, b mark) {
	a, _ = o.walk(s.Start, count)
	b, next := o.walk(s.End, count)
	if count(b) < s.End {
		return a, next
	}
	return a, b
}

// walk returns the last place whose count is at most n, and the one behind it.
func (o *Offsets) walk(n int, count func(mark) int) (at, next mark) {
	i := sort.Search(len(o.marks), func(i int) bool { return count(o.marks[i]) > n })
	if i > 0 {
		i--
	}
	at = o.marks[i]
	next = at
	for at.bytes < len(o.text) {
		if next = at.step(o.text); count(next) > n {
			return at, next
		}
		at = next
	}
	return at, at
}
