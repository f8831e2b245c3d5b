package page

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/jsonld"
)

// about is what a page says of its story.
type about struct {
	meta        article.Meta
	description string           // shown or not
	story       *article.Article // the body that JSON-LD may have
}

// describe reads the metadata. What JSON-LD says comes before OpenGraph, that
// before other meta elements, and all of them before what the extractor guesses.
func (p *Page) describe(doc *html.Node) about {
	var a about
	ld := p.jsonLD(doc)
	if ld != nil {
		a.meta, a.story = ld.Meta(), ld
		a.meta.Dateline = nil
	}
	tags := metaTags(doc)
	m := &a.meta
	set := func(to *string, values ...string) {
		for _, v := range values {
			if v = strings.TrimSpace(v); *to == "" {
				*to = v
			}
		}
	}
	one := func(names ...string) string {
		for _, n := range names {
			if v := tags[n]; len(v) > 0 {
				return v[0]
			}
		}
		return ""
	}
	set(&m.Headline, one("og:title", "twitter:title", "dc.title", "parsely-title"))
	set(&a.description, one("og:description", "description", "twitter:description", "dc.description"))
	set(&m.Source, one("og:site_name", "application-name", "publisher", "dc.publisher"))
	set(&m.URL, canonical(doc), one("og:url", "twitter:url"))
	set(&m.Section, one("article:section", "parsely-section"))
	set(&m.Copyright, one("copyright", "dc.rights"))
	for _, name := range []string{"article:author", "author", "parsely-author", "dc.creator", "byl", "sailthru.author"} {
		if len(m.Byline) == 0 {
			m.Byline = authors(tags[name])
		}
	}
	if len(m.Keywords) == 0 {
		m.Keywords = tags["article:tag"]
	}
	for _, name := range []string{"article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
		"publishdate", "parsely-pub-date", "sailthru.date", "article.published"} {
		if m.Published.IsZero() {
			m.Published = parseTime(one(name))
		}
	}
	if m.Published.IsZero() {
		m.Published = shownTime(doc)
	}
	if m.Updated.IsZero() {
		m.Updated = parseTime(one("article:modified_time", "og:updated_time", "datemodified"))
	}
	for _, s := range []string{htmlLang(doc), one("og:locale", "content-language", "language", "dc.language")} {
		if tag, err := language.Parse(strings.ReplaceAll(s, "_", "-")); m.Language.IsRoot() && err == nil {
			m.Language = tag
		}
	}
	p.guess(doc, m)
	m.Headline = headlineOf(doc, m.Headline)
	return a
}

// guess asks the extractor for what the page does not say.
func (p *Page) guess(doc *html.Node, m *article.Meta) {
	if m.Headline != "" && len(m.Byline) > 0 && !m.Published.IsZero() && m.Source != "" {
		return
	}
	defer func() { _ = recover() }() // the extractor's own faults
	found, err := trafilatura.ExtractDocument(doc, trafilatura.Options{ExcludeComments: true, HtmlDateMode: trafilatura.Fast})
	if err != nil {
		return
	}
	x := found.Metadata
	if m.Headline == "" {
		m.Headline = x.Title
	}
	if len(m.Byline) == 0 && x.Author != "" {
		m.Byline = authors(strings.Split(x.Author, ";"))
	}
	if m.Published.IsZero() {
		m.Published = x.Date
	}
	if m.Source == "" {
		m.Source = x.Sitename
	}
}

// jsonLD returns the first story in the page's JSON-LD, or nil, and notes what
// cannot be read.
func (p *Page) jsonLD(doc *html.Node) *article.Article {
	var best *article.Article
	walk(doc, func(n *html.Node) bool {
		if n.Data == "script" && strings.HasPrefix(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			a, err := jsonld.Parse([]byte(n.FirstChild.Data))
			switch {
			case err == nil && best == nil:
				best = a
			case err != nil && !errors.Is(err, article.ErrNoStory):
				p.Problems = append(p.Problems, fmt.Errorf("page: %w", err))
			}
		}
		return true
	})
	return best
}

// metaTags returns the contents of meta elements by name or property, in order.
func metaTags(doc *html.Node) map[string][]string {
	out := make(map[string][]string)
	walk(doc, func(n *html.Node) bool {
		if n.Data != "meta" {
			return true
		}
		content := strings.TrimSpace(attr(n, "content"))
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			if name := strings.ToLower(attr(n, key)); name != "" && content != "" && !slices.Contains(out[name], content) {
				out[name] = append(out[name], content)
			}
		}
		return true
	})
	return out
}

// authors returns names, and no addresses of profiles.
func authors(values []string) []string {
	var out []string
	for _, v := range values {
		for name := range strings.SplitSeq(v, ",") {
			name = strings.TrimSpace(name)
			if len(name) > 2 && strings.EqualFold(name[:3], "by ") {
				name = strings.TrimSpace(name[3:])
			}
			if name != "" && !strings.Contains(name, "://") && !strings.HasPrefix(name, "@") {
				out = append(out, name)
			}
		}
	}
	return out
}

func canonical(doc *html.Node) string {
	var url string
	walk(doc, func(n *html.Node) bool {
		if n.Data == "link" && attr(n, "rel") == "canonical" && strings.HasPrefix(attr(n, "href"), "http") {
			url = attr(n, "href")
		}
		return url == ""
	})
	return url
}

func htmlLang(doc *html.Node) string {
	for n := doc.FirstChild; n != nil; n = n.NextSibling {
		if n.Data == "html" {
			return attr(n, "lang")
		}
	}
	return ""
}

// shownTime returns the time of the first time element that has one.
func shownTime(doc *html.Node) time.Time {
	var at time.Time
	walk(doc, func(n *html.Node) bool {
		if n.Data == "time" || attr(n, "itemprop") == "datePublished" {
			at = parseTime(attr(n, "datetime"))
			if at.IsZero() {
				at = parseTime(attr(n, "content"))
			}
		}
		return at.IsZero()
	})
	return at
}

func parseTime(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
		time.DateTime, "2006-01-02 15:04:05 -0700", time.DateOnly, "20060102", time.RFC1123Z, time.RFC1123, "January 2, 2006"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return time.Time{}
}
