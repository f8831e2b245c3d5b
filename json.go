package newstext

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// findings is what an analysis adds to the JSON of its article.
type findings struct {
	Entities entity.List      `json:"entities"`
	Quotes   quote.List       `json:"quotes"`
	Marked   []quote.Marked   `json:"marked"`
	Stances  sentiment.List   `json:"stances"`
	Tones    []sentiment.Tone `json:"tones"`
}

// AppendJSON appends the analysis as one JSON object on one line, in the form
// that doc.go describes field by field.
func (r *Analysis) AppendJSON(dst []byte, f article.Format) ([]byte, error) {
	dst, err := r.Article.AppendJSON(dst, f)
	if err != nil {
		return dst, err
	}
	w := findings{r.Entities, r.Quotes, r.Marked, r.Stances, r.Tones}
	// Lists without entries are [] and not null.
	if w.Entities == nil {
		w.Entities = entity.List{}
	}
	if w.Quotes == nil {
		w.Quotes = quote.List{}
	}
	if w.Marked == nil {
		w.Marked = []quote.Marked{}
	}
	if w.Stances == nil {
		w.Stances = sentiment.List{}
	}
	if w.Tones == nil {
		w.Tones = []sentiment.Tone{}
	}
	b, err := json.Marshal(w)
	if err != nil {
		return dst, err
	}
	// Two objects become one: {…article} + {…findings}.
	dst = bytes.TrimSuffix(dst, []byte("}"))
	return append(append(dst, ','), b[1:]...), nil
}

// MarshalJSON implements [json.Marshaler], with the text and without the tokens.
func (r *Analysis) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil, article.Format{}) }

// UnmarshalJSON implements [json.Unmarshaler]. Spans that do not fit the text are
// refused with an error that names the field and wraps [article.ErrSpan].
func (r *Analysis) UnmarshalJSON(data []byte) error {
	a := new(article.Article)
	if err := json.Unmarshal(data, a); err != nil {
		return err
	}
	var w findings
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	text := a.Text()
	if err := w.Entities.Check(text); err != nil {
		return fmt.Errorf("newstext: %w", err)
	}
	if err := w.Quotes.Check(text, w.Entities); err != nil {
		return fmt.Errorf("newstext: %w", err)
	}
	for i, m := range w.Marked {
		if err := m.Check(fmt.Sprintf("marked[%d]", i), text); err != nil {
			return fmt.Errorf("newstext: %w", err)
		}
	}
	if err := w.Stances.Check(text, w.Entities); err != nil {
		return fmt.Errorf("newstext: %w", err)
	}
	if err := sentiment.CheckTones(w.Tones, text, w.Entities); err != nil {
		return fmt.Errorf("newstext: %w", err)
	}
	w.Quotes.Bind(a, w.Entities)
	w.Stances.Bind(a, w.Entities)
	*r = Analysis{a, w.Entities, w.Quotes, w.Marked, w.Stances, w.Tones}
	return nil
}
