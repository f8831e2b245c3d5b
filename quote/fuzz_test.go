package quote_test

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
)

// checkQuotes fails where a quote breaks what the package promises.
func checkQuotes(t testing.TB, text string, entities entity.List, quotes quote.List) {
	require.NoError(t, quotes.Check(text, entities))
	valid := utf8.ValidString(text)
	for i, q := range quotes {
		require.NotEmpty(t, q.Content, "quote %d has no content", i)
		for j, c := range q.Content {
			require.False(t, c.Empty(), "quote %d: content %d is empty", i, j)
			require.True(t, j == 0 || q.Content[j-1].End <= c.Start, "quote %d: contents overlap or are not in order", i)
			require.False(t, c.Overlaps(q.Cue) && len(q.Content) == 1, "quote %d: the cue stands in its own content", i)
			if valid {
				require.True(t, utf8.ValidString(c.In(text)), "quote %d: content %d cuts a character", i, j)
			}
		}
		require.True(t, i == 0 || quotes[i-1].Content[0].Compare(q.Content[0]) <= 0, "quotes %d and %d are not in order", i-1, i)
		if q.Parent >= 0 {
			require.Greater(t, length(quotes[q.Parent]), length(q), "quote %d is not shorter than the one around it", i)
		}
		require.GreaterOrEqual(t, q.Confidence, 0.0)
		require.LessOrEqual(t, q.Confidence, 1.0)
	}
}

// checkMarked fails where words in marks are empty, out of order or out of the text.
func checkMarked(t testing.TB, text string, marked []quote.Marked) {
	for i, m := range marked {
		require.NoError(t, m.Check("marked", text))
		require.False(t, m.Empty())
		require.True(t, i == 0 || marked[i-1].Start <= m.Start, "%d and %d are not in order", i-1, i)
	}
}

func length(q quote.Quote) int {
	n := 0
	for _, c := range q.Content {
		n += c.Len()
	}
	return n
}

func FuzzExtract(f *testing.F) {
	f.Add(seed.Story)
	f.Add("“A”, she said. “B ‘c” d’, told X that: \"Y\n\n\"Z,\" he said.")
	f.Add("BELL: Good morning.\nSTONE: Is it?\n")
	f.Add("Deal \"near\", says Stone - Obama: 'No', 'no' \xff\xfe''said''")
	f.Fuzz(func(t *testing.T, text string) {
		a := article.Parse(text)
		entities := entity.Extract(a)
		quotes := quote.Extract(a, entities)
		checkQuotes(t, a.Text(), entities, quotes)
		assert.True(t, reflect.DeepEqual(quotes, quote.Extract(a, entities)), "the same text gives the same quotes")
		checkQuotes(t, a.Text(), nil, quote.Extract(a, nil))
		checkMarked(t, a.Text(), quotes.Marked(a, entities))
	})
}

// nasty are the texts on which work that is not linear would show.
var nasty = map[string]func(n int) string{
	"unpaired marks":       func(n int) string { return strings.Repeat("\"", n) },
	"opening marks":        func(n int) string { return strings.Repeat("“a ", n/5) },
	"closing marks":        func(n int) string { return strings.Repeat("a” ", n/5) },
	"single marks":         func(n int) string { return strings.Repeat("'a ", n/3) },
	"nested marks":         func(n int) string { return strings.Repeat("«", n/4) + strings.Repeat("»", n/4) },
	"nested of two kinds":  func(n int) string { return strings.Repeat("“a ‘b ", n/10) + strings.Repeat("’ ” ", n/10) },
	"one mark at start":    func(n int) string { return "\"" + strings.Repeat("we go on and on ", n/16) },
	"cues without stops":   func(n int) string { return strings.Repeat("he said she told ", n/17) },
	"a mark and cues":      func(n int) string { return "“" + strings.Repeat("he said, she told ", n/18) },
	"quotes without stops": func(n int) string { return strings.Repeat("“we go,” he said, ", n/22) },
	"quotes in a line":     func(n int) string { return strings.Repeat("“We go,” he said. ", n/22) },
	"quoted paragraphs":    func(n int) string { return strings.Repeat("“We go on and on.\n\n", n/22) },
	"paragraphs of marks":  func(n int) string { return strings.Repeat("\"\n\n", n/3) },
	"colons":               func(n int) string { return strings.Repeat("a: ", n/3) },
	"dashes":               func(n int) string { return strings.Repeat("a - ", n/4) },
	"newlines":             func(n int) string { return strings.Repeat("\n", n) },
}

func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	for name, make := range nasty {
		t.Run(name, func(t *testing.T) {
			measure := func(n int) time.Duration {
				a := article.Parse(make(n))
				best := time.Hour
				for range 2 {
					start := time.Now()
					quotes := quote.Extract(a, nil)
					marked := quotes.Marked(a, nil)
					best = min(best, time.Since(start))
					checkQuotes(t, a.Text(), nil, quotes)
					checkMarked(t, a.Text(), marked)
				}
				return best
			}
			small, large := measure(1<<14), measure(1<<17)
			assert.Less(t, large, 40*small+300*time.Millisecond, "eight times the text takes %v, the text %v", large, small)
		})
	}
}

func BenchmarkExtract(b *testing.B) {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	b.SetBytes(int64(len(seed.Story)))
	b.ReportAllocs()
	for b.Loop() {
		quote.Extract(a, entities)
	}
}
