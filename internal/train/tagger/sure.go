package main

import (
	"errors"
	"log"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// surePart is the share of the words that may get another tag at a stage than
// they would get by all features.
const surePart = 0.0012

// sureWords is how many words of news are looked at.
const sureWords = 200000

// word is how far ahead the best tag of a word of news is after each stage, and
// whether it is the one that is chosen in the end.
type word struct {
	leads tagger.Sure
	same  [len(tagger.Sure{})]bool
}

// settle finds out on unlabelled news how far ahead a tag must be after each stage.
func settle(m *tagger.Tagger, data string) (sure tagger.Sure, err error) {
	var words []word
	var s tagger.Sentence
	var tokens []segment.Token
	stories := 0
	err = treebank.EachStory(data, func(_, text string) error {
		if stories++; stories%(4*storyStep) != 1 { // none that it has learned from
			return nil
		}
		a := article.Parse(text)
		for x := range a.Sentences() {
			tokens = tokens[:0]
			for t := range x.Tokens() {
				tokens = append(tokens, segment.Token{Start: uint32(t.Span().Start), End: uint32(t.Span().End)})
			}
			m.Read(&s, text, tokens)
			m.Leads(&s, func(leads tagger.Sure, same [len(tagger.Sure{})]bool) {
				words = append(words, word{leads, same})
			})
			if len(words) >= sureWords {
				return errEnough
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return sure, err
	}
	for stage := range sure {
		var wrong []int32
		for _, w := range words {
			if !w.same[stage] && !(stage > 0 && w.leads[stage-1] > sure[stage-1]) {
				wrong = append(wrong, w.leads[stage])
			}
		}
		slices.Sort(wrong)
		sure[stage] = 1
		if n := len(wrong) - 1 - int(surePart*float64(len(words))); n >= 0 {
			sure[stage] = max(1, wrong[n])
		}
		clear := 0
		for _, w := range words {
			if w.leads[stage] > sure[stage] {
				clear++
			}
		}
		log.Printf("stage %d: a lead of %d makes %.1f %% of the words clear", stage, sure[stage], 100*float64(clear)/float64(len(words)))
	}
	return sure, nil
}

// settleFile settles it for the tagger of a file.
func settleFile(name, data string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	f, err := linear.Open(string(b))
	if err != nil {
		return err
	}
	m, err := tagger.Open(f)
	if err != nil {
		return err
	}
	m.Sure = tagger.Sure{}
	if m.Sure, err = settle(m, data); err != nil {
		return err
	}
	sections := f.Sections()
	for i := range sections {
		if sections[i].Name == m.Sure.Section().Name {
			sections[i] = m.Sure.Section()
		}
	}
	if b, err = linear.Encode(f.Name(), sections); err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o644)
}
