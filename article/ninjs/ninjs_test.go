package ninjs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/ninjs"
)

func ExampleParse() {
	a, err := ninjs.Parse([]byte(`{
  "uri": "https://news.example.org/7",
  "headlines": [{"role": "main", "value": "Harbour to close"}],
  "by": "By Ann Lee",
  "bodies": [{"contentType": "text/html", "value": "<p>OSTIA (NSA) — Boats wait.</p><h2>What next</h2>"}]
}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for b := range a.Blocks() {
		fmt.Printf("%v: %s\n", b.Kind(), b.Text())
	}
	// Output:
	// headline: Harbour to close
	// byline: By Ann Lee
	// paragraph: OSTIA (NSA) — Boats wait.
	// crosshead: What next
}

func ExampleAppend() {
	a := article.New(article.Meta{ID: "tag:example.org,2024:7", Headline: "Harbour to close"}, "Boats wait.")
	out, err := ninjs.Append(nil, a, article.Concept{Type: "place", Name: "Ostia"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(string(out), `,"`, ",\n\""))
	// Output:
	// {"uri":"tag:example.org,2024:7",
	// "type":"text",
	// "representationType":"full",
	// "pubStatus":"usable",
	// "bodies":[{"role":"main",
	// "contentType":"text/html",
	// "wordCount":2,
	// "value":"<p>Boats wait.</p>"},{"role":"text",
	// "contentType":"text/plain",
	// "wordCount":2,
	// "value":"Boats wait."}],
	// "headlines":[{"role":"main",
	// "contentType":"text/plain",
	// "value":"Harbour to close"}],
	// "places":[{"name":"Ostia",
	// "rel":"mentions"}],
	// "standard":{"name":"ninjs",
	// "version":"3.1",
	// "schema":"http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}}
}

func TestVersionsDiffer(t *testing.T) {
	for _, c := range []struct{ name, item, want string }{
		{"1.x: plain body", `{"headline": "Harbour", "body_text": "Boats wait for a week."}`, "headline: Harbour\nparagraph: Boats wait for a week."},
		{"1.x: pictures by name", `{"headline": "Harbour", "body_text": "Boats wait for a week.", "associations": {"a": {"type": "picture", "description_text": "Boats.", "byline": "M. Dole"}}}`,
			"headline: Harbour\ncaption: Boats.\ncredit: M. Dole\nparagraph: Boats wait for a week."},
		{"2.x: kinds in lower case", `{"headlines": [{"role": "main", "value": "Harbour"}], "bodies": [{"contenttype": "text/html", "value": "<p>Boats wait for a week.</p>"}]}`,
			"headline: Harbour\nparagraph: Boats wait for a week."},
		{"3.x: neither role nor kind", `{"headlines": [{"value": "Harbour"}], "bodies": [{"value": "Boats wait for a week."}]}`,
			"headline: Harbour\nparagraph: Boats wait for a week."},
		{"an alert without body", `{"type": "text", "headlines": [{"value": "Harbour"}], "descriptions": [{"value": "Boats wait for a week."}]}`,
			"headline: Harbour\nparagraph: Boats wait for a week."},
		{"a picture", `{"type": "picture", "headline": "Harbour", "description_caption": "Boats wait."}`, "headline: Harbour\ncaption: Boats wait."},
		{"a body that has headline and byline again", `{"headline": "Harbour", "byline": "By Ann Lee", "body_html": "<h1>Harbour</h1><p class='byline'>By Ann Lee</p><p>Boats wait for a week.</p>"}`,
			"headline: Harbour\nbyline: By Ann Lee\nparagraph: Boats wait for a week."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := ninjs.Parse([]byte(c.item))
			require.NoError(t, err)
			var out []string
			for b := range a.Blocks() {
				out = append(out, b.Kind().String()+": "+b.Text())
			}
			assert.Equal(t, c.want, strings.Join(out, "\n"))
		})
	}
}

func TestABrokenBodyIsFound(t *testing.T) {
	data := `{"headline": "Harbour", "body_xhtml": "<p>Boats <a href='x"}`
	_, err := ninjs.Parse([]byte(data))
	var e *article.ParseError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, strings.Index(data, `"<p>`), e.Offset)
}
