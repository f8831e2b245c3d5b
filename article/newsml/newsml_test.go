package newsml_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/newsml"
)

func item(head, content string) string {
	return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:7" xml:lang="en-GB"><itemMeta><provider><name>NSA</name></provider>
<versionCreated>2024-03-12T18:45:00Z</versionCreated></itemMeta><contentMeta>` + head + `</contentMeta><contentSet>` + content + `</contentSet></newsItem>`
}

func ExampleParse() {
	a, err := newsml.Parse([]byte(item(`<headline>Harbour to close</headline><by>By Ann Lee</by>`,
		`<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>OSTIA (NSA) — Boats wait.</p></body></html></inlineXML>`)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for b := range a.Blocks() {
		fmt.Printf("%v: %s\n", b.Kind(), b.Text())
	}
	fmt.Println(a.Meta().Source, a.Meta().Language, a.Meta().Byline)
	// Output:
	// headline: Harbour to close
	// byline: By Ann Lee
	// paragraph: OSTIA (NSA) — Boats wait.
	// NSA en-GB [Ann Lee]
}

// A message carries many stories, and much else; ParseAll gives the stories.
func ExampleParseAll() {
	story := func(text string) string {
		return item("", `<inlineData contenttype="text/plain">`+text+`</inlineData>`)
	}
	stories, err := newsml.ParseAll([]byte(`<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>` +
		story("Boats wait.") + story("Ships go.") + `</itemSet></newsMessage>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range stories {
		fmt.Println(a.ID(), a.Text())
	}
	// Output:
	// urn:newsml:7 Boats wait.
	// urn:newsml:7 Ships go.
}

func TestContent(t *testing.T) {
	for _, c := range []struct{ name, content string }{
		{"NITF", `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>The boats wait for a week.</p></body.content></body></nitf></inlineXML>`},
		{"plain text", `<inlineData contenttype="text/plain">The boats wait for a week.</inlineData>`},
		{"HTML in a string", `<inlineData contenttype="text/html">&lt;p>The boats wait for a week.&lt;/p></inlineData>`},
		{"the first that has text", `<inlineXML/><inlineData contenttype="text/plain">The boats wait for a week.</inlineData>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := newsml.Parse([]byte(item(`<headline role="hld:sub">Not this</headline><headline role="hld:main">Harbour</headline>
<dateline>OSTIA, March 12 (NSA) —</dateline><creator><name>Ann Lee</name></creator><creator><name>Bob Ray</name></creator>`, c.content)))
			require.NoError(t, err)
			assert.Equal(t, "Harbour\n\nAnn Lee and Bob Ray\n\nOSTIA, March 12 (NSA) — The boats wait for a week.", a.Text())
			assert.Equal(t, []string{"Ann Lee", "Bob Ray"}, a.Meta().Byline)
			d, ok := a.Dateline()
			require.True(t, ok)
			assert.Equal(t, "OSTIA, March 12 (NSA) —", a.Slice(d.Span))
		})
	}
}

func TestSubjectsAndCodes(t *testing.T) {
	a, err := newsml.Parse([]byte(`<newsItem><itemMeta><provider qcode="nprov:NSA"/></itemMeta><contentMeta><headline>Harbour</headline><keyword>lake</keyword>
<subject type="cpnat:abstract" qcode="medtop:1"><name>water</name></subject><subject type="cpnat:person"><name>Ann Lee</name></subject></contentMeta>
<contentSet><inlineXML><nitf><body.content><block><p>Boats wait.</p></block></body.content></nitf></inlineXML></contentSet></newsItem>`))
	require.NoError(t, err)
	assert.Equal(t, "NSA", a.Meta().Source)
	assert.Equal(t, []string{"lake", "water"}, a.Meta().Keywords)
	assert.Equal(t, "Harbour\n\nBoats wait.", a.Text())
}

func TestMessageWithSeveralItems(t *testing.T) {
	text := func(s string) string { return `<inlineData contenttype="text/plain">` + s + `</inlineData>` }
	all, err := newsml.ParseAll([]byte(`<newsMessage><itemSet>` + item("<headline>One</headline>", text("Boats wait.")) +
		item("<headline>Picture</headline>", `<remoteContent href="x.jpg"/>`) + item("<headline>Two</headline>", text("Boats go.")) + `</itemSet></newsMessage>`))
	require.NoError(t, err)
	require.Len(t, all, 2, "the picture has no text")
	assert.Equal(t, "One", all[0].Headline())
	assert.Equal(t, "Two", all[1].Headline())
	_, err = newsml.ParseAll([]byte(item("<headline>Picture</headline>", `<remoteContent href="x.jpg"/>`)))
	assert.ErrorIs(t, err, article.ErrNoStory)
}

func TestBrokenHTMLInAString(t *testing.T) {
	_, err := newsml.Parse([]byte(item("", `<inlineData contenttype="text/html">&lt;p class="a</inlineData>`)))
	var e *article.ParseError
	require.ErrorAs(t, err, &e)
	assert.ErrorContains(t, err, "HTML ends in the tag <p>")
}
