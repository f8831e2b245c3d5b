package attribution

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// Gold is a labelled quote.
type Gold struct {
	Content  []article.Span
	Cue      article.Span // empty where there is none
	Speaker  article.Span // empty where there is none
	Entities []int        // entities that speak, in the list given to Learn

	// Lost says that an entity that speaks is not in the list: nothing is learned
	// from who speaks.
	Lost bool

	pieces []piece
	used   bool
}

// Lesson takes the choices of a story with the index of the right candidate.
type Lesson func(c *Choice, right int)

// Missed counts the right answers that no candidate stood for.
type Missed [Tasks]int

// teacher gives the right answers while a story is gone through.
type teacher struct {
	lesson Lesson
	missed *Missed
	quotes []Gold
}

func (t *teacher) record(c *Choice, gold int) int {
	i := c.Find(gold)
	if i < 0 {
		t.missed[c.Task]++
		return gold
	}
	if len(c.Values) > 1 {
		t.lesson(c, i)
	}
	return gold
}

// Learn goes through a labelled story and gives each choice that Find would make
// to lesson, as long as the choices before were right.
func Learn(a *article.Article, entities entity.List, gold []Gold, lesson Lesson, missed *Missed) {
	e := new(engine)
	e.teacher = &teacher{lesson: lesson, missed: missed, quotes: gold}
	e.choice.story = &e.story
	e.story.read(a, entities)
	e.story.findCues()
	e.teacher.align(&e.story)
	e.teachDrafts()
	e.findFloating()
	e.findSpeakers()
	e.findPersons()
}

// align makes token ranges of the labelled spans.
func (t *teacher) align(s *story) {
	for i := range t.quotes {
		g := &t.quotes[i]
		g.pieces = g.pieces[:0]
		for _, c := range g.Content {
			p, ok := s.pieceOf(c)
			if !ok {
				continue
			}
			if n := len(g.pieces); n > 0 && s.adjoin(g.pieces[n-1], p) {
				g.pieces[n-1].last = p.last
				continue
			}
			g.pieces = append(g.pieces, p)
		}
	}
}

// adjoin reports whether no word stands between two pieces in the same marks.
func (s *story) adjoin(a, b piece) bool {
	for i := a.last + 1; i < b.first; i++ {
		if s.tokens[i].isWord() {
			return false
		}
	}
	return a.last < b.first && s.tokens[a.last].segment == s.tokens[b.first].segment
}

// pieceOf returns the words in a span, false where it has none.
func (s *story) pieceOf(c article.Span) (piece, bool) {
	p := piece{-1, -1}
	lo, hi := 0, len(s.tokens)
	for lo < hi {
		if m := (lo + hi) / 2; s.tokens[m].end <= c.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for i := lo; i < len(s.tokens) && s.tokens[i].start < c.End; i++ {
		if s.tokens[i].isWord() {
			if p.first < 0 {
				p.first = i
			}
			p.last = i
		}
	}
	return p, p.first >= 0
}

// goldOf returns the labelled quote that a cue reports: the cue is the last
// candidate in the labelled words.
func (t *teacher) goldOf(s *story, k cue) *Gold {
	start, end := s.tokens[k.first].start, s.tokens[k.end-1].end
	for i := range t.quotes {
		g := &t.quotes[i]
		if g.used || g.Cue.Empty() || len(g.pieces) == 0 || start >= g.Cue.End || end <= g.Cue.Start {
			continue
		}
		later := false
		for j := int(k.end); j < len(s.tokens) && s.tokens[j].start < g.Cue.End; j++ {
			later = later || s.tokens[j].cue >= 0
		}
		if !later {
			return g
		}
	}
	return nil
}

// teachDrafts is findDrafts with the right answers.
func (e *engine) teachDrafts() {
	s := &e.story
	for i := range s.cues {
		d := s.domainOf(s.cues[i])
		g := e.teacher.goldOf(s, s.cues[i])
		e.listForms(&d)
		if g == nil {
			e.decide(int(formNone))
			continue
		}
		g.used = true
		f, front, behind, ok := goldForm(&d, g)
		if !ok {
			continue
		}
		e.decide(int(f))
		x := draft{cue: int32(i), form: f, domain: d, speaker: noWords, hearer: noWords, p: 1, gold: g}
		if f == formFront || f == formAround {
			e.listFrontEnds(&d, f)
			e.decide(front.last)
			e.listFrontStarts(&d, f, front.last)
			e.decide(front.first)
			// Some are left out, so that what to do with segments whose cue was
			// taken to report only what is behind it is learned too.
			if f == formFront || i%4 != 1 {
				x.pieces = append(x.pieces, front)
			}
		}
		if f == formBehind || f == formAround {
			e.listStarts(&d, f)
			e.decide(behind.first)
			if e.choice.Find(behind.first) >= 0 {
				e.listEnds(&d, f, behind.first)
				if j := e.choice.Find(behind.last); j < 0 && e.chained(behind) >= 0 {
					behind.last = e.chained(behind)
				}
				e.decide(behind.last)
			}
			x.pieces = append(x.pieces, behind)
		}
		e.drafts = append(e.drafts, x)
	}
}

// chained returns the last word of the segment that a piece begins in, for
// pieces that are labelled over several paragraphs; −1 where it begins in none.
func (e *engine) chained(p piece) int {
	s := &e.story
	if g := s.below(p.first, -1); g >= 0 && s.lastWord(g) < p.last {
		return s.lastWord(g)
	}
	return -1
}

// goldForm returns the form of a labelled quote, and its pieces next to the cue.
func goldForm(d *domain, g *Gold) (f form, front, behind piece, ok bool) {
	a, b := int(d.cue.first), int(d.cue.end)
	front, behind = noWords, noWords
	for _, p := range g.pieces {
		switch {
		case p.last < a:
			front = p
		case p.first >= b && !behind.known():
			behind = p
		case p.first < a && p.last >= b:
			return formNone, front, behind, false
		}
	}
	switch {
	case front.known() && behind.known() && behind.first < d.end:
		return formAround, front, behind, true
	case front.known():
		return formFront, front, noWords, true
	case behind.known():
		return formBehind, noWords, behind, true
	}
	return formNone, front, behind, false
}

// goldFloat returns what a segment is by the labels, and the draft that it
// belongs to.
func (e *engine) goldFloat(p piece, next int) (int, int) {
	if e.teacher == nil {
		return none, -1
	}
	g := e.goldAt(p)
	if g == nil {
		return floatDrop, -1
	}
	for i := range e.drafts {
		if e.drafts[i].gold == g {
			if i == next {
				return floatNext, i
			}
			return floatJoin, i
		}
	}
	return floatAlone, -1
}

// goldAt returns the labelled quote of which a segment is a piece.
func (e *engine) goldAt(p piece) *Gold {
	if e.teacher == nil {
		return nil
	}
	for i := range e.teacher.quotes {
		g := &e.teacher.quotes[i]
		for _, q := range g.pieces {
			if q.first <= p.first && p.last <= q.last && (g.Cue.Empty() || g.used) {
				return g
			}
		}
	}
	return nil
}

// goldSpeaker returns the labelled speaker's words.
func (d *draft) goldSpeaker(e *engine) piece {
	if d.gold == nil || d.gold.Speaker.Empty() {
		return noWords
	}
	if p, ok := e.story.pieceOf(d.gold.Speaker); ok {
		return p
	}
	return noWords
}
