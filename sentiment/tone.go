package sentiment

import (
	"encoding/json"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/enum"
)

// Label is the class of a tone.
type Label uint8

// The labels.
const (
	Neutral Label = iota
	Positive
	Negative
)

var labelNames = enum.Names{Of: "tone label", Names: []string{"neutral", "positive", "negative"}}

// String returns "neutral", "positive" or "negative".
func (l Label) String() string { return labelNames.Name(uint8(l)) }

// MarshalText implements [encoding.TextMarshaler].
func (l Label) MarshalText() ([]byte, error) { return labelNames.Marshal(uint8(l)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (l *Label) UnmarshalText(b []byte) error {
	i, err := labelNames.Unmarshal(b)
	*l = Label(i)
	return err
}

// Contribution is what one word adds to a tone.
type Contribution struct {
	article.Span         // the word
	Term         string  `json:"term"`   // the lexicon entry
	Weight       float64 `json:"weight"` // what it adds to the score, modifiers included
}

// Tone is how the text itself, all voices together, frames an entity or a span
// that the caller asked about.
type Tone struct {
	Entity   int            // ID in the list of entities, −1 for a span
	Span     article.Span   // the span asked about; empty for an entity
	Score    float64        // −1 to 1
	Label    Label          // the class of the score
	Places   int            // mentions that were judged
	Positive float64        // share of them that the text frames positively
	Negative float64        // share of them that it frames negatively
	Evidence []Contribution // in order of the text
}

type toneJSON struct {
	Entity   *int           `json:"entity,omitempty"`
	Start    *int           `json:"start,omitempty"`
	End      *int           `json:"end,omitempty"`
	Score    float64        `json:"score"`
	Label    Label          `json:"label"`
	Places   int            `json:"places,omitempty"`
	Positive float64        `json:"positive,omitempty"`
	Negative float64        `json:"negative,omitempty"`
	Evidence []Contribution `json:"evidence,omitempty"`
}

// MarshalJSON implements [json.Marshaler].
func (t Tone) MarshalJSON() ([]byte, error) {
	w := toneJSON{Score: t.Score, Label: t.Label, Places: t.Places, Positive: t.Positive, Negative: t.Negative, Evidence: t.Evidence}
	if t.Entity >= 0 {
		w.Entity = &t.Entity
	} else {
		w.Start, w.End = &t.Span.Start, &t.Span.End
	}
	return json.Marshal(w)
}

// UnmarshalJSON implements [json.Unmarshaler].
func (t *Tone) UnmarshalJSON(data []byte) error {
	var w toneJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*t = Tone{Entity: -1, Score: w.Score, Label: w.Label, Places: w.Places, Positive: w.Positive, Negative: w.Negative, Evidence: w.Evidence}
	if w.Entity != nil {
		t.Entity = *w.Entity
	}
	if w.Start != nil && w.End != nil {
		t.Span = article.Span{Start: *w.Start, End: *w.End}
	}
	return nil
}
