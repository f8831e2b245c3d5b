package main

import (
	"fmt"
	"path/filepath"

	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/news"
)

var newsTypes = map[byte]uint32{'p': person, 'o': org, 'l': place, 'g': 1 << ner.Group, 'e': 1 << ner.Event, 'w': 1 << ner.Work}

// newsStories are the stories of the folder news whose names were labelled, but
// for those of a fold.
func newsStories() stories {
	all, err := news.Names()
	check(err)
	var ids []string
	var sets []rough
	for _, x := range all {
		if held.Has(news.Number(x.ID)) {
			continue
		}
		var r rough
		for _, n := range x.Names {
			r.names = append(r.names, roughName{n.Span.Start, n.Span.End, newsTypes[n.Type]})
		}
		ids, sets = append(ids, x.ID), append(sets, r)
	}
	texts, err := news.Read(filepath.Join(*data, "news"), ids)
	check(err)
	for i, text := range texts {
		if n := len(sets[i].names); n > 0 && sets[i].names[n-1].end > len(text) {
			check(fmt.Errorf("names.tsv: %s has names behind its end", ids[i]))
		}
		sets[i].text = text
	}
	return roughStories("news", sets, rough.asFound)
}
