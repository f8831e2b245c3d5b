package entity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// Record is an entry of a [Gazetteer].
type Record struct {
	Name    string   `json:"name"`              // the name under which the entity is listed
	Type    Type     `json:"type"`              //
	Aliases []string `json:"aliases,omitempty"` // other names of the same
	Country string   `json:"country,omitempty"` // ISO 3166 alpha-2 code
}

// Gazetteer is a list of names of the caller's own. What it lists is found
// wherever the text has it as whole words, with the type, name and country that
// the record gives, and all names of a record are one entity. Only a longer name
// goes before it: "Apple" is not looked for in "Apple Valley" where that was
// found as a place.
//
// Case counts; accents, typographic apostrophes and hyphens do not. A name that
// several records have is the first one's; a record's own name goes before the
// aliases of others, so that aliases that point in a circle do no harm.
//
// Build one by [NewGazetteer] or [ReadGazetteer], once: it is immutable, safe
// for concurrent use, and finds a name among millions as fast as among ten.
type Gazetteer struct {
	records []gazetteerRecord
	keys    []gazetteerKey
	text    []byte   // all keys in normal form
	slots   []uint32 // open addressing: number of a key + 1
	firsts  []first  // open addressing: beginnings of keys
	begins  int
}

type gazetteerRecord struct {
	name, country string
	typ           Type
}

type gazetteerKey struct {
	at     uint32
	length uint16
	record uint32
	own    bool
}

// first says of the hash of a first word how many tokens a key that begins
// with it may have.
type first struct {
	hash   uint32
	tokens uint8 // 0: empty slot
}

// maxKey is the length in bytes beyond which a name is refused.
const maxKey = 1000

// NewGazetteer makes a gazetteer of records. The error says which record is
// unfit and why.
func NewGazetteer(records []Record) (*Gazetteer, error) {
	g := new(Gazetteer)
	for i, r := range records {
		if err := g.add(r); err != nil {
			return nil, fmt.Errorf("gazetteer: record %d: %w", i, err)
		}
	}
	g.index()
	return g, nil
}

// Len returns the number of records.
func (g *Gazetteer) Len() int { return len(g.records) }

func (g *Gazetteer) add(r Record) error {
	if int(r.Type) >= len(typeNames.Names) {
		return fmt.Errorf("%q has no valid type", r.Name)
	}
	if c := r.Country; c != "" && (len(c) != 2 || c != strings.ToUpper(c)) {
		return fmt.Errorf("%q: country %q is no ISO 3166 code of two capitals", r.Name, c)
	}
	n := uint32(len(g.records))
	if err := g.key(r.Name, n, true); err != nil {
		return err
	}
	for _, a := range r.Aliases {
		if strings.TrimSpace(a) == "" {
			continue
		}
		if err := g.key(a, n, false); err != nil {
			return err
		}
	}
	g.records = append(g.records, gazetteerRecord{r.Name, r.Country, r.Type})
	return nil
}

func (g *Gazetteer) key(name string, record uint32, own bool) error {
	k := lexicon.Normal(name, false)
	switch {
	case k == "":
		return fmt.Errorf("empty name")
	case len(k) > maxKey:
		return fmt.Errorf("name of %d bytes; at most %d are possible", len(k), maxKey)
	}
	g.keys = append(g.keys, gazetteerKey{uint32(len(g.text)), uint16(len(k)), record, own})
	g.text = append(g.text, k...)
	return nil
}

// index fills the tables: own names first, so that they go before aliases.
func (g *Gazetteer) index() {
	size := 16
	for size < 2*len(g.keys) {
		size *= 2
	}
	g.slots = make([]uint32, size)
	g.firsts = make([]first, size)
	for _, own := range []bool{true, false} {
		for i, k := range g.keys {
			if k.own != own {
				continue
			}
			text := string(g.text[k.at : int(k.at)+int(k.length)])
			slot, found := g.slot(uint32(lexicon.Hash(0).Add(text)), text)
			if !found {
				g.slots[slot] = uint32(i) + 1
				g.begin(text)
			}
		}
	}
}

// slot finds the slot of a key, or the empty one where it belongs.
func (g *Gazetteer) slot(hash uint32, text string) (int, bool) {
	mask := len(g.slots) - 1
	for at := int(hash*0x9E3779B1>>4) & mask; ; at = (at + 1) & mask {
		n := g.slots[at]
		if n == 0 {
			return at, false
		}
		k := g.keys[n-1]
		if string(g.text[k.at:int(k.at)+int(k.length)]) == text {
			return at, true
		}
	}
}

// begin notes the beginnings of a key at which its first token may end.
func (g *Gazetteer) begin(text string) {
	tokens := 1
	for i := 1; i < len(text); i++ {
		if lexicon.Boundary(text, i) {
			tokens++
		}
	}
	for i := 1; i <= len(text); i++ {
		if i < len(text) && !lexicon.Boundary(text, i) {
			if text[i-1] == ' ' {
				break
			}
			continue
		}
		g.noteFirst(uint32(lexicon.Hash(0).Add(text[:i])), uint8(min(tokens, 255)))
		if i < len(text) && text[i] == ' ' {
			break
		}
	}
}

func (g *Gazetteer) noteFirst(hash uint32, tokens uint8) {
	if 2*g.begins >= len(g.firsts) {
		old := g.firsts
		g.firsts, g.begins = make([]first, 2*len(old)), 0
		for _, f := range old {
			if f.tokens > 0 {
				g.noteFirst(f.hash, f.tokens)
			}
		}
	}
	mask := len(g.firsts) - 1
	at := int(hash*0x9E3779B1>>4) & mask
	for g.firsts[at].tokens > 0 && g.firsts[at].hash != hash {
		at = (at + 1) & mask
	}
	if g.firsts[at].tokens == 0 {
		g.begins++
	}
	g.firsts[at] = first{hash, max(g.firsts[at].tokens, tokens)}
}

// longest returns how many tokens a key may have that begins with a word.
func (g *Gazetteer) longest(hash uint32) int {
	mask := len(g.firsts) - 1
	for at := int(hash*0x9E3779B1>>4) & mask; g.firsts[at].tokens > 0; at = (at + 1) & mask {
		if g.firsts[at].hash == hash {
			return int(g.firsts[at].tokens)
		}
	}
	return 0
}

// lookup returns the number of the record that has a name, counted from 1, or 0.
func (g *Gazetteer) lookup(name string) int32 {
	text := lexicon.Normal(name, false)
	slot, ok := g.slot(uint32(lexicon.Hash(0).Add(text)), text)
	if !ok {
		return 0
	}
	return int32(g.keys[g.slots[slot]-1].record) + 1
}

// apply puts the names of the gazetteer into the names found by other means.
func (g *Gazetteer) apply(found []ner.Name, d *ner.Doc) []ner.Name {
	if len(g.records) == 0 {
		return found
	}
	var own []ner.Name
	for si := range d.Sentences {
		s := &d.Sentences[si]
		for i := s.First; i < s.End; i++ {
			n := min(g.longest(uint32(lexicon.Hash(0).Add(d.Tokens[i].Form))), s.End-i)
			if n == 0 {
				continue
			}
			if n, t := g.match(d, i, n); n > 0 {
				own = append(own, ner.Name{First: i, End: i + n, Type: ner.Type(t)})
				i += n - 1
			}
		}
	}
	return merge(found, own)
}

// match finds the longest key of at most n tokens at token i.
func (g *Gazetteer) match(d *ner.Doc, i, n int) (tokens int, t Type) {
	mask := len(g.slots) - 1
	h := lexicon.Hash(0)
	for k := 0; k < n; k++ {
		if k > 0 && d.Tokens[i+k].Spaced {
			h = h.Add(" ")
		}
		h = h.Add(d.Tokens[i+k].Form)
		if g.slots[int(uint32(h)*0x9E3779B1>>4)&mask] == 0 {
			continue
		}
		if r := g.lookup(joined(d, i, i+k+1)); r > 0 {
			tokens, t = k+1, g.records[r-1].typ
		}
	}
	return tokens, t
}

// joined writes tokens with single spaces where the text has white space.
func joined(d *ner.Doc, first, end int) string {
	if end-first == 1 {
		return d.Tokens[first].Form
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if i > first && d.Tokens[i].Spaced {
			b.WriteByte(' ')
		}
		b.WriteString(d.Tokens[i].Form)
	}
	return b.String()
}

// merge merges two sorted lists of names; where they overlap, own goes before
// found, unless it lies within a longer one.
func merge(found, own []ner.Name) []ner.Name {
	if len(own) == 0 {
		return found
	}
	out := make([]ner.Name, 0, len(found)+len(own))
	k := 0
	for _, f := range found {
		for k < len(own) && own[k].End <= f.First {
			out = append(out, own[k])
			k++
		}
		inside := k < len(own) && own[k].First >= f.First && own[k].End <= f.End && own[k].End-own[k].First < f.End-f.First
		if inside && k+1 < len(own) && own[k+1].First < f.End {
			inside = false // several of them: "Alpha Works and Beta Works" is no one name
		}
		switch {
		case k == len(own) || own[k].First >= f.End:
			out = append(out, f)
		case inside:
			out = append(out, f)
			for k < len(own) && own[k].First < f.End {
				k++
			}
		}
	}
	out = append(out, own[k:]...)
	slices.SortStableFunc(out, func(a, b ner.Name) int { return cmp.Compare(a.First, b.First) })
	return out
}
