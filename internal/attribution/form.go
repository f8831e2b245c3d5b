package attribution

import "github.com/seed05c9d22b/newstext/article"

// Form says on which side of a cue its content stands.
type form int

const (
	formNone    form = iota // the word does not report
	formBehind              // She said the deal was off.
	formFront               // The deal was off, she said.
	formAround              // The deal, she said, was off.
	formClasses = iota
)

// domain is where the content of a cue may stand: its sentence, or the part of
// it that is in the same quotation marks, and the segments that begin or end in
// it.
type domain struct {
	cue         cue
	root        int32 // the segment that holds the cue, −1 where none does
	first, end  int   // the sentence
	left        int   // the first token that content may begin with
	rightmost   int32 // a segment that begins in the sentence, or behind its colon, and ends beyond it; −1
	front       int32 // the last segment that ends before the cue, −1
	behind      int32 // the first segment that begins behind it, −1
	kind        article.Kind
	frame       frame
	nextLeads   bool // rightmost begins the next block
	frontRight  int  // first token behind the front segment's closing mark
	behindStart int  // first token of the behind segment
}

// below returns the segment around token i that lies directly in root, −1 where
// there is none.
func (s *story) below(i int, root int32) int32 {
	g := s.tokens[i].segment
	for g >= 0 && int32(s.segments[g].Parent) != root {
		g = int32(s.segments[g].Parent)
	}
	return g
}

// domainOf lays out where the content of a cue may be.
func (s *story) domainOf(c cue) domain {
	t := &s.tokens[c.first]
	x := s.sentences[t.sentence]
	d := domain{cue: c, root: t.segment, first: int(x.first), end: int(x.end), rightmost: -1, front: -1, behind: -1, kind: x.kind}
	if d.root >= 0 {
		d.first, d.end = max(d.first, int(s.within[d.root])), min(d.end, int(s.behind[d.root]))
		d.left = d.first
	} else {
		d.left = s.leftOf(d, x)
	}
	d.frame = s.frameOf(int(c.end)-1, int(x.first), int(x.end))
	if d.end > int(c.end) {
		if g := s.below(d.end-1, d.root); g >= 0 && s.within[g] > c.first && int(s.behind[g]) > d.end {
			d.rightmost = g
		}
	}
	for i := int(c.first) - 1; i >= d.left && int(c.first)-i <= maxFront; i-- {
		if s.tokens[i].class == classCloseMark {
			if i > 0 {
				d.front, d.frontRight = s.below(i-1, d.root), i+1
			}
			break
		}
	}
	for i := int(c.end); i < d.end && i < int(c.end)+maxStart; i++ {
		if g := s.below(i, d.root); g >= 0 {
			d.behind, d.behindStart = g, int(s.within[g])
			break
		}
	}
	if d.root < 0 && d.rightmost < 0 && d.behind < 0 {
		s.leadsOn(&d, x)
	}
	return d
}

// leftOf finds where the text that belongs to a sentence begins: segments that
// reach into it, or end right before it, belong to it.
func (s *story) leftOf(d domain, x sentence) int {
	if g := s.below(d.first, -1); g >= 0 && int(s.within[g]) < d.first {
		return int(s.within[g])
	}
	prev := d.first - 1
	if prev <= 0 || s.sentences[s.tokens[prev].sentence].block != x.block {
		return d.first
	}
	if c := s.tokens[prev].class; c == classCloseMark || s.tokens[d.first].class == classCloseMark {
		if s.tokens[d.first].class == classCloseMark {
			prev = d.first
		}
		if !s.tokens[d.first].is(capital) || int(d.cue.first)-d.first <= 5 {
			if g := s.below(prev-1, -1); g >= 0 {
				return int(s.within[g])
			}
		}
	}
	return d.first
}

// leadsOn finds the segment that a sentence leads on to, though it has ended: a
// colon at its end, a mark at the start of the next sentence.
func (s *story) leadsOn(d *domain, x sentence) {
	if d.end >= len(s.tokens) || d.end-int(d.cue.end) > 8 {
		return
	}
	next := &s.tokens[d.end]
	if next.class != classOpenMark || s.sentences[next.sentence].block > x.block+2 {
		return
	}
	last := s.tokens[d.end-1].class
	if d.cue.kind != cueColon && last != classColon && last != classComma && last == classPeriod {
		return
	}
	if d.end+1 < len(s.tokens) {
		if g := s.below(d.end+1, -1); g >= 0 && int(s.within[g]) == d.end+1 {
			d.rightmost, d.nextLeads = g, true
			d.behind, d.behindStart = g, d.end+1
		}
	}
}

// listForms lists the forms of a cue with their features.
func (e *engine) listForms(d *domain) {
	s, c := &e.story, &e.choice
	k := d.cue
	c.begin(TaskForm, int(d.cue.first))
	a, b := int(k.first), int(k.end)
	at := func(i int) *token { return s.around(i, d.first, d.end) }
	t := &s.tokens[a]
	p1, p2 := at(a-1), at(a-2)
	n1, n2, n3 := at(b), at(b+1), at(b+2)
	lemma, form, kind := uint64(k.lemma), uint64(t.form), uint64(k.kind)
	c.add(1, lemma)
	c.add(2, form)
	c.add2(4, lemma, uint64(p1.form))
	c.add2(5, lemma, uint64(n1.form))
	c.add2(6, lemma, uint64(p1.class))
	c.add2(7, lemma, uint64(n1.class))
	c.add2(9, kind, uint64(n1.form))
	c.add2(15, kind, uint64(n2.form))
	c.add3(16, kind, uint64(shapeOf(p1)), uint64(shapeOf(n1)))
	c.add2(17, lemma, flag(d.front >= 0)<<1|flag(d.behind >= 0))
	c.add2(18, kind, flag(d.root >= 0)<<8|uint64(d.kind))
	c.add2(19, lemma, uint64(d.kind))
	if d.front >= 0 {
		c.add3(20, kind, bucket(a-d.frontRight), uint64(s.before(d.frontRight-2)))
		c.add3(21, form, bucket(a-d.frontRight), flag(s.fullSegment(d.front)))
	}
	if d.behind >= 0 {
		c.add3(22, kind, bucket(d.behindStart-b), uint64(s.before(d.behindStart-2)))
	}
	// Where in its sentence the cue stands, and whether the sentence ends there.
	c.add3(24, kind, bucket(a-d.first), bucket(d.end-b))
	c.add2(25, lemma, bucket(d.end-b))
	c.add3(27, kind, uint64(n1.class), bucket(d.end-b))
	// The last comma before and the first "that", "to", comma, mark behind.
	comma := 0
	for i := a - 1; i >= d.first && a-i < 30; i-- {
		if s.tokens[i].class == classComma {
			comma = a - i
			break
		}
	}
	c.add3(28, kind, bucket(comma), flag(p1.is(capital)))
	c.add2(29, lemma, bucket(comma))
	that := 0
	for i := b; i < d.end && i < b+8; i++ {
		if s.tokens[i].form == formThat {
			that = i - b + 1
			break
		}
	}
	c.add3(30, lemma, bucket(that), 0)
	c.add3(31, kind, bucket(that), uint64(n1.class))
	// A subordinator or participle opens the sentence: "As he said, …".
	c.add2(32, kind, uint64(at(d.first).form))
	c.add3(33, uint64(p2.form), uint64(p1.form), lemma)
	c.add3(34, uint64(n1.form), uint64(n2.form), lemma)
	c.add3(36, uint64(n1.class), uint64(n2.class), uint64(n3.class)<<8|kind)
	if len(k.class) > 0 {
		c.add3(37, uint64(k.classForm), flag(k.that), flag(k.direct))
	}
	c.add2(39, kind, suffix(s.text[t.start:t.end]))
	c.add2(50, lemma, n1.sort())
	c.add2(51, lemma, p1.sort())
	c.add3(52, kind, n1.sort(), n2.sort())
	c.add2(55, lemma, uint64(t.pos))
	c.add3(56, lemma, uint64(t.pos), n1.sort())
	c.add3(58, t.sort(), n1.sort(), n2.sort())
	c.add3(62, lemma, n1.near(), 0)
	// A clause with a verb of its own behind the cue, or before it.
	finite := s.nextFinite(b, d.end)
	c.add3(65, lemma, bucket(finite), flag(d.behind >= 0))
	c.add3(66, kind, bucket(finite), uint64(n1.class))
	c.add3(67, uint64(t.pos), bucket(finite), bucket(comma))
	// How the clause of the cue begins.
	opener := at(s.opener(a, d.first))
	c.add3(68, uint64(opener.form), kind, uint64(t.pos))
	c.add3(69, opener.sort(), lemma, uint64(t.pos))
	f := d.frame
	side := uint64(0)
	if f.complement >= 0 {
		side = 1 + flag(f.complement > a)
	}
	rel := s.relation(b - 1)
	c.add3(70, rel, s.relation(f.complement), side)
	c.add3(71, lemma, s.relation(f.complement), side)
	if f.subject >= 0 {
		c.add2(77, lemma, uint64(s.tokens[f.subject].form))
	}
	if f.subject >= 0 {
		who := s.actor(&s.tokens[f.subject])
		c.add3(90, lemma, who, side)
		c.add3(91, kind, who, s.relation(f.complement))
		if len(k.class) > 0 {
			c.add3(92, uint64(k.classForm), who, uint64(n1.class))
		}
	}
	// The clause of the cue is all that follows a comma, or all that precedes one.
	tail := uint64(0)
	if f.subject >= 0 && !f.inherited {
		if at := a - comma; comma > 0 && f.subject > at && finite == maxFinite {
			tail = 1
		} else if n1.class == classComma || n1.class == classOutside || !n1.isWord() && n2.class == classOutside {
			tail = 2
		}
	}
	c.add3(93, tail, lemma, flag(d.front >= 0)<<1|flag(d.behind >= 0))
	c.add3(94, tail, uint64(t.pos), bucket(d.end-b))
	c.add3(95, tail, uint64(n1.class), kind)
	// In the marks of another's words few words report.
	if d.root >= 0 {
		c.add2(80, lemma, uint64(t.pos))
		c.add3(81, kind, uint64(p1.form), flag(d.behind >= 0))
		c.add3(82, kind, side, s.relation(f.complement))
		c.add3(83, lemma, uint64(p1.form), flag(d.behind >= 0))
		c.add3(84, uint64(t.pos), uint64(n1.form), bucket(finite))
		if f.subject >= 0 {
			c.add3(85, kind, uint64(s.tokens[f.subject].form), side)
			c.add2(86, s.tokens[f.subject].sort(), uint64(t.pos))
		}
	}
	if len(k.class) > 0 {
		c.add3(87, uint64(k.classForm), flag(f.object >= 0)<<1|flag(d.behind >= 0), s.relation(f.complement))
	}
	if lastCue := s.cueBefore(a, d.first); lastCue >= 0 {
		l := s.cues[lastCue]
		c.add3(43, lemma, uint64(l.lemma), 0)
		c.add3(88, kind, uint64(l.lemma), bucket(a-int(l.end)))
		c.add3(89, kind, uint64(l.lemma), uint64(n1.form))
	}
	c.classes(formClasses)
}

// maxFinite is how far a finite verb is sought.
const maxFinite = 15

// nextFinite returns how far behind token i the next finite verb stands, maxFinite
// where none is near.
func (s *story) nextFinite(i, end int) int {
	for n := 0; n < maxFinite && i+n < end; n++ {
		if s.tokens[i+n].finite() {
			return n
		}
	}
	return maxFinite
}

// opener returns the token that begins the clause of token i: behind the last
// comma or dash before it, or the first of the sentence.
func (s *story) opener(i, first int) int {
	for n := 0; n < 30 && i > first; n++ {
		switch s.tokens[i-1].class {
		case classComma, classDash, classSemicolon, classColon, classOpenBracket, classCloseMark:
			return i
		}
		i--
	}
	return i
}

// before returns the class of token i, or outside.
func (s *story) before(i int) class {
	if i < 0 || i >= len(s.tokens) {
		return classOutside
	}
	return s.tokens[i].class
}

// fullSegment reports whether a segment reads as a sentence: it begins with a
// capital and ends with a mark of a sentence, or a comma.
func (s *story) fullSegment(g int32) bool {
	a, b := s.within[g], s.behind[g]
	if a >= b {
		return false
	}
	switch s.tokens[b-1].class {
	case classPeriod, classQuestion, classComma, classDash:
		return s.tokens[a].is(capital) || !s.tokens[a].isWord()
	}
	return false
}

// cueBefore returns the last candidate cue before the one at token i, −1 where the
// range has none that is near.
func (s *story) cueBefore(i, first int) int32 {
	last := s.tokens[i].cue - 1
	if last >= 0 && int(s.cues[last].first) >= max(first, i-maxCueBefore) {
		return last
	}
	return -1
}

// maxCueBefore is how many tokens before a cue another is looked for.
const maxCueBefore = 40

func shapeOf(t *token) uint64 { return uint64(t.shape &^ (spaced | reports)) }
