package article

import "fmt"

// Span is a half-open range of bytes, Start ≤ i < End, of the text of an
// article. The zero value is empty and stands for "not there".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s. Every span contains itself.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Has reports whether the byte at offset lies within s.
func (s Span) Has(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether the two spans have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Union returns the shortest span that contains both; an empty span adds
// nothing.
func (s Span) Union(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// In returns the bytes of text that the span covers, or "" where the span does
// not fit the text.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// String returns "start:end".
func (s Span) String() string { return fmt.Sprintf("%d:%d", s.Start, s.End) }

// Compare orders spans by start, the longer one first where they start together,
// so that a span stands before those inside it.
func (s Span) Compare(t Span) int {
	if s.Start != t.Start {
		return s.Start - t.Start
	}
	return t.End - s.End
}
