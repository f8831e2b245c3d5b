package markdown

import (
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
)

// frontMatter reads the metadata between lines of --- at the start, the part of
// YAML that is in use there: keys with a value, a list in brackets, or a list of
// lines with dashes. It returns where the text begins.
func (r *reader) frontMatter() (int, error) {
	s := r.t.S
	first, rest, ok := strings.Cut(s, "\n")
	if !ok || strings.TrimSpace(first) != "---" {
		return 0, nil
	}
	at := len(s) - len(rest)
	end := -1
	for i := at; i < len(s); {
		l, _, _ := strings.Cut(s[i:], "\n")
		if x := strings.TrimSpace(l); x == "---" || x == "..." {
			end = i
			break
		}
		i += len(l) + 1
	}
	if end < 0 {
		return 0, nil // a rule, and no front matter
	}
	values := make(map[string][]string)
	key := ""
	for i := at; i < end; {
		l, _, _ := strings.Cut(s[i:end], "\n")
		text := strings.TrimSpace(l)
		switch name, value, ok := strings.Cut(text, ":"); {
		case text == "" || text[0] == '#':
		case strings.HasPrefix(text, "- ") && key != "":
			values[key] = append(values[key], unquote(text[2:]))
		case ok && l[0] != ' ' && l[0] != '\t':
			key = strings.ToLower(strings.TrimSpace(name))
			if _, double := values[key]; double {
				return 0, r.t.Error(i, fmt.Errorf("%w %q in the front matter", article.ErrDuplicate, key))
			}
			values[key] = list(value)
		}
		i += len(l) + 1
	}
	r.describe(values)
	_, rest, _ = strings.Cut(s[end:], "\n")
	return len(s) - len(rest), nil
}

// list reads a value: one, or several in brackets.
func list(value string) []string {
	value = strings.TrimSpace(value)
	inner, open := strings.CutPrefix(value, "[")
	inner, shut := strings.CutSuffix(inner, "]")
	if !open || !shut {
		if value = unquote(value); value == "" {
			return nil
		}
		return []string{value}
	}
	var out []string
	for x := range strings.SplitSeq(inner, ",") {
		if x = unquote(x); x != "" {
			out = append(out, x)
		}
	}
	return out
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		quote := s[:1]
		s = s[1 : len(s)-1]
		if quote == `"` {
			return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s)
		}
		return strings.ReplaceAll(s, "''", "'")
	}
	return s
}

// describe takes the metadata from the keys of site generators.
func (r *reader) describe(values map[string][]string) {
	all := func(keys ...string) []string {
		for _, k := range keys {
			if v := values[k]; len(v) > 0 {
				return v
			}
		}
		return nil
	}
	one := func(keys ...string) string {
		if v := all(keys...); v != nil {
			return v[0]
		}
		return ""
	}
	r.d.Authors = all("authors", "author", "byline")
	r.d.Meta = article.Meta{
		ID: one("id"), Headline: one("title", "headline"), Subhead: one("subtitle", "subhead", "standfirst"),
		Published: draft.Time(one("date", "published")), Updated: draft.Time(one("lastmod", "updated", "modified")),
		Language: draft.Language(one("lang", "language")), Source: one("source", "publication"),
		URL: one("url", "canonical_url"), Section: one("section", "category", "categories"),
		Keywords: all("tags", "keywords"), Copyright: one("copyright"),
	}
}
