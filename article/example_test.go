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

// The blocks of a story, where they stand and how many sentences they have.
func ExampleArticle_Blocks() {
	a := article.New(article.Meta{Headline: "Harbour shut for a week"}, "Boats will be moved. The mayor said so.\n\nFollow us on Twitter")
	for b := range a.Blocks() {
		first, end := b.SentenceRange()
		fmt.Println(b.Index(), b.Kind(), b.Span(), end-first, b.Kind().Boilerplate())
	}
	// Output:
	// 0 headline 0:23 1 false
	// 1 paragraph 25:64 2 false
	// 2 share 66:86 1 true
}

// Where an editor's cursor stands: block, sentence and token at a byte.
func ExampleArticle_SentenceAt() {
	a := article.Parse("Boats will be moved. The mayor said so.")
	s, _ := a.SentenceAt(25)
	b, _ := a.BlockAt(25)
	t, _ := a.TokenAt(25)
	fmt.Printf("%s %d, %q, %q\n", b.Kind(), b.Index(), s.Text(), t.Text())
	_, ok := a.TokenAt(20) // between two sentences
	fmt.Println(ok)
	// Output:
	// paragraph 0, "The mayor said so.", "mayor"
	// false
}

func ExampleArticle_Bylines() {
	a := article.Parse("Harbour shut for a week\n\nBy Ann Lee and Rui Costa\n\nOSTIA, March 5 (NSA) — Boats will be moved to Lake Orrin, the mayor said.")
	for b := range a.Bylines() {
		for _, name := range b.Authors {
			fmt.Println(a.Slice(name))
		}
	}
	// Output:
	// Ann Lee
	// Rui Costa
}

// A story goes to JSON and back; tokens are written only where asked for.
func ExampleArticle_AppendJSON() {
	a := article.New(article.Meta{ID: "17"}, "Boats sank.")
	b, err := a.AppendJSON(nil, article.Format{Tokens: true, OmitText: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(b))
	// Output:
	// {"id":"17","blocks":[{"kind":"paragraph","start":0,"end":11}],"sentences":[{"start":0,"end":11}],"tokens":[{"start":0,"end":5,"tag":"NOUN","lemma":"boat","head":1,"rel":"nsubj"},{"start":6,"end":10,"tag":"VERB","lemma":"sink","head":-1,"rel":"root"},{"start":10,"end":11,"tag":"PUNCT","lemma":".","head":1,"rel":"punct"}]}
}

// Spans of other programs count characters or UTF-16 units, as browsers do.
func ExampleOffsets_FromUTF16() {
	a := article.Parse("“Weird” costs €5 😀 today")
	fmt.Println(a.Slice(a.Offsets().FromUTF16(article.Span{Start: 20, End: 25})))
	fmt.Println(a.Slice(a.Offsets().FromRunes(article.Span{Start: 1, End: 6})))
	// Output:
	// today
	// Weird
}

func ExampleSpan() {
	a, b := article.Span{Start: 0, End: 5}, article.Span{Start: 3, End: 9}
	fmt.Println(a.Overlaps(b), a.Contains(b), a.Union(b), a.Has(5), a.Len(), a.In("Boats sank."))
	fmt.Println(b.Check("quote", "Boats"))
	// Output:
	// true false 0:9 false 5 Boats
	// quote: span 3:9 ends behind the text (5 bytes)
}
