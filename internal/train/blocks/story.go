package main

import (
	"encoding/json"
	"regexp"

	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
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

func readStories(path string) ([]story, error) {
	var stories []story
	err := lines.Each(path, func(raw []byte) error {
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

// isPost tells the signature of an embedded post.
var isPost = regexp.MustCompile(`\(@\w+\) \w+ \d+, \d{4}$`)

// relabelPosts makes pull quotes of embedded posts, which the labelled stories
// have as running text.
func relabelPosts(stories []story) {
	for _, s := range stories {
		for i := range s.lines {
			if s.lines[i].kind == segment.Paragraph && isPost.MatchString(s.lines[i].text) {
				s.lines[i].kind = segment.PullQuote
			}
		}
	}
}
