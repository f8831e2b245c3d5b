package jsonld

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/seed05c9d22b/newstext/article"
)

// thing is an object with a type and a name.
type thing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URI  string `json:"sameAs,omitempty"`
}

type image struct {
	Type    string `json:"@type"`
	Caption string `json:"caption"`
	Credit  string `json:"creditText,omitempty"`
}

// newsArticle has the keys that are written, in their order.
type newsArticle struct {
	Context       string     `json:"@context"`
	Type          string     `json:"@type"`
	ID            string     `json:"@id,omitempty"`
	URL           string     `json:"url,omitempty"`
	Headline      string     `json:"headline,omitempty"`
	Alternative   string     `json:"alternativeHeadline,omitempty"`
	Author        []thing    `json:"author,omitempty"`
	DatePublished *time.Time `json:"datePublished,omitempty"`
	DateModified  *time.Time `json:"dateModified,omitempty"`
	Language      string     `json:"inLanguage,omitempty"`
	Publisher     *thing     `json:"publisher,omitempty"`
	Section       string     `json:"articleSection,omitempty"`
	Keywords      []string   `json:"keywords,omitempty"`
	Copyright     string     `json:"copyrightNotice,omitempty"`
	Dateline      string     `json:"dateline,omitempty"`
	WordCount     int        `json:"wordCount,omitempty"`
	Body          string     `json:"articleBody,omitempty"`
	Image         []image    `json:"image,omitempty"`
	Mentions      []thing    `json:"mentions,omitempty"`
}

// types are the types of schema.org for those of concepts.
var types = map[string]string{"person": "Person", "org": "Organization", "place": "Place", "event": "Event", "work": "CreativeWork"}

// Append appends the story to dst as a NewsArticle, one line of JSON that may
// stand in a <script> element as it is, and returns the extended slice. The
// concepts, such as those of an analysis, go into mentions; those that are
// of type group, or of none, are of type Thing there. Authors are written as
// people.
func Append(dst []byte, a *article.Article, about ...article.Concept) ([]byte, error) {
	m := a.Meta()
	w := newsArticle{Context: "https://schema.org", Type: "NewsArticle", ID: m.ID, URL: m.URL, Headline: m.Headline, Alternative: m.Subhead,
		Section: m.Section, Keywords: m.Keywords, Copyright: m.Copyright}
	if !m.Published.IsZero() {
		w.DatePublished = &m.Published
	}
	if !m.Updated.IsZero() {
		w.DateModified = &m.Updated
	}
	if !m.Language.IsRoot() {
		w.Language = m.Language.String()
	}
	if m.Source != "" {
		w.Publisher = &thing{Type: "Organization", Name: m.Source}
	}
	for _, name := range m.Byline {
		w.Author = append(w.Author, thing{Type: "Person", Name: name})
	}
	if d, ok := a.Dateline(); ok {
		w.Dateline = a.Slice(d.Span)
	}
	w.Body, w.WordCount, w.Image = body(a)
	for _, c := range about {
		t := types[c.Type]
		if t == "" {
			t = "Thing"
		}
		w.Mentions = append(w.Mentions, thing{t, c.Name, c.URI})
	}
	b, err := json.Marshal(w) // escapes '<', and makes invalid UTF-8 U+FFFD
	if err != nil {
		return dst, fmt.Errorf("JSON-LD: %w", err)
	}
	return append(dst, b...), nil
}

// body returns the running text with an empty line between its blocks, and the
// captions.
func body(a *article.Article) (text string, words int, images []image) {
	var parts []string
	for b := range a.Blocks() {
		switch b.Kind() {
		case article.Headline, article.Subhead, article.BylineBlock, article.TimeBlock:
		case article.Caption:
			images = append(images, image{Type: "ImageObject", Caption: b.Text()})
		case article.Credit:
			if n := len(images); n > 0 && images[n-1].Credit == "" {
				images[n-1].Credit = b.Text()
			}
		default:
			if !b.Kind().Boilerplate() {
				parts = append(parts, b.Text())
				words += len(strings.Fields(b.Text()))
			}
		}
	}
	return strings.Join(parts, "\n\n"), words, images
}
