package markup

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// Story returns the parts of a story from its HTML, in order. What an element
// does not tell about its text is left [article.Unknown].
func Story(root *Node) []article.Part {
	w := storyWalk{}
	w.walk(root, article.Unknown)
	w.flush()
	return w.parts
}

// storyWalk gathers the text of inline elements until a block ends.
type storyWalk struct {
	parts    []article.Part
	line     strings.Builder
	kind     article.Kind // of the line
	headline bool         // one was seen
}

func (w *storyWalk) flush() {
	if text := Collapse(w.line.String()); text != "" {
		if w.kind == article.Headline {
			if w.headline {
				w.kind = article.Crosshead
			}
			w.headline = true
		}
		w.parts = append(w.parts, article.Part{Kind: w.kind, Text: text})
	}
	w.line.Reset()
}

// walk adds the text of n, whose surroundings are of a kind.
func (w *storyWalk) walk(n *Node, kind article.Kind) {
	if n.Name == "" && len(n.Children) == 0 {
		w.kind = kind
		w.line.WriteString(n.Text)
		return
	}
	r := ruleOf(n)
	if r.skip {
		return
	}
	inner := kind
	switch {
	case !r.hasKind:
	case r.block && r.kind == article.Unknown: // <p> in a list item or a caption is that
	case r.block || r.kind == article.Credit && n.Name != "a":
		inner = r.kind
	}
	// A credit within a caption is a part of its own, marked by <span> or <small>.
	apart := r.block || inner != kind
	switch {
	case n.Name == "br":
		w.flush()
		return
	case n.Name == "td" || n.Name == "th":
		if w.line.Len() > 0 {
			w.line.WriteString(" | ")
		}
	case n.Name == "pre":
		w.flush()
		w.pre(n, inner)
		return
	}
	if apart {
		w.flush()
	}
	for _, c := range n.Children {
		w.walk(c, inner)
	}
	if apart {
		w.kind = inner
		w.flush()
	}
}

// pre adds text whose line ends count.
func (w *storyWalk) pre(n *Node, kind article.Kind) {
	var b strings.Builder
	n.write(&b)
	if strings.TrimSpace(b.String()) != "" {
		w.parts = append(w.parts, article.Part{Kind: kind, Text: b.String()})
	}
}

// Fragment returns the parts of HTML that stands as a string in a document, at an
// offset. An error names that place and says what is wrong in the string.
func Fragment(t *source.Text, offset int, fragment string) ([]article.Part, error) {
	root, err := HTML(source.Of("HTML", fragment))
	if err != nil {
		return nil, t.Error(offset, err)
	}
	return Story(root), nil
}
