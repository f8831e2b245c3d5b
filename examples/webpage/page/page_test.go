package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/forms"
)

func TestThePageGivesTheStory(t *testing.T) {
	p, err := Parse(forms.Read(t, "page.html"))
	require.NoError(t, err)
	require.Empty(t, p.Problems)
	forms.Check(t, "page.html", p.Article)
	assert.Equal(t, forms.Analyze(article.Parse(string(forms.Read(t, "story.txt")))), forms.Analyze(p.Article))
	m := p.Article.Meta()
	assert.Equal(t, "News Service of Ansel", m.Source)
	assert.Equal(t, "https://news.example.org/2024/03/12/velmora-karsk-lake-orrin", m.URL)
	assert.Equal(t, "en", m.Language.String())
	for _, no := range []string{"BREAKING", "Half price", "Storm warning", "lakeside77", "Melon prices", "Subscribe", "Halt dam reopens"} {
		assert.NotContains(t, p.Article.Text(), no)
	}
}

func TestSourceLeadsBackToThePage(t *testing.T) {
	p, err := Parse([]byte(`<html><body><article><h1>Harbour &amp; lake</h1><p>The <b>harbour</b> closes on Monday, said Ann&nbsp;Lee,
	the mayor of <i>Ostia</i> &#8212; a town of boats and of people who wait for them every day.</p>
	<p>Boats will be moved to the lake, where there is room for all of them until the last day of June.</p></article></body></html>`))
	require.NoError(t, err)
	text := p.Article.Text()
	for words, want := range map[string]string{
		"The harbour closes": "The <b>harbour</b> closes",
		"Ostia —":            "Ostia</i> &#8212;",
		"Boats will":         "Boats will",
		"last day of June.":  "last day of June.",
	} {
		i := strings.Index(text, words)
		require.GreaterOrEqual(t, i, 0, "%q in %q", words, text)
		s, ok := p.Source(article.Span{Start: i, End: i + len(words)})
		require.True(t, ok, words)
		assert.Equal(t, want, p.HTML[s.Start:s.End])
	}
	_, ok := p.Source(article.Span{Start: 0, End: len(text)})
	assert.False(t, ok, "more than a block")
}

func TestPagesWithoutAStory(t *testing.T) {
	for name, html := range map[string]string{
		"nothing":    "",
		"blanks":     " \n ",
		"a form":     `<html><body><form><input name="q"><button>Search</button></form></body></html>`,
		"links":      `<html><body><ul>` + strings.Repeat(`<li><a href="/x">Melon prices fall</a></li>`, 50) + `</ul></body></html>`,
		"no HTML":    "\x00\x01\x02\x03",
		"only a tag": "<p",
	} {
		_, err := Parse([]byte(html))
		assert.ErrorIs(t, err, article.ErrNoStory, name)
		assert.ErrorAs(t, err, new(*article.ParseError), name)
	}
}

func TestBadPages(t *testing.T) {
	_, err := Parse([]byte(strings.Repeat("<p>words</p>", 3<<20)))
	assert.ErrorIs(t, err, article.ErrTooLarge)
	_, err = Parse([]byte(strings.Repeat("<div>", 100000)))
	assert.Error(t, err, "nested deeply")
	p, err := Parse([]byte(`<script type="application/ld+json">{"@type": "NewsArticle", "headline": }</script><h1>Harbour closed</h1>` + long))
	require.NoError(t, err)
	require.Len(t, p.Problems, 1)
	assert.ErrorIs(t, p.Problems[0], article.ErrSyntax, "broken JSON-LD is noted, and the page is read without it")
	latin := strings.ReplaceAll("<meta charset=iso-8859-1><h1>Caf\xe9 closed</h1>"+long, "harbour", "caf\xe9")
	p, err = Parse([]byte(latin))
	require.NoError(t, err)
	assert.Equal(t, "Café closed", p.Article.Headline())
}

func TestPartsAroundTheText(t *testing.T) {
	kinds := func(html string) string {
		p, err := Parse([]byte(html))
		require.NoError(t, err)
		var out []string
		for b := range p.Article.Blocks() {
			if b.Kind() != article.Paragraph {
				out = append(out, b.Kind().String()+": "+b.Text())
			}
		}
		return strings.Join(out, "\n")
	}
	assert.Equal(t, "headline: Harbour closed\nsubhead: Boats must wait for a week on the lake, says the mayor",
		kinds(strings.Replace(long, "<article>", "<article><h1>Harbour closed</h1><h2>Boats must wait for a week on the lake, says the mayor</h2>", 1)), "a heading of some words")
	assert.Equal(t, "headline: Harbour closed\nsubhead: Boats must wait",
		kinds(`<meta name="description" content="Boats must wait"><header><h1>Harbour closed</h1><p class="x">Boats must wait</p></header>`+long), "a description that is shown")
	assert.Equal(t, "headline: Harbour closed\nbyline: By Ann Lee",
		kinds(`<meta name="author" content="Ann Lee"><h1>Harbour closed</h1><div class="author">Ann Lee biography, ann@example.org</div><p class="byline">By Ann Lee</p>`+long))
	assert.Equal(t, "headline: Harbour closed for the week",
		kinds(`<meta property="og:title" content="Harbour closed for …"><h1>Harbour closed for the week</h1>`+long), "metadata that is cut short")
}

const long = `<article><p>The harbour closes on Monday, said Ann Lee, the mayor of Ostia, a town of boats and of people who wait for them.</p>
<p>Boats will be moved to the lake, where there is room for all of them until the last day of June, and for some until July.</p></article>`

func FuzzParse(f *testing.F) {
	f.Add([]byte("<h1>Harbour closed</h1>" + long))
	f.Add([]byte(`<meta property="og:title" content="x"><figure><figcaption>Boats</figcaption></figure>` + long))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse(data)
		if err != nil {
			return
		}
		for b := range p.Article.Blocks() {
			if s, ok := p.Source(b.Span()); ok {
				require.NoError(t, s.Check("source", p.HTML))
			}
		}
	})
}
