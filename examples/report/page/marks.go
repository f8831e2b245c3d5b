package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// A mark says what a span of the story is. Marks may cover the same words, and
// cross each other.
type mark struct {
	article.Span
	layer   layer
	of      int  // the index of the quote or stance, the ID of the entity
	speaker bool // of a mention: it is who says something
	pronoun bool // of a mention: it is no name
	last    bool // of a quote or evidence: no more of it follows
}

type layer uint8

const (
	quoted   layer = iota // words said
	marked                // those of them that stand in quotation marks
	named                 // a mention of an entity
	cued                  // words that report speech
	evident               // evidence of a stance
	coloured              // evidence of a tone
)

// voice is a stretch of a line in one voice: a piece of a quote, or of what the
// writer says himself.
type voice struct {
	Quote *said
	Words []words
	Ends  []*said // the quotes that end here
}

// words are a name, or what stands between names.
type words struct {
	Of      *subject // nil where they are no name
	Speaker bool
	Pronoun bool // or a noun: no name
	Inks    []ink
	Shows   [][]*stance // the stances whose evidence ends here, those for and those against
}

// show puts a stance beside the words that show it.
func (w *words) show(s *stance) {
	i := slices.IndexFunc(w.Shows, func(l []*stance) bool { return l[0].Polarity == s.Polarity })
	if i < 0 {
		w.Shows = append(w.Shows, []*stance{s})
		return
	}
	w.Shows[i] = append(w.Shows[i], s)
}

// ink is a piece of text that looks the same all through.
type ink struct {
	Text     string
	Anchor   int  // offset in the story, where a link may lead here, or −1
	Marked   bool // in quotation marks
	Cue      bool
	Evidence bool
}

// Plain reports whether there is nothing to say of the piece.
func (k ink) Plain() bool { return k.Anchor < 0 && k.Class() == "" }

// Class says how the piece is set.
func (k ink) Class() string {
	var c []string
	if k.Marked {
		c = append(c, "marked")
	}
	if k.Cue {
		c = append(c, "cue")
	}
	if k.Evidence {
		c = append(c, "ev")
	}
	return strings.Join(c, " ")
}

// mark collects the marks of every block.
func (p *report) mark() {
	r := p.analysis
	p.marks = make([][]mark, r.Article.BlockCount())
	names := r.Entities.Index()
	speaking := map[article.Span]bool{}
	for i, q := range r.Quotes {
		for k, s := range p.quotes[i].spans {
			p.add(mark{Span: s, layer: quoted, of: i, last: k == len(p.quotes[i].spans)-1})
			for _, m := range inMarks(r.Article.Text(), s) {
				p.add(mark{Span: m, layer: marked})
			}
		}
		p.add(mark{Span: q.Cue, layer: cued})
		for _, m := range names.In(q.Speaker.Span) {
			if q.Speaker.Is(m.Entity) {
				speaking[m.Span] = true
			}
		}
	}
	for _, m := range names {
		p.add(mark{Span: m.Span, layer: named, of: m.Entity, speaker: speaking[m.Span], pronoun: m.Kind != entity.Name})
	}
	for i, s := range r.Stances {
		for k, e := range s.Evidence {
			p.add(mark{Span: e, layer: evident, of: i, last: k == len(s.Evidence)-1})
		}
	}
	for _, t := range r.Tones {
		for _, e := range t.Evidence {
			p.add(mark{Span: e.Span, layer: coloured})
		}
	}
}

// add puts a mark down in each block that it touches.
func (p *report) add(m mark) {
	a := p.analysis.Article
	for i := p.blockFrom(m.Start); i < a.BlockCount(); i++ {
		b := a.Block(i).Span()
		if b.Start >= m.End {
			return
		}
		in := m
		in.Start, in.End = max(m.Start, b.Start), min(m.End, b.End)
		in.last = m.last && in.End == m.End
		if !in.Empty() {
			p.marks[i] = append(p.marks[i], in)
		}
	}
}

// blockFrom returns the index of the first block that ends behind an offset.
func (p *report) blockFrom(offset int) int {
	lo, hi := 0, p.analysis.Article.BlockCount()
	for lo < hi {
		if mid := (lo + hi) / 2; p.analysis.Article.Block(mid).Span().End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// line cuts a block where a mark starts or ends. Of quotes in quotes and names in
// names the innermost counts.
func (p *report) line(block int) []voice {
	span, ms := p.analysis.Article.Block(block).Span(), p.marks[block]
	slices.SortStableFunc(ms, func(a, b mark) int { return a.Compare(b.Span) })
	cuts := []int{span.Start, span.End}
	for _, m := range ms {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []voice
	var open []mark // the marks over the present piece, the innermost last
	quote, name := -1, -1
	for i := 1; i < len(cuts); i++ {
		piece := article.Span{Start: cuts[i-1], End: cuts[i]}
		open = slices.DeleteFunc(open, func(m mark) bool { return m.End <= piece.Start })
		for len(ms) > 0 && ms[0].Start <= piece.Start {
			open, ms = append(open, ms[0]), ms[1:]
		}
		look := p.look(piece, open)
		if i == 1 || look.quote != quote {
			quote, name = look.quote, -1
			out = append(out, voice{})
			if quote >= 0 {
				out[len(out)-1].Quote = p.quotes[quote]
			}
		}
		v := &out[len(out)-1]
		if look.name < 0 || look.name != name || look.fresh {
			w := words{Speaker: look.speaker, Pronoun: look.pronoun}
			if look.name >= 0 {
				w.Of = p.Subjects[look.name]
			}
			v.Words = append(v.Words, w)
		}
		name = look.name
		w := &v.Words[len(v.Words)-1]
		w.Inks = append(w.Inks, look.ink)
		for _, m := range open {
			if m.End != piece.End || !m.last {
				continue
			}
			switch m.layer {
			case quoted:
				v.Ends = append(v.Ends, p.quotes[m.of])
			case evident:
				w.show(p.Stances[m.of])
			}
		}
		if len(v.Ends) > 0 { // the numbers stand where the quote ends
			quote = -2
		}
		if len(w.Shows) > 0 {
			name = -1
		}
	}
	return out
}

// look is how a piece of text looks.
type look struct {
	quote, name    int // −1 for none
	speaker, fresh bool
	pronoun        bool
	ink            ink
}

func (p *report) look(piece article.Span, open []mark) look {
	l := look{quote: -1, name: -1, ink: ink{Text: plain(p.analysis.Article.Slice(piece)), Anchor: -1}}
	for _, m := range open {
		switch m.layer {
		case quoted:
			l.quote = m.of
		case named:
			l.name, l.speaker, l.pronoun, l.fresh = m.of, m.speaker, m.pronoun, m.Start == piece.Start
		case marked:
			l.ink.Marked = true
		case cued:
			l.ink.Cue = true
		case evident:
			l.ink.Evidence, l.ink.Anchor = true, piece.Start
		case coloured:
			l.ink.Anchor = piece.Start
		}
	}
	return l
}

// plain returns a piece of a line as it stands, without what would steer the page.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0:
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// clean returns words on one line, as plain does, and without blanks around them.
func clean(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

// byCount orders subjects by how often they are named.
func byCount(a, b *subject) int { return cmp.Compare(b.Count, a.Count) }
