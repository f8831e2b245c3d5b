package compare

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/internal/benchtext"
)

// BenchmarkNewstext cuts blocks, sentences and tokens.
func BenchmarkNewstext(b *testing.B) {
	texts, bytes := benchtext.Stories(b)
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
	texts, bytes := benchtext.Stories(b)
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
