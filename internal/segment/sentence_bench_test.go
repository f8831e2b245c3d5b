package segment

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkSegment cuts news into blocks, sentences and tokens on one goroutine.
// The text is invented; set NEWSTEXT_NEWS to a folder of *.jsonl.gz files with
// stories ("text") to run on those.
func BenchmarkSegment(b *testing.B) {
	texts := benchmarkTexts(b)
	b.Run("blocks+sentences+tokens", func(b *testing.B) { benchmark(b, texts, true) })
	b.Run("sentences+tokens", func(b *testing.B) { benchmark(b, texts, false) })
}

func benchmark(b *testing.B, texts []string, withBlocks bool) {
	var blocks []Block
	var sentences []Sentence
	var tokens []Token
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
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

func benchmarkTexts(b *testing.B) []string {
	folder := os.Getenv("NEWSTEXT_NEWS")
	if folder == "" {
		return []string{strings.Repeat(inventedNews, 200)}
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no stories in %s", folder)
	}
	var texts []string
	size := 0
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		scanner := bufio.NewScanner(z)
		scanner.Buffer(nil, 1<<26)
		for n := 0; scanner.Scan() && n < 400; n++ {
			var story struct{ Text string }
			if err := json.Unmarshal(scanner.Bytes(), &story); err != nil {
				b.Fatal(err)
			}
			texts = append(texts, story.Text)
			size += len(story.Text)
		}
		f.Close()
	}
	return texts
}

const inventedNews = `Karsk frees two hostages after talks in Dravin

By Ivo Lemmer and Rosa Quint

DRAVIN, Karsk (NSA) — President Adela Brisk said on Monday that her government had freed two aid workers held since Jan. 5, and called on the U.S. to lift its sanctions.

"We have done what we promised," Brisk told reporters at the port, where about 1,200 people had gathered. "Now it's Washington's turn. We won't wait forever."

The two, a 34-year-old engineer and a well-known doctor from St. Louis, were flown out at 6:30 a.m. on a long-range jet, according to Norfield Inc., the company that employs them. Its shares rose 2.3% to $41.20.

Gen. Tomas Ulreich, who led the mission, wouldn't say whether a ransom of US$1.5m had been paid. “That’s not a question for me,” he said.

The deal came weeks after the non-aligned bloc met in the capital. Officials said the next round would be held on March 3.

`
