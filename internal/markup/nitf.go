package markup

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
)

// NITF returns the story of an <nitf> element.
func NITF(root *Node) *draft.Draft {
	d := new(draft.Draft)
	head, body := root.Child("head"), root.Child("body")
	if body == nil { // agencies that send NITF within another format leave it out
		body = root
	}
	nitfHead(d, head)
	top := body.Child("body.head")
	hed := top.Child("hedline")
	d.Meta.Headline = hed.Child("hl1").Words()
	if d.Meta.Headline == "" {
		d.Meta.Headline = head.Child("title").Words()
	}
	d.Meta.Subhead = hed.Child("hl2").Words()
	for i, b := range top.All("byline") {
		if line := nitfByline(b); i == 0 {
			d.Byline = line
		} else if line != "" {
			d.Body = append(d.Body, article.Part{Kind: article.BylineBlock, Text: line})
		}
	}
	if len(d.Body) > 0 { // several bylines: each on a line of its own
		d.Body = append([]article.Part{{Kind: article.BylineBlock, Text: d.Byline}}, d.Body...)
	}
	d.Meta.Source = top.Child("distributor").Words()
	d.Dateline = top.Child("dateline").Words()
	w := nitfWalk{}
	w.walk(body.Child("body.content"), article.Paragraph)
	if end := body.Child("body.end"); end != nil {
		for _, line := range end.All("tagline") {
			w.add(article.Note, line.Words())
		}
	}
	d.Body = append(d.Body, w.parts...)
	return d
}

func nitfHead(d *draft.Draft, head *Node) {
	data := head.Child("docdata")
	m := &d.Meta
	m.ID = data.Child("doc-id").Attr("id-string")
	m.Published = draft.Time(data.Child("date.issue").Attr("norm"))
	if pub := head.Child("pubdata"); pub != nil {
		if m.Published.IsZero() {
			m.Published = draft.Time(pub.Attr("date.publication"))
		}
		m.Section = pub.Attr("position.section")
		if x := pub.Attr("ex-ref"); draft.Web(x) {
			m.URL = x
		}
	}
	if c := data.Child("doc.copyright"); c != nil {
		m.Copyright = strings.TrimSpace("© " + strings.TrimSpace(c.Attr("year")+" "+c.Attr("holder")))
	}
	for _, k := range data.Child("key-list").All("keyword") {
		if key := Collapse(k.Attr("key")); key != "" {
			m.Keywords = append(m.Keywords, key)
		}
	}
}

// nitfByline returns a byline with its title set off by a comma, as it is
// printed.
func nitfByline(n *Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		words := c.Words()
		if c.Name == "byttl" && words != "" {
			if line := strings.TrimRight(b.String(), " \n\t\r"); line != "" && !strings.HasSuffix(line, ",") {
				b.Reset()
				b.WriteString(line + ", ")
			}
		}
		c.write(&b)
	}
	return Collapse(b.String())
}

type nitfWalk struct{ parts []article.Part }

func (w *nitfWalk) add(kind article.Kind, text string) {
	if text != "" {
		w.parts = append(w.parts, article.Part{Kind: kind, Text: text})
	}
}

// walk adds the blocks below n; kind is that of paragraphs.
func (w *nitfWalk) walk(n *Node, kind article.Kind) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "p", "pre", "fn":
			for line := range strings.SplitSeq(paragraphs(c), "\n") {
				w.add(kind, Collapse(line))
			}
		case "hl1", "hl2", "h1", "h2", "h3", "h4":
			w.add(article.Crosshead, c.Words())
		case "li", "dt", "dd", "tr", "nitf-tr":
			w.add(article.ListItem, c.Words())
		case "media-caption", "caption":
			for _, line := range captionLines(c) {
				w.add(article.Caption, line)
			}
		case "media-producer", "credit":
			w.add(article.Credit, c.Words())
		case "note":
			w.walk(c, article.Note)
		case "media-metadata", "media-reference", "media-object", "nitf-table-metadata", "abstract":
		case "":
			w.add(kind, Collapse(c.Text))
		default: // block, media, ul, ol, dl, bq, table …
			w.walk(c, kind)
		}
	}
}

// paragraphs returns the text of a paragraph; two line breaks in it, as wires
// have them, end a paragraph and become a line end.
func paragraphs(n *Node) string {
	var b strings.Builder
	var write func(*Node)
	breaks := 0
	write = func(n *Node) {
		if n.Name == "br" {
			if breaks++; breaks == 2 {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
			return
		}
		if strings.TrimSpace(n.Text) != "" {
			breaks = 0
		}
		b.WriteString(lineEnds.Replace(n.Text))
		for _, c := range n.Children {
			write(c)
		}
	}
	write(n)
	return b.String()
}

var lineEnds = strings.NewReplacer("\n", " ", "\r", " ")

// captionLines returns the paragraphs of a caption.
func captionLines(n *Node) []string {
	ps := n.All("p")
	if len(ps) == 0 {
		return []string{n.Words()}
	}
	var out []string
	for _, p := range ps {
		out = append(out, p.Words())
	}
	return out
}
