package article

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Part is a piece of a story that is known apart from the others: a paragraph, a
// caption, a title between paragraphs.
type Part struct {
	Kind Kind
	Text string
}

// Unknown, as the kind of a [Part], says that the text is to be read as by
// [Parse]: cut into lines, each of which gets its kind. No block has this kind.
const Unknown Kind = 1<<8 - 1

// Build makes a story of parts, as the formats carry them that mark up what a
// piece of text is. The text of the article is the parts in order, with an empty
// line after each; a part is one block, of the kind that is given. Parts of
// [Unknown] kind become as many blocks as they have lines or paragraphs, and
// their kinds are read off the whole text. Parts without text are left out.
//
// Headline and subhead of meta are put first, unless a part of that kind is
// given; [Article.Body] tells where the parts start.
func Build(meta Meta, parts ...Part) *Article {
	a := &Article{meta: meta, layers: new(layers)}
	has := func(k Kind) bool {
		return slices.ContainsFunc(parts, func(p Part) bool { return p.Kind == k && strings.TrimSpace(p.Text) != "" })
	}
	var lead []Part
	if !has(Headline) {
		lead = append(lead, Part{Headline, meta.Headline})
	}
	if !has(Subhead) {
		lead = append(lead, Part{Subhead, meta.Subhead})
	}
	known := has(Headline) || strings.TrimSpace(meta.Headline) != ""
	var b strings.Builder
	where := writeParts(&b, nil, lead)
	if a.body.Start = 0; b.Len() > 0 {
		b.WriteString("\n\n")
		a.body.Start = b.Len()
	}
	where = writeParts(&b, where, parts)
	a.text = b.String()
	a.body.Start = min(a.body.Start, len(a.text))
	a.body.End = len(a.text)
	a.placeParts(where, known)
	a.cutSentences(prefix(a.text, MaxText))
	a.describe()
	return a
}

// placed is a part that stands in the text.
type placed struct {
	Span
	kind Kind
}

// writeParts appends the parts to the text, an empty line between them, and says
// where they stand.
func writeParts(b *strings.Builder, where []placed, parts []Part) []placed {
	fresh := true
	for _, p := range parts {
		text := strings.TrimSpace(p.Text)
		if text == "" {
			continue
		}
		if !fresh {
			b.WriteString("\n\n")
		}
		fresh = false
		where = append(where, placed{Span{b.Len(), b.Len() + len(text)}, p.Kind})
		b.WriteString(text)
	}
	return where
}

// placeParts makes blocks of the parts. The text is classified as a whole, so
// that what is unknown is seen among what is known.
func (a *Article) placeParts(where []placed, headlineKnown bool) {
	text := prefix(a.text, MaxText)
	var read []segment.Block
	if slices.ContainsFunc(where, func(p placed) bool { return p.kind == Unknown }) {
		from := 0
		for _, p := range where {
			if p.kind != Headline && p.kind != Subhead {
				break
			}
			from = p.End
		}
		read = segment.Blocks(nil, text, uint32(min(from, len(text))), headlineKnown)
	}
	var lines []segment.Block
	for _, p := range where {
		if p.End > len(text) {
			break
		}
		if p.kind == Unknown {
			for len(read) > 0 && int(read[0].End) <= p.Start {
				read = read[1:]
			}
			for len(read) > 0 && int(read[0].Start) < p.End {
				x := read[0]
				x.Start, x.End = max(x.Start, uint32(p.Start)), min(x.End, uint32(p.End))
				a.blocks = append(a.blocks, x)
				if int(read[0].End) > p.End {
					break
				}
				read = read[1:]
			}
			continue
		}
		// The segmenter knows more kinds of blank space than strings does.
		lines = segment.CutLines(lines[:0], text[p.Start:p.End])
		if n := len(lines); n > 0 {
			a.addBlock(p.Start+int(lines[0].Start), p.Start+int(lines[n-1].End), segment.Kind(p.kind))
		}
	}
}
