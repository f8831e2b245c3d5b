package quote

import (
	"encoding/json"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/enum"
)

// Kind says how much of a quote stands in quotation marks.
type Kind uint8

// The kinds of quotes.
const (
	Direct   Kind = iota // all of the content
	Mixed                // a part of it
	Indirect             // none
)

var kindNames = enum.Names{Of: "quote kind", Names: []string{"direct", "mixed", "indirect"}}

// String returns the kind's name in JSON, such as "indirect".
func (k Kind) String() string { return kindNames.Name(uint8(k)) }

// MarshalText implements [encoding.TextMarshaler].
func (k Kind) MarshalText() ([]byte, error) { return kindNames.Marshal(uint8(k)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (k *Kind) UnmarshalText(b []byte) error {
	i, err := kindNames.Unmarshal(b)
	*k = Kind(i)
	return err
}

// Class says what a speaker does by saying it.
type Class uint8

// The classes of cues.
const (
	Neutral  Class = iota // say, tell, according to
	Assert                // insist, claim
	Concede               // acknowledge, admit
	Deny                  // deny, reject the claim
	Accuse                // accuse, allege
	Promise               // promise, vow
	Question              // ask, wonder, doubt
	Decline               // decline to say
	Demand                // demand, urge, order
	Warn                  // warn, express concern
	Praise                // praise, welcome
)

var classNames = enum.Names{Of: "cue class", Names: []string{"neutral", "assert", "concede", "deny", "accuse", "promise", "question", "decline", "demand", "warn", "praise"}}

// String returns the class's name in JSON, such as "deny".
func (c Class) String() string { return classNames.Name(uint8(c)) }

// MarshalText implements [encoding.TextMarshaler].
func (c Class) MarshalText() ([]byte, error) { return classNames.Marshal(uint8(c)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Class) UnmarshalText(b []byte) error {
	i, err := classNames.Unmarshal(b)
	*c = Class(i)
	return err
}

// Party is a speaker or an addressee: the words that name him, and the entities
// that they refer to. Either may be missing.
type Party struct {
	article.Span       // the words nearest to the cue: "President Barack Obama", "he"
	Entities     []int // IDs in the list of entities
	list         entity.List
	text         string
}

// Known reports whether there are words or an entity.
func (p Party) Known() bool { return !p.Empty() || len(p.Entities) > 0 }

// Name returns the canonical names of the entities, or the words where they
// refer to none, or "".
func (p Party) Name() string {
	var names []string
	for _, id := range p.Entities {
		if e, ok := p.list.Get(id); ok {
			names = append(names, e.Name)
		}
	}
	if len(names) > 0 {
		return strings.Join(names, " and ")
	}
	return p.In(p.text)
}

// Is reports whether the party is the entity with this ID, alone or with others.
func (p Party) Is(id int) bool {
	for _, e := range p.Entities {
		if e == id {
			return true
		}
	}
	return false
}

// String returns [Party.Name].
func (p Party) String() string { return p.Name() }

// Quote is something that the story reports as said.
type Quote struct {
	Kind    Kind
	Content []article.Span // the words said, without outer marks; several where they are interrupted
	Cue     article.Span   // the words that report: "said", "according to"; empty where there are none
	Class   Class
	Negated bool // the cue is negated: "did not say that"

	Speaker   Party
	Addressee Party

	// Parent is the index of the quote that this one stands in ("a source told
	// the agency that …"), −1 where it stands in none.
	Parent int
	// Confidence is the probability that content and speaker are right, 0 where
	// it is not known.
	Confidence float64

	text string
}

// Span returns the range from the first word said to the last, interruptions
// included.
func (q Quote) Span() article.Span {
	var s article.Span
	for _, c := range q.Content {
		s = s.Union(c)
	}
	return s
}

type partyJSON struct {
	Start    *int  `json:"start,omitempty"`
	End      *int  `json:"end,omitempty"`
	Entities []int `json:"entities,omitempty"`
}

type quoteJSON struct {
	Kind       Kind           `json:"kind"`
	Content    []article.Span `json:"content"`
	Cue        article.Span   `json:"cue,omitzero"`
	Class      Class          `json:"class"`
	Negated    bool           `json:"negated,omitempty"`
	Speaker    *partyJSON     `json:"speaker,omitempty"`
	Addressee  *partyJSON     `json:"addressee,omitempty"`
	Parent     *int           `json:"parent,omitempty"`
	Confidence float64        `json:"confidence,omitempty"`
}

func (p Party) toJSON() *partyJSON {
	if !p.Known() {
		return nil
	}
	w := &partyJSON{Entities: p.Entities}
	if !p.Empty() {
		w.Start, w.End = &p.Start, &p.End
	}
	return w
}

func (w *partyJSON) party() Party {
	if w == nil {
		return Party{}
	}
	p := Party{Entities: w.Entities}
	if w.Start != nil && w.End != nil {
		p.Span = article.Span{Start: *w.Start, End: *w.End}
	}
	return p
}

// MarshalJSON implements [json.Marshaler].
func (q Quote) MarshalJSON() ([]byte, error) {
	w := quoteJSON{Kind: q.Kind, Content: q.Content, Cue: q.Cue, Class: q.Class, Negated: q.Negated,
		Speaker: q.Speaker.toJSON(), Addressee: q.Addressee.toJSON(), Confidence: q.Confidence}
	if q.Parent >= 0 {
		w.Parent = &q.Parent
	}
	return json.Marshal(w)
}

// UnmarshalJSON implements [json.Unmarshaler]. Call [List.Bind] afterwards, so
// that Text and Name know the words.
func (q *Quote) UnmarshalJSON(data []byte) error {
	var w quoteJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*q = Quote{Kind: w.Kind, Content: w.Content, Cue: w.Cue, Class: w.Class, Negated: w.Negated,
		Speaker: w.Speaker.party(), Addressee: w.Addressee.party(), Parent: -1, Confidence: w.Confidence}
	if w.Parent != nil {
		q.Parent = *w.Parent
	}
	return nil
}
