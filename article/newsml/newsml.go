// Package newsml reads stories in IPTC NewsML-G2: a newsItem, or a newsMessage
// with several, whose content is XHTML, NITF or plain text.
//
//	a, err := newsml.Parse(data)
//	all, err := newsml.ParseAll(message)
//
// Headline, byline, dateline, creators, provider, language, time of the version,
// keywords, subjects with a name (as keywords) and rights come from the metadata, the
// blocks from the content. Not kept: subjects by code, genre, links, packages, remote content,
// embargo and publication status (look at them before you publish).
package newsml

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/markup"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// Parse reads the story of a newsItem, or the first story of a newsMessage.
// Entities that the document declares itself are not expanded. Errors are of type
// *[article.ParseError] and name the place; a document without a story, such as a
// picture or a package, wraps [article.ErrNoStory].
func Parse(data []byte) (*article.Article, error) {
	all, err := ParseAll(data)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// ParseAll reads all stories of a newsMessage, in order. It returns at least one,
// or an error as [Parse] does.
func ParseAll(data []byte) ([]*article.Article, error) {
	root, t, err := markup.XML("NewsML-G2", data)
	if err != nil {
		return nil, err
	}
	items := []*markup.Node{root}
	switch root.Name {
	case "newsitem":
	case "newsmessage":
		items = root.Child("itemset").All("newsitem")
	default:
		return nil, t.Error(root.Offset, draft.NoStory("the root is <%s>, not <newsItem> or <newsMessage>", root.Name))
	}
	var out []*article.Article
	for _, item := range items {
		d, err := story(item, t)
		if err != nil {
			return nil, err
		}
		if d == nil {
			continue
		}
		if a := d.Article(); a != nil {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, t.Error(root.Offset, draft.NoStory("no newsItem with text"))
	}
	return out, nil
}

// story reads a newsItem; it returns nil for one without text.
func story(item *markup.Node, t *source.Text) (*draft.Draft, error) {
	d := new(draft.Draft)
	if err := content(d, item, t); err != nil || len(d.Body) == 0 {
		return nil, err
	}
	meta, head := item.Child("itemmeta"), item.Child("contentmeta")
	set := func(to *string, values ...string) {
		for _, v := range values {
			if *to == "" {
				*to = v
			}
		}
	}
	m := &d.Meta
	set(&m.ID, item.Attr("guid"))
	if draft.Web(m.ID) {
		set(&m.URL, m.ID)
	}
	for _, h := range head.All("headline") {
		if role := h.Attr("role"); role == "" || role == "hld:main" || role == "hlrole:main" {
			m.Headline = h.Words()
			break
		}
	}
	set(&m.Headline, head.Child("headline").Words(), meta.Child("title").Words())
	set(&d.Byline, head.Child("by").Words())
	set(&d.Dateline, head.Child("dateline").Words())
	if d.Authors == nil {
		for _, c := range head.All("creator") {
			if name := name(c); name != "" {
				d.Authors = append(d.Authors, name)
			}
		}
	}
	provider := meta.Child("provider")
	set(&m.Source, name(provider), provider.Attr("literal"), code(provider.Attr("qcode")))
	if at := draft.Time(meta.Child("versioncreated").Words()); !at.IsZero() {
		m.Published = at
	}
	m.Language = draft.Language(head.Child("language").Attr("tag"))
	if m.Language.IsRoot() {
		m.Language = draft.Language(item.Attr("lang"))
	}
	for _, k := range head.All("keyword") {
		if w := k.Words(); w != "" {
			m.Keywords = append(m.Keywords, w)
		}
	}
	for _, s := range head.All("subject") {
		// Subjects of a type are people, places and the like, which the text names.
		if w := name(s); w != "" && (s.Attr("type") == "" || strings.HasSuffix(s.Attr("type"), ":abstract")) {
			m.Keywords = append(m.Keywords, w)
		}
	}
	rights := item.Child("rightsinfo")
	set(&m.Copyright, rights.Child("copyrightnotice").Words(), name(rights.Child("copyrightholder")))
	return d, nil
}

// name returns the name of a party.
func name(n *markup.Node) string { return n.Child("name").Words() }

// code returns the code without its scheme: "NSA" of "nprov:NSA".
func code(qcode string) string {
	_, code, _ := strings.Cut(qcode, ":")
	return code
}

// content reads the first content that holds text.
func content(d *draft.Draft, item *markup.Node, t *source.Text) error {
	set := item.Child("contentset")
	for _, x := range set.All("inlinexml") {
		if n := x.Child("nitf"); n != nil {
			*d = *markup.NITF(n)
		} else {
			d.Body = markup.Story(x)
		}
		if len(d.Body) > 0 {
			return nil
		}
	}
	for _, x := range set.All("inlinedata") {
		var words string
		for _, c := range x.Children {
			words += c.Text
		}
		if words == "" {
			continue
		}
		if x.Attr("contenttype") == "text/html" {
			parts, err := markup.Fragment(t, x.Offset, words)
			if err != nil {
				return err
			}
			d.Body = parts
		} else {
			d.Body = []article.Part{{Kind: article.Unknown, Text: words}}
		}
		return nil
	}
	return nil
}
