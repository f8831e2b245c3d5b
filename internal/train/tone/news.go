package main

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// readWeight is what a target in a story counts against one of NewsMTSC.
const readWeight = 0.3

// readMark is a feature of targets in stories: who read them found fewer to be framed than
// the readers of NewsMTSC, whose sentences were chosen to frame somebody. It takes up by how
// much, and is in no model.
const readMark = 1

// classes are those of the model by label.
var classes = [...]int{sentiment.Neutral: opinion.Neutral, sentiment.Positive: opinion.Positive, sentiment.Negative: opinion.Negative}

// news makes examples of the targets in stories of the folder news whose tone was labelled.
func (t *trainer) news(folder string) ([]logistic.Example, error) {
	all, err := news.Tones(folder, func(string) bool { return true })
	if err != nil {
		return nil, err
	}
	var out []logistic.Example
	var f opinion.Features
	for _, story := range all {
		t.read(story.Text, t.names, &f, func(s *opinion.Scene) {
			for _, x := range story.Targets {
				if toneOf(s, &f, x.Span) {
					out = append(out, logistic.Example{Features: slices.Clone(f.F), Kept: []uint64{readMark}, Class: classes[x.Tone], Weight: readWeight})
				}
			}
		})
	}
	return out, nil
}
