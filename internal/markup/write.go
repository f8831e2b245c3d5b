package markup

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
)

// escaper escapes what XML must have escaped, and leaves out what it cannot hold.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// AppendHTML appends the blocks of the story that keep asks for, boilerplate left
// out.
func AppendHTML(dst []byte, a *article.Article, keep func(article.Block) bool) []byte {
	list := false
	endList := func() {
		if list {
			dst = append(dst, "</ul>"...)
			list = false
		}
	}
	for b := range a.Blocks() {
		kind := b.Kind()
		if kind.Boilerplate() || !keep(b) {
			continue
		}
		text := escape(b.Text())
		if kind == article.ListItem {
			if !list {
				dst = append(dst, "<ul>"...)
				list = true
			}
			dst = append(append(append(dst, "<li>"...), text...), "</li>"...)
			continue
		}
		endList()
		open, end := "<p>", "</p>"
		switch kind {
		case article.Paragraph:
		case article.Headline:
			open, end = "<h1>", "</h1>"
		case article.Crosshead:
			open, end = "<h2>", "</h2>"
		case article.Caption:
			open, end = "<figure><figcaption>", "</figcaption></figure>"
		case article.PullQuote:
			open, end = `<blockquote class="pullquote"><p>`, "</p></blockquote>"
		default:
			open = `<p class="` + kind.String() + `">`
		}
		dst = append(append(append(dst, open...), text...), end...)
	}
	endList()
	return dst
}
