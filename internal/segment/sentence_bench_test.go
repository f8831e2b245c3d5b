package segment

import (
	"testing"

	"github.com/seed05c9d22b/newstext/internal/benchtext"
)

// BenchmarkSegment cuts news into blocks, sentences and tokens on one goroutine.
func BenchmarkSegment(b *testing.B) {
	texts, size := benchtext.Stories(b)
	b.Run("blocks+sentences+tokens", func(b *testing.B) { benchmark(b, texts, size, true) })
	b.Run("sentences+tokens", func(b *testing.B) { benchmark(b, texts, size, false) })
}

func benchmark(b *testing.B, texts []string, size int64, withBlocks bool) {
	var blocks []Block
	var sentences []Sentence
	var tokens []Token
	b.SetBytes(size)
	b.ReportAllocs()
	words := 0
	for b.Loop() {
		words = 0
		for _, t := range texts {
			sentences, tokens = sentences[:0], tokens[:0]
			if withBlocks {
				blocks = Blocks(blocks[:0], t, 0, false)
				for _, x := range blocks {
					sentences, tokens = Sentences(t, x.Span, x.Kind != Paragraph, sentences, tokens)
				}
			} else {
				sentences, tokens = Sentences(t, Span{0, uint32(len(t))}, false, sentences, tokens)
			}
			words += len(tokens)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
