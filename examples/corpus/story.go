package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
)

// story is a line of the input.
type story struct {
	ID        string         `json:"id"`
	Text      *string        `json:"text"`
	Headline  string         `json:"headline"`
	Subhead   string         `json:"subhead"`
	Byline    names          `json:"byline"`
	Published string         `json:"published"`
	Language  string         `json:"language"`
	Source    string         `json:"source"`
	URL       string         `json:"url"`
	Targets   []article.Span `json:"targets"`
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

// analyze reads a story from a line and returns its analysis as JSON.
func analyze(line []byte, f article.Format) ([]byte, error) {
	var s story
	if err := json.Unmarshal(line, &s); err != nil {
		if e := new(json.SyntaxError); errors.As(err, &e) {
			return nil, fmt.Errorf("byte %d: %w", e.Offset, err)
		}
		return nil, err
	}
	if s.Text == nil {
		return nil, errors.New(`no "text"`)
	}
	meta, err := s.meta()
	if err != nil {
		return nil, err
	}
	for i, t := range s.Targets {
		if err := t.Check(fmt.Sprintf("targets[%d]", i), *s.Text); err != nil {
			return nil, err
		}
	}
	a := article.New(meta, *s.Text)
	for i := range s.Targets {
		s.Targets[i].Start += a.Body().Start
		s.Targets[i].End += a.Body().Start
	}
	return newstext.Analyze(a, s.Targets...).AppendJSON(make([]byte, 0, 8*len(line)), f)
}

func (s story) meta() (article.Meta, error) {
	m := article.Meta{ID: s.ID, Headline: s.Headline, Subhead: s.Subhead, Byline: s.Byline, Source: s.Source, URL: s.URL}
	var err error
	if s.Published != "" {
		if m.Published, err = parseTime(s.Published); err != nil {
			return m, fmt.Errorf("published: %w", err)
		}
	}
	if s.Language != "" {
		if m.Language, err = language.Parse(s.Language); err != nil {
			return m, fmt.Errorf("language: %w", err)
		}
	}
	return m, nil
}

// parseTime reads a time as RFC 3339 has it, or a day.
func parseTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is neither a time as 2006-01-02T15:04:05Z nor a day as 2006-01-02", bytes.TrimSpace([]byte(s)))
}
