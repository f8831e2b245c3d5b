package parser

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
	Stop // full stop, question mark, exclamation mark, ellipsis
	Colon
	Semicolon
	Dash
	Opening // bracket
	Closing
	Quotation
	OtherMark
	hyphen  // a dash with no space around it
	mixture // of several kinds
)

// MarkOf is the kind of a token that is tagged as punctuation.
func MarkOf(token string) Mark {
	switch token {
	case ",":
		return Comma
	case ".", "!", "?", "...", "…":
		return Stop
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
// between them. Any other mark hangs on the lower of the two topmost words that
// it stands right beside: the comma of a list on the item after it, that of a
// fronted phrase on the phrase, the full stop on the root.
func (p *Parser) attach(marks []Mark, heads []int32) {
	n := int32(len(marks) - 1)
	open := p.open[:0] // positions of brackets and quotation marks not yet closed
	for i := int32(1); i <= n; i++ {
		switch k := marks[i]; k {
		case NoMark:
			continue
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

// lower is the lower one of the topmost words on either side of a mark.
func lower(marks []Mark, heads []int32, i int32) int32 {
	l, r := i-1, i+1
	for l > 0 && marks[l] != NoMark {
		l--
	}
	for int(r) < len(marks) && marks[r] != NoMark {
		r++
	}
	if int(r) < len(marks) {
		for heads[r] > i {
			r = heads[r]
		}
		if l == 0 || heads[r] != 0 {
			return r // its head is on the left, so it is the lower one
		}
	}
	for heads[l] != 0 && heads[l] < i {
		l = heads[l]
	}
	return l
}
