// Package page reads the story out of a web page: the text by go-trafilatura, the
// metadata by what the page says of itself (JSON-LD, OpenGraph, meta elements),
// captions and byline from the page around the text.
//
//	p, err := page.Parse(data)
//	r := newstext.Analyze(p.Article)
//	where, ok := p.Source(r.Entities[0].Mentions[0].Span) // of p.HTML
//
// Fetching is the caller's. Nothing is loaded from the network.
package page

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/xhtml"
)

// Page is a web page and the story in it.
type Page struct {
	HTML     string // the page as UTF-8
	Article  *article.Article
	Problems []error // metadata that could not be read, such as broken JSON-LD

	source source
	start  []int // of each block in the words of the page, -1 where it is not there
}

// MaxPage is the number of bytes of a page that [Parse] accepts. The extractor
// takes some seconds a megabyte; no page with a story in it is as long.
const MaxPage = 8 << 20

// minWords is how many words of running text make a story. What has fewer is a
// page of links, a form, a video with a line below it.
const minWords = 20

// minDeck is how many words a heading above the text has that is a subhead and not
// the title of the first section.
const minDeck = 7

// Parse reads a page, in the encoding that it declares or seems to have. Errors
// are of type *[article.ParseError]; a page without a story wraps
// [article.ErrNoStory], one that is too long or too deep [article.ErrTooLarge] or
// [article.ErrTooDeep].
func Parse(data []byte) (p *Page, err error) {
	if len(data) > MaxPage {
		return nil, refuse(MaxPage, fmt.Errorf("%w: more than %d bytes", article.ErrTooLarge, MaxPage))
	}
	src, err := decode(data)
	if err != nil {
		return nil, refuse(0, err)
	}
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return nil, refuse(0, fmt.Errorf("%w: %w", article.ErrTooDeep, err))
	}
	p = &Page{HTML: src, source: newSource(src)}
	about := p.describe(doc)
	linked := newLinks(doc)
	body, lang, err := extract(doc, about.meta.Headline)
	if about.meta.Language.IsRoot() {
		about.meta.Language = lang
	}
	if err != nil || words(body, linked) < minWords {
		if body = about.story; words(body, linked) < minWords {
			return nil, refuse(0, fmt.Errorf("%w: no running text of %d words or more", article.ErrNoStory, minWords))
		}
	}
	p.compose(doc, about, body, linked)
	return p, nil
}

func refuse(offset int, err error) error {
	return &article.ParseError{Format: "HTML", Offset: offset, Line: 1, Column: 1 + offset, Err: err}
}

// decode returns the page as UTF-8. A page that is valid UTF-8 is that, whatever
// it declares: no text in another encoding is by chance. Else what it declares, or
// seems to have, counts.
func decode(data []byte) (string, error) {
	if utf8.Valid(data) {
		return strings.TrimPrefix(string(data), "\ufeff"), nil
	}
	e, name, sure := charset.DetermineEncoding(data, "")
	if name == "utf-8" || !sure && bytes.Contains(bytes.ToLower(data[:min(len(data), 1<<14)]), []byte("charset=\"utf-8")) {
		return strings.TrimPrefix(strings.ToValidUTF8(string(data), "\ufffd"), "\ufeff"), nil
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w: %w", article.ErrEncoding, err)
	}
	return string(out), nil
}

// extract returns the body of the story and the language that it seems to be in.
func extract(doc *html.Node, headline string) (a *article.Article, lang language.Tag, err error) {
	defer func() { // the extractor's own faults are no faults of the caller's
		if r := recover(); r != nil {
			a, err = nil, fmt.Errorf("extractor: %v", r)
		}
	}()
	found, err := trafilatura.ExtractDocument(doc, trafilatura.Options{EnableFallback: true, ExcludeComments: true,
		HtmlDateMode: trafilatura.Disabled})
	if err != nil {
		return nil, lang, err
	}
	if found.ContentNode == nil {
		return nil, lang, errors.New("no content")
	}
	lang, _ = language.Parse(found.Metadata.Language)
	var b strings.Builder
	if err := html.Render(&b, found.ContentNode); err != nil {
		return nil, lang, err
	}
	a, err = xhtml.ParseWith(article.Meta{Headline: headline}, []byte(b.String()))
	return a, lang, err
}

// words counts the words of the running text. A list of links is none.
func words(a *article.Article, linked links) int {
	if a == nil {
		return 0
	}
	n := 0
	for b := range a.Blocks() {
		switch b.Kind() {
		case article.Paragraph, article.ListItem, article.PullQuote:
			if linked.share(b.Text()) < 0.5 {
				n += len(strings.Fields(b.Text()))
			}
		}
	}
	return n
}

// placed is a part of the story and where it stands in the words of the page.
type placed struct {
	article.Part
	at int // -1 where it is not found
}

// compose makes the article: headline, subhead and byline, then the body with the
// captions where they stand in the page.
func (p *Page) compose(doc *html.Node, about about, body *article.Article, linked links) {
	m := about.meta
	var parts []placed
	last := 0
	for b := range body.Blocks() {
		text, kind := b.Text(), b.Kind()
		switch {
		case same(text, m.Headline), same(text, m.Subhead), kind == article.BylineBlock, kind == article.TimeBlock,
			kind == article.Headline && len(parts) == 0:
			continue
		}
		at := p.source.find(text, last)
		if at >= 0 {
			last = at
		}
		switch kind = settle(kind, linked.share(text)); {
		case repeats(body, b):
			kind = article.PullQuote
		case kind == article.Crosshead && len(parts) == 0 && m.Subhead == "" &&
			(len(strings.Fields(text)) >= minDeck || same(text, about.description)):
			m.Subhead = text // a heading between headline and text
			continue
		}
		parts = append(parts, placed{article.Part{Kind: kind, Text: text}, at})
	}
	first := slices.IndexFunc(parts, func(x placed) bool { return x.at >= 0 })
	if m.Subhead == "" && !same(about.description, m.Headline) && shows(doc, about.description) {
		// A description is a subhead where the page shows it above the text.
		if at := p.source.find(about.description, 0); at >= 0 && first >= 0 && at < parts[first].at {
			m.Subhead = about.description
		}
	}
	lead := []article.Part{{Kind: article.Headline, Text: m.Headline}, {Kind: article.Subhead, Text: m.Subhead}}
	if by := bylineOf(doc, m.Byline); by != "" {
		lead = append(lead, article.Part{Kind: article.BylineBlock, Text: by})
	}
	if first >= 0 {
		parts = insertCaptions(parts, p.captions(doc, m.Headline), last)
	}
	for _, x := range parts {
		lead = append(lead, x.Part)
	}
	p.Article = article.Build(m, lead...)
	p.start = make([]int, p.Article.BlockCount())
	at := 0
	for b := range p.Article.Blocks() {
		i := p.source.find(b.Text(), at)
		if p.start[b.Index()] = i; i >= 0 && b.Kind() != article.Headline {
			at = i
		}
	}
}

// repeats reports whether a block does nothing but repeat words of another, as a
// pull quote does, whose mark-up the extractor has not kept.
func repeats(body *article.Article, b article.Block) bool {
	words := strings.Trim(b.Text(), "\"'“”‘’«» .,…")
	if len(words) > 300 || strings.Count(words, " ") < 3 || body.BlockCount() > 1000 {
		return false
	}
	for x := range body.Blocks() {
		if len(x.Text()) > len(b.Text())+10 && strings.Contains(x.Text(), words) {
			return true
		}
	}
	return false
}

// same reports whether two texts are the same but for blanks.
func same(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// insertCaptions puts captions before the part that follows them in the page; the
// rest, behind the last part, belongs to other stories.
func insertCaptions(parts, captions []placed, last int) []placed {
	var out []placed
	for _, x := range parts {
		for len(captions) > 0 && x.at >= 0 && captions[0].at < x.at {
			out = append(out, captions[0])
			captions = captions[1:]
		}
		if !slices.ContainsFunc(out, func(o placed) bool { return o.Kind == article.Caption && same(o.Text, x.Text) }) {
			out = append(out, x)
		}
	}
	return out
}
