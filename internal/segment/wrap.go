package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hard-wrapped text has its paragraphs broken into lines of at most some width.
// It shows in two ways: each line but the last of a paragraph is full, that is,
// the first word of the next line would not have fitted on it; and lines often
// end amid a sentence, with the next beginning in lower case.

const (
	minWrapWidth = 40  // columns of newspapers are as narrow as this
	maxWrapWidth = 120 // wider lines are whole paragraphs
)

// joinWrapped joins the lines of hard-wrapped paragraphs, in place, and returns
// the shortened slice.
func joinWrapped(lines []Block, text string) []Block {
	width := 0 // the widest line of the groups that are plainly wrapped
	for i := 0; i < len(lines); {
		j, w := wrapGroup(lines, i, text)
		if j-i >= 3 && w >= minWrapWidth && w > width && isWrapped(lines[i:j], text, w) {
			width = w
		}
		i = j
	}
	if width == 0 {
		return lines
	}
	out := 0
	for i := 0; i < len(lines); {
		j, w := wrapGroup(lines, i, text)
		b := lines[i]
		for k := i + 1; k < j; k++ {
			if w <= width && isFull(lines[k-1], lines[k], text, width) && !opensParagraph(lines[k-1], lines[k], text) {
				b.End = lines[k].End
				continue
			}
			lines[out] = b
			out++
			b = lines[k]
		}
		lines[out] = b
		out++
		i = j
	}
	return lines[:out]
}

// wrapGroup returns the end of the group of lines that begins at i, none wider
// than a wrapped line may be and without an empty line between, and the width
// of the widest. A group has at least one line.
func wrapGroup(lines []Block, i int, text string) (end, width int) {
	width = lineWidth(lines[i], text)
	if width > maxWrapWidth {
		return i + 1, width
	}
	for end = i + 1; end < len(lines); end++ {
		if !adjacent(text[lines[end-1].End:lines[end].Start]) {
			break
		}
		w := lineWidth(lines[end], text)
		if w > maxWrapWidth {
			break
		}
		width = max(width, w)
	}
	return end, width
}

// lineWidth is the width of a line in characters, with its indent; all that is
// too wide to be a wrapped line counts as just that.
func lineWidth(b Block, text string) int {
	if b.End-b.Start > maxWrapWidth*4/3 { // counting the characters of long lines would cost too much
		return maxWrapWidth + 1
	}
	return min(indent(b, text)+utf8.RuneCountInString(text[b.Start:b.End]), maxWrapWidth+1)
}

// adjacent says whether the space between two lines holds one line break only.
func adjacent(gap string) bool {
	breaks := strings.Count(gap, "\n")
	if breaks == 0 {
		breaks = strings.Count(gap, "\r")
	}
	return breaks == 1
}

// isWrapped says whether a group of lines looks wrapped at width.
func isWrapped(group []Block, text string, width int) bool {
	full, cut := 0, 0
	for k := 1; k < len(group); k++ {
		if isFull(group[k-1], group[k], text, width) {
			full++
			if endsAmid(text[group[k-1].Start:group[k-1].End]) && startsLower(text[group[k].Start:group[k].End]) {
				cut++
			}
		}
	}
	breaks := len(group) - 1
	return full*10 >= breaks*6 && cut*4 >= breaks
}

// isFull says whether the first word of line b would not have fitted on line a.
func isFull(a, b Block, text string, width int) bool {
	word := text[b.Start:b.End]
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	return lineWidth(a, text)+1+utf8.RuneCountInString(word) > width
}

// opensParagraph says whether line b, after line a, begins a paragraph or an
// item of a list: it is indented, or has a bullet.
func opensParagraph(a, b Block, text string) bool {
	if indent(b, text) > indent(a, text) {
		return true
	}
	s := text[b.Start:b.End]
	return bulletLen(s) > 0 && !startsLower(s)
}

// indent is the number of blanks before a line, at most 8.
func indent(b Block, text string) int {
	n := 0
	for i := int(b.Start) - 1; i >= 0 && n < 8; i-- {
		if text[i] == '\t' {
			return 8
		}
		if text[i] != ' ' {
			break
		}
		n++
	}
	return n
}

// endsAmid says whether a line ends in what cannot end a sentence.
func endsAmid(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ',' || r == '-'
}

// startsLower says whether a line begins in lower case.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// bulletLen is the length of the bullet or number of a list item that s begins
// with, or 0: "• ", "- ", "* ", "1. ", "1) ", "(a) ".
func bulletLen(s string) int {
	i := 0
	if i < len(s) && s[i] == '(' {
		i++
	}
	start := i
	for i < len(s) && i < start+3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == start && start == 1 && i+1 < len(s) && 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z' && s[i+1] == ')' {
		return i + 2
	}
	if i > start && i+1 < len(s) && (s[i] == ')' || s[i] == '.' && (s[i+1] < '0' || s[i+1] > '9')) {
		return i + 1
	}
	if start == 1 || i > start {
		return 0
	}
	for _, mark := range [...]string{"•", "◦", "▪", "■", "●", "‣", "·", "∙", "➢", "►", "–", "—", "-", "*", "+", "o"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			if rest != "" && (rest[0] == ' ' || rest[0] == '\t' || rest[0] == 0xC2 || len(mark) == 3 && mark != "–" && mark != "—") {
				return len(mark) + 1
			}
			return 0
		}
	}
	return 0
}
