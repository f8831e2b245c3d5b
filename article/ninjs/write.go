package ninjs

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/markup"
)

// item has the keys of ninjs 3.1 that are written, in their order.
type item struct {
	URI                string     `json:"uri"`
	Type               string     `json:"type"`
	RepresentationType string     `json:"representationType"`
	VersionCreated     *time.Time `json:"versionCreated,omitempty"`
	PubStatus          string     `json:"pubStatus"`
	CopyrightNotice    string     `json:"copyrightNotice,omitempty"`
	Language           string     `json:"language,omitempty"`
	Bodies             []typed    `json:"bodies,omitempty"`
	Headlines          []typed    `json:"headlines,omitempty"`
	People             []concept  `json:"people,omitempty"`
	Organisations      []concept  `json:"organisations,omitempty"`
	Places             []concept  `json:"places,omitempty"`
	Subjects           []concept  `json:"subjects,omitempty"`
	Events             []concept  `json:"events,omitempty"`
	Objects            []concept  `json:"objects,omitempty"`
	InfoSources        []concept  `json:"infoSources,omitempty"`
	By                 string     `json:"by,omitempty"`
	Located            string     `json:"located,omitempty"`
	Standard           standard   `json:"standard"`
}

type typed struct {
	Role        string `json:"role"`
	ContentType string `json:"contentType"`
	WordCount   int    `json:"wordCount,omitempty"`
	Value       string `json:"value"`
}

type concept struct {
	Name string `json:"name"`
	Rel  string `json:"rel,omitempty"`
	URI  string `json:"uri,omitempty"`
}

type standard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

// Append appends the story to dst as an item of ninjs 3.1, one line of JSON, and
// returns the extended slice. The concepts, such as those of an analysis, go into
// people, organisations, places, events and objects (works), with the relation
// "mentions"; concepts of another type are left out.
//
// Ninjs demands a URI: it is the URL of the story, or its ID where that is a URI,
// or a urn:uuid made of ID and text.
func Append(dst []byte, a *article.Article, about ...article.Concept) ([]byte, error) {
	m := a.Meta()
	w := item{URI: uri(a), Type: "text", RepresentationType: "full", PubStatus: "usable", CopyrightNotice: valid(m.Copyright),
		Standard: standard{"ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}}
	at := m.Published
	if at.IsZero() {
		at = m.Updated
	}
	if !at.IsZero() {
		w.VersionCreated = &at
	}
	if !m.Language.IsRoot() {
		w.Language = m.Language.String()
	}
	if m.Headline != "" {
		w.Headlines = append(w.Headlines, typed{Role: "main", ContentType: "text/plain", Value: valid(m.Headline)})
	}
	if m.Subhead != "" {
		w.Headlines = append(w.Headlines, typed{Role: "sub", ContentType: "text/plain", Value: valid(m.Subhead)})
	}
	if m.Source != "" {
		w.InfoSources = []concept{{Name: valid(m.Source)}}
	}
	for _, k := range m.Keywords {
		w.Subjects = append(w.Subjects, concept{Name: valid(k)})
	}
	if d, ok := a.Dateline(); ok && len(d.Places) > 0 {
		w.Located = valid(a.Slice(d.Places[0]))
	}
	w.By, w.Bodies = byline(a), bodies(a)
	for _, c := range about {
		x := concept{Name: valid(c.Name), Rel: "mentions", URI: c.URI}
		switch c.Type {
		case "person":
			w.People = append(w.People, x)
		case "org":
			w.Organisations = append(w.Organisations, x)
		case "place":
			w.Places = append(w.Places, x)
		case "event":
			w.Events = append(w.Events, x)
		case "work":
			w.Objects = append(w.Objects, x)
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(w); err != nil {
		return dst, fmt.Errorf("ninjs: %w", err)
	}
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...), nil
}

// byline returns the byline as the text has it, else the authors' names.
func byline(a *article.Article) string {
	for b := range a.Blocks() {
		if b.Kind() == article.BylineBlock {
			return valid(b.Text())
		}
	}
	return valid(draft.And(a.Meta().Byline))
}

// bodies returns the story with markup and as plain text, both without what has
// a key of its own.
func bodies(a *article.Article) []typed {
	m := a.Meta()
	headline, subhead, byline := m.Headline, m.Subhead, false
	kept := func(b article.Block) bool {
		switch text := strings.TrimSpace(b.Text()); b.Kind() {
		case article.Headline:
			return text != strings.TrimSpace(headline)
		case article.Subhead:
			return text != strings.TrimSpace(subhead)
		case article.BylineBlock:
			had := byline
			byline = true
			return had
		case article.TimeBlock:
			return false
		}
		return !b.Kind().Boilerplate()
	}
	var plain []string
	words, keep := 0, make([]bool, a.BlockCount())
	for b := range a.Blocks() {
		if keep[b.Index()] = kept(b); !keep[b.Index()] {
			continue
		}
		plain = append(plain, valid(b.Text()))
		if b.Kind() != article.Caption && b.Kind() != article.Credit {
			words += len(strings.Fields(b.Text()))
		}
	}
	if len(plain) == 0 {
		return nil
	}
	html := markup.AppendHTML(nil, a, func(b article.Block) bool { return keep[b.Index()] })
	return []typed{
		{Role: "main", ContentType: "text/html", WordCount: words, Value: string(html)},
		{Role: "text", ContentType: "text/plain", WordCount: words, Value: strings.Join(plain, "\n\n")},
	}
}

// uri returns the identifier of the story.
func uri(a *article.Article) string {
	m := a.Meta()
	for _, s := range []string{m.URL, m.ID} {
		if u, err := url.Parse(s); err == nil && u.IsAbs() && strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) < 0 {
			return s
		}
	}
	sum := sha256.Sum256([]byte(m.ID + "\x00" + a.Text()))
	x := sum[:16]
	x[6] = x[6]&0x0F | 0x80 // version 8 of RFC 9562: made by a rule of one's own
	x[8] = x[8]&0x3F | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", x[:4], x[4:6], x[6:8], x[8:10], x[10:])
}

func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }
