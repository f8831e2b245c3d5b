// Package markup reads XML and the HTML of stories into trees, and turns the
// trees into the parts of a story: the headline, paragraphs, captions that the
// markup names.
package markup

import (
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/source"
)

const (
	maxDepth = 200     // of elements
	maxNodes = 1 << 19 // in a document; a long story has some hundreds
)

// Node is an element, or a piece of text, whose Name is empty. A nil *Node is one
// that is not there: it has no children, attributes and text.
type Node struct {
	Name     string // without name space, in lower case
	Text     string
	Attrs    []Attr
	Children []*Node
	Offset   int // into the text of the document
}

// Attr is an attribute; its name is without name space and in lower case.
type Attr struct{ Name, Value string }

// Attr returns the value of an attribute, or "".
func (n *Node) Attr(name string) string {
	if n != nil {
		for _, a := range n.Attrs {
			if a.Name == name {
				return a.Value
			}
		}
	}
	return ""
}

// Child returns the first child with this name, and its first child with the
// next name, and so on.
func (n *Node) Child(path ...string) *Node {
	for _, name := range path {
		n = n.child(name)
	}
	return n
}

func (n *Node) child(name string) *Node {
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				return c
			}
		}
	}
	return nil
}

// All returns the children with this name.
func (n *Node) All(name string) []*Node {
	var out []*Node
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// Find returns the first element with this name below n, in order of the
// document.
func (n *Node) Find(name string) *Node {
	if n == nil {
		return nil
	}
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
		if x := c.Find(name); x != nil {
			return x
		}
	}
	return nil
}

// Words returns all the text in n, blank space collapsed.
func (n *Node) Words() string {
	var b strings.Builder
	n.write(&b)
	return Collapse(b.String())
}

func (n *Node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.Text)
	for _, c := range n.Children {
		if c.Name == "br" {
			b.WriteByte(' ')
		}
		c.write(b)
	}
}

// Collapse makes one blank of each run of the blanks that markup collapses, and
// none at the ends. No-break spaces stay.
func Collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, blank), " ")
}

func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// tree builds a tree within the bounds.
type tree struct {
	t     *source.Text
	stack []*Node // open elements; the first stands for the document
	nodes int
}

func newTree(t *source.Text) *tree { return &tree{t: t, stack: []*Node{{}}} }

func (b *tree) top() *Node { return b.stack[len(b.stack)-1] }

func (b *tree) add(n *Node) error {
	if b.nodes++; b.nodes > maxNodes {
		return b.t.Error(n.Offset, fmt.Errorf("%w: more than %d elements", article.ErrTooLarge, maxNodes))
	}
	top := b.top()
	top.Children = append(top.Children, n)
	return nil
}

func (b *tree) open(n *Node) error {
	if len(b.stack) > maxDepth {
		return b.t.Error(n.Offset, fmt.Errorf("%w: more than %d levels", article.ErrTooDeep, maxDepth))
	}
	if err := b.add(n); err != nil {
		return err
	}
	b.stack = append(b.stack, n)
	return nil
}

func (b *tree) close() { b.stack = b.stack[:len(b.stack)-1] }

func (b *tree) text(s string, offset int) error {
	if s == "" {
		return nil
	}
	return b.add(&Node{Text: s, Offset: offset})
}

// attrs checks that no attribute is given twice.
func (b *tree) attrs(n *Node) error {
	for i, a := range n.Attrs {
		for _, x := range n.Attrs[:i] {
			if x.Name == a.Name {
				return b.t.Error(n.Offset, fmt.Errorf("%w: attribute %q of <%s>", article.ErrDuplicate, a.Name, n.Name))
			}
		}
		if i > 100 {
			return b.t.Error(n.Offset, fmt.Errorf("%w: <%s> has more than 100 attributes", article.ErrTooLarge, n.Name))
		}
	}
	return nil
}
