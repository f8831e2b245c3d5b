package story

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
)

// Rejection is what is told of a bad record, as JSON on a line.
type Rejection struct {
	Record int    `json:"record,omitempty"` // its number among all of the input, where they have an order
	Source string `json:"source"`
	Line   int    `json:"line"` // from 1; 0 where the file could not be opened
	ID     string `json:"id,omitempty"`
	Reason string `json:"reason"`
}

// Article returns the story as an article.
func (s *Story) Article() *article.Article {
	return article.New(article.Meta{ID: s.ID, Headline: s.Headline, Subhead: s.Subhead, Byline: s.Byline,
		Published: s.Published, Language: s.Language, Source: s.Source, URL: s.URL}, s.Text)
}

// Analyze returns the analysis of a story as one line of JSON, without its end.
func (s *Story) Analyze(f article.Format) ([]byte, error) {
	a := s.Article()
	targets := make([]article.Span, len(s.Targets))
	for i, t := range s.Targets {
		targets[i] = article.Span{Start: t.Start + a.Body().Start, End: t.End + a.Body().Start}
	}
	return newstext.Analyze(a, targets...).AppendJSON(make([]byte, 0, 8*len(s.Text)+1024), f)
}

// Analyze reads a story from a line and returns its id and the line of its
// analysis. That the library panics is a fault of it and not of the archive: it is
// an error of this story, with the place in the code.
func Analyze(line []byte, fields Fields, f article.Format) (id string, analysis []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a fault of newstext, please report it: %v%s", p, place(string(debug.Stack())))
		}
	}()
	s, err := fields.Parse(line)
	if err != nil {
		return s.ID, nil, err
	}
	analysis, err = s.Analyze(f)
	return s.ID, analysis, err
}

// place returns where a panic arose: the first line of the library after it.
func place(stack string) string {
	_, after, _ := strings.Cut(stack, "panic(")
	for line := range strings.Lines(after) {
		if file, ok := strings.CutPrefix(line, "\t"); ok && strings.Contains(file, "newstext") {
			file, _, _ = strings.Cut(strings.TrimSpace(file), " +")
			return " at " + file[strings.LastIndex(file, "newstext")+len("newstext"):]
		}
	}
	return ""
}
