package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// List is a word list in its source form, lists/NAME.tsv:
//
//	# One sentence that says what the list holds.
//	#! fold keys=name,aliases skip=note
//	name	aliases	country	note
//	…
//
// Lines that begin with # are comments and may stand anywhere; #! sets options:
// fold (case does not count), stem (keys are stems; implies fold), keys=… (the
// columns that hold keys, the first column alone if not said; several keys in
// one field are joined by ;), skip=… (columns for the reader only). The first
// other line names the columns. Rows are sorted by their first field.
type List struct {
	Name    string
	Doc     string
	Columns []string
	Keys    []int
	Skip    []int
	Fold    bool
	Stem    bool
	Rows    [][]string
	lines   []int
}

// ErrForm is what every error about the form of a list wraps.
var ErrForm = errors.New("word list")

// ParseList reads a list and checks its form. An error names file and line.
func ParseList(name, text string) (*List, error) {
	l := &List{Name: name, Keys: []int{0}}
	var options string
	bad := func(line int, format string, args ...any) error {
		return fmt.Errorf("%w: %s.tsv:%d: %s", ErrForm, name, line, fmt.Sprintf(format, args...))
	}
	line := 0
	for text != "" {
		var s string
		s, text, _ = strings.Cut(text, "\n")
		line++
		switch {
		case strings.HasPrefix(s, "#!"):
			options += s[2:]
		case strings.HasPrefix(s, "#"):
			if l.Doc == "" {
				l.Doc = strings.TrimSpace(s[1:])
			}
		case strings.TrimSpace(s) == "":
			return nil, bad(line, "empty line")
		case l.Columns == nil:
			l.Columns = strings.Split(s, "\t")
			if err := l.setOptions(options); err != nil {
				return nil, bad(line, "%v", err)
			}
		default:
			f := strings.Split(s, "\t")
			if len(f) != len(l.Columns) {
				return nil, bad(line, "%d fields for %d columns", len(f), len(l.Columns))
			}
			if f[0] == "" {
				return nil, bad(line, "no key")
			}
			if n := len(l.Rows); n > 0 && slices.Compare(f, l.Rows[n-1]) <= 0 {
				return nil, bad(line, "%q after %q: not sorted, or twice", f[0], l.Rows[n-1][0])
			}
			for c, v := range f {
				if v != strings.TrimSpace(v) || strings.ContainsAny(v, "\r\v\f") {
					return nil, bad(line, "%s: stray space in %q", l.Columns[c], v)
				}
			}
			l.Rows = append(l.Rows, f)
			l.lines = append(l.lines, line)
		}
	}
	if l.Columns == nil {
		return nil, bad(line, "no line of column names")
	}
	return l, nil
}

func (l *List) setOptions(options string) error {
	columns := func(names string) (out []int, err error) {
		for _, n := range strings.Split(names, ",") {
			c := slices.Index(l.Columns, n)
			if c < 0 {
				return nil, fmt.Errorf("no column %q", n)
			}
			out = append(out, c)
		}
		return out, nil
	}
	for _, o := range strings.Fields(options) {
		var err error
		name, value, _ := strings.Cut(o, "=")
		switch name {
		case "fold":
			l.Fold = true
		case "stem":
			l.Fold, l.Stem = true, true
		case "keys":
			l.Keys, err = columns(value)
		case "skip":
			l.Skip, err = columns(value)
		default:
			err = fmt.Errorf("no option %q", name)
		}
		if err != nil {
			return err
		}
	}
	if !slices.Contains(l.Keys, 0) {
		return errors.New("the first column must be a key")
	}
	return nil
}
