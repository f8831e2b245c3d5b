package attribution

import "slices"

// What a segment in marks is that no cue claims.
const (
	floatDrop  = iota // a title, a nickname, a term, a scare quote
	floatJoin         // the speaker before goes on
	floatAlone        // speech whose cue is missing
	floatNext         // what the cue behind it reports, too
	floatKinds = iota
)

// findFloating decides what the segments are that no draft covers, in order of
// the text.
func (e *engine) findFloating() {
	s := &e.story
	slices.SortStableFunc(e.drafts, func(a, b draft) int { return a.at() - b.at() })
	e.cover()
	e.followRuns()
	next, known := 0, len(e.drafts) // next is the first draft that begins behind the segment
	last := -1
	for g := range s.segments {
		x := s.segments[g]
		if x.Parent >= 0 || s.within[g] >= s.behind[g] || e.covered[g] >= 0 {
			if x.Parent < 0 && e.covered[g] >= 0 {
				last = e.latest(last, int(e.covered[g]))
			}
			continue
		}
		first, end := s.firstWord(int32(g)), s.lastWord(int32(g))
		if !s.tokens[first].isWord() || first > end {
			continue
		}
		for next < known && e.drafts[next].at() < first {
			// Nested speech does not go on in a segment of its own.
			if d := &e.drafts[next]; d.domain.root < 0 {
				last = e.latest(last, next)
			}
			next++
		}
		behind := -1 // the draft that next stands for, if its cue is in the same sentence
		if next < known && e.drafts[next].domain.root < 0 && e.drafts[next].domain.first <= end && e.drafts[next].cue >= 0 {
			behind = next
		}
		e.listFloating(int32(g), last, behind)
		gold, target := e.goldFloat(piece{first, end}, behind)
		e.steps = steps{}
		switch k := e.decide(gold); k {
		case floatJoin, floatNext:
			switch {
			case target >= 0:
			case k == floatNext:
				target = behind
			default:
				target = last
			}
			if target < 0 {
				continue
			}
			e.covered[g], last = int32(target), target
			e.drafts[target].add(piece{first, end})
		case floatAlone:
			d := draft{cue: -1, speaker: noWords, hearer: noWords, p: e.steps.product(), steps: e.steps, pieces: []piece{{first, end}}}
			d.gold = e.goldAt(piece{first, end})
			d.domain = s.floatDomain(int32(g))
			last = len(e.drafts)
			e.covered[g] = int32(last)
			e.drafts = append(e.drafts, d)
		}
	}
	slices.SortStableFunc(e.drafts, func(a, b draft) int { return a.at() - b.at() })
}

// latest returns which of two drafts words that follow go on with: the one whose
// cue stands further behind, but not one that only tells that the other was said:
// "…," said Stone, the paper reported. "…"
func (e *engine) latest(a, b int) int {
	if a < 0 {
		return b
	}
	x, y := &e.drafts[a], &e.drafts[b]
	if y.at() < x.at() || y.holds(x.at()) && e.story.marked(x.pieces) == 2 {
		return a
	}
	return b
}

// cover notes for each segment which draft claims words of it.
func (e *engine) cover() {
	s := &e.story
	e.covered = grow(e.covered, len(s.segments))
	for g := range e.covered {
		e.covered[g] = -1
	}
	for i := range e.drafts {
		d := &e.drafts[i]
		for _, p := range d.pieces {
			e.coverPiece(p, i, d.domain.root)
		}
	}
}

// maxOthers bounds how many segments of other drafts are passed over.
const maxOthers = 64

// coverPiece notes that a draft claims the segments around and in a piece. What
// somebody quotes in marks that are another's words claims no part of those:
// root is the segment that its cue stands in.
func (e *engine) coverPiece(p piece, draft int, root int32) {
	s := &e.story
	for g := s.tokens[p.first].segment; g >= 0 && g != root; g = int32(s.segments[g].Parent) {
		if e.covered[g] < 0 {
			e.covered[g] = int32(draft)
		}
	}
	lo, hi := 0, len(s.segments)
	for lo < hi {
		if m := (lo + hi) / 2; int(s.within[m]) <= p.first {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for others := 0; lo < len(s.segments) && int(s.within[lo]) <= p.last && others < maxOthers; lo++ {
		if e.covered[lo] < 0 {
			e.covered[lo] = int32(draft)
		} else {
			others++
		}
	}
}

// followRuns gives the paragraphs of a long quotation, each with its opening
// mark, to the draft that claims one of them.
func (e *engine) followRuns() {
	s := &e.story
	for g := 0; g+1 < len(s.segments); g++ {
		if s.segments[g].Runs && e.covered[g] >= 0 && e.covered[g+1] == -1 && s.segments[g+1].Parent < 0 {
			e.extend(int(e.covered[g]), int32(g+1))
		}
	}
	for g := len(s.segments) - 1; g > 0; g-- {
		if s.segments[g-1].Runs && e.covered[g] >= 0 && e.covered[g-1] == -1 && s.segments[g].Parent < 0 && s.segments[g-1].Parent < 0 && !e.follows(g-1) {
			e.extend(int(e.covered[g]), int32(g-1))
		}
	}
	for i := range e.drafts {
		slices.SortFunc(e.drafts[i].pieces, func(a, b piece) int { return a.first - b.first })
	}
}

// follows reports whether a draft before a segment has its cue in the same
// paragraph: "…," she said. "The segment", which is hers though its paragraphs
// run on to one with a cue of its own.
func (e *engine) follows(g int) bool {
	s := &e.story
	for n := g - 1; n >= 0 && s.segments[n].Block >= s.segments[g].Block-1; n-- {
		if d := e.covered[n]; d >= 0 && e.drafts[d].cue >= 0 && e.drafts[d].at() < int(s.within[g]) {
			return true
		}
	}
	return false
}

func (e *engine) extend(draft int, g int32) {
	s := &e.story
	if s.within[g] >= s.behind[g] {
		return
	}
	first, last := s.firstWord(g), s.lastWord(g)
	if !s.tokens[first].isWord() || first > last {
		return
	}
	e.covered[g] = int32(draft)
	e.drafts[draft].pieces = append(e.drafts[draft].pieces, piece{first, last})
}

// floatDomain is where the speaker of a quote without cue may be named: the
// sentence that the segment begins in and the one before.
func (s *story) floatDomain(g int32) domain {
	i := s.sentences[s.tokens[s.within[g]].sentence]
	d := domain{cue: cue{first: s.within[g], end: s.within[g], kind: cueColon}, root: -1, first: int(i.first), end: int(i.end), rightmost: -1, front: -1, behind: -1, kind: i.kind}
	d.frame = frame{subject: -1, complement: -1, object: -1, agent: -1}
	d.left = d.first
	if n := s.tokens[s.within[g]].sentence; n > 0 {
		d.left = int(s.sentences[n-1].first)
	}
	return d
}

// listFloating lists what a segment may be; last is the draft before it, next the
// one behind it in the same sentence.
func (e *engine) listFloating(g int32, last, next int) {
	s, c := &e.story, &e.choice
	c.begin(TaskFloat, int(s.within[g]))
	x := s.segments[g]
	a, b := int(s.within[g]), int(s.behind[g])
	sent := s.sentences[s.tokens[a].sentence]
	kind := uint64(sent.kind)
	p1, p2 := s.around(a-2, int(sent.first), len(s.tokens)), s.around(a-3, int(sent.first), len(s.tokens))
	n1 := s.around(b+1, 0, len(s.tokens))
	if !x.Closed() {
		n1 = s.around(b, 0, len(s.tokens))
	}
	if n1.segment < 0 && n1.class != classOutside && s.sentences[n1.sentence].block != int32(x.Block) {
		n1 = &noWord
	}
	lastClass := s.before(b - 1)
	full := flag(s.fullSegment(g))
	length := bucket(b - a)
	opensSentence := flag(p1.class == classOutside)
	cap := flag(s.tokens[a].is(capital))
	c.add3(2, opensSentence, full, uint64(lastClass))
	c.add3(3, uint64(p1.class), uint64(n1.class), full)
	c.add3(4, uint64(p1.form), cap, full)
	c.add3(5, uint64(p1.class), uint64(p2.class), cap)
	c.add2(7, uint64(s.tokens[a].form), opensSentence)
	c.add3(8, uint64(s.tokens[a].class), opensSentence, length)
	c.add2(9, uint64(n1.form), uint64(lastClass))
	c.add3(10, flag(x.Closed()), flag(x.Runs), opensSentence)
	c.add2(11, uint64(p1.form), uint64(p2.form))
	if last >= 0 {
		d := &e.drafts[last]
		gap := x.Block - int(s.sentences[s.tokens[d.at()].sentence].block)
		after := flag(d.at() < a)
		inMarks := flag(s.below(d.end()-1, -1) >= 0)
		c.add3(12, bucket(gap), opensSentence, full)
		c.add3(13, bucket(gap), inMarks, full<<1|opensSentence)
		near := a - max(d.end(), int(d.domain.cue.end))
		c.add3(14, bucket(near), bucket(gap), full)
		c.add3(15, bucket(near), uint64(p1.class), inMarks)
		sentences := int(s.tokens[a].sentence - s.tokens[max(d.end()-1, int(d.domain.cue.first))].sentence)
		c.add3(16, bucket(sentences), inMarks, opensSentence<<1|full)
		c.add3(17, bucket(sentences), uint64(d.form)<<1|after, opensSentence)
		c.add3(18, bucket(sentences), bucket(gap), uint64(d.domain.cue.kind))
		c.add3(19, uint64(d.domain.kind), kind, bucket(gap))
	} else {
		c.add2(20, kind, full)
	}
	gap, side := uint64(0), uint64(0)
	if next >= 0 {
		d := &e.drafts[next]
		gap, side = bucket(d.at()-b), 1+uint64(d.form)
		c.add3(24, gap, full, uint64(lastClass))
		c.add3(25, gap, uint64(n1.class), flag(d.pieces[0].first < a))
	}
	c.add3(23, gap, side, opensSentence)
	// The same words stand elsewhere: an echo of the headline, a pull quote.
	c.add2(21, flag(s.hasVerb(a, b)), length)
	c.add3(22, flag(s.firstPerson(a, b)), length, opensSentence)
	c.classes(floatKinds)
}

// hasVerb reports whether a form of be, have, do or a modal stands in a range.
func (s *story) hasVerb(a, b int) bool {
	for i := a; i < b && i < a+40; i++ {
		if k := s.tokens[i].class; k >= classBe && k <= classModal || k == classClitic {
			return true
		}
	}
	return false
}

// firstPerson reports whether somebody speaks of himself in a range.
func (s *story) firstPerson(a, b int) bool {
	for i := a; i < b && i < a+60; i++ {
		switch s.tokens[i].form {
		case formI, formWe, formMy, formOur:
			return true
		}
	}
	return false
}
