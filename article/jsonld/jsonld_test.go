package jsonld_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/jsonld"
)

func ExampleParse() {
	a, err := jsonld.Parse([]byte(`{"@context": "https://schema.org", "@graph": [
  {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
  {"@type": ["NewsArticle"], "headline": "Harbour to close", "author": {"@id": "#ann"}, "articleBody": "OSTIA (NSA) — Boats wait."}
]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Text())
	// Output:
	// Harbour to close
	//
	// Ann Lee
	//
	// OSTIA (NSA) — Boats wait.
}

func ExampleAppend() {
	a := article.New(article.Meta{Headline: "Harbour to close", Byline: []string{"Ann Lee"}}, "Boats wait.")
	out, err := jsonld.Append(nil, a, article.Concept{Type: "place", Name: "Ostia"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(string(out), `,"`, ",\n\""))
	// Output:
	// {"@context":"https://schema.org",
	// "@type":"NewsArticle",
	// "headline":"Harbour to close",
	// "author":[{"@type":"Person",
	// "name":"Ann Lee"}],
	// "wordCount":2,
	// "articleBody":"Boats wait.",
	// "mentions":[{"@type":"Place",
	// "name":"Ostia"}]}
}

func TestAuthorsInAllForms(t *testing.T) {
	for _, c := range []struct {
		author string
		want   []string
	}{
		{`"Ann Lee"`, []string{"Ann Lee"}},
		{`"By Ann Lee"`, []string{"Ann Lee"}},
		{`"Ann Lee and Bob Ray"`, []string{"Ann Lee", "Bob Ray"}},
		{`["Ann Lee", "Bob Ray"]`, []string{"Ann Lee", "Bob Ray"}},
		{`{"@type": "Person", "name": "Ann Lee"}`, []string{"Ann Lee"}},
		{`{"@type": "Person", "name": ["Ann Lee", "Bob Ray"]}`, []string{"Ann Lee", "Bob Ray"}},
		{`[{"name": "Ann Lee"}, "Bob Ray", {"@id": "#cy"}]`, []string{"Ann Lee", "Bob Ray", "Cy Lu"}},
		{`{"@id": "#cy"}`, []string{"Cy Lu"}},
		{`{"@id": "#nobody"}`, nil},
		{`{"@id": "#self"}`, nil},
		{`null`, nil}, {`[]`, nil}, {`""`, nil}, {`7`, nil}, {`{}`, nil},
	} {
		a, err := jsonld.Parse([]byte(`[{"@type": "NewsArticle", "@id": "#self", "headline": "Harbour", "author": ` + c.author + `}, {"@id": "#cy", "name": "Cy Lu"}]`))
		require.NoError(t, err, c.author)
		assert.Equal(t, c.want, a.Meta().Byline, c.author)
	}
}

func TestWhereTheStoryStands(t *testing.T) {
	const story = `{"@type": "NewsArticle", "headline": "Harbour"}`
	for _, doc := range []string{
		story, `[` + story + `]`, `{"@graph": [` + story + `]}`, `{"@type": "WebPage", "name": "Site", "mainEntity": ` + story + `}`,
		`[{"@type": "BlogPosting", "headline": "Other"}, ` + story + `]`, `[{"@type": "WebSite"}, {"@graph": [{"@type": "Article", "headline": "Other"}, ` + story + `]}]`,
		`{"@type": ["Article", "http://schema.org/ReportageNewsArticle"], "headline": "Harbour"}`, `{"@type": "schema:NewsArticle", "headline": "Harbour"}`,
		`{"@type": "NewsArticle", "name": "Harbour"}`,
	} {
		a, err := jsonld.Parse([]byte(doc))
		require.NoError(t, err, doc)
		assert.Equal(t, "Harbour", a.Headline(), doc)
	}
}

func TestMetadata(t *testing.T) {
	a, err := jsonld.Parse([]byte(`{"@type": "NewsArticle", "@id": "#7", "headline": "Trudge &amp; Sons", "datePublished": "2024-03-12T18:45Z",
"dateModified": "2024-03-13", "inLanguage": {"@type": "Language", "alternateName": "en-GB"}, "publisher": {"name": "NSA"}, "articleSection": ["World", "Lakes"],
"keywords": "lake, water,", "copyrightHolder": {"name": "NSA"}, "copyrightYear": 2024, "mainEntityOfPage": "https://news.example.org/7",
"articleBody": "<p>Boats wait for a week.</p><h2>More</h2>", "image": {"caption": "Boats.", "creator": {"name": "M. Dole"}}}`))
	require.NoError(t, err)
	m := a.Meta()
	assert.Equal(t, "#7|Trudge & Sons|en-GB|NSA|World|[lake water]|© 2024 NSA|https://news.example.org/7|2024-03-12 18:45|2024-03-13",
		fmt.Sprint(m.ID, "|", m.Headline, "|", m.Language, "|", m.Source, "|", m.Section, "|", m.Keywords, "|", m.Copyright, "|", m.URL, "|",
			m.Published.Format("2006-01-02 15:04"), "|", m.Updated.Format("2006-01-02")))
	assert.Equal(t, "Trudge & Sons\n\nBoats.\n\nM. Dole\n\nBoats wait for a week.\n\nMore", a.Text())
}

func TestOutputMayStandInAScript(t *testing.T) {
	out, err := jsonld.Append(nil, article.New(article.Meta{Headline: "</script><script>alert(1)</script>"}, "<!-- & \xff"))
	require.NoError(t, err)
	assert.NotContains(t, string(out), "<")
}
