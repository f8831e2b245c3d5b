package entity_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// marked writes a text with its entities marked: [person:0 Barack Obama], roles
// as {0 President}, other mentions as [=0 he].
func marked(a *article.Article, l entity.List) string {
	type mark struct {
		article.Span
		open, close string
	}
	var marks []mark
	for _, e := range l {
		for _, m := range e.Mentions {
			switch m.Kind {
			case entity.Name:
				marks = append(marks, mark{m.Span, fmt.Sprintf("[%s:%d ", e.Type, e.ID), "]"})
			default:
				marks = append(marks, mark{m.Span, fmt.Sprintf("[=%d ", e.ID), "]"})
			}
		}
		for _, r := range e.Roles {
			marks = append(marks, mark{r.Span, fmt.Sprintf("{%d ", e.ID), "}"})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Compare(b.Span) })
	var b bytes.Buffer
	var open []mark
	at := 0
	for i := 0; ; i++ {
		for len(open) > 0 && (i == len(marks) || open[len(open)-1].End <= marks[i].Start) {
			top := open[len(open)-1]
			b.WriteString(a.Text()[at:top.End] + top.close)
			at, open = top.End, open[:len(open)-1]
		}
		if i == len(marks) {
			break
		}
		b.WriteString(a.Text()[at:marks[i].Start] + marks[i].open)
		at = marks[i].Start
		open = append(open, marks[i])
	}
	b.WriteString(a.Text()[at:])
	b.WriteString("\n\n")
	for _, e := range l {
		fmt.Fprintf(&b, "%d %s %s", e.ID, e.Type, e.Name)
		if e.Country != "" {
			fmt.Fprintf(&b, " (%s)", e.Country)
		}
		for _, r := range e.Roles {
			fmt.Fprintf(&b, "; %s", r.Head)
			if r.Of != "" {
				fmt.Fprintf(&b, " of %s", r.Of)
			}
			if r.Former {
				b.WriteString(", former")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestGolden compares the analysis of each testdata/NAME.txt with NAME.golden,
// in which names, roles and other mentions are marked in the text itself. Run
// it with -update to write them anew, and read the diff.
func TestGolden(t *testing.T) {
	stories, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, stories)
	for _, path := range stories {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			a := article.Parse(string(text))
			got := marked(a, entity.Extract(a))
			golden := strings.TrimSuffix(path, ".txt") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

// checkList fails the test where a list breaks a promise.
func checkList(t testing.TB, a *article.Article, l entity.List) {
	t.Helper()
	text := a.Text()
	require.NoError(t, l.Check(text))
	valid := utf8.ValidString(text)
	var names []article.Span
	named := len(l.Named())
	for i, e := range l {
		require.NotEmpty(t, e.Name)
		if i < named {
			require.NotEmpty(t, e.Names(), "entity %d has no name in the text", i)
		} else {
			require.Empty(t, e.Names(), "entity %d stands behind those with names", i)
			require.Greater(t, len(e.Mentions), 1, "an entity without a name is spoken of again and again")
		}
		require.True(t, slices.IsSortedFunc(e.Mentions, func(a, b entity.Mention) int { return a.Compare(b.Span) }))
		for _, m := range e.Mentions {
			require.False(t, m.Empty())
			if valid {
				require.True(t, utf8.ValidString(m.In(text)), "a mention cuts a rune")
			}
			if m.Kind == entity.Name {
				names = append(names, m.Span)
				b, ok := a.BlockAt(m.Start)
				require.True(t, ok)
				// Lines of names and figures that look like links are read.
				looksLikeLink := b.Kind() == article.Link || b.Kind() == article.Share
				require.True(t, looksLikeLink || !b.Kind().Boilerplate(), "a name in boilerplate")
			}
		}
		for _, r := range e.Roles {
			require.False(t, r.Empty())
		}
		if i > 0 && i < named {
			require.Less(t, l[i-1].Names()[0].Start, e.Names()[0].Start, "entities are in order of their first name")
		}
	}
	slices.SortFunc(names, article.Span.Compare)
	for i := 1; i < len(names); i++ {
		require.LessOrEqual(t, names[i-1].End, names[i].Start, "names overlap")
	}
}

func FuzzExtract(f *testing.F) {
	stories, _ := filepath.Glob("testdata/*.txt")
	for _, path := range stories {
		text, _ := os.ReadFile(path)
		f.Add(string(text))
	}
	for _, s := range nasty(1) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := article.Parse(text)
		l := entity.Extract(a)
		checkList(t, a, l)
		assert.Equal(t, l, entity.Extract(a), "the same story gives the same list")
	})
}

// nasty makes stories of the kinds that break extractors, n times a line long.
func nasty(n int) []string {
	return []string{
		strings.Repeat("THE PRESIDENT OF FRANCE SAID IN PARIS THAT MR SMITH WOULD GO. ", n),
		strings.Repeat("Barack Obama Vladimir Putin Angela Merkel ", n),
		strings.Repeat("John Smith, ", n),
		strings.Repeat("Mr ", n) + "Smith",
		strings.Repeat("of ", n) + "Smith",
		strings.Repeat("President of the ", n) + "US",
		strings.Repeat("he said she said the president said ", n),
		strings.Repeat("A.B.C. (", n) + strings.Repeat(") U.S. ", n),
		strings.Repeat("al-", n) + "Assad " + strings.Repeat("'s ", n),
		strings.Repeat("x\xffY\xfe Z ", n),
		strings.Repeat("\n\nNew York Times\n", n),
	}
}

func TestNastyStoriesKeepThePromises(t *testing.T) {
	for i, s := range nasty(300) {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			a := article.Parse(s)
			checkList(t, a, entity.Extract(a))
		})
	}
}

func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	stories := func(n int) []string {
		out := nasty(n)
		r := rand.New(rand.NewPCG(1, 2))
		var b strings.Builder
		for range n {
			fmt.Fprintf(&b, "Xa%c%d Qu%c%d met the Zor%d Committee. ", 'a'+r.IntN(26), r.IntN(n), 'a'+r.IntN(26), r.IntN(n), r.IntN(n))
		}
		return append(out, b.String())
	}
	small, large := stories(1_000), stories(10_000)
	measure := func(s string) time.Duration {
		a := article.Parse(s)
		start := time.Now()
		entity.Extract(a)
		return time.Since(start)
	}
	for i := range small {
		measure(small[i])
		x, y := measure(small[i]), measure(large[i])
		assert.Less(t, y, 10*6*x+2*time.Second, "story %d: %v for 1, %v for 10", i, x, y)
	}
}

func TestExtractIsSafeForConcurrentUse(t *testing.T) {
	text, err := os.ReadFile("testdata/seed.txt")
	require.NoError(t, err)
	a := article.Parse(string(text))
	want := entity.Extract(a)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				assert.Equal(t, want, entity.Extract(a))
			}
		})
	}
	wg.Wait()
}

func BenchmarkExtract(b *testing.B) {
	text, err := os.ReadFile("testdata/seed.txt")
	require.NoError(b, err)
	a := article.Parse(string(text))
	words := len(strings.Fields(string(text)))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		entity.Extract(a)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}
