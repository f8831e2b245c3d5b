package news

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
)

// names are the names in stories of the folder news: read for this project, by the
// rules of the labelled stories. A line is
//
//	story  names
//
// where a name is the first letter of its type (l for a place), the bytes from the end
// of the name before it, and its length: "p3+12 o26+4".
//
//go:embed names.tsv
var names string

// Named is a story with its names.
type Named struct {
	Story
	Names []Name
}

// Name is a name and its type: 'p' a person, 'o' an organization, 'l' a place,
// 'g' a group, 'e' an event, 'w' a work.
type Name struct {
	Span article.Span
	Type byte
}

// Names returns the stories of the folder that were read for names and that keep asks
// for, in a fixed order.
func Names(folder string, keep func(id string) bool) ([]Named, error) {
	return find(folder, allNames, keep)
}

func (x *Named) check() error {
	for _, n := range x.Names {
		if err := n.Span.Check("name", x.Text); err != nil {
			return err
		}
	}
	return nil
}

// nameLetters are the first letters of the types.
const nameLetters = "polgew"

// allNames reads the labels, without texts.
func allNames() ([]Named, error) { return named("names.tsv", names, nameLetters) }

// named reads the lines of a file: a story, and ranges with these letters.
func named(file, text, letters string) ([]Named, error) {
	var out []Named
	n := 0
	for line := range strings.Lines(text) {
		n++
		id, list, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		x := Named{Story: Story{ID: id}}
		var err error
		if x.Names, err = parseNames(list, letters); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, x)
	}
	return out, nil
}

// parseNames reads ranges with the letter that stands before each.
func parseNames(list, letters string) (out []Name, err error) {
	at := 0
	for f := range strings.FieldsSeq(list) {
		var skip, size int
		if _, err := fmt.Sscanf(f[1:], "%d+%d", &skip, &size); err != nil || strings.IndexByte(letters, f[0]) < 0 || skip < 0 || size < 1 {
			return nil, fmt.Errorf("no range: %q", f)
		}
		out = append(out, Name{article.Span{Start: at + skip, End: at + skip + size}, f[0]})
		at += skip + size
	}
	return out, nil
}
