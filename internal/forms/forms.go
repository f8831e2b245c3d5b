// Package forms holds one invented story in fifteen forms, for the tests of the
// readers: each must give the same story. What a form lacks, expected.json says.
package forms

import (
	"embed"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

//go:embed samples
var samples embed.FS

// Expected is what every form must give.
type Expected struct {
	Headline, Subhead, Byline, Caption, Credit string
	Authors                                    []string
	Dateline                                   struct {
		Text, Date, Agency string
		Places             []string
	}
	Crossheads []struct {
		Text   string
		Before int
	}
	Paragraphs []string
	Files      map[string]Form
}

// Form is what differs in one form.
type Form struct {
	Format, Datetime, Byline string
	Missing                  []string
}

// Read returns the bytes of a form.
func Read(t testing.TB, file string) []byte {
	b, err := samples.ReadFile("samples/" + file)
	require.NoError(t, err)
	return b
}

// Files returns the names of the forms, sorted.
func Files(t testing.TB) []string {
	var out []string
	for name := range load(t).Files {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func load(t testing.TB) Expected {
	var e Expected
	require.NoError(t, json.Unmarshal(Read(t, "expected.json"), &e))
	return e
}

// Check checks what the article of a form has.
func Check(t *testing.T, file string, a *article.Article) {
	e := load(t)
	f := e.Files[file]
	has := func(part string) bool { return !slices.Contains(f.Missing, part) }
	m := a.Meta()
	assert.Equal(t, e.Headline, oneLine(a.Headline()), "headline")
	assert.Equal(t, e.Subhead, oneLine(m.Subhead), "subhead")
	assert.Equal(t, e.Authors, m.Byline, "authors")
	byline := e.Byline
	if f.Byline != "" {
		byline = f.Byline
	}
	assert.Equal(t, []string{byline}, texts(a, article.BylineBlock), "byline")
	if d, ok := a.Dateline(); assert.True(t, ok, "dateline") {
		assert.Equal(t, e.Dateline.Text, a.Slice(d.Span), "dateline")
		assert.Equal(t, e.Dateline.Date, a.Slice(d.Date), "date of the dateline")
		assert.Equal(t, e.Dateline.Agency, a.Slice(d.Agency), "agency of the dateline")
		for i, p := range d.Places {
			assert.Equal(t, e.Dateline.Places[i], a.Slice(p), "place of the dateline")
		}
	}
	if f.Datetime != "" {
		at, err := time.Parse(time.RFC3339, f.Datetime)
		if err != nil {
			at, err = time.Parse("2006-01-02T15:04:05", f.Datetime)
		}
		if err != nil {
			at, err = time.Parse(time.DateOnly, f.Datetime)
		}
		require.NoError(t, err)
		assert.True(t, at.Equal(m.Published), "published: want %v, have %v", at, m.Published)
	}
	assert.Equal(t, e.Paragraphs, paragraphs(a), "paragraphs")
	var cross []string
	for _, c := range e.Crossheads {
		cross = append(cross, c.Text)
	}
	assert.Equal(t, cross, texts(a, article.Crosshead), "crossheads")
	if has("caption") {
		captions := texts(a, article.Caption)
		if assert.Len(t, captions, 1, "captions") {
			assert.True(t, strings.HasPrefix(captions[0], e.Caption), "caption: %q", captions[0])
			credit := captions[0] + strings.Join(texts(a, article.Credit), "")
			assert.Contains(t, credit, e.Credit, "credit")
		}
	}
}

// oneLine undoes the wrapping of hard-wrapped text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// texts returns the blocks of a kind, each on one line.
func texts(a *article.Article, kind article.Kind) []string {
	var out []string
	for b := range a.Blocks() {
		if b.Kind() == kind {
			out = append(out, oneLine(b.Text()))
		}
	}
	return out
}

// paragraphs returns the paragraphs without the dateline.
func paragraphs(a *article.Article) []string {
	out := texts(a, article.Paragraph)
	if d, ok := a.Dateline(); ok && len(out) > 0 {
		line := oneLine(a.Slice(d.Span))
		out[0] = strings.TrimSpace(strings.TrimPrefix(out[0], line))
	}
	return out
}

// Found is what the analysis of a story gives, in the order of the text.
type Found struct{ Entities, Quotes []string }

// Analyze analyzes a form. Names that stand only in a caption or a credit and what
// pull quotes repeat are left out, because not every form has them.
func Analyze(a *article.Article) Found {
	r := newstext.Analyze(a)
	var f Found
	for _, e := range r.Entities {
		if slices.ContainsFunc(e.Mentions, func(m entity.Mention) bool {
			b, _ := a.BlockAt(m.Start)
			return m.Kind == entity.Name && slices.Contains([]article.Kind{article.Headline, article.Subhead, article.BylineBlock, article.Paragraph, article.Crosshead}, b.Kind())
		}) {
			f.Entities = append(f.Entities, e.Type.String()+" "+oneLine(e.Name))
		}
	}
	slices.Sort(f.Entities) // captions stand in different places
	for _, q := range r.Quotes {
		if b, _ := a.BlockAt(q.Content[0].Start); b.Kind() == article.PullQuote {
			continue
		}
		f.Quotes = append(f.Quotes, q.Kind.String()+" "+oneLine(q.Speaker.Name()+": "+q.Text()))
	}
	return f
}
