package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

//go:embed pages.tsv
var pagesList string

// page is a text with its lines labelled.
type page struct {
	lines         []line
	headlineKnown bool
}

// composer makes pages.
type composer struct {
	rng   *rand.Rand
	zones map[string][][]line // the groups of lines of each zone, with slots
	texts map[string][]string // texts for slots, from the list
	words words
}

func newComposer(data string, stories []story, seed uint64) (*composer, error) {
	c := &composer{rng: rand.New(rand.NewPCG(seed, 2)), zones: map[string][][]line{}, texts: map[string][]string{}}
	for n, row := range strings.Split(strings.TrimSuffix(pagesList, "\n"), "\n") {
		if strings.HasPrefix(row, "#") {
			continue
		}
		zone, text, ok := strings.Cut(row, "\t")
		if !ok {
			return nil, fmt.Errorf("pages.tsv:%d: want zone and lines, divided by a tab", n+1)
		}
		switch zone {
		case "crosshead", "listintro", "shortparagraph", "caption", "turn", "sound":
			c.texts[zone] = append(c.texts[zone], text)
			continue
		}
		var group []line
		for part := range strings.SplitSeq(text, " ¶ ") {
			name, text, _ := strings.Cut(part, ": ")
			k, ok := kinds[name]
			if !ok {
				return nil, fmt.Errorf("pages.tsv:%d: unknown kind %q", n+1, name)
			}
			group = append(group, line{k, text})
		}
		c.zones[zone] = append(c.zones[zone], group)
	}
	return c, c.words.read(data, stories)
}

// chance is true in p of 100 cases.
func (c *composer) chance(p int) bool { return c.rng.IntN(100) < p }

// group appends a group of a zone, filled in.
func (c *composer) group(dst []line, zone string) []line {
	groups := c.zones[zone]
	for _, l := range groups[c.rng.IntN(len(groups))] {
		if text := c.fill(l.text); text != "" {
			dst = append(dst, line{l.kind, text})
		}
	}
	return dst
}

// plain is a story as it was labelled; in some, the headline is left out or
// known.
func (c *composer) plain(s *story) page {
	p := page{lines: s.lines}
	if c.chance(25) && p.lines[0].kind == segment.Headline {
		p.lines = p.lines[1:]
		p.headlineKnown = c.chance(60)
	}
	return p
}

// bare is a piece of text without anything around: some paragraphs or sentences,
// or a single headline.
func (c *composer) bare(s *story) page {
	c.words.turnTo(c, s)
	if c.chance(8) {
		return page{lines: []line{{segment.Headline, c.fill("{headline}")}}}
	}
	var p page
	start := c.rng.IntN(len(s.lines))
	for _, l := range s.lines[start:] {
		if l.kind != segment.Paragraph {
			continue
		}
		switch {
		case c.chance(25):
			l.text = firstSentence(l.text)
		case c.chance(8): // cut off
			l.text = strings.TrimSpace(strings.ToValidUTF8(l.text[:min(len(l.text), 40+c.rng.IntN(160))], ""))
		}
		p.lines = append(p.lines, l)
		if c.chance(25) {
			break
		}
	}
	if len(p.lines) == 0 {
		return c.plain(s)
	}
	return p
}

// page puts a story, or a part of it, on a page.
func (c *composer) page(s *story) page {
	var head, body []line
	for _, l := range s.lines {
		if l.kind == segment.Headline && len(head) == 0 {
			head = append(head, l)
		} else {
			body = append(body, l)
		}
	}
	if len(body) > 6 && c.chance(60) { // a part of the story, from its start
		body = body[:3+c.rng.IntN(min(10, len(body)-3))]
	}
	c.words.turnTo(c, s)
	if c.chance(4) {
		body = c.transcript(body)
	}
	web := c.chance(70)
	var p page
	headline := len(head) > 0 && c.chance(85)
	if headline {
		if web {
			for c.chance(40) {
				p.lines = c.group(p.lines, "top")
			}
		}
		p.lines = append(p.lines, head[0])
		if c.chance(20) {
			p.lines = append(p.lines, line{segment.Subhead, c.subhead(body)})
		}
	} else {
		p.headlineKnown = c.chance(50)
	}
	if web || c.chance(20) {
		p.lines = c.headMatter(p.lines)
	}
	p.lines = c.bodyMatter(p.lines, body)
	if c.chance(50) {
		p.lines = c.group(p.lines, "end")
		for c.chance(30) {
			p.lines = c.group(p.lines, "end")
		}
	}
	if web {
		for c.chance(70) {
			p.lines = c.group(p.lines, "tail")
		}
	} else if c.chance(15) {
		p.lines = c.group(p.lines, "tail")
	}
	return p
}

// headMatter appends what stands between headline and body.
func (c *composer) headMatter(dst []line) []line {
	if c.chance(15) {
		dst = c.group(dst, "media")
	}
	if c.chance(15) {
		dst = c.group(dst, "bar")
	}
	if c.chance(85) {
		dst = c.group(dst, "byline")
	}
	if c.chance(20) {
		dst = c.group(dst, "byline")
	}
	for c.chance(35) {
		dst = c.group(dst, "bar")
	}
	if c.chance(10) {
		dst = append(dst, line{segment.Subhead, c.fill("{nostop}")})
	}
	for c.chance(45) {
		dst = c.group(dst, "media")
	}
	if c.chance(8) {
		dst = c.group(dst, "lead")
	}
	return dst
}

// bodyMatter appends the body with what stands between its paragraphs.
func (c *composer) bodyMatter(dst, body []line) []line {
	rate := []int{0, 4, 12, 30}[c.rng.IntN(4)]
	crossheads := c.chance(25)
	for i, l := range body {
		if i > 0 && c.chance(rate) {
			if c.chance(30) {
				dst = c.group(dst, "media")
			} else {
				dst = c.group(dst, "insert")
			}
		}
		if crossheads && i > 0 && l.kind == segment.Paragraph && c.chance(25) {
			if text := c.fill("{crosshead}"); text != "" {
				dst = append(dst, line{segment.Crosshead, text})
			}
		}
		dst = append(dst, l)
	}
	return dst
}

// transcript makes a talk of the body: cues before what is said, short turns.
func (c *composer) transcript(body []line) []line {
	host, guest := c.fill("{NAME}"), c.fill("{NAME}")
	if c.chance(20) {
		host, guest = c.fill("{name}"), c.fill("{name}")
	}
	last := func(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
	out := []line{{segment.Crosshead, host + ", HOST:"}}
	if c.chance(50) {
		out[0] = line{segment.Paragraph, host + ": " + c.sentence()}
	}
	for i, l := range body {
		if l.kind != segment.Paragraph {
			continue
		}
		name := last(host)
		if i%2 == 1 {
			name = last(guest)
			if i == 1 {
				name = guest + []string{"", ", BYLINE", ", " + c.fill("{TOPIC}")}[c.rng.IntN(3)]
			}
		}
		text := l.text
		switch c.rng.IntN(4) {
		case 0:
			text = firstSentence(text)
		case 1:
			text = c.fill("{turn}")
		}
		if i > 0 || out[0].kind != segment.Crosshead {
			text = name + ": " + text
		}
		out = append(out, line{segment.Paragraph, text})
		if c.chance(8) {
			out = append(out, line{segment.Note, c.fill("{sound}")})
		}
	}
	return out
}

// subhead makes a standfirst of the beginning of the body.
func (c *composer) subhead(body []line) string {
	for _, l := range body {
		if l.kind == segment.Paragraph && c.chance(60) {
			s := firstSentence(l.text)
			if len(s) < 30 || len(s) > 220 {
				continue
			}
			if c.chance(55) {
				s = strings.TrimSuffix(s, ".")
			}
			return s
		}
	}
	return c.fill("{nostop}")
}

// text is the page as plain text.
func (p *page) text() string {
	var b strings.Builder
	for _, l := range p.lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}
