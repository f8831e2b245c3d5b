package parser

import "github.com/seed05c9d22b/newstext/internal/segment"

// Punctuation is no part of the parser's sentence: marks never have dependents
// in Universal Dependencies, and their heads follow from the tree of the words.
// So the parser sees marks as properties of the words beside them (Ma, Zhang and
// Zhu 2014), which leaves one word in eight out of the transitions, and marks
// are attached to the finished tree.

// Mark is a kind of punctuation mark.
type Mark uint8

// The kinds of marks. The zero value is a word.
const (
	NoMark Mark = iota
	Comma
	Stop // full stop, question mark, exclamation mark
	Colon
	Semicolon
	Dash
	Opening // bracket
	Closing
	Quotation
	OtherMark
	Hyphen // a dash with no space around it
	Ellipsis
)

// MarkAt is the kind of a token of a sentence that is tagged as punctuation.
func MarkAt(text string, tokens []segment.Token, i int) Mark {
	t := tokens[i]
	m := markOf(text[t.Start:t.End])
	if m == Dash && i > 0 && i+1 < len(tokens) && tokens[i-1].End == t.Start && t.End == tokens[i+1].Start {
		return Hyphen
	}
	return m
}

func markOf(token string) Mark {
	switch token {
	case ",":
		return Comma
	case ".", "!", "?":
		return Stop
	case "...", "…":
		return Ellipsis
	case ":":
		return Colon
	case ";":
		return Semicolon
	case "-", "--", "–", "—":
		return Dash
	case "(", "[", "{":
		return Opening
	case ")", "]", "}":
		return Closing
	case "\"", "“", "”", "''", "``", "'", "‘", "’", "«", "»":
		return Quotation
	}
	return OtherMark
}

// attach gives heads to the marks of a sentence whose words have theirs: heads
// holds positions from 1, 0 is the root, and the entry of a mark is not set.
// marks has the kind of each token, both start with an entry that is not used.
//
// Of brackets and quotation marks in pairs both hang on the topmost word
// between them, a hyphen on the word before it. Any other mark hangs on the lower
// of the two topmost words that it stands right beside: the comma of a list on the
// item after it, that of a fronted phrase on the phrase, the full stop on the root.
func (p *Parser) attach(marks []Mark, heads []int32) {
	n := int32(len(marks) - 1)
	open := p.open[:0] // positions of brackets and quotation marks not yet closed
	for i := int32(1); i <= n; i++ {
		switch k := marks[i]; k {
		case NoMark:
			continue
		case Hyphen:
			if i > 1 && marks[i-1] == NoMark {
				heads[i] = i - 1
				continue
			}
		case Opening:
			open = append(open, i)
		case Closing, Quotation:
			o := len(open) - 1
			for o >= 0 && (marks[open[o]] == Quotation) != (k == Quotation) {
				o--
			}
			if o >= 0 {
				first := open[o]
				open = open[:o]
				if top := topInside(marks, heads, first, i); top != 0 {
					heads[first], heads[i] = top, top
					continue
				}
			} else if k == Quotation {
				open = append(open, i)
			}
		}
		heads[i] = lower(marks, heads, i)
	}
	p.open = open[:0]
}

// topInside is the topmost word over the first word between two marks.
func topInside(marks []Mark, heads []int32, from, to int32) int32 {
	w := from + 1
	for w < to && marks[w] != NoMark {
		w++
	}
	if w >= to {
		return 0
	}
	for heads[w] > from && heads[w] < to {
		w = heads[w]
	}
	return w
}

// lower is the lower one of the topmost words on either side of a mark. Those are
// the highest words over its neighbours that it can be reached from without
// passing it.
func lower(marks []Mark, heads []int32, i int32) int32 {
	near, r := i-1, i+1
	for near > 0 && marks[near] != NoMark {
		near--
	}
	for int(r) < len(marks) && marks[r] != NoMark {
		r++
	}
	l := near
	for l > 0 && heads[l] != 0 && heads[l] < i {
		l = heads[l]
	}
	if int(r) == len(marks) {
		return l
	}
	for heads[r] > i {
		r = heads[r]
	}
	switch {
	case l == 0:
		return r
	case heads[r] == 0:
		return l
	case heads[l] > i:
		// Arcs pass over the mark both ways. The right one hangs on one of the left
		// ones, or all of these are under it.
		for w := near; w != l; w = heads[w] {
			if w == heads[r] {
				return r
			}
		}
		if l == heads[r] {
			return r
		}
		return l
	case marks[i] == Stop:
		return l
	}
	return r // its head is on the left, so it is the lower one
}
