package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/markdown"
)

func ExampleParse() {
	a, err := markdown.Parse([]byte(`---
date: 2024-03-12
tags: [lake, water]
---
# Harbour to *close*

*Boats wait for a week*

**By Ann Lee**

The harbour closes on [Monday](https://example.org), the mayor said.

## What next

- Boats
- Ships
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for b := range a.Blocks() {
		fmt.Printf("%v: %s\n", b.Kind(), b.Text())
	}
	fmt.Println(a.Meta().Published.Format("2 January 2006"), a.Meta().Keywords)
	// Output:
	// headline: Harbour to close
	// subhead: Boats wait for a week
	// byline: By Ann Lee
	// paragraph: The harbour closes on Monday, the mayor said.
	// crosshead: What next
	// list: Boats
	// list: Ships
	// 12 March 2024 [lake water]
}

func ExampleAppend() {
	a := article.New(article.Meta{Headline: "Harbour to close", Source: "NSA"}, "Boats *wait*.")
	out, err := markdown.Append(nil, a)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(out))
	// Output:
	// ---
	// source: "NSA"
	// ---
	//
	// # Harbour to close
	//
	// Boats \*wait\*.
}

func TestInlineMarks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"emphasis", "*One* **two** ***three*** _four_ __five__", "One two three four five"},
		{"emphasis within emphasis", "**One *two* three**", "One two three"},
		{"stars that are none", "2 * 3 * 4 and a* b", "2 * 3 * 4 and a* b"},
		{"underscores in words", "snake_case_name", "snake_case_name"},
		{"links", "[One](https://a.b/c_(d)) [two][ref] [three] [four]", "One two three [four]"},
		{"pictures", "One ![alt](x.jpg) two", "One  two"},
		{"linked picture", "[![alt](x.jpg)](y) one", " one"},
		{"code", "`a*b*c` and ``d`e``", "a*b*c and d`e"},
		{"escapes", `\*One\* \[two\] \\ \a`, `*One* [two] \ \a`},
		{"references", "Trudge &amp; Sons &#8212; &x", "Trudge & Sons — &x"},
		{"tags and addresses", "One<br> <b>two</b> <https://a.b> <ann@a.b> 1 < 2 > 1", "One two https://a.b ann@a.b 1 < 2 > 1"},
		{"footnotes", "One[^1] two", "One two"},
		{"nothing closes", "**One [two `three", "**One [two `three"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := markdown.Parse([]byte("# Head\n\nHere is the text: " + c.in + "\n\n[ref]: https://a.b\n[three]: https://a.b\n"))
			require.NoError(t, err)
			assert.Equal(t, "Head\n\nHere is the text: "+strings.TrimSpace(c.want), strings.Replace(a.Text(), ":  ", ": ", 1))
		})
	}
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"underlined headings", "Harbour\n=======\n\nWhat next\n---", "headline: Harbour\ncrosshead: What next"},
		{"closed headings", "# Harbour #\n\n## C# ##", "headline: Harbour\ncrosshead: C#"},
		{"wrapped lines", "# Harbour\nThe harbour closes\non Monday, the mayor said.", "headline: Harbour\nparagraph: The harbour closes on Monday, the mayor said."},
		{"quotations", "# Harbour\n> The harbour closes\n> on Monday, the mayor said.", "headline: Harbour\nparagraph: The harbour closes on Monday, the mayor said."},
		{"lists", "# Harbour\n1. One\n   more\n2) Two\n* Three\n", "headline: Harbour\nlist: One more\nlist: Two\nlist: Three"},
		{"a year is no item", "# Harbour\nThe harbour was built in\n1987. It closes on Monday.", "headline: Harbour\nparagraph: The harbour was built in 1987. It closes on Monday."},
		{"tables", "# Harbour\n| A | B |\n|---|---|\n| 1 | 2 |", "headline: Harbour\nlist: A | B\nlist: 1 | 2"},
		{"a picture and its caption", "# Harbour\n\n![Boats.](x.jpg \"M. Dole\")\n\nThe boats wait for a week.", "headline: Harbour\ncaption: Boats.\ncredit: M. Dole\nparagraph: The boats wait for a week."},
		{"HTML", "# Harbour\n\n<figure><figcaption>Boats.</figcaption></figure>\n\n<div>\nThe boats wait for a week.\n</div>", "headline: Harbour\ncaption: Boats.\nparagraph: The boats wait for a week."},
		{"rules", "# Harbour\n\n***\n\nThe boats wait for a week.\n\n- - -", "headline: Harbour\nparagraph: The boats wait for a week."},
		{"footnotes", "# Harbour\n\nThe boats wait[^1] for a week.\n\n[^1]: Since May.", "headline: Harbour\nparagraph: The boats wait for a week.\nnote: Since May."},
		{"line ends of old systems", "# Harbour\r\n\r\nThe boats wait for a week.\r\n", "headline: Harbour\nparagraph: The boats wait for a week."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := markdown.Parse([]byte(c.in))
			require.NoError(t, err)
			var out []string
			for b := range a.Blocks() {
				out = append(out, b.Kind().String()+": "+b.Text())
			}
			assert.Equal(t, c.want, strings.Join(out, "\n"))
		})
	}
}

func TestFrontMatter(t *testing.T) {
	a, err := markdown.Parse([]byte("---\n# a comment\ntitle: \"Harbour: the \\\"end\\\"\"\nauthors:\n  - Ann Lee\n  - 'Bob O''Ray'\ndate: 2024-03-12T18:45:00Z\nlang: en-GB\nnested:\n  x: 1\n---\nThe boats wait for a week."))
	require.NoError(t, err)
	m := a.Meta()
	assert.Equal(t, `Harbour: the "end"`, m.Headline)
	assert.Equal(t, []string{"Ann Lee", "Bob O'Ray"}, m.Byline)
	assert.Equal(t, "en-GB", m.Language.String())
	assert.False(t, m.Published.IsZero())
}

func TestWhatIsWrittenMeansItself(t *testing.T) {
	for _, body := range []string{"# no heading", "1. no item", "- no item", "> none", "*a* _b_ `c` [d](e) <f> &amp; \\g", "|no|table|", "=== x", "~~~", "1987. A year."} {
		a := article.Build(article.Meta{Headline: "Head"}, article.Part{Kind: article.Paragraph, Text: body})
		out, err := markdown.Append(nil, a)
		require.NoError(t, err)
		b, err := markdown.Parse(out)
		require.NoError(t, err)
		assert.Equal(t, a.Text(), b.Text(), "%s", out)
	}
}
