package markdown

import (
	"strings"
	"time"

	"github.com/seed05c9d22b/newstext/article"
)

// Append appends the story to dst as Markdown and returns the extended slice:
// front matter with what the text does not show, then the blocks. Boilerplate is
// left out. What it writes reads, in any reader of Markdown, as the text of the
// story: its own stars and brackets are escaped.
func Append(dst []byte, a *article.Article) ([]byte, error) {
	dst = appendFront(dst, a)
	previous := article.Unknown
	for b := range a.Blocks() {
		kind := b.Kind()
		if kind.Boilerplate() {
			continue
		}
		text := escape(strings.ToValidUTF8(b.Text(), "\ufffd"))
		if previous == article.ListItem && kind == article.ListItem {
			dst = append(dst, '\n')
		} else if previous != article.Unknown {
			dst = append(dst, "\n\n"...)
		}
		previous = kind
		before, after := "", ""
		switch kind {
		case article.Headline:
			before = "# "
		case article.Crosshead:
			before = "## "
		case article.Subhead, article.Caption, article.Credit, article.Note:
			before, after = "*", "*"
		case article.BylineBlock:
			before, after = "**", "**"
		case article.ListItem:
			before = "- "
			text = strings.TrimLeft(text, "•·▪-*– \u00a0\t")
		case article.PullQuote:
			before = "> "
		}
		dst = append(append(append(dst, before...), text...), after...)
	}
	if previous != article.Unknown {
		dst = append(dst, '\n')
	}
	return dst, nil
}

// appendFront writes the front matter.
func appendFront(dst []byte, a *article.Article) []byte {
	m := a.Meta()
	shown := make(map[article.Kind]bool)
	for b := range a.Blocks() {
		shown[b.Kind()] = true
	}
	var b strings.Builder
	add := func(key, value string) {
		if value != "" {
			b.WriteString(key + ": " + quote(value) + "\n")
		}
	}
	addTime := func(key string, at time.Time) {
		if !at.IsZero() {
			b.WriteString(key + ": " + at.Format(time.RFC3339) + "\n")
		}
	}
	addAll := func(key string, values []string) {
		if len(values) > 0 {
			b.WriteString(key + ":\n")
			for _, v := range values {
				b.WriteString("  - " + quote(v) + "\n")
			}
		}
	}
	add("id", m.ID)
	if !shown[article.Headline] {
		add("title", m.Headline)
	}
	if !shown[article.Subhead] {
		add("subtitle", m.Subhead)
	}
	if !shown[article.BylineBlock] {
		addAll("authors", m.Byline)
	}
	addTime("date", m.Published)
	addTime("lastmod", m.Updated)
	if !m.Language.IsRoot() {
		add("lang", m.Language.String())
	}
	add("source", m.Source)
	add("url", m.URL)
	add("section", m.Section)
	addAll("tags", m.Keywords)
	add("copyright", m.Copyright)
	if b.Len() == 0 {
		return dst
	}
	return append(dst, "---\n"+b.String()+"---\n\n"...)
}

// quote writes a value so that every reader of YAML takes it for a string.
func quote(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`)

// escape writes the lines of a block so that nothing in them is a mark.
func escape(s string) string {
	var out []string
	for l := range strings.Lines(s) {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		l = marks.Replace(l)
		switch {
		case strings.ContainsRune("#>|-+=~", rune(l[0])):
			l = `\` + l
		default:
			if n := item(l); n > 0 { // "1. "
				l = l[:n-1] + `\` + l[n-1:]
			}
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}
