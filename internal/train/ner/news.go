package main

import (
	"path/filepath"

	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/news"
)

var newsTypes = map[byte]uint32{'p': person, 'o': org, 'l': place, 'g': 1 << ner.Group, 'e': 1 << ner.Event, 'w': 1 << ner.Work}

// newsStories are the stories of the folder news whose names were labelled, but
// for those of a fold.
func newsStories() stories {
	all, err := news.Names(filepath.Join(*data, "news"), func(id string) bool { return !held.Has(news.Number(id)) })
	check(err)
	sets := make([]rough, len(all))
	for i, x := range all {
		sets[i].text = x.Text
		for _, n := range x.Names {
			sets[i].names = append(sets[i].names, roughName{n.Span.Start, n.Span.End, newsTypes[n.Type]})
		}
	}
	return roughStories("news", sets, rough.asFound)
}
