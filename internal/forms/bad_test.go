package forms_test

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/jsonld"
	"github.com/seed05c9d22b/newstext/article/markdown"
	"github.com/seed05c9d22b/newstext/article/newsml"
	"github.com/seed05c9d22b/newstext/article/ninjs"
	"github.com/seed05c9d22b/newstext/article/nitf"
	"github.com/seed05c9d22b/newstext/article/xhtml"
	"github.com/seed05c9d22b/newstext/internal/forms"
)

type reader struct {
	name, file string
	parse      func([]byte) (*article.Article, error)
}

var all = []reader{
	{"ninjs", "ninjs-3.1.json", ninjs.Parse},
	{"jsonld", "newsarticle-graph.json", jsonld.Parse},
	{"newsml", "story.newsml-g2.xml", newsml.Parse},
	{"nitf", "story.nitf.xml", nitf.Parse},
	{"markdown", "story.md", markdown.Parse},
	{"xhtml", "page.html", xhtml.Parse},
}

// located checks that an error says where.
func located(t *testing.T, err error, data []byte) *article.ParseError {
	var e *article.ParseError
	require.ErrorAs(t, err, &e)
	require.True(t, e.Offset >= 0 && e.Offset <= len(data) && e.Line >= 1 && e.Column >= 1, "position %d, %d:%d", e.Offset, e.Line, e.Column)
	return e
}

func TestTruncatedInput(t *testing.T) {
	for _, r := range all {
		data := forms.Read(t, r.file)
		for n := 0; n < len(data)-1; n += 1 + n/97 {
			_, err := r.parse(data[:n])
			switch r.name {
			case "markdown", "xhtml": // any piece of text is text
				if err != nil {
					located(t, err, data[:n])
				}
			default:
				e := located(t, err, data[:n])
				if !errors.Is(err, article.ErrEncoding) { // cut within a character
					assert.ErrorIs(t, err, io.ErrUnexpectedEOF, "%s, %d bytes", r.name, n)
					assert.Equal(t, n, e.Offset, "%s, %d bytes", r.name, n)
				}
			}
		}
	}
}

func TestWrongEncoding(t *testing.T) {
	for _, r := range all {
		data := forms.Read(t, r.file)
		want, err := r.parse(data)
		require.NoError(t, err)

		latin := bytes.Replace(data, []byte("“Who asked"), []byte("\x93Who asked"), 1)
		at := bytes.IndexByte(latin, 0x93)
		for bytes.IndexByte(latin[at:], 0x93) == 0 && latin[at-1] >= 0x80 {
			at += 1 + bytes.IndexByte(latin[at+1:], 0x93)
		}
		_, err = r.parse(latin)
		assert.ErrorIs(t, err, article.ErrEncoding, r.name)
		assert.Equal(t, at, located(t, err, latin).Offset, r.name)

		a, err := r.parse(append([]byte("\xef\xbb\xbf"), data...))
		require.NoError(t, err, "%s with a byte order mark", r.name)
		assert.Equal(t, want.Text(), a.Text())

		for _, big := range []bool{true, false} {
			wide := wide(bytes.Replace(data, []byte(`encoding="UTF-8"`), []byte(`encoding="UTF-16"`), 1), big)
			a, err = r.parse(wide)
			require.NoError(t, err, "%s as UTF-16", r.name)
			assert.Equal(t, want.Text(), a.Text())
			_, err = r.parse(wide[:len(wide)-1])
			assert.ErrorIs(t, err, article.ErrEncoding, r.name)
			located(t, err, wide)
		}
	}
}

func wide(data []byte, bigEndian bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + string(data))) {
		if bigEndian {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestDeclaredEncoding(t *testing.T) {
	nitfOf := func(encoding, text string) []byte {
		return []byte(`<?xml version="1.0" encoding="` + encoding + `"?><nitf><body><body.content><p>` + text + `</p></body.content></body></nitf>`)
	}
	for _, c := range []struct{ encoding, text, want string }{
		{"ISO-8859-1", "Caf\xe9 \x93Ann\x94", "Café “Ann”"},
		{"iso-8859-15", "\xa4 10", "€ 10"},
		{"windows-1252", "\x80 10", "€ 10"},
		{"KOI8-R", "\xf2", "Р"},
		{"us-ascii", "Cafe", "Cafe"},
	} {
		a, err := nitf.Parse(nitfOf(c.encoding, c.text))
		require.NoError(t, err, c.encoding)
		assert.Equal(t, c.want, a.Text(), c.encoding)
	}
	for _, c := range []struct {
		encoding, text string
		offset         int
	}{
		{"ISO-8859-1", "Caf\u00e9", 81}, // is UTF-8
		{"UTF-8", "Caf\xe9", 76},
		{"us-ascii", "Caf\xe9", 79},
		{"klingon", "Cafe", 0},
		{"windows-1252", "Caf\x81", 83 - 0},
	} {
		data := nitfOf(c.encoding, c.text)
		_, err := nitf.Parse(data)
		assert.ErrorIs(t, err, article.ErrEncoding, c.encoding)
		e := located(t, err, data)
		if c.offset > 0 {
			assert.Equal(t, bytes.IndexFunc(data, func(r rune) bool { return r > '~' }), e.Offset, c.encoding)
		}
	}
}

func TestInputThatIsTooLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("100 MB")
	}
	data := bytes.Repeat([]byte(`[{"a":"<p>words words</p>"},`), 100<<20/28)
	for _, r := range all {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := r.parse(data)
		runtime.ReadMemStats(&after)
		assert.ErrorIs(t, err, article.ErrTooLarge, r.name)
		assert.Equal(t, article.MaxInput, located(t, err, data).Offset)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(2*article.MaxInput), "bytes allocated by %s", r.name)
	}
	for name, c := range map[string]struct {
		parse func([]byte) (*article.Article, error)
		piece string
	}{
		"values":   {ninjs.Parse, "[1,1,1,1,1,1,1,1"},
		"elements": {nitf.Parse, "<a/><a/><a/>"},
		"tags":     {xhtml.Parse, "<a/><a/><a/>"},
	} {
		data := strings.Repeat(c.piece, article.MaxInput/len(c.piece))
		switch name {
		case "values":
			data = "[" + strings.ReplaceAll(data, "[", ",")[1:]
		case "elements":
			data = "<nitf>" + data[:len(data)-100]
		}
		_, err := c.parse([]byte(data))
		assert.ErrorIs(t, err, article.ErrTooLarge, name)
		located(t, err, []byte(data))
	}
}

func TestDeepNesting(t *testing.T) {
	const n = 1 << 20
	for _, c := range []struct {
		name  string
		parse func([]byte) (*article.Article, error)
		data  string
	}{
		{"ninjs", ninjs.Parse, strings.Repeat("[", n)},
		{"ninjs objects", ninjs.Parse, strings.Repeat(`{"a":`, n)},
		{"jsonld", jsonld.Parse, strings.Repeat(`{"@graph":[`, n)},
		{"nitf", nitf.Parse, "<nitf>" + strings.Repeat("<block>", n)},
		{"newsml", newsml.Parse, "<newsItem>" + strings.Repeat("<group>", n)},
		{"xhtml", xhtml.Parse, strings.Repeat("<div>", n)},
	} {
		_, err := c.parse([]byte(c.data))
		assert.ErrorIs(t, err, article.ErrTooDeep, c.name)
		located(t, err, []byte(c.data))
	}
	// Markdown has no depth: its marks are read in one pass.
	for _, mark := range []string{">", "[", "*", "_", "`", "![", "<", "**a", "[a](", "\\", "&", "_a *b ", "- "} {
		_, err := markdown.Parse([]byte("words " + strings.Repeat(mark, n/len(mark))))
		assert.NoError(t, err, mark)
	}
}

func TestDuplicateKeys(t *testing.T) {
	for _, c := range []struct {
		name  string
		parse func([]byte) (*article.Article, error)
		data  string
		at    string
	}{
		{"ninjs", ninjs.Parse, `{"uri": "x:1", "headline": "A",` + "\n" + `"headline": "B"}`, `"headline": "B"`},
		{"many keys", ninjs.Parse, `{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1,"m":1,"n":1,"o":1,"p":1,"q":1,"r":1,"b" :1}`, `"b" :1`},
		{"written with escapes", jsonld.Parse, `{"@type": "NewsArticle", "headline": "A", "h\u0065adline": "B"}`, `"h\u`},
		{"nitf", nitf.Parse, `<nitf><body id="a" id="b"/></nitf>`, `<body`},
		{"newsml", newsml.Parse, `<newsItem guid="a" guid="b"/>`, `<newsItem`},
		{"xhtml", xhtml.Parse, `<p class="a" class="b">Words</p>`, `<p`},
		{"markdown", markdown.Parse, "---\ntitle: A\ntitle: B\n---\nWords", "title: B"},
	} {
		_, err := c.parse([]byte(c.data))
		assert.ErrorIs(t, err, article.ErrDuplicate, c.name)
		assert.Equal(t, strings.Index(c.data, c.at), located(t, err, []byte(c.data)).Offset, c.name)
	}
}

func TestEntitiesAreNotExpanded(t *testing.T) {
	bomb := `<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
	for _, entity := range []string{"&a;", "&b;", "&x;"} {
		data := []byte(bomb + `<nitf><body><body.content><p>` + entity + `</p></body.content></body></nitf>`)
		_, err := nitf.Parse(data)
		assert.ErrorIs(t, err, article.ErrSyntax, entity)
		located(t, err, data)
	}
	a, err := nitf.Parse([]byte(`<nitf><body><body.content><p>Trudge &amp; Sons &mdash; &eacute;&#8217;s</p></body.content></body></nitf>`))
	require.NoError(t, err)
	assert.Equal(t, "Trudge & Sons — é’s", a.Text(), "those of XML and HTML are known")
}

func TestInputWithoutAStory(t *testing.T) {
	for _, c := range []struct {
		parse func([]byte) (*article.Article, error)
		data  string
	}{
		{ninjs.Parse, `{"uri": "x:1", "type": "text"}`}, {ninjs.Parse, `[]`}, {ninjs.Parse, `"text"`}, {ninjs.Parse, `null`},
		{jsonld.Parse, `{"@type": "Organization", "name": "NSA"}`}, {jsonld.Parse, `{"@type": "NewsArticle"}`}, {jsonld.Parse, `[]`},
		{nitf.Parse, `<html/>`}, {nitf.Parse, `<nitf/>`}, {newsml.Parse, `<nitf/>`}, {newsml.Parse, `<newsItem/>`}, {newsml.Parse, `<newsMessage/>`},
		{markdown.Parse, ``}, {markdown.Parse, " \n\n---\n"}, {xhtml.Parse, ``}, {xhtml.Parse, `<p> </p><script>x()</script>`},
	} {
		_, err := c.parse([]byte(c.data))
		assert.ErrorIs(t, err, article.ErrNoStory, c.data)
		located(t, err, []byte(c.data))
	}
}

func TestBrokenSyntaxSaysWhere(t *testing.T) {
	for _, c := range []struct {
		name   string
		parse  func([]byte) (*article.Article, error)
		data   string
		offset int
		line   int
	}{
		{"comma before the end", jsonld.Parse, "{\"a\": 1,\n}", 9, 2},
		{"no colon", jsonld.Parse, `{"a" 1}`, 5, 1},
		{"line end in a string", jsonld.Parse, "{\"a\": \"b\nc\"}", 8, 1},
		{"wrong escape", jsonld.Parse, `{"a": "\x"}`, 8, 1},
		{"half a pair", jsonld.Parse, `{"a": "\ud83d "}`, 13, 1},
		{"a comment", jsonld.Parse, `/* */ {}`, 0, 1},
		{"text behind", jsonld.Parse, `{} x`, 3, 1},
		{"number", jsonld.Parse, `{"a": 01}`, 8, 1},
		{"end tag", nitf.Parse, "<nitf>\n<body></nitf>", 20, 2},
		{"two roots", nitf.Parse, "<nitf></nitf><nitf/>", 13, 1},
		{"text outside", nitf.Parse, "x<nitf></nitf>", 0, 1},
	} {
		_, err := c.parse([]byte(c.data))
		assert.ErrorIs(t, err, article.ErrSyntax, c.name)
		e := located(t, err, []byte(c.data))
		assert.Equal(t, c.offset, e.Offset, "%s: %v", c.name, err)
		assert.Equal(t, c.line, e.Line, c.name)
	}
}

// FuzzReaders reads any bytes with all readers: no panic, errors that say where,
// articles whose blocks are in order.
func FuzzReaders(f *testing.F) {
	for _, r := range all {
		f.Add(forms.Read(f, r.file))
	}
	f.Add([]byte(`<nitf><body><body.head><dateline>OSTIA</dateline></body.head><body.content><p>a<br/><br/>b</p></body.content></body></nitf>`))
	f.Add([]byte("# A\n\n*b*\n\n![c](d \"e\")\n\n- f\n1. g\n> h\n\n|i|j|\n|-|-|\n[^1]: k\n<p>l</p>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, r := range all {
			a, err := r.parse(data)
			if err != nil {
				located(t, err, data)
				continue
			}
			end := 0
			for b := range a.Blocks() {
				require.True(t, b.Span().Start >= end && b.Span().End <= len(a.Text()))
				end = b.Span().End
			}
		}
	})
}

// TestTimeIsLinear reads large input of nasty kinds; a square of its size would
// take minutes.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("some megabytes")
	}
	const n = 1 << 15
	for _, c := range []struct {
		name  string
		parse func([]byte) (*article.Article, error)
		data  string
	}{
		{"pictures", ninjs.Parse, `{"headline": "A", "bodies": [{"value": "` + strings.Repeat("<p>Words.</p>", n) + `"}], "associations": [` +
			strings.Repeat(`{"type": "picture", "descriptions": [{"value": "None"}]},`, n) + `{}]}`},
		{"references", jsonld.Parse, `[{"@type": "NewsArticle", "headline": "A", "author": [` + strings.Repeat(`{"@id": "#a"},`, n) + `{}]}, {"@id": "#a", "name": "Ann"}]`},
		{"open elements", xhtml.Parse, strings.Repeat("<p>Words <b>", n) + strings.Repeat("</b>", 100)},
		{"end tags of nothing", xhtml.Parse, strings.Repeat("<b>", 150) + "Words" + strings.Repeat("</i>", n)},
		{"paragraphs", nitf.Parse, "<nitf><body><body.content>" + strings.Repeat("<p>Words.<br/><br/></p>", n) + "</body.content></body></nitf>"},
		{"creators", newsml.Parse, "<newsItem><contentMeta>" + strings.Repeat("<creator><name>Ann</name></creator>", n) + "</contentMeta><contentSet><inlineData>Words.</inlineData></contentSet></newsItem>"},
		{"brackets", markdown.Parse, "Words " + strings.Repeat("[a", n) + strings.Repeat("](b)", n)},
		{"stars", markdown.Parse, "Words " + strings.Repeat("*a **b ", n) + strings.Repeat("a* b** ", n)},
		{"code", markdown.Parse, "Words " + strings.Repeat("`a``b```c", n)},
		{"definitions", markdown.Parse, strings.Repeat("[a]: b\n", n) + "\nWords [a]"},
		{"list items", markdown.Parse, strings.Repeat("- a\nb\n", n)},
		{"pictures in Markdown", markdown.Parse, strings.Repeat("![a](b)\n\n", n)},
	} {
		start := time.Now()
		_, err := c.parse([]byte(c.data))
		assert.NoError(t, err, c.name)
		assert.Less(t, time.Since(start), 20*time.Second, c.name)
	}
}
