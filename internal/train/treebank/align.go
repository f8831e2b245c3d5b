package treebank

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Sentence is a sentence as the library cuts it, with the gold words on its
// tokens. Several sentences may share the backing array of a document.
type Sentence struct {
	Text   string // of the whole document
	Doc    *Document
	Tokens []segment.Token
	Gold   []int // index in Doc.Words of the word with the same span, −1 where there is none
}

// Word is the gold word of a token, nil where the token is not a gold word.
func (s *Sentence) Word(i int) *Word {
	if s.Gold[i] < 0 {
		return nil
	}
	return &s.Doc.Words[s.Gold[i]]
}

// Segment cuts a document as the library does.
func Segment(d *Document) []Sentence {
	a := article.Parse(d.Text)
	var all []Sentence
	next := 0
	for s := range a.Sentences() {
		out := Sentence{Text: d.Text, Doc: d}
		for t := range s.Tokens() {
			span := t.Span()
			for next < len(d.Words) && d.Words[next].Start < span.Start {
				next++
			}
			gold := -1
			if next < len(d.Words) && d.Words[next].Start == span.Start && d.Words[next].End == span.End {
				gold = next
				next++
			}
			out.Tokens = append(out.Tokens, segment.Token{Start: uint32(span.Start), End: uint32(span.End)})
			out.Gold = append(out.Gold, gold)
		}
		all = append(all, out)
	}
	return all
}

// GoldSentences cuts a document as the treebank does.
func GoldSentences(d *Document) []Sentence {
	var all []Sentence
	for i, w := range d.Words {
		if i == 0 || w.Sentence != d.Words[i-1].Sentence {
			all = append(all, Sentence{Text: d.Text, Doc: d})
		}
		s := &all[len(all)-1]
		s.Tokens = append(s.Tokens, segment.Token{Start: uint32(w.Start), End: uint32(w.End)})
		s.Gold = append(s.Gold, i)
	}
	return all
}
