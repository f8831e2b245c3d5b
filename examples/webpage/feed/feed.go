// Package feed reads the stories of RSS, Atom and JSON feeds.
//
//	stories, err := feed.Parse(data)
//
// Fetching is the caller's. A feed that gives only summaries gives short stories:
// fetch the pages, and read them with package page.
package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/xhtml"
)

// Parse reads a feed and returns its stories, in its order. Entries without text
// are left out. Errors are of type *[article.ParseError]; a feed without any story
// wraps [article.ErrNoStory], what is no feed [article.ErrSyntax].
func Parse(data []byte) ([]*article.Article, error) {
	if len(data) > article.MaxInput {
		return nil, refuse(data, article.MaxInput, fmt.Errorf("%w: more than %d bytes", article.ErrTooLarge, article.MaxInput))
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return nil, refuse(data, fault(data), fmt.Errorf("%w: %w", article.ErrSyntax, err))
	}
	var out []*article.Article
	for _, item := range f.Items {
		a, err := story(f, item)
		if err != nil {
			return nil, err
		}
		if a != nil {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, refuse(data, 0, fmt.Errorf("%w: a feed without entries that have text", article.ErrNoStory))
	}
	return out, nil
}

func refuse(data []byte, offset int, err error) error {
	before := data[:min(offset, len(data))]
	line := bytes.LastIndexByte(before, '\n') + 1
	return &article.ParseError{Format: "feed", Offset: len(before), Line: 1 + bytes.Count(before, []byte("\n")),
		Column: 1 + len(before) - line, Err: err}
}

// fault returns where a feed that could not be read goes wrong: where its XML or
// JSON ends, or at its beginning, where it is of the wrong kind.
func fault(data []byte) int {
	if text := bytes.TrimSpace(data); bytes.HasPrefix(text, []byte("{")) {
		var e *json.SyntaxError
		if errors.As(json.Unmarshal(data, new(any)), &e) {
			return int(e.Offset)
		}
		return 0
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		if _, err := d.Token(); err == io.EOF {
			return 0
		} else if err != nil {
			return int(d.InputOffset())
		}
	}
}

// story reads an entry; it returns nil for one without headline and text.
func story(f *gofeed.Feed, item *gofeed.Item) (*article.Article, error) {
	m := article.Meta{ID: item.GUID, Headline: plain(item.Title), URL: item.Link, Source: f.Title, Keywords: item.Categories}
	if m.ID == "" {
		m.ID = item.Link
	}
	if item.PublishedParsed != nil {
		m.Published = *item.PublishedParsed
	}
	if item.UpdatedParsed != nil {
		m.Updated = *item.UpdatedParsed
	}
	if m.Published.IsZero() {
		m.Published = m.Updated
	}
	if tag, err := language.Parse(f.Language); err == nil {
		m.Language = tag
	}
	if f.Copyright != "" {
		m.Copyright = f.Copyright
	}
	for _, p := range item.Authors {
		if p != nil && p.Name != "" {
			m.Byline = append(m.Byline, p.Name)
		}
	}
	body := item.Content
	if strings.TrimSpace(body) == "" {
		body = item.Description
	} else {
		m.Subhead = plain(item.Description)
	}
	if strings.TrimSpace(body) == "" && m.Headline == "" {
		return nil, nil
	}
	// A description that repeats the beginning of the text is no subhead.
	if words := strings.TrimRight(m.Subhead, ".… []"); strings.HasPrefix(plain(body), words[:min(len(words), 100)]) {
		m.Subhead = ""
	}
	a, err := xhtml.ParseWith(m, []byte(body))
	if err != nil {
		return nil, fmt.Errorf("feed: entry %s: %w", m.ID, err)
	}
	return a, nil
}

var tags = regexp.MustCompile(`<[^<>]*>`)

// plain returns the words of a title or a summary, which may have markup.
func plain(s string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(s, " "))), " ")
}
