package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
)

// Segment is a stretch of text in quotation marks.
type Segment struct {
	Open, Start int // the opening mark, and the first byte behind it
	End, Close  int // the end of the content, and of the closing mark; equal where there is none
	Parent      int // the segment around it, −1 where there is none
	Block       int // index of the block
	// Runs says that the closing mark is missing because the next paragraph, or
	// the next sentence, begins with an opening mark and goes on with the same
	// quotation.
	Runs bool

	sentence int // first sentence that it touches, index in story.sentences
}

// Closed reports whether the segment has a closing mark.
func (s Segment) Closed() bool { return s.Close > s.End }

// family is the shape of a mark. Marks of one family pair with each other.
type family uint8

const (
	noMark    family = iota
	double           // " “ ” ″ `` ''
	single           // ' ‘ ’ `
	guillemet        // « »
	angle            // ‹ ›
	low              // „ closed by “ or ”
	corner           // 「 」 『 』
)

// role is what a mark by its shape alone may do.
type role uint8

const (
	either role = iota
	opens
	closes
)

type mark struct {
	at, end int
	family  family
	role    role
}

// markAt reads the mark that text begins with at i.
func markAt(text string, i int) mark {
	m := mark{at: i}
	set := func(n int, f family, r role) mark { m.end, m.family, m.role = i+n, f, r; return m }
	switch text[i] {
	case '"':
		return set(1, double, either)
	case '\'':
		if strings.HasPrefix(text[i:], "''") && !strings.HasPrefix(text[i:], "'''") {
			return set(2, double, either)
		}
		return set(1, single, either)
	case '`':
		if strings.HasPrefix(text[i:], "``") {
			return set(2, double, opens)
		}
		return set(1, single, opens)
	case 0xC2:
		if i+1 < len(text) {
			switch text[i+1] {
			case 0xAB:
				return set(2, guillemet, opens)
			case 0xBB:
				return set(2, guillemet, closes)
			}
		}
	case 0xE2:
		if i+2 < len(text) && text[i+1] == 0x80 {
			switch text[i+2] {
			case 0x9C, 0x9F:
				return set(3, double, opens)
			case 0x9D, 0xB3:
				return set(3, double, closes)
			case 0x9E:
				return set(3, low, opens)
			case 0x98, 0x9B:
				return set(3, single, opens)
			case 0x99:
				return set(3, single, closes)
			case 0xB9:
				return set(3, angle, opens)
			case 0xBA:
				return set(3, angle, closes)
			}
		}
	case 0xE3:
		if i+2 < len(text) && text[i+1] == 0x80 {
			switch text[i+2] {
			case 0x8C, 0x8E:
				return set(3, corner, opens)
			case 0x8D, 0x8F:
				return set(3, corner, closes)
			}
		}
	}
	return m
}

// pairer pairs the marks of a story, block by block. What is open is a stack;
// each mark is pushed and popped once, so the time is linear whatever comes.
type pairer struct {
	text     string
	segments []Segment
	open     []opened
}

// maxDepth is how deep quotations may nest; marks beyond are not read.
const maxDepth = 16

type opened struct {
	mark
	segment int
}

// maybeMark tells the bytes that a mark may begin with.
var maybeMark = [256]bool{'"': true, '\'': true, '`': true, 0xC2: true, 0xE2: true, 0xE3: true}

// Segments holds the stretches of a text that stand in quotation marks, in order;
// those inside of others after them.
type Segments []Segment

// Pair returns the stretches of an article's readable text in quotation marks.
func Pair(a *article.Article) Segments {
	var p pairer
	p.read(a)
	return p.segments
}

// At returns the innermost stretch that holds the byte at offset.
func (s Segments) At(offset int) (Segment, bool) {
	i := sort.Search(len(s), func(i int) bool { return s[i].Start > offset }) - 1
	for i >= 0 && s[i].End <= offset {
		i = s[i].Parent
	}
	if i < 0 {
		return Segment{}, false
	}
	return s[i], true
}

// read pairs the marks of all readable blocks.
func (p *pairer) read(a *article.Article) {
	*p = pairer{text: a.Text(), segments: p.segments[:0], open: p.open[:0]}
	for i := range a.BlockCount() {
		if b := a.Block(i); readable(b.Kind()) {
			p.pair(i, b.Span().Start, b.Span().End)
		}
	}
	p.settle()
}

// pair reads the marks of one block of the text.
func (p *pairer) pair(block, start, end int) {
	p.open = p.open[:0]
	for i := start; i < end; {
		if !maybeMark[p.text[i]] {
			i++
			continue
		}
		m := markAt(p.text[:end], i)
		if m.family == noMark {
			i++
			continue
		}
		i = m.end
		if m.family == single && p.apostrophe(m, start, end) {
			continue
		}
		p.take(m, block, start, end)
	}
	p.finish(start, end)
}

// take pairs one mark with what is open.
func (p *pairer) take(m mark, block, start, end int) {
	before, after := p.around(m, start, end)
	switch m.role {
	case opens:
		// A closing mark typed the wrong way round: “X,“ he said.
		if (m.family == double || m.family == single) && !blank(before) && blank(after) && p.top(m.family) >= 0 && !bracket(before) {
			p.close(m, p.top(m.family))
			return
		}
		if m.family == double {
			if k := p.top(low); k >= 0 {
				p.close(m, k)
				return
			}
		}
		p.push(m, block)
	case closes:
		k := p.top(m.family)
		if k < 0 && m.family == double {
			k = p.top(low)
		}
		if k < 0 && m.family == guillemet {
			p.push(m, block) // »German order«
			return
		}
		if k >= 0 {
			p.close(m, k)
		} else if m.family == double && blank(before) && !blank(after) {
			p.push(m, block) // ”X,” he said.
		}
	default:
		k := p.top(m.family)
		mayOpen := (blank(before) || bracket(before)) && !blank(after)
		mayClose := !blank(before)
		switch {
		case k >= 0 && mayOpen && !mayClose && m.family == double && p.sentenceStart(m, start):
			// The one before was never closed: the quotation goes on here.
			p.breakOff(k, m)
			p.push(m, block)
		case k >= 0 && (mayClose || !mayOpen):
			p.close(m, k)
		case k >= 0 && m.family == single && mayOpen:
			p.push(m, block)
		case k >= 0:
			p.close(m, k)
		case mayOpen:
			p.push(m, block)
		case m.family == double && !blank(after) && after != ',' && after != '.':
			p.push(m, block) // a mark glued to the word before it
		}
	}
}

func (p *pairer) push(m mark, block int) {
	if len(p.open) == maxDepth {
		return
	}
	parent := -1
	if n := len(p.open); n > 0 {
		parent = p.open[n-1].segment
	}
	p.segments = append(p.segments, Segment{Open: m.at, Start: m.end, Parent: parent, Block: block})
	p.open = append(p.open, opened{m, len(p.segments) - 1})
}

// top returns the place in the stack of the innermost open mark of a family.
func (p *pairer) top(f family) int {
	for k := len(p.open) - 1; k >= 0; k-- {
		if p.open[k].family == f {
			return k
		}
		if p.open[k].family != single && f == single {
			return -1 // a single mark does not reach out of a double one
		}
	}
	return -1
}

// close ends the segment at a place in the stack; what was opened inside it and
// is still open is dropped.
func (p *pairer) close(m mark, k int) {
	s := &p.segments[p.open[k].segment]
	s.End, s.Close = m.at, m.end
	p.drop(k + 1)
	p.open = p.open[:k]
}

// breakOff ends a segment without a closing mark before the mark m.
func (p *pairer) breakOff(k int, m mark) {
	s := &p.segments[p.open[k].segment]
	s.End, s.Runs = trimRight(p.text, s.Start, m.at), true
	s.Close = s.End
	p.drop(k + 1)
	p.open = p.open[:k]
}

// drop voids the segments that are open from place k on: they have no end.
func (p *pairer) drop(k int) {
	for _, o := range p.open[k:] {
		p.segments[o.segment].End = -1
	}
	p.open = p.open[:k]
}

// finish ends what is open at the end of a block. A mark that begins the block,
// or a sentence, may belong to a quotation of several paragraphs, or its close
// was forgotten: it runs to the end. Others are strays.
func (p *pairer) finish(start, end int) {
	if len(p.open) == 0 {
		return
	}
	o := p.open[0]
	if o.family == single || o.family == double && !p.sentenceStart(o.mark, start) && !p.colon(o.mark, start) {
		p.drop(0)
		return
	}
	s := &p.segments[o.segment]
	s.End = trimRight(p.text, s.Start, end)
	s.Close = s.End
	p.drop(1)
	p.open = p.open[:0]
}

// around returns the bytes before and after a mark, 0 where the block ends and
// 0x80 for any letter beyond ASCII.
func (p *pairer) around(m mark, start, end int) (before, after byte) {
	if m.at > start {
		before = p.text[m.at-1]
		if before >= 0x80 {
			before = 0x80
			switch r, _ := utf8.DecodeLastRuneInString(p.text[start:m.at]); {
			case unicode.IsSpace(r):
				before = ' '
			case r == '—' || r == '–' || r == '“' || r == '‘' || r == '«' || r == '„':
				before = '('
			}
		}
	}
	if m.end < end {
		after = p.text[m.end]
		if after >= 0x80 {
			after = 0x80
			if r, _ := utf8.DecodeRuneInString(p.text[m.end:end]); unicode.IsSpace(r) || r == '—' || r == '–' || r == '”' || r == '’' {
				after = ' '
			}
		}
	}
	return before, after
}

// apostrophe reports whether a single mark is none: it stands in a word, before
// a number or clipped word, or after a plural.
func (p *pairer) apostrophe(m mark, start, end int) bool {
	before, after := p.around(m, start, end)
	if word(before) && word(after) {
		return true
	}
	if p.clippedAnd(m) {
		return true
	}
	if m.role == opens {
		return false
	}
	if word(before) || before == '.' || before == ',' || before == '?' || before == '!' {
		if word(after) {
			return true
		}
		k := p.top(single)
		if k < 0 {
			return true
		}
		// "the players' union" inside of single marks: a close is followed by a
		// mark of the sentence, or by a capital, or by a word after a comma.
		if word(before) && (before == 's' || before == 'S') && after == ' ' && m.end+1 < end && lower(p.text[m.end+1]) {
			return p.laterClose(m.end, end)
		}
		return false
	}
	if blank(before) || bracket(before) || before == '"' {
		if m.role == closes { // ’90s, ’em
			return true
		}
		if digit(after) {
			return true
		}
		return blank(after) || !p.laterClose(m.end, end)
	}
	return false
}

// clippedAnd reports whether a mark is one of the two in "rock 'n' roll".
func (p *pairer) clippedAnd(m mark) bool {
	t := p.text
	return (strings.HasPrefix(t[m.end:], "n'") || strings.HasPrefix(t[m.end:], "n’")) && !strings.HasPrefix(t[m.end:], "n't") ||
		m.at >= 2 && t[m.at-1] == 'n' && (t[m.at-2] == '\'' || strings.HasSuffix(t[:m.at-1], "’") || strings.HasSuffix(t[:m.at-1], "‘"))
}

// laterClose reports whether a mark that may close a single quotation stands
// within reach: the search is bounded, so that the whole stays linear.
func (p *pairer) laterClose(from, end int) bool {
	const reach = 400
	end = min(end, from+reach)
	for i := from; i < end; i++ {
		switch c := p.text[i]; {
		case c == '\'' && !word(p.text[i-1]) && i > from && blank(p.text[i-1]):
			return false // another one opens
		case c == '\'' && i > from && !blank(p.text[i-1]) && (i+1 == len(p.text) || !word(p.text[i+1])),
			strings.HasPrefix(p.text[i:end], "’") && i > from && (i+3 >= len(p.text) || !word(p.text[i+3])):
			return true
		}
	}
	return false
}

// sentenceStart reports whether a mark stands where a sentence may begin: at
// the start of the block or behind the end of another sentence.
func (p *pairer) sentenceStart(m mark, start int) bool {
	i := trimRight(p.text, start, m.at)
	if i == start {
		return true
	}
	switch p.text[i-1] {
	case '.', '?', '!', '"':
		return true
	}
	return strings.HasSuffix(p.text[start:i], "”") || strings.HasSuffix(p.text[start:i], "…") || strings.HasSuffix(p.text[start:i], "’")
}

func (p *pairer) colon(m mark, start int) bool {
	i := trimRight(p.text, start, m.at)
	return i > start && (p.text[i-1] == ':' || p.text[i-1] == ',')
}

// settle drops the segments that came to nothing, joins the numbers of parents
// and marks those that run on into the next block.
func (p *pairer) settle() {
	up := make([]int, len(p.segments)) // the new number of a segment, or of the one around it
	n := 0
	for i, s := range p.segments {
		if s.Parent >= 0 {
			s.Parent = up[s.Parent]
		}
		if s.End <= s.Start {
			up[i] = s.Parent
			continue
		}
		up[i] = n
		p.segments[n] = s
		n++
	}
	p.segments = p.segments[:n]
	for i := range p.segments[:max(0, n-1)] {
		s, t := &p.segments[i], p.segments[i+1]
		if !s.Closed() && s.Parent < 0 && t.Parent < 0 && t.Block == s.Block+1 {
			s.Runs = true
		}
	}
}

func trimRight(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}

func blank(c byte) bool   { return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == '\r' }
func bracket(c byte) bool { return c == '(' || c == '[' || c == '-' || c == '/' || c == '{' }
func lower(c byte) bool   { return 'a' <= c && c <= 'z' }
func digit(c byte) bool   { return '0' <= c && c <= '9' }
func word(c byte) bool {
	return lower(c) || 'A' <= c && c <= 'Z' || digit(c) || c == 0x80
}
