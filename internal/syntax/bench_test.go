package syntax

import (
	"testing"

	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// story is a text and its sentences.
type story struct {
	text      string
	sentences [][]segment.Token
}

// news cuts the stories to run on.
func news(b *testing.B) (stories []story, tokens int) {
	texts, _ := benchtext.Stories(b)
	for _, text := range texts {
		s := story{text: text}
		for _, block := range segment.Blocks(nil, text, 0, false) {
			sentences, all := segment.Sentences(text, block.Span, false, nil, nil)
			for _, x := range sentences {
				s.sentences = append(s.sentences, all[x.FirstToken:x.EndToken])
				tokens += int(x.EndToken - x.FirstToken)
			}
		}
		stories = append(stories, s)
	}
	return stories, tokens
}

func BenchmarkTags(b *testing.B) {
	stories, tokens := news(b)
	words := make([]Word, 10000)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range stories {
			for _, t := range s.sentences {
				Tags(s.text, t, words[:len(t)])
			}
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTagsAndTrees(b *testing.B) {
	stories, tokens := news(b)
	words, arcs := make([]Word, 10000), make([]Arc, 10000)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range stories {
			for _, t := range s.sentences {
				Tags(s.text, t, words[:len(t)])
				Tree(s.text, t, words[:len(t)], arcs[:len(t)])
			}
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
