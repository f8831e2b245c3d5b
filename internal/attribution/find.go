package attribution

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
)

// quotes makes the results of the drafts, in order of their content.
func (e *engine) quotes() []Quote {
	s := &e.story
	if len(e.drafts) == 0 {
		return nil
	}
	out := make([]Quote, 0, len(e.drafts))
	for i := range e.drafts {
		d := &e.drafts[i]
		var signs trustSigns
		e.trustSigns(d, &signs)
		right := e.model.right(&signs, d)
		least := 2 * e.model.LeastLikely // of the sum of two probabilities; the second is asked for only where it decides
		if !e.trace && !d.turn && right < least && right+e.model.contentRight(&signs, d) < least {
			continue // turns of a transcript are given, be they ever so short
		}
		q := Quote{Parent: -1, Confidence: right, Content: s.spans(d.pieces, d.turn)}
		if e.trace {
			q.Trace = &Trace{Signs: slices.Clone(signs[:]), Persons: d.options}
		}
		q.Marked = s.marked(d.pieces)
		if d.cue >= 0 {
			q.Cue, q.Class, q.Negated = s.cueSpan(d), d.domain.cue.class, s.negated(d.domain)
		}
		if d.speaker.known() {
			q.Speaker.Words = article.Span{Start: s.tokens[d.speaker.first].start, End: s.tokens[d.speaker.last].end}
		}
		q.Speaker.Entities = slices.Clone(d.who)
		if h := e.hearer(d); h.known() {
			q.Addressee.Words = article.Span{Start: s.tokens[h.first].start, End: s.tokens[h.last].end}
			for j := h.last; j >= h.first; j-- {
				if x := s.tokens[j].entity; x >= 0 {
					q.Addressee.Entities = []int{int(x)}
					break
				}
			}
		}
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b Quote) int { return a.Content[0].Compare(b.Content[0]) })
	parents(out)
	return out
}

// spans makes byte ranges of pieces: a stop, a bracket or a currency sign that
// belongs to a word at an end is taken in; pieces that follow each other without
// a word between are joined. A full stop outside of marks belongs to the story,
// unless stops is set.
func (s *story) spans(pieces []piece, stops bool) []article.Span {
	out := make([]article.Span, 0, len(pieces))
	for _, p := range pieces {
		sp := article.Span{Start: s.tokens[p.first].start, End: s.tokens[p.last].end}
		g := s.tokens[p.first].segment
		for i := p.first - 1; i >= 0 && s.tokens[i].end == sp.Start && s.tokens[i].segment == g && s.tokens[i].sentence == s.tokens[p.first].sentence; i-- {
			if c := s.tokens[i].class; c != classOpenBracket && c != classOtherMark && c != classPeriod {
				break
			}
			sp.Start = s.tokens[i].start
		}
		// The stop of a sentence in marks, and what closes a bracket.
		g = s.tokens[p.last].segment
		for i := p.last + 1; i < len(s.tokens) && s.tokens[i].end > sp.End && s.tokens[i].segment == g && !s.tokens[i].isWord(); i++ {
			c := s.tokens[i].class
			if c == classCloseBracket || (c == classQuestion || c == classPeriod) && (stops || g >= 0 && i+1 == int(s.behind[g])) {
				sp.End = s.tokens[i].end
			} else if c == classQuestion && i == p.last+1 {
				sp.End = s.tokens[i].end
			} else {
				break
			}
		}
		if n := len(out); n > 0 && sp.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, sp.End)
			continue
		}
		out = append(out, sp)
	}
	return out
}

// marked tells how much of the pieces stands in quotation marks.
func (s *story) marked(pieces []piece) int {
	in, outside := false, false
	for _, p := range pieces {
		in = in || s.wordsIn[p.last+1] > s.wordsIn[p.first]
		outside = outside || s.wordsOut[p.last+1] > s.wordsOut[p.first]
	}
	switch {
	case in && !outside:
		return 2
	case in:
		return 1
	}
	return 0
}

// cueSpan is the cue with the words that make it one: "expressed skepticism",
// "called on", "was quoted as saying".
func (s *story) cueSpan(d *draft) article.Span {
	c := d.domain.cue
	a, b := int(c.first), int(c.end)
	// The verb of a noun: "expressed grave concern".
	if c.kind == cueNoun || c.kind == cueBoth {
		for i := a - 1; i >= d.domain.first && a-i <= 3; i-- {
			t := &s.tokens[i]
			if t.cue >= 0 && s.cues[t.cue].kind <= cueBoth && !d.holds(i) {
				a = i
				break
			}
			if t.class != classNone && t.class != classDeterminer || t.entity >= 0 || t.is(capital) {
				break
			}
		}
	}
	// The noun of a verb: "expressed grave concern that".
	if c.kind == cueVerb && d.form == formBehind {
		for i := b; i < d.domain.end && i < b+3 && !d.holds(i); i++ {
			t := &s.tokens[i]
			if t.cue >= 0 && s.cues[t.cue].kind == cueNoun && s.around(i+1, d.domain.first, d.domain.end).form == formThat {
				b = i + 1
				break
			}
			if t.class != classNone && t.class != classDeterminer || t.entity >= 0 {
				break
			}
		}
	}
	// "was quoted as saying".
	if a-2 >= d.domain.first && s.tokens[a-1].form == formAs && s.tokens[a-2].cue >= 0 {
		if a -= 2; a > d.domain.first && s.tokens[a-1].class == classBe {
			a--
		}
	}
	// The preposition that the verb asks for, and that the content does not take.
	if b < d.domain.end && b-a == 1 && c.kind <= cueBoth && s.tokens[b].class == classPreposition && !d.holds(b) && d.holds(b+1) {
		b++
	} else if b+1 < d.domain.end && s.tokens[b].form == formOn && !d.holds(b) && d.form == formBehind && s.startsWithTo(d) {
		b++
	}
	return article.Span{Start: s.tokens[a].start, End: s.tokens[b-1].end}
}

// startsWithTo reports whether the content is an infinitive: "called on Iran to
// stop".
func (s *story) startsWithTo(d *draft) bool {
	return s.tokens[d.pieces[0].first].form == formTo
}

// negated reports whether a cue is denied: "did not say", "never said".
func (s *story) negated(d domain) bool {
	for i := int(d.cue.first) - 1; i >= d.first && int(d.cue.first)-i <= 4; i-- {
		switch s.tokens[i].class {
		case classNegation:
			return true
		case classDo, classHave, classModal, classAdverb, classBe:
		default:
			return false
		}
	}
	return false
}

// hearer finds the words that name whom the speaker speaks to: "told reporters".
func (e *engine) hearer(d *draft) piece {
	s := &e.story
	if d.cue < 0 || d.domain.cue.kind > cueBoth {
		return noWords
	}
	c := d.domain.cue
	i, end := int(c.end), d.domain.end
	called := i < end && s.tokens[i].form == formOn && d.form == formBehind && s.startsWithTo(d)
	if c.addressee != "object" && !called {
		if c.addressee != "to" || i >= end || s.tokens[i].form != formTo {
			return noWords
		}
		i++
	}
	if i < end && s.tokens[i].form == formOn && s.startsWithTo(d) {
		i++
	}
	first := i
	for ; i < end && i-first < 10; i++ {
		t := &s.tokens[i]
		if d.holds(i) || d.speaker.has(i) || t.form == formThat && i > first {
			break
		}
		if t.class >= classComma && t.class != classNumber || t.class == classTo || t.class == classSubordinator || t.class == classWh || t.class == classDay ||
			t.class == classPreposition && (t.form != formOf || i == first) || t.class == classAdverb && i > first || t.cue >= 0 && i > first && t.entity < 0 {
			break
		}
	}
	if i == first || !s.tokens[i-1].isWord() || s.tokens[first].form == formThat {
		return noWords
	}
	if d.speaker.known() && d.speaker.first >= first && d.speaker.first < i {
		return noWords
	}
	return piece{first, i - 1}
}

// parents sets the parent of each quote: the shortest one whose content holds
// its cue, or its content where it has none.
func parents(quotes []Quote) {
	for i := range quotes {
		best := -1
		for j := i; j >= 0 && j > i-40; j-- {
			if j == i {
				continue
			}
			if inside(quotes[i], quotes[j]) && (best < 0 || total(quotes[j]) < total(quotes[best])) {
				best = j
			}
		}
		for j := i + 1; j < len(quotes) && j < i+4 && quotes[j].Content[0].Start == quotes[i].Content[0].Start; j++ {
			if inside(quotes[i], quotes[j]) && (best < 0 || total(quotes[j]) < total(quotes[best])) {
				best = j
			}
		}
		quotes[i].Parent = best
	}
}

func inside(a, b Quote) bool {
	s := a.Cue
	if s.Empty() {
		s = a.Content[0]
	}
	for _, c := range b.Content {
		if c.Contains(s) && total(b) > total(a) {
			return true
		}
	}
	return false
}

func total(q Quote) int {
	n := 0
	for _, c := range q.Content {
		n += c.Len()
	}
	return n
}
