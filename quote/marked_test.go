package quote_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
)

// A marked text shows spans in the text itself:
//
//	"[direct1 We will rebuild]," [cue1 said] [by1 [person Ada Stone]]. [by2 She =Ada Stone] [cue2 added] …
//
// direct, mixed and indirect are the content of a quote, cue its cue, by its
// speaker, to its addressee; the number tells the quotes of a case apart. What
// stands behind = is the entity that is meant where the words do not name it
// themselves. person, org, place, group, event and work are names of entities.

// label is a span of a marked text.
type label struct {
	article.Span
	name, of string
}

// unmark takes the marks out of a text.
func unmark(marked string) (text string, labels []label) {
	var b strings.Builder
	var open []int
	for i := 0; i < len(marked); i++ {
		switch c := marked[i]; {
		case c == '[':
			name, rest, _ := strings.Cut(marked[i+1:], " ")
			open = append(open, len(labels))
			labels = append(labels, label{article.Span{Start: b.Len()}, name, ""})
			i = len(marked) - len(rest) - 1
		case c == ']' || c == ' ' && strings.HasPrefix(marked[i:], " ="):
			l := &labels[open[len(open)-1]]
			open = open[:len(open)-1]
			l.End = b.Len()
			if c == ' ' {
				l.of, _, _ = strings.Cut(marked[i+2:], "]")
				i += 2 + len(l.of)
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), labels
}

// mark puts labels into a text.
func mark(text string, labels []label) string {
	labels = slices.Clone(labels)
	slices.SortStableFunc(labels, func(a, b label) int {
		if c := a.Compare(b.Span); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	var b strings.Builder
	var open []label
	next := 0
	for i := 0; i <= len(text); i++ {
		for len(open) > 0 && open[len(open)-1].End <= i {
			if of := open[len(open)-1].of; of != "" {
				b.WriteString(" =" + of)
			}
			b.WriteByte(']')
			open = open[:len(open)-1]
		}
		for next < len(labels) && labels[next].Start == i {
			b.WriteString("[" + labels[next].name + " ")
			open = append(open, labels[next])
			next++
		}
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// entitiesOf makes the list of the entities that are marked.
func entitiesOf(text string, labels []label) (entity.List, []label) {
	var list entity.List
	var names []label
	for _, l := range labels {
		var t entity.Type
		if t.UnmarshalText([]byte(l.name)) != nil {
			continue
		}
		names = append(names, l)
		name := l.of
		if name == "" {
			name = l.In(text)
		}
		e, ok := list.Find(name)
		if !ok {
			list = append(list, entity.Entity{ID: len(list), Type: t, Name: name})
			e = list[len(list)-1]
		}
		list[e.ID].Mentions = append(list[e.ID].Mentions, entity.Mention{Span: l.Span})
	}
	return list, names
}

// markQuotes shows what was found in a text.
func markQuotes(text string, names []label, quotes quote.List) string {
	labels := slices.Clone(names)
	for i, q := range quotes {
		n := fmt.Sprint(i + 1)
		for _, c := range q.Content {
			labels = append(labels, label{c, q.Kind.String() + n, ""})
		}
		if !q.Cue.Empty() {
			labels = append(labels, label{q.Cue, "cue" + n, ""})
		}
		for _, p := range []struct {
			name string
			quote.Party
		}{{"by", q.Speaker}, {"to", q.Addressee}} {
			if p.Empty() {
				continue
			}
			l := label{p.Span, p.name + n, ""}
			if name := p.Name(); len(p.Entities) > 0 && !strings.Contains(p.In(text), name) {
				l.of = name
			}
			labels = append(labels, l)
		}
	}
	return mark(text, labels)
}
