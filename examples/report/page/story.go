package page

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
)

// block is a paragraph of the story, or a list.
type block struct {
	Kind  string // as in the JSON of an article
	Lines [][]voice
}

// story marks the blocks up. What belongs to the page and not to the story is kept
// apart, and so is the headline.
func (p *report) story() {
	p.mark()
	a := p.analysis.Article
	for b := range a.Blocks() {
		line := p.line(b.Index())
		kind := b.Kind()
		switch {
		case kind.Boilerplate():
			p.Furniture = append(p.Furniture, clean(b.Text()))
		case kind == article.Headline && p.Headline == nil:
			p.Headline = line
		case kind == article.Headline:
			p.Story = append(p.Story, block{article.Crosshead.String(), [][]voice{line}})
		case kind == article.ListItem && len(p.Story) > 0 && p.Story[len(p.Story)-1].Kind == kind.String():
			last := &p.Story[len(p.Story)-1]
			last.Lines = append(last.Lines, trimBullet(line))
		case kind == article.ListItem:
			p.Story = append(p.Story, block{kind.String(), [][]voice{trimBullet(line)}})
		default:
			p.Story = append(p.Story, block{kind.String(), [][]voice{line}})
		}
	}
}

// trimBullet takes the mark from the start of a list item: the page has its own.
func trimBullet(line []voice) []voice {
	if len(line) > 0 && len(line[0].Words) > 0 {
		ink := &line[0].Words[0].Inks[0]
		ink.Text = strings.TrimLeft(ink.Text, "•·*-–—▪◦ ")
	}
	return line
}

// Class says how the block is set.
func (b block) Class() string {
	if slices.Contains([]string{"byline", "dateline", "time", "credit", "note", "caption"}, b.Kind) {
		return "small " + b.Kind
	}
	return b.Kind
}
