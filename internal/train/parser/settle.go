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

// settleWords is how many words of news are parsed to find out what is sure.
const settleWords = 60000

// settle adds to a model file by how much choices must be ahead to be made after
// a first look.
func settle(name, data string, t *tagger.Tagger) *parser.Model {
	f := openFile(name)
	model, err := parser.Open(f)
	check(err)
	sure := model.Settle(func(p *parser.Parser) {
		var s tagger.Sentence
		var ws []parser.Word
		enough := errors.New("enough")
		story, words := 0, 0
		err := treebank.EachStory(data, func(_, text string) error {
			if story++; story%(70) != 1 {
				return nil
			}
			for _, sentence := range treebank.Segment(&treebank.Document{Text: text}) {
				ws = ws[:0]
				for i, f := range t.Tag(&s, text, sentence.Tokens) {
					ws = append(ws, parser.NewWord(text, sentence.Tokens, i, &s.Words()[i], f))
				}
				p.Parse(ws, make([]parser.Arc, len(ws)))
				if words += len(ws); words > settleWords {
					return enough
				}
			}
			return nil
		})
		if !errors.Is(err, enough) {
			check(err)
		}
	})
	log.Printf("sure: %+v", sure)
	sections := f.Sections()
	for i, s := range sections {
		if s.Name == sure.Section().Name {
			sections = append(sections[:i], sections[i+1:]...)
			break
		}
	}
	b, err := linear.Encode(f.Name(), append(sections, sure.Section()))
	check(err)
	check(os.WriteFile(name, b, 0o644))
	return model
}
