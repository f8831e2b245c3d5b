package sentiment

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/enum"
)

// Polarity says on which side a holder is.
type Polarity uint8

// The polarities.
const (
	For     Polarity = iota // praise, support, defence, alliance
	Against                 // criticism, blame, rejection, threat, attack
)

var polarityNames = enum.Names{Of: "polarity", Names: []string{"for", "against"}}

// String returns "for" or "against".
func (p Polarity) String() string { return polarityNames.Name(uint8(p)) }

// MarshalText implements [encoding.TextMarshaler].
func (p Polarity) MarshalText() ([]byte, error) { return polarityNames.Marshal(uint8(p)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (p *Polarity) UnmarshalText(b []byte) error {
	i, err := polarityNames.Unmarshal(b)
	*p = Polarity(i)
	return err
}

// Flags say what weakens or colours a stance. They are a set of bits.
type Flags uint8

// The flags.
const (
	Negated     Flags = 1 << iota // "did not back"
	Hedged                        // "may back", "appeared to back"
	Conditional                   // "would back it if"
	Questioned                    // asked, not said
	Quoted                        // what somebody else is reported to say of holder and target
)

var flagNames = [...]string{"negated", "hedged", "conditional", "question", "quoted"}

// Names returns the names of the flags that are set, as in JSON.
func (f Flags) Names() []string {
	var out []string
	for i, n := range flagNames {
		if f&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// String returns the names of the flags that are set, with commas.
func (f Flags) String() string { return strings.Join(f.Names(), ",") }

// MarshalJSON implements [json.Marshaler]: a list of names.
func (f Flags) MarshalJSON() ([]byte, error) { return json.Marshal(f.Names()) }

// UnmarshalJSON implements [json.Unmarshaler].
func (f *Flags) UnmarshalJSON(data []byte) error {
	var names []string
	if err := json.Unmarshal(data, &names); err != nil {
		return err
	}
	*f = 0
next:
	for _, name := range names {
		for i, n := range flagNames {
			if n == name {
				*f |= 1 << i
				continue next
			}
		}
		return errors.New("sentiment: no flag " + name)
	}
	return nil
}

// Party is the holder or target of a stance: a named entity, words of the text,
// or the author of the story. Where it is an entity, Span may hold the words that
// name it there.
type Party struct {
	article.Span      // the words; empty for the author
	Entity       int  // ID in the list of entities, −1 where it is none
	Author       bool // the writer of the story himself
	list         entity.List
	text         string
}

// Name returns the canonical name of the entity, the words, or "author".
func (p Party) Name() string {
	if p.Author {
		return "author"
	}
	if e, ok := p.list.Get(p.Entity); ok {
		return e.Name
	}
	return p.In(p.text)
}

// String returns [Party.Name].
func (p Party) String() string { return p.Name() }

type partyJSON struct {
	Author bool `json:"author,omitempty"`
	Entity *int `json:"entity,omitempty"`
	Start  *int `json:"start,omitempty"`
	End    *int `json:"end,omitempty"`
}

// MarshalJSON implements [json.Marshaler].
func (p Party) MarshalJSON() ([]byte, error) {
	w := partyJSON{Author: p.Author}
	if !p.Author && p.Entity >= 0 {
		w.Entity = &p.Entity
	}
	if !p.Author && !p.Empty() {
		w.Start, w.End = &p.Start, &p.End
	}
	return json.Marshal(w)
}

// UnmarshalJSON implements [json.Unmarshaler].
func (p *Party) UnmarshalJSON(data []byte) error {
	var w partyJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*p = Party{Author: w.Author, Entity: -1}
	if w.Entity != nil {
		p.Entity = *w.Entity
	}
	if w.Start != nil && w.End != nil {
		p.Span = article.Span{Start: *w.Start, End: *w.End}
	}
	return nil
}

// Stance says that a holder is for or against a target, as the story shows it by
// words or deeds.
type Stance struct {
	Holder   Party          `json:"holder"`
	Target   Party          `json:"target"`
	Polarity Polarity       `json:"polarity"`
	Strength float64        `json:"strength"`        // above 0 to 1
	Evidence []article.Span `json:"evidence"`        // the shortest words that show it
	Frame    string         `json:"frame,omitempty"` // the lexicon entry or rule that fired: "accuse"
	Flags    Flags          `json:"flags,omitzero"`
	// Reasons say what made the stance likely, and by how much, the weightiest
	// first. Evidence, Frame and Flags say by which words, entry and modifiers.
	Reasons []Reason `json:"reasons,omitempty"`
}

// Reason is what one kind of knowledge gave to a stance.
type Reason struct {
	// What is frame (the entries of the list of frames), words (what is learned of
	// the words that show it), holder or target (what is learned of the phrase), link
	// (how the two hang together in the sentence), quote, or story (what the rest of
	// the story says).
	What   string  `json:"what"`
	Weight float64 `json:"weight"` // log-odds, above 0 for a stance and below against it
}
