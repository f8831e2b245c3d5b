package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// ErrSpan is wrapped by every error that reports a span which does not fit its
// text; the error itself is a [*SpanError].
var ErrSpan = errors.New("span does not fit")

// SpanError reports a span that does not fit its text.
type SpanError struct {
	Field  string // where in the JSON, such as "blocks[3]"
	Span   Span
	Reason string // such as "ends behind the text (523 bytes)"
}

func (e *SpanError) Error() string {
	return fmt.Sprintf("%s: span %v %s", e.Field, e.Span, e.Reason)
}

// Unwrap returns [ErrSpan].
func (e *SpanError) Unwrap() error { return ErrSpan }

// Check returns a *[SpanError] that names the field where s is no span of text.
func (s Span) Check(field, text string) error {
	switch {
	case s.Start < 0:
		return &SpanError{field, s, "starts before the text"}
	case s.End < s.Start:
		return &SpanError{field, s, "ends before it starts"}
	case s.End > len(text):
		return &SpanError{field, s, fmt.Sprintf("ends behind the text (%d bytes)", len(text))}
	}
	return nil
}

// Format chooses what the JSON of an article or an analysis holds.
type Format struct {
	OmitText bool // leave the text out; offsets stay as they are
	Tokens   bool // add the tokens with part of speech, lemma, head and relation
}

type blockJSON struct {
	Kind Kind `json:"kind"`
	Span
}

type articleJSON struct {
	ID        string      `json:"id,omitempty"`
	Text      *string     `json:"text,omitempty"`
	Bytes     []byte      `json:"bytes,omitempty"` // the text in base64, where it is no valid UTF-8
	Body      *Span       `json:"body,omitempty"`
	Meta      Meta        `json:"meta,omitzero"`
	Blocks    []blockJSON `json:"blocks"`
	Sentences []Span      `json:"sentences"`
	Tokens    []tokenJSON `json:"tokens,omitempty"`
}

type tokenJSON struct {
	Span
	Tag   Tag    `json:"tag"`
	Lemma string `json:"lemma"`
	Head  int    `json:"head"` // place of the head among the tokens, −1 at the root of a sentence
	Rel   string `json:"rel"`
}

// AppendJSON appends the article as a JSON object: its part of the JSON of an
// analysis. JSON cannot hold a text that is no valid UTF-8, and a repaired one
// would have other offsets: such a text is given as "bytes", in base64.
func (a *Article) AppendJSON(dst []byte, f Format) ([]byte, error) {
	w := articleJSON{ID: a.meta.ID, Meta: a.meta,
		Blocks: make([]blockJSON, len(a.blocks)), Sentences: make([]Span, len(a.sentences))}
	w.Meta.ID = "" // it stands at the top; without it, a meta that holds nothing else is left out
	switch {
	case f.OmitText:
	case utf8.ValidString(a.text):
		w.Text = &a.text
	default:
		w.Bytes = []byte(a.text)
	}
	if a.body != (Span{0, len(a.text)}) {
		w.Body = &a.body
	}
	for i, b := range a.blocks {
		w.Blocks[i] = blockJSON{Kind(b.Kind), span(b.Span)}
	}
	for i, s := range a.sentences {
		w.Sentences[i] = span(s.Span)
	}
	if f.Tokens {
		w.Tokens = make([]tokenJSON, len(a.tokens))
		for i := range w.Tokens {
			t := a.Token(i)
			head := -1
			if h, ok := t.Head(); ok {
				head = h.Index()
			}
			w.Tokens[i] = tokenJSON{t.Span(), t.Tag(), t.Lemma(), head, t.Relation()}
		}
	}
	b, err := json.Marshal(w)
	return append(dst, b...), err
}

// MarshalJSON implements [json.Marshaler]: text, metadata, blocks and sentences.
func (a *Article) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil, Format{}) }

// UnmarshalJSON implements [json.Unmarshaler]. Blocks and sentences are taken as
// they stand in the JSON, tokens are cut anew; without blocks the text is read as
// by [Parse]. Spans that do not fit the text are refused with an error that wraps
// [ErrSpan], and the article is left as it was.
func (a *Article) UnmarshalJSON(data []byte) error {
	var w articleJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	if w.Text == nil && w.Bytes == nil {
		return errors.New("article: JSON without text")
	}
	if w.Text == nil {
		text := string(w.Bytes)
		w.Text = &text
	}
	w.Meta.ID = w.ID
	if w.Blocks == nil {
		m := w.Meta
		m.Headline, m.Subhead, m.Dateline = "", "", nil // read off the text again
		*a = *New(m, *w.Text)
		return nil
	}
	b := Article{text: *w.Text, meta: w.Meta, body: Span{0, len(*w.Text)}, layers: new(layers)}
	if w.Body != nil {
		b.body = *w.Body
	}
	if err := b.body.Check("body", b.text); err != nil {
		return err
	}
	if err := b.setBlocks(w.Blocks, w.Sentences); err != nil {
		return err
	}
	if d := w.Meta.Dateline; d != nil {
		parts := append([]Span{d.Span, d.Date, d.Agency}, d.Places...)
		for _, s := range parts {
			if err := s.Check("meta.dateline", b.text); err != nil {
				return err
			}
		}
	}
	for i, x := range b.blocks {
		if x.Kind == segment.Byline {
			if p, ok := segment.FindByline(b.text, b.blocks[i]); ok {
				b.bylines = append(b.bylines, Byline{span(p.Span), spans(p.Authors), span(p.Title), span(p.Agency)})
			}
		}
	}
	*a = b
	return nil
}

// setBlocks checks and takes blocks and sentences from JSON and cuts the tokens.
func (a *Article) setBlocks(blocks []blockJSON, sentences []Span) error {
	if len(a.text) > MaxText {
		return fmt.Errorf("article: text of %d bytes is too long for JSON", len(a.text))
	}
	end, next := 0, 0
	for i, b := range blocks {
		field := fmt.Sprintf("blocks[%d]", i)
		if err := b.Check(field, a.text); err != nil {
			return err
		}
		if b.Start < end {
			return &SpanError{field, b.Span, fmt.Sprintf("overlaps the block before it, which ends at %d", end)}
		}
		end = b.End
		first := len(a.sentences)
		for at := b.Start; next < len(sentences) && sentences[next].Start < b.End; next++ {
			s, field := sentences[next], fmt.Sprintf("sentences[%d]", next)
			if err := s.Check(field, a.text); err != nil {
				return err
			}
			if s.Start < at || s.End > b.End {
				return &SpanError{field, s, "is out of order or not inside one block"}
			}
			at = s.End
			a.addSentence(s)
		}
		a.blocks = append(a.blocks, segment.Block{Span: segment.Span{Start: uint32(b.Start), End: uint32(b.End)},
			Kind: segment.Kind(b.Kind), FirstSentence: uint32(first), EndSentence: uint32(len(a.sentences))})
	}
	if next < len(sentences) {
		return &SpanError{fmt.Sprintf("sentences[%d]", next), sentences[next], "is not inside a block"}
	}
	return nil
}

// addSentence cuts the tokens of a sentence that is given.
func (a *Article) addSentence(s Span) {
	x := segment.Span{Start: uint32(s.Start), End: uint32(s.End)}
	first := len(a.tokens)
	_, a.tokens = segment.Sentences(a.text, x, true, nil, a.tokens)
	a.sentences = append(a.sentences, segment.Sentence{Span: x, FirstToken: uint32(first), EndToken: uint32(len(a.tokens))})
}
