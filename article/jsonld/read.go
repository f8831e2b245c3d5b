package jsonld

import (
	"html"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/jsontree"
	"github.com/seed05c9d22b/newstext/internal/markup"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// Parse reads the first story of a document. Many pages give a story's metadata
// without its body; the article then has a headline and no paragraphs. Errors are
// of type *[article.ParseError] and name the place; a document without a story
// wraps [article.ErrNoStory].
func Parse(data []byte) (*article.Article, error) {
	t, err := source.Decode("JSON-LD", data, "")
	if err != nil {
		return nil, err
	}
	root, err := jsontree.Parse(t)
	if err != nil {
		return nil, err
	}
	doc := document{t: t, byID: make(map[string]*jsontree.Value)}
	doc.index(root)
	if doc.story == nil {
		return nil, t.Error(root.Offset, draft.NoStory("no object of type NewsArticle or the like"))
	}
	d, err := doc.draft()
	if err != nil {
		return nil, err
	}
	if a := d.Article(); a != nil {
		return a, nil
	}
	return nil, t.Error(doc.story.Offset, draft.NoStory("neither headline nor text"))
}

// document is a JSON-LD document and what its references name.
type document struct {
	t     *source.Text
	story *jsontree.Value
	rank  int                        // of the story's type
	byID  map[string]*jsontree.Value // the objects that say more of themselves than their name
}

// index looks through all objects for stories and names.
func (d *document) index(v *jsontree.Value) {
	if v.Kind == jsontree.Object {
		if r := rank(v); r > d.rank {
			d.story, d.rank = v, r
		}
		if id := v.Get("@id").Str(); id != "" && len(v.Fields) > 1 {
			if have := d.byID[id]; have == nil || len(have.Fields) < len(v.Fields) {
				d.byID[id] = v
			}
		}
		for i := range v.Fields {
			d.index(&v.Fields[i].Value)
		}
	}
	for i := range v.Items {
		d.index(&v.Items[i])
	}
}

// rank says how far the type of an object is a story: 3 for a news article, 2 for
// another article, 1 for a post, 0 for no story.
func rank(v *jsontree.Value) int {
	best := 0
	for _, t := range v.Get("@type").Each() {
		name := t.Str()
		if i := strings.LastIndexAny(name, "/:#"); i >= 0 {
			name = name[i+1:]
		}
		switch {
		case strings.HasSuffix(name, "NewsArticle"):
			best = 3
		case strings.HasSuffix(name, "Article"), name == "Report":
			best = max(best, 2)
		case strings.HasSuffix(name, "Posting"):
			best = max(best, 1)
		}
	}
	return best
}

// resolve follows a reference, {"@id": …} alone, within the document.
func (d *document) resolve(v *jsontree.Value) *jsontree.Value {
	if v != nil && v.Kind == jsontree.Object {
		if x := d.byID[v.Get("@id").Str()]; x != nil && len(x.Fields) > len(v.Fields) {
			return x
		}
	}
	return v
}

// text returns a string without the character references that publishers leave in
// it.
func text(v *jsontree.Value) string { return strings.TrimSpace(html.UnescapeString(v.Str())) }

// names returns the names of people or organizations, each a string, an object,
// a reference, or a list of those.
func (d *document) names(v *jsontree.Value) []string {
	var out []string
	for _, x := range v.Each() {
		if s := text(x); s != "" {
			out = append(out, s)
			continue
		}
		for _, n := range d.resolve(x).Get("name").Each() {
			if s := text(n); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// one returns the first string of a string, a list, or the names of objects.
func (d *document) one(v *jsontree.Value) string {
	if all := d.names(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (d *document) draft() (*draft.Draft, error) {
	v := d.story
	m := article.Meta{
		ID:        v.Get("@id").Str(),
		Headline:  text(v.Get("headline")),
		Subhead:   d.one(v.Get("alternativeHeadline")),
		Published: draft.Time(v.Get("datePublished").Str()),
		Updated:   draft.Time(v.Get("dateModified").Str()),
		Source:    d.one(v.Get("publisher")),
		Section:   d.one(v.Get("articleSection")),
		Copyright: text(v.Get("copyrightNotice")),
		URL:       d.url(),
	}
	if m.Headline == "" {
		m.Headline = d.one(v.Get("name"))
	}
	language := d.resolve(v.Get("inLanguage"))
	for _, s := range []string{language.Str(), language.Get("alternateName").Str(), language.Get("name").Str()} {
		if m.Language.IsRoot() {
			m.Language = draft.Language(s)
		}
	}
	if holder := d.one(v.Get("copyrightHolder")); m.Copyright == "" && holder != "" {
		m.Copyright = "© " + strings.TrimSpace(number(v.Get("copyrightYear"))+" "+holder)
	}
	m.Keywords = d.keywords()
	out := &draft.Draft{Meta: m, Authors: d.names(v.Get("author")), Dateline: text(v.Get("dateline")), Lead: d.captions()}
	if out.Authors == nil {
		out.Authors = d.names(v.Get("creator"))
	}
	body := v.Get("articleBody")
	if body.Str() == "" {
		body = v.Get("text")
	}
	switch s := text(body); {
	case s == "":
	case strings.Contains(s, "<p>") || strings.Contains(s, "<p "):
		parts, err := markup.Fragment(d.t, body.Offset, s)
		if err != nil {
			return nil, err
		}
		out.Body = parts
	default:
		out.Body = []article.Part{{Kind: article.Unknown, Text: s}}
	}
	return out, nil
}

func number(v *jsontree.Value) string {
	if v != nil && v.Kind == jsontree.Number {
		return v.Text
	}
	return v.Str()
}

// url returns the address of the page.
func (d *document) url() string {
	main := d.resolve(d.story.Get("mainEntityOfPage"))
	for _, v := range []*jsontree.Value{d.story.Get("url"), main, main.Get("@id"), main.Get("url"), d.story.Get("@id")} {
		if s := v.Str(); draft.Web(s) {
			return s
		}
	}
	return ""
}

// keywords returns the keywords, a list or one string with commas.
func (d *document) keywords() []string {
	v := d.story.Get("keywords")
	if s := text(v); s != "" {
		var out []string
		for k := range strings.SplitSeq(s, ",") {
			if k = strings.TrimSpace(k); k != "" {
				out = append(out, k)
			}
		}
		return out
	}
	return d.names(v)
}

// captions returns caption and credit of the story's pictures.
func (d *document) captions() []article.Part {
	var out []article.Part
	for _, x := range d.story.Get("image").Each() {
		x = d.resolve(x)
		caption := text(x.Get("caption"))
		if caption == "" {
			continue
		}
		out = append(out, article.Part{Kind: article.Caption, Text: caption})
		credit := text(x.Get("creditText"))
		if credit == "" {
			credit = d.one(x.Get("creator"))
		}
		if credit != "" {
			out = append(out, article.Part{Kind: article.Credit, Text: credit})
		}
	}
	return out
}
