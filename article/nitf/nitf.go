// Package nitf reads stories in IPTC NITF, the News Industry Text Format (3.x),
// with or without its name space.
//
//	a, err := nitf.Parse(data)
//	if errors.Is(err, article.ErrNoStory) { … }
//
// Headline (hl1), subhead (hl2), byline, dateline, paragraphs, titles between them,
// lists, captions and credits become blocks of their kinds; a dateline is put
// before the first paragraph, as it is printed; a tagline becomes a note.
// Identifier, time of issue, section, keywords, copyright and distributor go into
// the metadata. Not kept: inline markup of names, the abstract, media files,
// tables' structure, revision history.
package nitf

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/markup"
)

// Parse reads a document. Entities that it declares itself are not expanded.
// Errors are of type *[article.ParseError] and name the place; a document that is
// no NITF, or has neither headline nor text, wraps [article.ErrNoStory].
func Parse(data []byte) (*article.Article, error) {
	root, t, err := markup.XML("NITF", data)
	if err != nil {
		return nil, err
	}
	if root.Name != "nitf" {
		return nil, t.Error(root.Offset, draft.NoStory("the root is <%s>, not <nitf>", root.Name))
	}
	if a := markup.NITF(root).Article(); a != nil {
		return a, nil
	}
	return nil, t.Error(root.Offset, draft.NoStory("neither headline nor text"))
}
