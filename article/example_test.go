package article_test

import (
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/seed"
)

func ExampleParse() {
	a := article.Parse(seed.Story)
	fmt.Println(a.Headline())
	for b := range a.Blocks() {
		if b.Kind() != article.Paragraph {
			fmt.Printf("%s: %s\n", b.Kind(), b.Text())
		}
	}
	// Output:
	// Obama, Putin, agree to continue seeking deal on Syria
	// share: Follow Us:
	// headline: Obama, Putin, agree to continue seeking deal on Syria
}

func ExampleNew() {
	a := article.New(article.Meta{ID: "17", Headline: "Harbour shut for a week"},
		"OSTIA, March 5 (NSA) — Boats will be moved to Lake Orrin, the mayor said.")
	d, _ := a.Dateline()
	fmt.Println(a.Slice(d.Places[0]), "|", a.Slice(d.Date), "|", a.Slice(d.Agency))
	fmt.Println(d.Start, "in the text,", d.Start-a.Body().Start, "in the body")
	// Output:
	// OSTIA | March 5 | NSA
	// 25 in the text, 0 in the body
}

// A full stop is missing in this story behind "backed by the US", and the share
// line above the headline has none either.
func ExampleArticle_Sentences() {
	a := article.Parse(seed.Story)
	for s := range a.Sentences() {
		if strings.HasPrefix(s.Text(), "Talks") || s.Block().Kind().Boilerplate() {
			fmt.Println(s.Text())
		}
	}
	// Output:
	// Follow Us:
	// Talks are expected to resume quickly, probably later this week.
}

func ExampleArticle_TokenAt() {
	a := article.Parse("Obama didn’t detail the trouble spots.")
	t, _ := a.TokenAt(7)
	fmt.Println(t.Text(), t.Span(), t.Index())
	// Output:
	// did 6:9 1
}

func ExampleArticle_TokenRange() {
	a := article.Parse("Obama didn’t detail the trouble spots.")
	first, end := a.TokenRange(article.Span{Start: 0, End: 14})
	for i := first; i < end; i++ {
		fmt.Print(a.Token(i).Text(), " ")
	}
	// Output:
	// Obama did n’t
}

func ExampleArticle_Offsets() {
	a := article.Parse("“Weird” costs €5 😀 today")
	word := article.Span{Start: strings.Index(a.Text(), "today"), End: len(a.Text())}
	o := a.Offsets()
	fmt.Println("bytes", word, "runes", o.Runes(word), "UTF-16", o.UTF16(word))
	// Output:
	// bytes 28:33 runes 19:24 UTF-16 20:25
}
