package syntax

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// story is a text and its sentences.
type story struct {
	text      string
	sentences [][]segment.Token
}

// news reads stories from the gzipped JSONL file that NEWSTEXT_NEWS names, or
// makes one of invented sentences.
func news(b *testing.B) (stories []story, tokens int) {
	texts := []string{"Prosecutors in Ruritania have charged three men over the theft of paintings from a museum in the capital.\n\n" +
		"“We do not know where the other works are,” a spokeswoman, Ada Norrington, told reporters on Monday. " +
		"The men, aged 24 to 61, denied the charges. They are expected to appear in court next week."}
	if name := os.Getenv("NEWSTEXT_NEWS"); name != "" {
		f, err := os.Open(name)
		require.NoError(b, err)
		defer f.Close()
		z, err := gzip.NewReader(f)
		require.NoError(b, err)
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 1<<26)
		for texts = nil; len(texts) < 300 && lines.Scan(); {
			var s struct{ Text string }
			require.NoError(b, json.Unmarshal(lines.Bytes(), &s))
			texts = append(texts, s.Text)
		}
	}
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
