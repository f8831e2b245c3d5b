package main

import (
	"math/rand/v2"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// alone makes stories of single sentences of others, some of them written in
// capitals, title case or small letters, so that a model learns to do without the rest of a
// story.
func alone(from stories) (out stories) {
	r := rand.New(rand.NewPCG(*seed, 1))
	for _, s := range from {
		for k := range s.all {
			if r.Float64() >= *single {
				continue
			}
			x, i := s.all[k], s.at[k]
			sentence := &s.doc.Sentences[i]
			if x.allowed != nil || sentence.Case != ner.Plain || sentence.End-sentence.First < 4 {
				continue
			}
			start := int(s.doc.Tokens[sentence.First].Start)
			end := int(s.doc.Tokens[sentence.End-1].End)
			text := s.doc.Text[start:end]
			kind := article.Paragraph
			switch r.IntN(8) {
			case 0:
				if up := strings.ToUpper(text); len(up) == len(text) && len(text) < 150 {
					text, kind = up, article.Headline
				}
			case 1:
				if up := titled(text); len(up) == len(text) && len(text) < 150 {
					text, kind = up, article.Headline
				}
			case 2:
				if low := strings.ToLower(text); len(low) == len(text) && len(text) < 150 {
					text = low
				}
			}
			d := new(ner.Doc)
			d.Reset(article.Build(article.Meta{}, article.Part{Kind: kind, Text: text}))
			if len(d.Tokens) != len(x.gold) || len(d.Sentences) != 1 {
				continue // other sentences or tokens than within the story
			}
			e := &example{gold: x.gold, names: x.names}
			e.lattice.Fill(d, &d.Sentences[0])
			out = append(out, &story{doc: d, all: []*example{e}, at: []int{0}})
		}
	}
	return out
}

// titled Writes Every Word With A Capital.
func titled(s string) string {
	b := []byte(s)
	for i := range b {
		if (i == 0 || b[i-1] == ' ') && 'a' <= b[i] && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}
