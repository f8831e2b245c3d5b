package main

import (
	"errors"
	"log"
	"os"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// Sentences of the news are learned from when their trees are sure enough: when
// the two passes of a parser learned before, which read them from opposite ends,
// find the same one (Sagae and Tsujii 2007).
const (
	shortestNews = 6 // tokens
	longestNews  = 45
	everyStory   = 7    // one story in so many is read, so that all sources are
	agreement    = 0.96 // share of the words that must have the same head and relation
)

func openTagger(name string) *tagger.Tagger {
	t, err := tagger.Open(openFile(name))
	check(err)
	return t
}

func openFile(name string) *linear.File {
	b, err := os.ReadFile(name)
	check(err)
	f, err := linear.Open(string(b))
	check(err)
	return f
}

// newsExamples parses stories until it has n sentences with sure trees. They come
// without a guide: one that is always right would be trusted too much.
func newsExamples(data string, t *tagger.Tagger, teacher *parser.Model, rels *relations, n int) []example {
	var all []example
	var s tagger.Sentence
	p := teacher.NewParser()
	arcs := make([]parser.Arc, longestNews)
	enough := errors.New("enough")
	story, seen := 0, 0
	err := treebank.EachStory(data, func(_, text string) error {
		if story++; story%everyStory != 0 {
			return nil
		}
		d := &treebank.Document{Text: text}
		for _, sentence := range treebank.Segment(d) {
			if len(sentence.Tokens) < shortestNews || len(sentence.Tokens) > longestNews {
				continue
			}
			tags := t.Tag(&s, text, sentence.Tokens)
			ws := make([]parser.Word, len(tags))
			for i, f := range tags {
				ws[i] = parser.NewWord(text, sentence.Tokens, i, &s.Words()[i], f)
			}
			seen++
			p.Parse(ws, arcs[:len(ws)])
			if p.Agreed() < agreement {
				continue
			}
			e := newExample(ws, func(i int) (int, uint8) {
				return int(arcs[i].Head), rels.of(teacher.Relations()[arcs[i].Rel])
			})
			if e.sentence.Len() < shortestNews/2 {
				continue
			}
			if all = append(all, e); len(all) == n {
				return enough
			}
		}
		return nil
	})
	if !errors.Is(err, enough) {
		check(err)
	}
	log.Printf("news: %d of %d sentences", len(all), seen)
	return all
}
