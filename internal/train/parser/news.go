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
// two parsers that read them from opposite ends find the same one (Sagae and
// Tsujii 2007).
const (
	shortestNews = 5 // words
	longestNews  = 40
	everyStory   = 7  // one story in so many is read, so that all sources are
	agreement    = 96 // per cent of the words must have the same head and relation
)

func openTagger(name string) *tagger.Tagger {
	b, err := os.ReadFile(name)
	check(err)
	f, err := linear.Open(string(b))
	check(err)
	t, err := tagger.Open(f)
	check(err)
	return t
}

// newsExamples parses stories until it has n sentences that both parsers agree on.
// They come without a guide: one that is always right would be trusted too much.
func newsExamples(data string, t *tagger.Tagger, forward, backward *parser.Learner, n int) []example {
	var all []example
	var s tagger.Sentence
	var reversed parser.Sentence
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
			var e example
			e.sentence.Read(ws)
			words := e.sentence.Len()
			if words < shortestNews {
				continue
			}
			seen++
			found := forward.Parse(&e.sentence)
			reversed.Reverse(&e.sentence)
			other := backward.Parse(&reversed)
			e.gold = &parser.Gold{Head: make([]int32, words+1), Rel: make([]uint8, words+1)}
			same := 0
			for i := 1; i <= words; i++ {
				a, b := found[i], other[words+1-i]
				if b.Head != 0 {
					b.Head = int32(words+1) - b.Head
				}
				if a == b {
					same++
				}
				e.gold.Head[i], e.gold.Rel[i] = a.Head, a.Rel
			}
			if same*100 < agreement*words {
				continue
			}
			all = append(all, e)
			if len(all) == n {
				return enough
			}
		}
		return nil
	})
	if err != enough {
		check(err)
	}
	log.Printf("news: %d of %d sentences", len(all), seen)
	return all
}
