package markup

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// HTML reads the HTML of a story, as ninjs, NewsML-G2 and feeds carry it: a
// fragment or a document, with the liberties that HTML allows (elements left
// open, attributes without quotes). It is no reader of web pages. It returns a
// node whose children are the top elements. Errors are of type
// *[article.ParseError].
func HTML(t *source.Text) (*Node, error) {
	p := htmlParser{tree: newTree(t), s: t.S}
	for p.i < len(p.s) {
		lt := strings.IndexByte(p.s[p.i:], '<')
		if lt < 0 {
			lt = len(p.s) - p.i
		}
		if err := p.text(html.UnescapeString(p.s[p.i:p.i+lt]), p.i); err != nil {
			return nil, err
		}
		if p.i += lt; p.i == len(p.s) {
			break
		}
		if err := p.markup(); err != nil {
			return nil, err
		}
	}
	return p.stack[0], nil
}

type htmlParser struct {
	*tree
	s string
	i int // at '<'
}

// markup reads what begins with '<'.
func (p *htmlParser) markup() error {
	rest := p.s[p.i:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return p.skip("-->", 4)
	case strings.HasPrefix(rest, "<![CDATA["):
		at := p.i + len("<![CDATA[")
		if err := p.skip("]]>", len("<![CDATA[")); err != nil {
			return err
		}
		return p.text(p.s[at:p.i-len("]]>")], at)
	case strings.HasPrefix(rest, "<!"), strings.HasPrefix(rest, "<?"):
		return p.skip(">", 2)
	case strings.HasPrefix(rest, "</"):
		name := tagName(rest[2:])
		if err := p.skip(">", 2); err != nil {
			return err
		}
		return p.end(strings.ToLower(name))
	case tagName(rest[1:]) != "":
		return p.start()
	}
	p.i++ // a '<' that stands for itself
	return p.text("<", p.i-1)
}

// skip goes behind the mark that ends this piece of markup.
func (p *htmlParser) skip(mark string, from int) error {
	n := strings.Index(p.s[p.i+from:], mark)
	if n < 0 {
		return p.t.Error(len(p.s), fmt.Errorf("%w: HTML ends too early, %q is missing", io.ErrUnexpectedEOF, mark))
	}
	p.i += from + n + len(mark)
	return nil
}

// tagName returns the name that s begins with, or "".
func tagName(s string) string {
	if s == "" || s[0]|0x20 < 'a' || s[0]|0x20 > 'z' {
		return ""
	}
	if n := strings.IndexAny(s, " \t\r\n\f/>"); n >= 0 {
		return s[:n]
	}
	return s
}

// start reads a start tag and opens its element.
func (p *htmlParser) start() error {
	n := &Node{Offset: p.i}
	name := tagName(p.s[p.i+1:])
	p.i += 1 + len(name)
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	n.Name = strings.ToLower(name)
	closed, err := p.attributes(n)
	if err != nil {
		return err
	}
	if err := p.attrs(n); err != nil {
		return err
	}
	p.implied(n.Name)
	if closed || slices.Contains(void, n.Name) {
		return p.add(n)
	}
	if err := p.open(n); err != nil {
		return err
	}
	if slices.Contains(raw, n.Name) {
		return p.rawText(n.Name)
	}
	return nil
}

// Elements that have no end tag, and elements whose content is no markup.
var (
	void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
	raw  = []string{"script", "style", "textarea", "title", "noscript", "iframe"}
)

// rawText reads up to the end tag.
func (p *htmlParser) rawText(name string) error {
	start := p.i
	for {
		n := strings.Index(p.s[p.i:], "</")
		if n < 0 {
			return p.t.Error(len(p.s), fmt.Errorf("%w: HTML ends in <%s>", io.ErrUnexpectedEOF, name))
		}
		p.i += n
		if strings.EqualFold(tagName(p.s[p.i+2:]), name) {
			return p.text(html.UnescapeString(p.s[start:p.i]), start)
		}
		p.i += 2
	}
}

// attributes reads up to the end of a start tag.
func (p *htmlParser) attributes(n *Node) (closed bool, err error) {
	for {
		for p.i < len(p.s) && blank(rune(p.s[p.i])) {
			p.i++
		}
		switch {
		case p.i >= len(p.s):
			return false, p.t.Error(p.i, fmt.Errorf("%w: HTML ends in the tag <%s>", io.ErrUnexpectedEOF, n.Name))
		case p.s[p.i] == '>':
			p.i++
			return closed, nil
		case p.s[p.i] == '/':
			closed = true
			p.i++
			continue
		}
		closed = false
		start := p.i
		for p.i++; p.i < len(p.s) && !blank(rune(p.s[p.i])) && p.s[p.i] != '=' && p.s[p.i] != '>' && p.s[p.i] != '/'; p.i++ {
		}
		a := Attr{Name: strings.ToLower(p.s[start:p.i])}
		for p.i < len(p.s) && blank(rune(p.s[p.i])) {
			p.i++
		}
		if p.i < len(p.s) && p.s[p.i] == '=' {
			p.i++
			if a.Value, err = p.attrValue(n); err != nil {
				return false, err
			}
		}
		if n.Attrs = append(n.Attrs, a); len(n.Attrs) > 100 {
			return false, p.t.Error(n.Offset, fmt.Errorf("%w: <%s> has more than 100 attributes", article.ErrTooLarge, n.Name))
		}
	}
}

func (p *htmlParser) attrValue(n *Node) (string, error) {
	for p.i < len(p.s) && blank(rune(p.s[p.i])) {
		p.i++
	}
	start, end := p.i, 0
	if p.i < len(p.s) && (p.s[p.i] == '"' || p.s[p.i] == '\'') {
		start++
		end = strings.IndexByte(p.s[start:], p.s[p.i])
		if end < 0 {
			return "", p.t.Error(len(p.s), fmt.Errorf("%w: HTML ends in the tag <%s>", io.ErrUnexpectedEOF, n.Name))
		}
		end += start
		p.i = end + 1
	} else {
		for p.i < len(p.s) && !blank(rune(p.s[p.i])) && p.s[p.i] != '>' {
			p.i++
		}
		end = p.i
	}
	return html.UnescapeString(p.s[start:end]), nil
}

// implied closes elements that end where this one begins: a paragraph where a
// block begins, also one with inline elements left open in it, an item where the
// next begins, a cell or a row likewise.
func (p *htmlParser) implied(name string) {
	if IsBlock(name) {
		p.closeOpen("p", IsBlock)
	}
	switch name {
	case "li", "option":
		p.closeOpen(name, func(n string) bool { return n == "ul" || n == "ol" || n == "select" })
	case "dt", "dd":
		inDL := func(n string) bool { return n == "dl" }
		p.closeOpen("dt", inDL)
		p.closeOpen("dd", inDL)
	case "td", "th", "tr":
		inTable := func(n string) bool { return n == "table" || n == "tr" && name != "tr" }
		p.closeOpen("td", inTable)
		p.closeOpen("th", inTable)
		if name == "tr" {
			p.closeOpen("tr", inTable)
		}
	}
}

// closeOpen closes the innermost element with this name and those in it, unless
// one that holds it together stands between.
func (p *htmlParser) closeOpen(name string, holds func(string) bool) {
	for i := len(p.stack) - 1; i > 0; i-- {
		switch n := p.stack[i].Name; {
		case n == name:
			p.stack = p.stack[:i]
			return
		case holds(n):
			return
		}
	}
}

// end closes the element that is open by this name, and those in it. An end tag
// of none is passed over.
func (p *htmlParser) end(name string) error {
	for i := len(p.stack) - 1; i > 0; i-- {
		if p.stack[i].Name == name {
			p.stack = p.stack[:i]
			return nil
		}
	}
	if name == "p" || name == "br" { // "</p>" alone stands for an empty paragraph
		return p.add(&Node{Name: name, Offset: p.i})
	}
	return nil
}
