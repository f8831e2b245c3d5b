package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// story is a labelled story.
type story struct {
	lines  []line
	topics []string // names in the story
	quotes []string // what is said in it
}

// line is a line of a story or page.
type line struct {
	kind segment.Kind
	text string
}

// kinds are the kinds by name.
var kinds = func() map[string]segment.Kind {
	byName := make(map[string]segment.Kind)
	for k := range segment.Kind(segment.NumKinds) {
		byName[k.String()] = k
	}
	return byName
}()

type span struct{ Start, End int }

type labelled struct {
	Text   string
	Blocks []struct {
		span
		Kind string
	}
	Entities []struct{ Name, Type string }
	Quotes   []struct {
		Kind    string
		Content []span
	}
}

// eachLine calls f with each line of a file of JSON lines, packed or not.
func eachLine(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return err
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		if err := f(lines.Bytes()); err != nil {
			return err
		}
	}
	return lines.Err()
}

func readStories(path string) ([]story, error) {
	var stories []story
	err := eachLine(path, func(raw []byte) error {
		var l labelled
		if err := json.Unmarshal(raw, &l); err != nil {
			return err
		}
		var s story
		for _, b := range l.Blocks {
			s.lines = append(s.lines, line{kinds[b.Kind], l.Text[b.Start:b.End]})
		}
		for _, e := range l.Entities {
			if e.Type != "person" && e.Type != "group" {
				s.topics = append(s.topics, e.Name)
			}
		}
		for _, q := range l.Quotes {
			if q.Kind == "direct" && len(q.Content) == 1 {
				s.quotes = append(s.quotes, l.Text[q.Content[0].Start:q.Content[0].End])
			}
		}
		stories = append(stories, s)
		return nil
	})
	return stories, err
}

// readNews reads unlabelled stories, the headline as their first line. They have
// no kinds yet.
func readNews(path string, limit int) ([]story, error) {
	var stories []story
	err := eachLine(path, func(raw []byte) error {
		var l struct{ Headline, Text string }
		if err := json.Unmarshal(raw, &l); err != nil || len(stories) == limit {
			return err
		}
		var s story
		if h := strings.TrimSpace(l.Headline); h != "" && !strings.Contains(h, "\n") {
			s.lines = append(s.lines, line{segment.Headline, h})
		}
		for _, b := range segment.CutLines(nil, l.Text) {
			s.lines = append(s.lines, line{segment.Paragraph, l.Text[b.Start:b.End]})
		}
		if len(s.lines) > 3 {
			stories = append(stories, s)
		}
		return nil
	})
	return stories, err
}

// label gives the lines of a story the kinds that a model finds; the headline is
// known. It reports false for a story whose lines do not stay lines.
func (s *story) label(m *segment.LineModel) bool {
	p := page{lines: s.lines}
	blocks := segment.BlocksWith(m, p.text(), false)
	if len(blocks) != len(s.lines) || blocks[0].Kind != segment.Headline {
		return false
	}
	for i, b := range blocks {
		s.lines[i].kind = b.Kind
	}
	return true
}
