package main

import (
	"errors"
	"log"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// selfTagged tags sentences of news, spread over all stories, with two taggers
// that go through them from opposite ends. Where they agree, the tag counts as
// gold; where not, as unknown.
func selfTagged(data string, gold []example, sentences int) ([]example, error) {
	forward, backward := newTraining(gold, nil), newTraining(gold, nil)
	backward.reversed = true
	var models [2]*tagger.Tagger
	for i, t := range []*training{forward, backward} {
		t.maxBytes = teacherBytes
		t.run(*teacherEpochs, "", nil)
		var err error
		if models[i], err = t.tagger(); err != nil {
			return nil, err
		}
	}
	var all []example
	var s tagger.Sentence
	var tokens []segment.Token
	stories, seen, agreed, words := 0, 0, 0, 0
	err := treebank.EachStory(data, func(_, text string) error {
		if stories++; stories%storyStep != 0 {
			return nil
		}
		a := article.Parse(text)
		for x := range a.Sentences() {
			if x.Block().Kind() != article.Paragraph {
				continue
			}
			if seen++; seen%2 != 0 {
				continue
			}
			tokens = tokens[:0]
			for t := range x.Tokens() {
				tokens = append(tokens, segment.Token{Start: uint32(t.Span().Start), End: uint32(t.Span().End)})
			}
			if len(tokens) < 4 || len(tokens) > 60 {
				continue
			}
			e := example{sentence: copySentence(text, tokens)}
			for _, f := range models[0].Tag(&s, text, tokens) {
				e.gold = append(e.gold, int(f))
			}
			for i, f := range models[1].TagReversed(&s, text, tokens) {
				words++
				if e.gold[i] == int(f) {
					agreed++
				} else {
					e.gold[i] = -1
				}
			}
			if all = append(all, e); len(all) == sentences {
				return errEnough
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	log.Printf("%d sentences of news, the two taggers agree on %.2f %% of the words", len(all), 100*float64(agreed)/float64(words))
	return all, nil
}

var errEnough = errors.New("enough sentences")

// teacherBytes is the size of the weights of the two taggers.
const teacherBytes = 2300000

// storyStep is how many stories there are for one that is used.
const storyStep = 5

// copySentence is a sentence without the rest of its text.
func copySentence(text string, tokens []segment.Token) treebank.Sentence {
	from, to := tokens[0].Start, tokens[len(tokens)-1].End
	s := treebank.Sentence{Text: string([]byte(text[from:to]))}
	for _, t := range tokens {
		s.Tokens = append(s.Tokens, segment.Token{Start: t.Start - from, End: t.End - from})
	}
	return s
}
