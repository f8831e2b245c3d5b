package opinion

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Names gives the features of a training run their names, and knows which words
// of them are names of people and parties, so that none gets into a model by way
// of titles In Capitals.
type Names struct {
	features map[uint64]feature
	words    map[uint64]*seen
}

type feature struct {
	template Template
	a, b     uint64
}

type seen struct {
	word         string
	upper, lower int
}

// NewNames returns an empty Names.
func NewNames() *Names {
	return &Names{map[uint64]feature{}, map[uint64]*seen{}}
}

// Watch counts the words of a scene and notes the features that are made by f
// from now on.
func (n *Names) Watch(s *Scene, f *Features) {
	for _, x := range s.Sentences {
		title := s.titled(x)
		for i := x.First; i < x.End; i++ {
			w := &s.Words[i]
			c := n.words[w.ID]
			if c == nil {
				c = &seen{word: w.Stem}
				if w.Closed != Open {
					c.word = w.Lower
				}
				n.words[w.ID] = c
			}
			switch {
			case w.Closed != Open || i == x.First:
			case !w.Upper():
				c.lower++
			case !title:
				c.upper++
			}
		}
	}
	f.Trace = func(h uint64, t Template, a, b uint64) {
		if _, ok := n.features[h]; !ok {
			n.features[h] = feature{t, a, b}
		}
	}
}

// Merge takes over what another run of names has seen.
func (n *Names) Merge(other *Names) {
	for h, f := range other.features {
		if _, ok := n.features[h]; !ok {
			n.features[h] = f
		}
	}
	for id, c := range other.words {
		if old := n.words[id]; old != nil {
			old.upper += c.upper
			old.lower += c.lower
		} else {
			n.words[id] = c
		}
	}
}

// Trace gives the features that are made from now on their names; nil stops it.
func (s *Scene) Trace(n *Names) {
	s.features.Trace = nil
	if n != nil {
		n.Watch(s, &s.features)
	}
}

// IsName reports whether a mark is a word that is mostly written with a capital.
func (n *Names) IsName(mark uint64) bool {
	c := n.words[mark]
	return c != nil && c.upper > c.lower
}

// KeepOut drops the features that know a name.
func (n *Names) KeepOut(rows []linear.Row) []linear.Row {
	out := rows[:0]
	for _, r := range rows {
		if f, ok := n.features[r.Feature]; ok && (n.IsName(f.a) || n.IsName(f.b)) {
			continue
		}
		out = append(out, r)
	}
	return out
}

// Name returns the name of a feature, "" for an unknown one or one that is kept
// out.
func (n *Names) Name(h uint64) string {
	f, ok := n.features[h]
	if !ok || n.IsName(f.a) || n.IsName(f.b) {
		return ""
	}
	if f.template >= aWord && f.template < firstFact {
		return fmt.Sprintf("%s %s %s", f.template, n.part(f.a), place(f.b))
	}
	return fmt.Sprintf("%s %s %s", f.template, n.part(f.a), n.part(f.b))
}

var markNames = map[uint64]string{markPerson: "PERSON", markOrg: "ORG", markPlace: "PLACE", markGroup: "GROUP", markEvent: "EVENT", markWork: "WORK", markName: "NAME", markEdge: "EDGE"}

func (n *Names) part(v uint64) string {
	if c := n.words[v]; c != nil {
		return c.word
	}
	if m, ok := markNames[v]; ok {
		return m
	}
	if v < 1<<40 {
		return fmt.Sprint(v)
	}
	return "?"
}
