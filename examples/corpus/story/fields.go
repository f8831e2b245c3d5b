package story

import (
	"fmt"
	"slices"
	"strings"
)

// Fields says under which names an input has the fields of a story, where they are
// not ours. The zero value reads our names.
type Fields struct {
	theirs map[string]string // ours → theirs
}

// Known are the fields of a story.
var Known = []string{"id", "text", "headline", "subhead", "byline", "published", "language", "source", "url", "targets"}

// ParseFields reads a list like "text=body,published=date": our name, their name.
// A field with another name is not looked for under ours.
func ParseFields(s string) (Fields, error) {
	f := Fields{theirs: map[string]string{}}
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		ours, theirs, ok := strings.Cut(part, "=")
		switch {
		case !ok || theirs == "":
			return f, fmt.Errorf("%q is not like published=date", part)
		case !slices.Contains(Known, ours):
			return f, fmt.Errorf("no field %q: there are %s", ours, strings.Join(Known, ", "))
		}
		f.theirs[ours] = theirs
	}
	return f, nil
}

// String returns the list that ParseFields reads, in a fixed order.
func (f Fields) String() string {
	var parts []string
	for _, k := range Known {
		if t := f.theirs[k]; t != "" {
			parts = append(parts, k+"="+t)
		}
	}
	return strings.Join(parts, ",")
}

// name returns what the input calls a field.
func (f Fields) name(ours string) string {
	if t := f.theirs[ours]; t != "" {
		return t
	}
	return ours
}

// field returns which field the input means by a key, in any case of letters.
func (f Fields) field(key string) (string, bool) {
	for _, ours := range Known {
		if strings.EqualFold(f.name(ours), key) {
			return ours, true
		}
	}
	return "", false
}
