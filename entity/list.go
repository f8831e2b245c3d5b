package entity

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
)

// List holds the entities of a story in the order in which they are first
// named, and behind them those that have no name: "the gunman … he". The ID of an
// entity is its index.
type List []Entity

// ByType returns the entities of a type, in order.
func (l List) ByType(t Type) []Entity {
	var out []Entity
	for _, e := range l {
		if e.Type == t {
			out = append(out, e)
		}
	}
	return out
}

// Named returns the entities that have a name. They stand before the others,
// which the story speaks of again and again without naming them.
func (l List) Named() List {
	for i := range l {
		if m := l[i].Mentions; len(m) > 0 && !slices.ContainsFunc(m, func(m Mention) bool { return m.Kind == Name }) {
			return l[:i]
		}
	}
	return l
}

// ByMentions returns the entities with the most mentions first; where two have
// the same number, in order.
func (l List) ByMentions() []Entity {
	out := slices.Clone([]Entity(l))
	slices.SortStableFunc(out, func(a, b Entity) int { return len(b.Mentions) - len(a.Mentions) })
	return out
}

// Get returns the entity with an ID.
func (l List) Get(id int) (Entity, bool) {
	if id < 0 || id >= len(l) {
		return Entity{}, false
	}
	return l[id], true
}

// Find returns the first entity with this canonical name, case aside.
func (l List) Find(name string) (Entity, bool) {
	for _, e := range l {
		if strings.EqualFold(e.Name, name) {
			return e, true
		}
	}
	return Entity{}, false
}

// At returns the entity that is mentioned at a byte offset. For many look-ups
// make an [Index] once.
func (l List) At(offset int) (Entity, bool) {
	for _, e := range l {
		for _, m := range e.Mentions {
			if m.Has(offset) {
				return e, true
			}
		}
	}
	return Entity{}, false
}

// Check returns an error that wraps [article.ErrSpan] where a span of the list
// does not fit text, or an ID is not the entity's index.
func (l List) Check(text string) error {
	for i, e := range l {
		if e.ID != i {
			return fmt.Errorf("entities[%d].id: %d is not its place in the list", i, e.ID)
		}
		for j, r := range e.Roles {
			if err := r.Check(fmt.Sprintf("entities[%d].roles[%d]", i, j), text); err != nil {
				return err
			}
		}
		for j, m := range e.Mentions {
			if err := m.Check(fmt.Sprintf("entities[%d].mentions[%d]", i, j), text); err != nil {
				return err
			}
		}
	}
	return nil
}

// Ref is one mention and the entity that it belongs to.
type Ref struct {
	Mention
	Entity int // ID
}

// Index holds all mentions of a list in order of the text, for look-ups by
// place. It does not change with the list.
type Index []Ref

// Index returns the index of the list.
func (l List) Index() Index { return l.AppendIndex(Index{}) }

// AppendIndex appends the index of the list to another, whose memory may be used again so.
func (l List) AppendIndex(to Index) Index {
	// Mentions are told by where they start and by their number, which is quicker to sort
	// than all of a Ref.
	type place struct{ entity, mention int32 }
	var buffer [256]place
	var keyBuffer [len(buffer)]uint64
	places, keys := buffer[:0], keyBuffer[:0]
	for i := range l {
		for k := range l[i].Mentions {
			start := uint32(max(0, min(l[i].Mentions[k].Start, math.MaxInt32))) // a caller may have made it
			keys = append(keys, uint64(start)<<32|uint64(len(places)))
			places = append(places, place{int32(i), int32(k)})
		}
	}
	slices.Sort(keys)
	from := len(to)
	to = slices.Grow(to, len(keys))
	for _, key := range keys {
		p := places[uint32(key)]
		to = append(to, Ref{l[p.entity].Mentions[p.mention], l[p.entity].ID})
	}
	x := to[from:]
	if order := func(a, b Ref) int { return a.Compare(b.Span) }; !slices.IsSortedFunc(x, order) {
		slices.SortStableFunc(x, order) // some start together
	}
	return to
}

// At returns the mention that holds the byte at offset.
func (x Index) At(offset int) (Ref, bool) {
	r := x.In(article.Span{Start: offset, End: offset + 1})
	if len(r) == 0 {
		return Ref{}, false
	}
	return r[0], true
}

// In returns the mentions that overlap a span, in order. A mention may stand in
// another one: "Russian" in "the Russian leader".
func (x Index) In(s article.Span) Index {
	first := sort.Search(len(x), func(i int) bool { return x[i].Start >= s.Start })
	end := first + sort.Search(len(x)-first, func(i int) bool { return x[first+i].Start >= s.End })
	from, gaps := first, false
	for i := first - 1; i >= 0 && first-i <= maxNested; i-- {
		if x[i].End > s.Start {
			gaps = gaps || i != from-1
			from = i
		}
	}
	for i := first; i < end && !gaps; i++ {
		gaps = x[i].End <= s.Start // empty mentions of a list that a caller made
	}
	if !gaps {
		return x[from:end]
	}
	var out Index
	for _, r := range x[from:end] {
		if r.Overlaps(s) {
			out = append(out, r)
		}
	}
	return out
}

// maxNested is how many mentions may stand in one and before a place in it.
const maxNested = 16
