// Package ner finds names in the tokens of a story and tells persons,
// organizations, places, groups, events and works apart.
//
// A [Doc] is prepared from the text: tokens are cut at hyphens, headlines in
// title case or capitals are re-cased by what the body shows, every token gets
// its look-ups in the word lists. A [Model] then labels each token that may be
// part of a name by a linear model with the best sequence found by Viterbi's
// algorithm (a conditional random field, Lafferty et al. 2001), using what the whole
// document says about a word (Krishnan & Manning 2006; Ratinov & Roth 2009).
package ner

// Type is the type of a name. The values are those of entity.Type.
type Type uint8

// The types of names.
const (
	Person Type = iota
	Org
	Place
	Group
	Event
	Work
	Types // number of types
)

// Name is a name in the tokens of a Doc.
type Name struct {
	First, End int // half-open range of tokens
	Type       Type
}

// The labels of tokens: outside, then four for each type (BILOU).
const (
	outside = 0
	begin   = 1
	inside  = 2
	last    = 3
	unit    = 4
	Labels  = 1 + 4*int(Types)
)

func label(t Type, part int) int { return 4*int(t) + part }

// part returns the part and type of a label other than outside.
func part(l int) (int, Type) { return (l-1)%4 + 1, Type((l - 1) / 4) }

// LabelNames are the names of the labels, by number.
func LabelNames() []string {
	out := []string{"O"}
	for _, t := range []string{"person", "org", "place", "group", "event", "work"} {
		for _, p := range []string{"B", "I", "L", "U"} {
			out = append(out, p+"-"+t)
		}
	}
	return out
}

// May reports whether label b may follow label a in a sentence.
func May(a, b int) bool {
	open := false
	var at Type
	if a != outside {
		p, t := part(a)
		open, at = p == begin || p == inside, t
	}
	if b == outside {
		return !open
	}
	p, t := part(b)
	if open {
		return t == at && (p == inside || p == last)
	}
	return p == begin || p == unit
}

// ToLabels writes names, which must not overlap, as labels of n tokens.
func ToLabels(names []Name, n int) []uint8 {
	out := make([]uint8, n)
	for _, x := range names {
		if x.End-x.First == 1 {
			out[x.First] = uint8(label(x.Type, unit))
			continue
		}
		for i := x.First; i < x.End; i++ {
			out[i] = uint8(label(x.Type, inside))
		}
		out[x.First] = uint8(label(x.Type, begin))
		out[x.End-1] = uint8(label(x.Type, last))
	}
	return out
}

// FromLabels appends the names that a valid row of labels spells.
func FromLabels(out []Name, labels []uint8, first int) []Name {
	start := 0
	for i, l := range labels {
		if l == outside {
			continue
		}
		p, t := part(int(l))
		switch p {
		case begin:
			start = i
		case unit:
			out = append(out, Name{first + i, first + i + 1, t})
		case last:
			out = append(out, Name{first + start, first + i + 1, t})
		}
	}
	return out
}
