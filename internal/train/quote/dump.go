package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/train/held"
	"github.com/seed05c9d22b/newstext/quote"
)

// dump writes what was found in the stories by models that have not seen them,
// and is at least as likely as this: analyses without their text, for the reading
// of errors.
func (c *course) dump(path string, least float64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for i, s := range c.stories {
		out := struct {
			ID       string      `json:"id"`
			Entities entity.List `json:"entities"`
			Quotes   quote.List  `json:"quotes"`
		}{s.ID, s.found, quote.List{}}
		for k, q := range c.quotes[i] {
			x := c.found[i][k]
			if x.said+x.p < 2*least {
				continue
			}
			out.Quotes = append(out.Quotes, quote.Quote{
				Kind:       [...]quote.Kind{quote.Indirect, quote.Mixed, quote.Direct}[q.Marked],
				Content:    q.Content,
				Cue:        q.Cue,
				Speaker:    quote.Party{Span: q.Speaker.Words, Entities: q.Speaker.Entities},
				Parent:     -1,
				Confidence: x.p,
			})
		}
		line, err := json.Marshal(out)
		if err != nil {
			return err
		}
		w.Write(line)
		w.WriteByte('\n')
	}
	return w.Flush()
}

// save writes the models that have not seen a fold.
func (c *course) save(dir string) error {
	for fold, m := range c.models {
		data, err := m.bytes()
		if err != nil {
			return err
		}
		if err := held.Save(dir, fold, data); err != nil {
			return err
		}
	}
	return nil
}
