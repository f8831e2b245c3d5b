package markdown

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bytes that are in no UTF-8 stand for marks whose meaning shows later.
const (
	bracket = 0xFF // '[' that may open a link
	deleted = 0xFE // a mark that has been read
)

const maxLink = 2000 // bytes of an address or a tag

// inline reads the marks within a block, in one pass.
type inline struct {
	s        string
	i        int
	out      []byte
	brackets []int        // places of open brackets in out
	open     [2][]openRun // runs of '*' and '_' that may open emphasis
	noCode   map[int]bool // lengths of runs of '`' that no other run closes
	refs     map[string]bool
}

// openRun is a run of marks at a place in out.
type openRun struct{ at, n int }

// plain returns the words of a block: without emphasis, links, code marks and
// tags, with escapes and references read.
func plain(s string, refs map[string]bool) string {
	if !strings.ContainsAny(s, "\\`*_[]<&!") {
		return s
	}
	p := inline{s: s, out: make([]byte, 0, len(s)), refs: refs}
	for p.i < len(s) {
		p.step()
	}
	k := 0
	for _, c := range p.out {
		switch c {
		case deleted:
			continue
		case bracket:
			c = '['
		}
		p.out[k] = c
		k++
	}
	return string(p.out[:k])
}

func (p *inline) step() {
	rest := p.s[p.i:]
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && rest[1] > ' ' && rest[1] < utf8.RuneSelf && !isAlnum(rune(rest[1])) {
			p.out = append(p.out, rest[1])
			p.i += 2
			return
		}
	case '`':
		p.code(rest)
		return
	case '!':
		if strings.HasPrefix(rest, "![") {
			if n := image(rest); n > 0 {
				p.i += n
				return
			}
		}
	case '[':
		if strings.HasPrefix(rest, "[^") { // a footnote's mark
			if n := strings.IndexByte(rest[:min(len(rest), 100)], ']'); n > 0 {
				p.i += n + 1
				return
			}
		}
		p.brackets = append(p.brackets, len(p.out))
		p.out = append(p.out, bracket)
		p.i++
		return
	case ']':
		p.link(rest)
		return
	case '*', '_':
		p.emphasis(rest)
		return
	case '<':
		if n := p.tag(rest); n > 0 {
			p.i += n
			return
		}
	case '&':
		if n := strings.IndexByte(rest[:min(len(rest), 40)], ';'); n > 0 {
			p.out = append(p.out, html.UnescapeString(rest[:n+1])...)
			p.i += n + 1
			return
		}
	}
	p.out = append(p.out, rest[0])
	p.i++
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func run(s string) int { return len(s) - len(strings.TrimLeft(s, s[:1])) }

// code reads a span of code.
func (p *inline) code(rest string) {
	n := run(rest)
	if !p.noCode[n] {
		for at := n; at < len(rest); {
			next := strings.IndexByte(rest[at:], '`')
			if next < 0 {
				break
			}
			at += next
			m := run(rest[at:])
			if m == n {
				p.out = append(p.out, strings.TrimSpace(rest[n:at])...)
				p.i += at + m
				return
			}
			at += m
		}
		if p.noCode == nil {
			p.noCode = make(map[int]bool)
		}
		p.noCode[n] = true
	}
	p.out = append(p.out, rest[:n]...)
	p.i += n
}

// image returns the length of a picture amid the text.
func image(s string) int {
	n := strings.Index(s[:min(len(s), maxLink)], "](")
	if n < 0 {
		return 0
	}
	if m := closing(s[n+1:]); m > 0 {
		return n + 1 + m
	}
	return 0
}

// closing returns the length of s, which begins with '(', up to and with the
// mark that closes it.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s) && i < maxLink; i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// link reads what closes a bracket: a link, whose words stay.
func (p *inline) link(rest string) {
	k := len(p.brackets) - 1
	if k < 0 {
		p.out = append(p.out, ']')
		p.i++
		return
	}
	at := p.brackets[k]
	p.brackets = p.brackets[:k]
	n := 0
	switch {
	case strings.HasPrefix(rest, "]("):
		if m := closing(rest[1:]); m > 0 {
			n = 1 + m
		}
	case strings.HasPrefix(rest, "]["):
		if m := strings.IndexByte(rest[:min(len(rest), maxLink)], '['); m >= 0 {
			if e := strings.IndexByte(rest[1:min(len(rest), maxLink)], ']'); e > 0 {
				n = e + 2
			}
		}
	default:
		if words := p.out[at+1:]; len(words) < 200 && p.refs[strings.ToLower(string(words))] {
			n = 1
		}
	}
	if n == 0 {
		p.out = append(p.out, ']')
		p.i++
		return
	}
	p.out[at] = deleted
	p.i += n
}

// emphasis reads a run of '*' or '_': what closes an open run takes both away.
func (p *inline) emphasis(rest string) {
	n := run(rest)
	before, _ := utf8.DecodeLastRuneInString(p.s[:p.i])
	after, _ := utf8.DecodeRuneInString(rest[n:])
	space := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
	opens, closes := !space(after), !space(before)
	which := 0
	if rest[0] == '_' {
		which = 1
		opens, closes = opens && !isAlnum(before), closes && !isAlnum(after)
	}
	p.i += n
	if stack := p.open[which]; closes {
		for n > 0 && len(stack) > 0 {
			o := &stack[len(stack)-1]
			k := min(n, o.n)
			for j := range k {
				p.out[o.at+o.n-1-j] = deleted
			}
			o.n -= k
			n -= k
			if o.n == 0 {
				stack = stack[:len(stack)-1]
			}
		}
		p.open[which] = stack
	}
	if n == 0 {
		return
	}
	if opens {
		p.open[which] = append(p.open[which], openRun{len(p.out), n})
	}
	p.out = append(p.out, rest[:n]...)
}

// tag returns the length of a tag, which is dropped, or of an address in angle
// brackets, which stays.
func (p *inline) tag(s string) int {
	n := strings.IndexByte(s[:min(len(s), maxLink)], '>')
	if n < 2 || strings.IndexByte(s[1:n], '<') >= 0 {
		return 0
	}
	switch inner := s[1:n]; {
	case strings.Contains(inner, "://") && !strings.ContainsAny(inner, " \n"), strings.Contains(inner, "@") && !strings.ContainsAny(inner, " \n="):
		p.out = append(p.out, inner...)
	case inner[0] == '/' || inner[0] == '!' || inner[0]|0x20 >= 'a' && inner[0]|0x20 <= 'z':
	default:
		return 0
	}
	return n + 1
}
