// Package xhtml reads and writes the HTML of a story's body, as ninjs, NewsML-G2
// and feeds carry it: headings, paragraphs, lists, figures with captions.
//
//	a, err := xhtml.Parse([]byte("<h1>Harbour closed</h1><p>Boats wait.</p>"))
//
// It is no reader of web pages: what surrounds a story there (navigation, related
// links, comments) it cannot tell from the story, except by the usual class names.
// The first h1 is the headline, other headings are crossheads, li and table rows
// are list items, figcaption is a caption. A p is read as a line of plain text is:
// most are paragraphs, but one can be a share line or a note. Not kept: links,
// emphasis, pictures, the levels of headings.
package xhtml

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/markup"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// Parse reads a fragment or a document, with the liberties that HTML allows.
// Errors are of type *[article.ParseError] and name the place; HTML without text
// wraps [article.ErrNoStory].
func Parse(data []byte) (*article.Article, error) { return ParseWith(article.Meta{}, data) }

// ParseWith reads the HTML of a story of which something is known apart from it,
// as an entry of a feed has it. Headline and subhead of meta are put before the
// body, a byline too, unless the body has them.
func ParseWith(meta article.Meta, data []byte) (*article.Article, error) {
	t, err := source.Decode("HTML", data, "")
	if err != nil {
		return nil, err
	}
	root, err := markup.HTML(t)
	if err != nil {
		return nil, err
	}
	d := draft.Draft{Meta: meta, Authors: meta.Byline, Body: markup.Story(root)}
	if a := d.Article(); a != nil {
		return a, nil
	}
	return nil, t.Error(len(t.S), draft.NoStory("HTML without text"))
}

// Append appends the story to dst as a fragment of HTML that is well-formed XML
// too, and returns the extended slice. Boilerplate is left out. The kind of a
// block that has no element of its own is its class: <p class="byline">.
func Append(dst []byte, a *article.Article) ([]byte, error) {
	return markup.AppendHTML(dst, a, func(article.Block) bool { return true }), nil
}
