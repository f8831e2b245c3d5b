package markup

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/seed05c9d22b/newstext/article"
)

var (
	//go:embed elements.tsv
	elementsTSV string
	//go:embed classes.tsv
	classesTSV string
)

// rule says what an element or a class is. hasKind is false where the kind is
// that of the element around it.
type rule struct {
	block, skip, hasKind bool
	kind                 article.Kind
}

// elements and classes hold the rules by name.
var (
	elements = sync.OnceValue(func() map[string]rule { return readRules(elementsTSV) })
	classes  = sync.OnceValue(func() map[string]rule { return readRules(classesTSV) })
)

func readRules(tsv string) map[string]rule {
	out := make(map[string]rule)
	for line := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			continue
		}
		r := rule{block: cells[1] == "block", skip: cells[1] == "skip"}
		switch name := cells[len(cells)-1]; name {
		case "", "kind":
		case "unknown":
			r.hasKind, r.kind = true, article.Unknown
		default:
			r.hasKind = r.kind.UnmarshalText([]byte(name)) == nil
		}
		out[cells[0]] = r
	}
	return out
}

// IsBlock reports whether an element stands on lines of its own.
func IsBlock(name string) bool { return elements()[name].block }

// ruleOf returns the rule of an element: that of its name, with the kind of its
// class, where a class is known.
func ruleOf(n *Node) rule {
	r := elements()[n.Name]
	for class := range strings.FieldsSeq(n.Attr("class")) {
		if c, ok := classes()[strings.ToLower(class)]; ok && c.hasKind {
			r.hasKind, r.kind = true, c.kind
			break
		}
	}
	return r
}
