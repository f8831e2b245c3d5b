package page

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/seed"
)

// hostile is a story whose every name tries to become a part of the page.
const hostile = `<script>alert(1)</script> Minister "><img src=x onerror=alert(2)> Resigns

By Ann <b onclick=alert(3)> Lee

Mayor Bob "onmouseover="alert(4)" Smith said the </style><script>alert(5)</script> plan of Anna O'Hara' style='x:expression(alert(6)) "is </title></textarea> javascript:alert(7)".

"{{.Style}} ${alert(8)} <!-- <![CDATA[ ]]> &lt;script&gt; \u003cscript\u003e," Smith told Ann <svg/onload=alert(9)> Lee. He blamed <iframe srcdoc="<script>alert(10)</script>">.

Smith accused Lee of lying.` + "\n\nThe \u202eevil\u202c firm\x00 \x1b[31m said \xff\xfe it \"backs Smith\".\n"

func write(t *testing.T, text string) string {
	var b bytes.Buffer
	require.NoError(t, Write(&b, newstext.Analyze(article.Parse(text))))
	return b.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

func TestNothingOfAStoryBecomesMarkup(t *testing.T) {
	names := map[string]bool{}
	for _, text := range []string{seed.Story, "A story.", hostile} {
		page := strings.Replace(strings.Replace(write(t, text), script, "", 1), style, "", 1)
		assert.Equal(t, 1, strings.Count(page, "<script"), "the script is the page's own")
		for _, m := range tag.FindAllString(page, -1) {
			name := regexp.MustCompile(`^</?[a-zA-Z!]*`).FindString(m)
			if text == hostile {
				assert.True(t, names[strings.ReplaceAll(name, "/", "")], "a tag that other stories have not: %s", m)
			}
			names[strings.ReplaceAll(name, "/", "")] = true
			assert.NotRegexp(t, `(?i)\son\w+\s*=`, regexp.MustCompile(`"[^"]*"`).ReplaceAllString(m, `""`))
			assert.NotRegexp(t, `(?i)(href|src)="(javascript|data|https?):`, m)
		}
		assert.NotContains(t, page, "\u202e")
		assert.NotContains(t, page, "\x1b")
		assert.NotContains(t, page, "\x00")
	}
}

func TestEveryLinkLeadsToOnePlace(t *testing.T) {
	for _, text := range []string{seed.Story, hostile} {
		page := write(t, text)
		ids := map[string]int{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			ids[m[1]]++
			assert.Equal(t, 1, ids[m[1]], "id %s", m[1])
		}
		for _, m := range regexp.MustCompile(`(?:href="#|aria-labelledby="|aria-describedby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
			for id := range strings.FieldsSeq(m[1]) {
				assert.Equal(t, 1, ids[id], "reference to %s", id)
			}
		}
	}
}

func TestPageShowsWhatWasFound(t *testing.T) {
	r := newstext.Analyze(article.Parse(seed.Story))
	page := html.UnescapeString(write(t, seed.Story))
	words := strings.Join(strings.Fields(tag.ReplaceAllString(page, " ")), " ")
	for _, e := range r.Entities {
		assert.Contains(t, words, e.Name)
	}
	for _, s := range r.Stances {
		assert.Contains(t, words, clean(s.Holder.Name())+" "+s.Polarity.String()+" "+clean(s.Target.Name()))
	}
	for _, q := range newReport(r).quotes {
		assert.Contains(t, words, q.Text)
	}
	assert.NotContains(t, page, "://", "no network")
}

func TestSamePageEveryTime(t *testing.T) {
	for _, text := range []string{seed.Story, hostile} {
		assert.Equal(t, write(t, text), write(t, text))
	}
}

func TestStoriesThatLackParts(t *testing.T) {
	for _, c := range []struct{ name, text, has, lacks string }{
		{"nothing at all", "", "A story without a headline", `id="quotes"`},
		{"nobody named", "It rained.", "The story names nobody.", `id="stances"`},
		{"page furniture alone", "Share this:\nFollow us:\n", "of the page left out", `id="tone"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := write(t, c.text)
			assert.Contains(t, page, c.has)
			assert.NotContains(t, page, c.lacks)
		})
	}
	var b bytes.Buffer
	require.NoError(t, Write(&b, newstext.Analyze(new(article.Article))))
	m := article.Meta{Headline: "Bridge shut", Source: "The Gazette", Byline: []string{"Ann Lee", "Bob Ray"}}
	b.Reset()
	require.NoError(t, Fragment(&b, newstext.Analyze(article.New(m, "The bridge is shut, the mayor said."))))
	assert.Contains(t, b.String(), "By Ann Lee and Bob Ray")
	assert.Contains(t, b.String(), "The Gazette")
	assert.NotContains(t, b.String(), "<html")
}
