// Package story turns a line of JSON into a story, and a story into the line of its
// analysis. It is what a pipeline does to each record, on one machine or many.
package story

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext/article"
)

// Story is a record of the input.
type Story struct {
	ID        string
	Text      string
	Headline  string
	Subhead   string
	Byline    []string
	Published time.Time
	Language  language.Tag
	Source    string
	URL       string
	Targets   []article.Span // spans of Text, in bytes, whose tone is wanted
}

// Parse reads a story from a JSON object with the fields of f. It is strict, as
// what it took for something else nobody would find again: no byte that is not
// UTF-8, no field of a wrong type, none of those it reads given twice. An error
// names the byte or the field, and the story beside it has what was read before,
// such as its id. Fields that Parse does not know it passes over.
func (f Fields) Parse(line []byte) (*Story, error) {
	s := new(Story)
	if i := invalid(line); i >= 0 {
		return s, fmt.Errorf("byte %d: no UTF-8", i)
	}
	values, err := f.values(line)
	if err != nil {
		return s, err
	}
	if values["text"] == nil {
		return s, fmt.Errorf("no %q", f.name("text"))
	}
	var byline names
	var published, lang string
	for _, field := range []struct {
		name string
		to   any
		want string
	}{
		{"id", &s.ID, "a string"}, {"text", &s.Text, "a string"}, {"headline", &s.Headline, "a string"},
		{"subhead", &s.Subhead, "a string"}, {"byline", &byline, "a string or a list of strings"},
		{"published", &published, "a string"}, {"language", &lang, "a string"}, {"source", &s.Source, "a string"},
		{"url", &s.URL, "a string"}, {"targets", &s.Targets, `a list of {"start", "end"}`},
	} {
		if v := values[field.name]; v != nil && json.Unmarshal(v, field.to) != nil {
			return s, fmt.Errorf("%q is %s, not %s", f.name(field.name), kind(v), field.want)
		}
	}
	s.Byline = byline
	if published != "" {
		if s.Published, err = parseTime(published); err != nil {
			return s, fmt.Errorf("%s: %w", f.name("published"), err)
		}
	}
	if lang != "" {
		if s.Language, err = language.Parse(lang); err != nil {
			return s, fmt.Errorf("%s: %w", f.name("language"), err)
		}
	}
	for i, t := range s.Targets {
		if err := t.Check(fmt.Sprintf("%s[%d]", f.name("targets"), i), s.Text); err != nil {
			return s, err
		}
	}
	return s, nil
}

// values returns the JSON of each field that is there and not null, by our names.
func (f Fields) values(line []byte) (map[string]json.RawMessage, error) {
	o := object{fields: f, values: make(map[string]json.RawMessage, 8)}
	o.before = len(line) - len(bytes.TrimLeft(line, " \t\r\n"))
	err := json.Unmarshal(line, &o)
	if e := new(json.SyntaxError); errors.As(err, &e) {
		return nil, fmt.Errorf("byte %d: %w", e.Offset, err)
	}
	return o.values, err
}

// object reads the outer level of a JSON object.
type object struct {
	fields Fields
	values map[string]json.RawMessage
	before int // bytes of the line before the object
}

func (o *object) UnmarshalJSON(data []byte) error {
	switch {
	case data[0] == '[':
		return errors.New("a list, not an object: one story a line is read (jq -c '.[]' makes it of a list)")
	case data[0] != '{':
		return fmt.Errorf("%s, not an object", kind(data))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.Token() // data is known to be well-formed
	seen := make(map[string]bool, 8)
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		at := d.InputOffset()
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err
		}
		name, known := o.fields.field(key.(string))
		switch {
		case !known:
			continue
		case seen[name]:
			return fmt.Errorf("byte %d: %q for the second time", o.before+int(at), key)
		}
		if seen[name] = true; string(value) != "null" {
			o.values[name] = value
		}
	}
	return nil
}

// names is a list of names, or one.
type names []string

func (n *names) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		if *n = nil; one != "" {
			*n = names{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(n))
}

// kind says what a JSON value is.
func kind(value []byte) string {
	switch value[0] {
	case '"':
		return "a string"
	case '[':
		return "a list"
	case '{':
		return "an object"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	}
	return "a number"
}

// invalid returns the offset of the first byte that is no UTF-8, or -1.
func invalid(line []byte) int {
	if utf8.Valid(line) {
		return -1
	}
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// parseTime reads a time as RFC 3339 has it, or a day.
func parseTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is neither a time as 2006-01-02T15:04:05Z nor a day as 2006-01-02", s)
}
