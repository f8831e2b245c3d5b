package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed05c9d22b/newstext/article"
)

// walk calls f for each element, in order, until it returns false.
func walk(n *html.Node, f func(*html.Node) bool) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !f(c) || !walk(c, f) {
			return false
		}
	}
	return true
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf returns the words in n, blanks collapsed, without those below skip.
func textOf(n, skip *html.Node) string {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		switch {
		case n == skip, n.Data == "script", n.Data == "style", n.Data == "noscript", n.Data == "button", n.Data == "svg":
			return
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "br" || n.Data == "p" || n.Data == "div" || n.Data == "li":
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
	}
	write(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// class reports whether a class of n has one of the words in it, as in
// "story__byline".
func class(n *html.Node, words ...string) bool {
	c := strings.ToLower(attr(n, "class"))
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(c, w) })
}

// headlineOf prefers the h1 to what the metadata says where the one begins with
// the other: metadata is cut short, or has the name of the site at its end.
func headlineOf(doc *html.Node, headline string) string {
	found, n := "", 0
	walk(doc, func(x *html.Node) bool {
		if x.Data == "h1" {
			text := textOf(x, nil)
			short := strings.TrimRight(headline, ".… ")
			if text != "" && (headline == "" || strings.HasPrefix(text, short) || strings.HasPrefix(headline, text)) {
				found = text
				n++
			}
		}
		return true
	})
	if n == 0 || headline == "" && n > 1 {
		return headline
	}
	return found
}

// bylineOf returns the byline as the page shows it, else one made of the names.
func bylineOf(doc *html.Node, names []string) string {
	if len(names) == 0 {
		return ""
	}
	best := ""
	walk(doc, func(n *html.Node) bool {
		if !class(n, "byline", "author") && attr(n, "itemprop") != "author" {
			return true
		}
		text := textOf(n, nil)
		if len(text) > 200 || slices.ContainsFunc(names, func(name string) bool { return !strings.Contains(text, name) }) {
			return true
		}
		// The shortest has least beside it; one with "By" is a byline for sure.
		if by := hasBy(text); best == "" || by && !hasBy(best) || by == hasBy(best) && len(text) < len(best) {
			best = text
		}
		return true
	})
	if best != "" {
		return best
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return names[0]
}

func hasBy(s string) bool { return len(s) > 3 && strings.EqualFold(s[:3], "by ") }

// shows reports whether a text is all that some element of the page has.
func shows(doc *html.Node, text string) bool {
	text = squeeze(text)
	found := false
	walk(doc, func(n *html.Node) bool {
		switch n.Data {
		case "p", "div", "span", "h2", "h3", "h4", "li", "section":
			found = n.FirstChild != nil && text != "" && !hasBlocks(n) && squeeze(textOf(n, nil)) == text
		}
		return !found
	})
	return found
}

// hasBlocks reports whether an element has others for lines of their own in it.
func hasBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Data {
		case "p", "div", "section", "article", "ul", "ol", "table", "header", "main", "aside", "form", "figure":
			return true
		}
	}
	return false
}

// captions returns the captions below the headline and their credits, in order of
// the page.
func (p *Page) captions(doc *html.Node, headline string) []placed {
	var out []placed
	at := max(0, p.source.find(headline, 0))
	walk(doc, func(n *html.Node) bool {
		if n.Data != "figcaption" && !(class(n, "wp-caption-text") && n.Data == "p") {
			return true
		}
		credit := creditOf(n)
		text := textOf(n, credit)
		if text == "" || len(text) > 1000 {
			return true
		}
		i := p.source.find(text, at)
		if i < at {
			return true
		}
		at = i
		if slices.ContainsFunc(out, func(o placed) bool { return o.Text == text }) {
			return true
		}
		out = append(out, placed{article.Part{Kind: article.Caption, Text: text}, i})
		if credit != nil {
			if text := textOf(credit, nil); text != "" {
				out = append(out, placed{article.Part{Kind: article.Credit, Text: text}, i})
			}
		}
		return true
	})
	return out
}

// creditOf returns the element of a caption that holds the credit.
func creditOf(caption *html.Node) *html.Node {
	var credit *html.Node
	walk(caption, func(n *html.Node) bool {
		if class(n, "credit", "copyright", "source") {
			credit = n
		}
		return credit == nil
	})
	return credit
}

// links holds the texts of the links of a page, without blanks.
type links map[string]bool

func newLinks(doc *html.Node) links {
	out := make(links)
	walk(doc, func(n *html.Node) bool {
		if n.Data == "a" {
			if text := squeeze(textOf(n, nil)); text != "" {
				out[text] = true
			}
		}
		return true
	})
	return out
}

// share returns how much of a line is a link that it ends with, 0 to 1: all of
// "A title", most of "Related: A title".
func (l links) share(text string) float64 {
	if text = squeeze(text); len(text) > 300 {
		return 0 // no title is as long
	}
	for i := range text {
		if 2*i > len(text) {
			break
		}
		if l[text[i:]] {
			return float64(len(text)-i) / float64(len(text))
		}
	}
	return 0
}

// settle decides on a kind that was read off a line alone. Here more is known:
// the extractor has taken the line for content, and how much of it is a link. What
// looks like a related title, but leads nowhere, is text of the story.
func settle(kind article.Kind, linked float64) article.Kind {
	switch {
	case kind == article.Crosshead && linked == 1:
		return article.Link
	case kind == article.Caption || kind == article.Credit || kind == article.Subhead:
		return article.Paragraph // captions are read from the page
	case kind == article.Headline:
		return article.Crosshead
	case (kind == article.Link || kind == article.Share) && linked < 0.5:
		return article.Paragraph
	}
	return kind
}
