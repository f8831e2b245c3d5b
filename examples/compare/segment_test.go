package compare

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/seed"
)

var news = flag.String("news", "", `folder of .jsonl or .jsonl.gz files with a story's "text" on each line`)

// stories returns the texts to measure on and their bytes together.
func stories(tb testing.TB) (texts []string, bytes int64) {
	if *news == "" {
		return []string{seed.Story}, int64(len(seed.Story))
	}
	files, err := filepath.Glob(filepath.Join(*news, "*.jsonl*"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no .jsonl files in %s", *news)
	}
	for _, name := range files {
		for text := range lines(tb, name) {
			if len(texts) == 4000 {
				return texts, bytes
			}
			texts = append(texts, text)
			bytes += int64(len(text))
		}
	}
	return texts, bytes
}

// lines walks the texts of a file.
func lines(tb testing.TB, name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		f, err := os.Open(name)
		if err != nil {
			tb.Fatal(err)
		}
		defer f.Close()
		var in io.Reader = f
		if strings.HasSuffix(name, ".gz") {
			if in, err = gzip.NewReader(f); err != nil {
				tb.Fatal(err)
			}
		}
		for r := bufio.NewReader(in); ; {
			line, err := r.ReadBytes('\n')
			var story struct{ Text string }
			if json.Unmarshal(line, &story) == nil && story.Text != "" && !yield(story.Text) {
				return
			}
			if err != nil {
				return
			}
		}
	}
}

// BenchmarkNewstext cuts blocks, sentences and tokens.
func BenchmarkNewstext(b *testing.B) {
	texts, bytes := stories(b)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			if article.Parse(text).TokenCount() == 0 && strings.TrimSpace(text) != "" {
				b.Fatal("no tokens")
			}
		}
	}
}

// BenchmarkUAX29 cuts sentences and words by the rules of Unicode Annex 29.
func BenchmarkUAX29(b *testing.B) {
	texts, bytes := stories(b)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			n := 0
			for s := sentences.FromString(text); s.Next(); {
				n++
			}
			for w := words.FromString(text); w.Next(); {
				n++
			}
			if n == 0 && text != "" {
				b.Fatal("nothing found")
			}
		}
	}
}

// TestBothSeeTheSameText keeps the comparison honest: both cut the whole story.
func TestBothSeeTheSameText(t *testing.T) {
	if got := article.Parse(seed.Story).TokenCount(); got < 400 {
		t.Errorf("newstext finds %d tokens", got)
	}
	n := 0
	for s := sentences.FromString(seed.Story); s.Next(); {
		n += len(s.Value())
	}
	if n != len(seed.Story) {
		t.Errorf("uax29 reads %d of %d bytes", n, len(seed.Story))
	}
}
