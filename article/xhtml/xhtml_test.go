package xhtml_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/xhtml"
)

func ExampleParse() {
	a, err := xhtml.Parse([]byte(`<h1>Harbour to close</h1><p class="byline">By Ann Lee</p>
<figure><img src="x.jpg"><figcaption>Boats. <span class="credit">M. Dole</span></figcaption></figure>
<p>The harbour closes on Monday.<ul><li>Boats wait<li>Ships go</ul>`))
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
	// caption: Boats.
	// credit: M. Dole
	// paragraph: The harbour closes on Monday.
	// list: Boats wait
	// list: Ships go
}

func ExampleAppend() {
	a := article.New(article.Meta{Headline: "Trudge & Sons"}, "Boats < ships.")
	out, err := xhtml.Append(nil, a)
	fmt.Println(string(out), err)
	// Output: <h1>Trudge &amp; Sons</h1><p>Boats &lt; ships.</p> <nil>
}

// An entry of a feed has its headline apart from its body.
func ExampleParseWith() {
	a, err := xhtml.ParseWith(article.Meta{ID: "17", Headline: "Harbour to close"}, []byte(`<p>The harbour closes on Monday.</p>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for b := range a.Blocks() {
		fmt.Println(a.ID(), b.Kind(), "–", b.Text())
	}
	// Output:
	// 17 headline – Harbour to close
	// 17 paragraph – The harbour closes on Monday.
}

func TestLibertiesOfHTML(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"elements left open", "<div><p>One boat waits here.<p>Two boats wait there.</div>", "One boat waits here.|Two boats wait there."},
		{"emphasis left open", "<p>One <b>boat <p>Two <i>boats<ul><li>Three<li><p>Four <b>boats<li>Five</ul>", "One boat|Two boats|Three|Four boats|Five"},
		{"lists in lists", "<ul><li>One<ul><li>Two<li>Three</ul><li>Four</ul>", "One|Two|Three|Four"},
		{"end tags of nothing", "</b></div><p>One</i> boat</p></p>", "One boat"},
		{"capitals, attributes without quotes", "<P CLASS=x ID=y>One boat</P>", "One boat"},
		{"blanks", "<p>\n One\t <b> boat </b>waits</p>", "One boat waits"},
		{"references", "<p>Trudge &amp; Sons&nbsp;&#8212; &lt;b&gt; &unknown;</p>", "Trudge & Sons\u00a0— <b> &unknown;"},
		{"breaks", "<p>One<br>Two<br/><br/>Three</p>", "One|Two|Three"},
		{"scripts, styles, comments", "<script>if (a < b) '<p>x</p>'</script><style>p{}</style><!-- <p>x --><p>One</p>", "One"},
		{"CDATA and declarations", "<?xml version='1.0'?><!DOCTYPE html><p><![CDATA[a < b]]></p>", "a < b"},
		{"a mark that is no tag", "<p>1 < 2 and <3</p>", "1 < 2 and <3"},
		{"text without elements", "One boat", "One boat"},
		{"name spaces", "<h:p xmlns:h='x'>One</h:p>", "One"},
		{"tables", "<table><tr><th>A<th>B<tr><td>1<td>2</table>", "A | B|1 | 2"},
		{"navigation", "<nav>Home</nav><p>One</p><form><button>Go</button></form>", "One"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := xhtml.Parse([]byte(c.html))
			require.NoError(t, err)
			assert.Equal(t, c.want, strings.ReplaceAll(a.Text(), "\n\n", "|"))
		})
	}
}

func TestParseWith(t *testing.T) {
	a, err := xhtml.ParseWith(article.Meta{Headline: "Harbour", Byline: []string{"Ann Lee", "Bob Ray"}, Subhead: "Boats wait"}, []byte("<p>Harbour</p><p>Boats wait</p><p>The harbour closes.</p>"))
	require.NoError(t, err)
	assert.Equal(t, "Harbour\n\nBoats wait\n\nAnn Lee and Bob Ray\n\nThe harbour closes.", a.Text(), "what the body repeats is there once")
}
