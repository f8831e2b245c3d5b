package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/news"
)

// newsNames are the names in stories of the folder news, which come without labels:
// read for this project, by the rules of the labelled stories. They have no text,
// only offsets into that of the stories (package news). A line is
//
//	story  names
//
// where a name is the first letter of its type, the bytes from the end of the name
// before it, and its length: "p3+12 o26+4". A question mark is a stretch of which
// it is not known whether it is a name.
//
//go:embed news.tsv
var newsNames string

var newsTypes = map[byte]uint32{'p': person, 'o': org, 'l': place, 'g': 1 << ner.Group, 'e': 1 << ner.Event, 'w': 1 << ner.Work, '?': 0}

// newsStories are the stories of the folder news whose names were labelled, but
// for those of a fold.
func newsStories() stories {
	var ids, names []string
	for line := range strings.Lines(newsNames) {
		id, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if !held.Has(news.Number(id)) {
			ids, names = append(ids, id), append(names, rest)
		}
	}
	texts, err := news.Read(filepath.Join(*data, "news"), ids)
	check(err)
	sets := make([]rough, len(texts))
	for i, text := range texts {
		list, err := parseNames(names[i], text)
		if err != nil {
			check(fmt.Errorf("news.tsv: %s: %w", ids[i], err))
		}
		sets[i] = rough{text, list}
	}
	return roughStories("news", sets, rough.asFound)
}

// parseNames reads the names of a line of news.tsv.
func parseNames(list, text string) (out []roughName, err error) {
	at := 0
	for f := range strings.FieldsSeq(list) {
		var skip, size int
		types, ok := newsTypes[f[0]]
		if _, err := fmt.Sscanf(f[1:], "%d+%d", &skip, &size); err != nil || !ok || skip < 0 || size < 1 || at+skip+size > len(text) {
			return nil, fmt.Errorf("no name of the text: %q", f)
		}
		out = append(out, roughName{at + skip, at + skip + size, types})
		at += skip + size
	}
	return out, nil
}
