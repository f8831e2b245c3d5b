package main

import (
	"encoding/json"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/train/held"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
	"github.com/seed05c9d22b/newstext/quote"
)

// story is a labelled story.
type story struct {
	ID       string      `json:"id"`
	Text     string      `json:"text"`
	Entities entity.List `json:"entities"`
	Quotes   quote.List  `json:"quotes"`

	article *article.Article
	found   entity.List // by the library, in place of the labelled ones
}

// readStories reads a file of stories, gzipped or not.
func readStories(path string) ([]*story, error) {
	var out []*story
	err := lines.Each(path, func(line []byte) error {
		s := new(story)
		if err := json.Unmarshal(line, s); err != nil {
			return err
		}
		s.article = article.Parse(s.Text)
		out = append(out, s)
		return nil
	})
	return out, err
}

// findEntities finds what is found before quotes are, in the stories of each fold
// by models of a folder that have not seen them.
func findEntities(stories []*story, dir string) error {
	return held.Each(dir, func(fold lines.Fold, names *entity.Model) error {
		x := entity.Extractor{Model: names}
		for i := fold.I; i < len(stories); i += fold.N {
			stories[i].found = x.Extract(stories[i].article)
		}
		return nil
	})
}

// gold returns the labels in the form of package attribution.
func (s *story) gold() []attribution.Gold {
	out := make([]attribution.Gold, len(s.Quotes))
	for i, q := range s.Quotes {
		out[i] = attribution.Gold{Content: q.Content, Cue: q.Cue, Speaker: q.Speaker.Span, Entities: q.Speaker.Entities}
	}
	return out
}

// goldFound is gold with the entities that were found: each labelled one is the
// found one that shares the most of its names, or none.
func (s *story) goldFound() []attribution.Gold {
	x := s.found.Index()
	same := make([]int, len(s.Entities))
	votes := make([]int, len(s.found))
	for i, e := range s.Entities {
		clear(votes)
		best := -1
		for _, m := range e.Mentions {
			for _, r := range x.In(m.Span) {
				if r.Kind != entity.Name {
					continue
				}
				if votes[r.Entity]++; best < 0 || votes[r.Entity] > votes[best] {
					best = r.Entity
				}
			}
		}
		same[i] = best
	}
	out := s.gold()
	for i := range out {
		var ids []int
		for _, id := range out[i].Entities {
			if same[id] >= 0 {
				ids = append(ids, same[id])
			}
		}
		out[i].Entities, out[i].Lost = ids, len(ids) < len(out[i].Entities)
	}
	return out
}
