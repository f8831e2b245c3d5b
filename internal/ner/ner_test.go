package ner

import (
	"os"
	"strings"
	"testing"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEmbeddedModelIsWhole(t *testing.T) {
	f, err := linear.Open(embedded)
	require.NoError(t, err, "checksum of ner.model")
	m, err := f.Model("names")
	require.NoError(t, err)
	assert.Equal(t, LabelNames(), m.Labels())
}

// marked writes the names of a text as [type words].
func marked(text string) string {
	var d Doc
	d.Reset(article.Parse(text))
	types := []string{"person", "org", "place", "group", "event", "work"}
	var b strings.Builder
	at := 0
	for _, n := range Default().Find(nil, &d) {
		start, end := int(d.Tokens[n.First].Start), int(d.Tokens[n.End-1].End)
		b.WriteString(text[at:start] + "[" + types[n.Type] + " " + text[start:end] + "]")
		at = end
	}
	return b.String() + text[at:]
}

func TestNamesAreFound(t *testing.T) {
	for _, c := range []struct{ shows, want string }{
		{"title outside the name", "[place LONDON] - Prime Minister [person Anna Holt] met Dr. [person Lee Chan] on Monday."},
		{"no possessive", "[person Holt]'s party, the [org Labour Party], met in [place Wales]."},
		{"parts of a hyphenated word", "The [place US]-[group Russian] talks and a [group Chinese]-backed plan."},
		{"outermost name only", "He left the [org University of California] in May. The [org Bank of England] did not answer."},
		{"initials and suffixes", "[person John F. Kennedy Jr.] spoke to [person J. P. Morgan]."},
		{"small words inside names", "[person Bill de Blasio] and [person Osama bin Laden] were named."},
	} {
		t.Run(c.shows, func(t *testing.T) {
			text := c.want
			for _, x := range []string{"person", "org", "place", "group", "event", "work"} {
				text = strings.ReplaceAll(text, "["+x+" ", "")
			}
			text = strings.ReplaceAll(text, "]", "")
			assert.Equal(t, c.want, marked(text))
		})
	}
}

func TestHeadlinesAreReadThroughTheBody(t *testing.T) {
	got := marked("KORVALT TO LEAVE AS CHAIRMAN\n\nThe chairman of Northsea Oil Inc., Peter Korvalt, said on Friday he would leave. Korvalt is 60.")
	assert.True(t, strings.HasPrefix(got, "[person KORVALT] TO LEAVE AS CHAIRMAN"), got)
}

// forms are the tokens of a text as they are read.
func forms(d *Doc) string {
	var b strings.Builder
	for _, t := range d.Tokens {
		b.WriteString(t.Form + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestPlacesInSmallLettersAreRaised(t *testing.T) {
	for _, c := range []struct{ shows, text, want string }{
		{"cities, countries and provinces", "we fly from san francisco to mexico or ontario",
			"we fly from San Francisco to Mexico or Ontario"},
		{"not what is an ordinary word or a first name, too", "i am reading of jordan, japan and mobile phones", "i am reading of jordan , Japan and mobile phones"},
		{"not where the writer uses capitals", "Everyone loves paris and rome", "Everyone loves paris and rome"},
		{"a few capitals do not matter", "does anyone know how far it is from vietnam to Laos", "does anyone know how far it is from Vietnam to Laos"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			var d Doc
			d.Reset(article.New(article.Meta{}, c.text))
			assert.Equal(t, c.want, forms(&d))
		})
	}
}

func TestLinesOfNamesAndFiguresAreRead(t *testing.T) {
	for text, want := range map[string]bool{
		"Northsea 2 Velden 0":             true,
		"Anna Holt (Wales) 3:31.5":        true,
		"Anna Holt":                       true,
		"Why Northsea Oil Chief Must Go":  false,
		"Read more about the harbour now": false,
		"Share 12":                        true,
		"42":                              false,
	} {
		var d Doc
		a := article.Build(article.Meta{}, article.Part{Kind: article.Link, Text: text})
		d.Reset(a)
		assert.Equal(t, want, len(d.Tokens) > 0, text)
	}
}

func TestAddressesAreNoNames(t *testing.T) {
	for w, want := range map[string]bool{
		"http://example.org/News": true, "www.Example.org": true, "Anna.Holt@example.org": true, "Report.pdf": true,
		"Amazon.com": false, "U.S.": false, "Yahoo!": false, "@Holt": false, "": false, ".": false,
	} {
		assert.Equal(t, want, isAddress(w), w)
	}
}

func TestLabelsSpellNames(t *testing.T) {
	names := []Name{{0, 1, Person}, {1, 3, Org}, {4, 8, Work}}
	labels := ToLabels(names, 9)
	assert.Equal(t, names, FromLabels(nil, labels, 0))
	for i := 1; i < len(labels); i++ {
		assert.True(t, May(int(labels[i-1]), int(labels[i])))
	}
	assert.False(t, May(label(Person, begin), outside))
	assert.False(t, May(label(Person, begin), label(Org, inside)))
}

func TestShapes(t *testing.T) {
	for w, want := range map[string]Shape{
		"word": Lower, "Word": Capitalised, "WORD": Upper, "U.S.": UpperDots, "J.": Initial, "A": Initial,
		"iPhone": Mixed, "McCain": Mixed, "20": Number, "1,000": Number, "F16": Alphanumeric, "Corp.": Abbreviation,
		"—": Mark, "Élysée": Capitalised, "": Mark, "\xff": Mark, "中国": Lower,
	} {
		assert.Equal(t, want, shapeOf(w), "%q", w)
	}
}

func TestTokensAreCutAtHyphensAndPossessives(t *testing.T) {
	for text, want := range map[string]string{
		"US-Russian": "US|-|Russian", "al–Assad": "al|–|Assad", "Boeing's": "Boeing|'s", "states’": "states|’",
		"-": "-", "a-": "a|-", "O'Neill": "O'Neill", "AC/DC": "AC|/|DC",
	} {
		var got []string
		for _, s := range cut(nil, text, article.Span{Start: 0, End: len(text)}) {
			got = append(got, s.In(text))
		}
		assert.Equal(t, want, strings.Join(got, "|"), text)
	}
}

func BenchmarkFind(b *testing.B) {
	text, err := os.ReadFile("../../entity/testdata/seed.txt")
	require.NoError(b, err)
	a := article.Parse(string(text))
	words := len(strings.Fields(string(text)))
	var d Doc
	var names []Name
	m := Default()
	b.ReportAllocs()
	for b.Loop() {
		d.Reset(a)
		names = m.Find(names[:0], &d)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}
