package ninjs

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/jsontree"
	"github.com/seed05c9d22b/newstext/internal/markup"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// Parse reads an item of ninjs 1.x, 2.x or 3.x. The body with markup is taken
// where there is one, else the plain one, else, as photo and text alerts have it,
// the description. Errors are of type *[article.ParseError] and name the place; an
// item without headline and text wraps [article.ErrNoStory].
func Parse(data []byte) (*article.Article, error) {
	t, err := source.Decode("ninjs", data, "")
	if err != nil {
		return nil, err
	}
	v, err := jsontree.Parse(t)
	if err != nil {
		return nil, err
	}
	if v.Kind != jsontree.Object {
		return nil, t.Error(v.Offset, draft.NoStory("not an object"))
	}
	d := draft.Draft{Meta: meta(v), Byline: first(v, "by", "byline")}
	if d.Body, err = body(v, t); err != nil {
		return nil, err
	}
	d.Lead = captions(v)
	if a := d.Article(); a != nil {
		return a, nil
	}
	return nil, t.Error(v.Offset, draft.NoStory("neither headline nor text"))
}

func meta(v *jsontree.Value) article.Meta {
	m := article.Meta{
		ID:        v.Get("uri").Str(),
		Headline:  v.Get("headline").Str(), // 1.x
		Subhead:   first(v, "headline_sub", "headline_subhead"),
		Language:  draft.Language(v.Get("language").Str()),
		Copyright: first(v, "copyrightNotice", "copyrightHolder"),
	}
	for _, key := range []string{"versionCreated", "contentCreated", "firstCreated"} {
		if m.Published.IsZero() {
			m.Published = draft.Time(v.Get(key).Str())
		}
	}
	if draft.Web(m.ID) {
		m.URL = m.ID
	}
	for _, h := range v.Get("headlines").Each() {
		switch role, text := strings.ToLower(h.Get("role").Str()), h.Get("value").Str(); role {
		case "sub", "subhead", "subheadline", "deck":
			if m.Subhead == "" {
				m.Subhead = text
			}
		default:
			if m.Headline == "" || role == "main" {
				m.Headline = text
			}
		}
	}
	for _, s := range v.Get("infoSources").Each() {
		if m.Source == "" {
			m.Source = s.Get("name").Str()
		}
	}
	for _, s := range v.Get("infosource").Each() { // 1.x
		if m.Source == "" {
			m.Source = s.Get("name").Str()
		}
	}
	for _, key := range []string{"subjects", "subject"} {
		for _, s := range v.Get(key).Each() {
			if name := s.Get("name").Str(); name != "" {
				m.Keywords = append(m.Keywords, name)
			}
		}
	}
	return m
}

// first returns the first of the keys that has a string.
func first(v *jsontree.Value, keys ...string) string {
	for _, k := range keys {
		if s := v.Get(k).Str(); s != "" {
			return s
		}
	}
	return ""
}

// text is a body or description and whether it has markup.
type text struct {
	value  *jsontree.Value
	markup bool
}

// texts returns the texts under a name: the list of 2.x and 3.x, and the keys
// such as body_xhtml of 1.x.
func texts(v *jsontree.Value, list, prefix string) []text {
	var out []text
	for _, b := range v.Get(list).Each() {
		value, kind := b.Get("value"), b.Get("contentType").Str()
		out = append(out, text{value, strings.Contains(kind, "html") || kind == "" && strings.Contains(value.Str(), "<p")})
	}
	for i := range v.Fields {
		if f := &v.Fields[i]; strings.HasPrefix(f.Key, prefix) {
			out = append(out, text{&f.Value, strings.Contains(f.Key, "html")})
		}
	}
	return out
}

func body(v *jsontree.Value, t *source.Text) ([]article.Part, error) {
	all := texts(v, "bodies", "body_")
	for _, b := range all {
		if !b.markup || b.value.Str() == "" {
			continue
		}
		parts, err := markup.Fragment(t, b.value.Offset, b.value.Str())
		if err != nil || len(parts) > 0 {
			return parts, err
		}
	}
	if v.Get("type").Str() == "text" || len(all) > 0 {
		all = append(all, texts(v, "descriptions", "description_")...)
	}
	for _, b := range all {
		if s := b.value.Str(); s != "" && !b.markup {
			return []article.Part{{Kind: article.Unknown, Text: s}}, nil
		}
	}
	for _, d := range texts(v, "descriptions", "description_") {
		if s := d.value.Str(); s != "" && !d.markup {
			return []article.Part{{Kind: article.Caption, Text: s}}, nil
		}
	}
	return nil, nil
}

// captions returns caption and credit of the pictures that go with the story.
func captions(v *jsontree.Value) []article.Part {
	var out []article.Part
	add := func(x *jsontree.Value) {
		if x.Get("type").Str() != "picture" && x.Get("type").Str() != "graphic" {
			return
		}
		var caption string
		for _, d := range texts(x, "descriptions", "description_") {
			if caption == "" && !d.markup {
				caption = d.value.Str()
			}
		}
		if caption == "" {
			return
		}
		out = append(out, article.Part{Kind: article.Caption, Text: caption})
		if credit := first(x, "by", "byline"); credit != "" {
			out = append(out, article.Part{Kind: article.Credit, Text: credit})
		}
	}
	list := v.Get("associations")
	if list != nil && list.Kind == jsontree.Object { // 1.x
		for i := range list.Fields {
			add(&list.Fields[i].Value)
		}
		return out
	}
	for _, x := range list.Each() {
		add(x)
	}
	return out
}
