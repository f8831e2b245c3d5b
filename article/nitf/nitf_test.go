package nitf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/nitf"
)

func ExampleParse() {
	a, err := nitf.Parse([]byte(`<nitf><body>
  <body.head>
    <hedline><hl1>Harbour to close</hl1></hedline>
    <byline>By <person>Ann Lee</person></byline>
    <dateline><location>OSTIA</location> (NSA)</dateline>
  </body.head>
  <body.content><p>The harbour closes on Monday.</p><hl2>What next</hl2><p>Boats wait.</p></body.content>
</body></nitf>`))
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
	// paragraph: OSTIA (NSA) — The harbour closes on Monday.
	// crosshead: What next
	// paragraph: Boats wait.
}

func outline(a *article.Article) string {
	var out []string
	for b := range a.Blocks() {
		out = append(out, b.Kind().String()+": "+b.Text())
	}
	return strings.Join(out, "\n")
}

func TestParts(t *testing.T) {
	for _, c := range []struct{ name, head, content, want string }{
		{"a dateline that the first paragraph has", "<dateline><location>Ostia</location></dateline>", "<p>OSTIA (AP) — Boats wait.</p>",
			"paragraph: OSTIA (AP) — Boats wait."},
		{"title in a byline", "<byline>By Ann Lee\n<byttl>NSA Writer</byttl></byline>", "<p>Boats wait.</p>",
			"byline: By Ann Lee, NSA Writer\nparagraph: Boats wait."},
		{"two bylines", "<byline>By Ann Lee</byline><byline>By Bob Ray</byline>", "<p>Boats wait.</p>",
			"byline: By Ann Lee\nbyline: By Bob Ray\nparagraph: Boats wait."},
		{"inline markup", "", "<p>The <org>Board</org>'s <em>third</em>\n meeting<br/>was long.</p>", "paragraph: The Board's third meeting was long."},
		{"two breaks end a paragraph", "", "<p>One.<br/><br/>Two.</p>", "paragraph: One.\nparagraph: Two."},
		{"blocks and lists", "", "<block><p>One.</p><ul><li>Two</li><li>Three</li></ul></block>", "paragraph: One.\nlist: Two\nlist: Three"},
		{"a quotation", "", "<bq><block><p>One.</p></block></bq>", "paragraph: One."},
		{"a caption", "", "<media><media-caption><p>Boats.</p></media-caption><media-producer>M. Dole</media-producer></media><p>One.</p>",
			"caption: Boats.\ncredit: M. Dole\nparagraph: One."},
		{"a note", "", "<note><body.content><p>Corrects a name.</p></body.content></note><p>One.</p>", "note: Corrects a name.\nparagraph: One."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := nitf.Parse([]byte("<nitf><body><body.head>" + c.head + "</body.head><body.content>" + c.content + "</body.content></body></nitf>"))
			require.NoError(t, err)
			assert.Equal(t, c.want, outline(a))
		})
	}
}

func TestMetadata(t *testing.T) {
	a, err := nitf.Parse([]byte(`<nitf><head><title>Harbour</title><docdata><doc-id id-string="N7"/><date.issue norm="20240312T184500+0100"/>
<doc.copyright holder="NSA" year="2024"/><key-list><keyword key="lake"/><keyword key="water"/></key-list></docdata>
<pubdata position.section="World" ex-ref="https://news.example.org/7"/></head><body><body.head><distributor>NSA</distributor></body.head>
<body.content><p>Boats wait.</p></body.content></body></nitf>`))
	require.NoError(t, err)
	m := a.Meta()
	assert.Equal(t, "N7 Harbour NSA World © 2024 NSA https://news.example.org/7 [lake water]",
		fmt.Sprint(m.ID, " ", m.Headline, " ", m.Source, " ", m.Section, " ", m.Copyright, " ", m.URL, " ", m.Keywords))
	assert.Equal(t, "2024-03-12T18:45:00+01:00", m.Published.Format("2006-01-02T15:04:05Z07:00"))
}
