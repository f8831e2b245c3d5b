package attribution

// piece is a range of tokens that is said: first and last, both words.
type piece struct{ first, last int }

const (
	maxStart = 32 // words behind the cue among which the start is sought
	maxEnd   = 70 // words behind the start among which the end is sought
	maxFront = 40 // words before the cue among which content may end
	maxBack  = 90 // words before its end among which it may start
)

// listStarts lists the words behind the cue that content may begin with.
func (e *engine) listStarts(d *domain, f form) {
	s, c := &e.story, &e.choice
	c.begin(TaskStart, int(d.cue.first))
	k := d.cue
	b := int(k.end)
	limit := min(d.end, b+maxStart)
	lemma, kind := uint64(k.lemma), uint64(k.kind)<<2|uint64(f)
	commas, thats, marks, verbs := 0, 0, 0, 0
	var between, sorts uint64 // the classes of the words that are skipped
	order := s.infinitive(b, limit)
	for i := b; i < limit; i++ {
		t := &s.tokens[i]
		p := s.around(i-1, d.first, d.end)
		if t.isWord() && !p.leadsIn() && (i == b || s.arcs[i-1].leans != onNoun || t.entity >= 0 && t.entity != p.entity) {
			n, p2 := s.around(i+1, d.first, d.end), s.around(i-2, d.first, d.end)
			dist := bucket(i - b)
			c.add2(1, dist, kind)
			c.add3(2, dist, lemma, uint64(f))
			c.add3(3, uint64(p.form), kind, flag(i == b))
			c.add2(4, uint64(p.form), lemma)
			c.add2(5, uint64(t.form), kind)
			c.add2(6, uint64(t.form), lemma)
			c.add3(8, uint64(p.class), dist, kind)
			c.add3(9, uint64(p.class), dist, lemma)
			c.add3(10, uint64(p.class), uint64(t.class), uint64(n.class))
			c.add3(11, uint64(t.class), shapeOf(t), uint64(p.class))
			c.add3(12, uint64(thats), uint64(p.class), kind)
			c.add3(13, uint64(marks), uint64(p.class), kind)
			c.add3(14, uint64(commas), uint64(p.class), kind)
			if i-b <= 6 {
				c.add2(17, between, kind)
				c.add2(18, between, lemma)
				c.add3(19, between, uint64(t.class), lemma)
			}
			// "urged drivers to stop": what the hearer is to do.
			todo := uint64(0)
			switch {
			case order < 0:
			case i == order:
				todo = 1
			case i < order:
				todo = 2
			default:
				todo = 3
			}
			c.add3(44, todo, flag(k.addressee == "object"), kind)
			c.add3(45, todo, lemma, uint64(t.pos))
			// What comes before: what is still to come.
			c.add3(20, flag(d.behind >= 0 && d.behindStart > i), flag(p.class == classOpenMark), kind)
			c.add3(21, uint64(p.class), suffix(s.text[t.start:t.end]), kind)
			c.add3(22, uint64(verbs), uint64(p.class), kind)
			c.add3(34, p2.sort(), p.sort(), t.sort()^kind)
			c.add3(35, bucket(s.nextFinite(i, d.end)), uint64(p.class), kind)
			c.add3(36, sorts, t.sort(), kind)
			in := s.place(i, d.frame.complement)
			c.add3(38, in, s.relation(d.frame.complement), uint64(p.class))
			c.add3(39, in<<4|s.place(i, d.frame.object), lemma, uint64(p.class))
			c.add3(40, in<<4|s.place(i-1, d.frame.complement), kind, uint64(p.form))
			c.add3(42, s.place(i, d.frame.subject), in, kind)
			c.add3(43, s.relation(i), flag(int(s.arcs[i].head) >= b), kind)
			c.add3(37, t.near(), uint64(p.class), kind)
			c.add3(25, t.sort(), n.sort(), kind)
			c.add3(27, t.sort(), uint64(p.class), lemma)
			c.candidate(i)
		}
		if i-b < 6 {
			sorts = sorts*131 + t.sort()
		} else {
			sorts = 1
		}
		if i-b < 8 {
			between = between*61 + uint64(t.class) + 1 + 40*flag(t.entity >= 0)
			if t.class == classPronoun || t.form == formThat {
				between = between*61 + uint64(t.form)
			}
		}
		switch {
		case t.class == classComma:
			commas = min(commas+1, 3)
		case t.form == formThat:
			thats = min(thats+1, 2)
		case t.class == classOpenMark:
			marks = min(marks+1, 2)
		case t.class >= classBe && t.class <= classModal || t.cue >= 0 && s.cues[t.cue].kind <= cueBoth:
			verbs = min(verbs+1, 3)
		}
	}
	if d.nextLeads {
		i := d.behindStart
		c.add2(30, kind, uint64(s.before(d.end-1)))
		c.add2(31, lemma, bucket(d.end-b))
		c.add3(32, kind, bucket(d.end-b), flag(s.fullSegment(d.behind)))
		c.candidate(i)
	}
}

// infinitive returns the first "to" or "not to" before a verb in a range, −1 where
// there is none.
func (s *story) infinitive(first, end int) int {
	for i := first; i+1 < end; i++ {
		if s.tokens[i].form != formTo || s.tokens[i+1].pos != posVB {
			continue
		}
		if i > first && s.tokens[i-1].class == classNegation {
			return i - 1
		}
		return i
	}
	return -1
}

// startType is how content behind a cue begins.
func (s *story) startType(d *domain, start int) uint64 {
	p := s.around(start-1, d.first, len(s.tokens))
	switch {
	case p.class == classOpenMark:
		return 1
	case p.form == formThat:
		return 2
	case s.tokens[start].form == formTo:
		return 3
	case p.class == classColon:
		return 4
	case p.class == classComma:
		return 5
	case p.class == classPreposition:
		return 6
	case s.tokens[start].class == classDeterminer:
		return 7
	case s.tokens[start].class == classPronoun:
		return 8
	}
	return 9
}

// listEnds lists the words that content behind a cue may end with.
func (e *engine) listEnds(d *domain, f form, start int) {
	s, c := &e.story, &e.choice
	c.begin(TaskEnd, int(d.cue.first))
	k := d.cue
	lemma, kind := uint64(k.lemma), uint64(k.kind)<<2|uint64(f)
	first, end := d.first, d.end
	if start >= end { // the segment in the next sentence
		c.add(1, 0)
		c.candidate(s.lastWord(d.rightmost))
		return
	}
	st := s.startType(d, start)
	open := s.below(start, d.root) // the segment that the content begins in
	opensHere := open >= 0 && start <= int(s.within[open])+1
	limit := min(end, start+maxEnd)
	commas, coords := 0, 0
	depth := 0
	opener := s.around(s.opener(int(k.first), first), first, end)
	verbs := 0 // finite ones in the content
	tail := s.tailOf(start, end)
	cuePos := s.tokens[int(k.end)-1].pos
	for j := start; j < limit; j++ {
		t := &s.tokens[j]
		switch t.class {
		case classComma:
			commas = min(commas+1, 5)
		case classCoordinator:
			coords = min(coords+1, 3)
		case classOpenBracket:
			depth++
		case classCloseBracket:
			depth--
		}
		if t.finite() {
			verbs = min(verbs+1, 3)
		}
		if !t.isWord() || (t.leadsIn() || s.arcs[j].leans != upright) && j+1 < end && s.tokens[j+1].isWord() {
			continue
		}
		n1, n2, n3 := s.around(j+1, first, end), s.around(j+2, first, end), s.around(j+3, first, end)
		last := n1.class == classOutside || n2.class == classOutside && !n1.isWord() || n3.class == classOutside && !n1.isWord() && !n2.isWord()
		inside := s.below(j, d.root)
		here := flag(inside >= 0) | flag(inside >= 0 && inside == open)<<1 | flag(inside >= 0 && j+1 >= int(s.behind[inside]))<<2
		if inside >= 0 && j+2 == int(s.behind[inside]) && !n1.isWord() {
			here |= 4
		}
		if opensHere {
			here |= 8
		}
		if last {
			here |= 16
		}
		c.add2(1, here, kind)
		c.add3(3, here, lemma, st)
		c.add3(4, uint64(n1.class), uint64(n2.class), kind)
		c.add3(5, uint64(n1.form), st, kind)
		c.add3(7, uint64(n1.class), uint64(n2.form), here)
		c.add3(10, uint64(n1.form), bucket(commas), here)
		c.add3(11, uint64(n1.class), lemma, uint64(n2.class))
		c.add3(12, bucket(end-j), uint64(n1.class), st)
		c.add3(13, uint64(commas), uint64(n1.class), uint64(n2.class))
		c.add3(14, uint64(coords), uint64(n1.class), uint64(n2.class))
		c.add3(15, flag(depth > 0), uint64(n1.class), here)
		// Another cue follows: "…, adding that", "… but acknowledged".
		for m := 1; m <= 3; m++ {
			if x := s.around(j+m, first, end); x.cue >= 0 {
				q := s.cues[x.cue]
				c.add3(17, uint64(m), uint64(q.kind), uint64(n1.class))
				c.add3(18, uint64(m), uint64(q.lemma), uint64(n1.class))
				c.add3(19, suffix(s.text[x.start:x.end]), uint64(m)<<8|uint64(n1.class), uint64(n2.class))
				break
			}
		}
		in, rel := s.place(j, d.frame.complement), s.relation(d.frame.complement)
		past := uint64(1)
		if d.frame.complement >= 0 && j > int(s.arcs[d.frame.complement].hi) {
			past = 2
		}
		goesOn, nextRel := s.goesOn(j, start, int(k.first), end)
		c.add3(50, in<<2|past, rel, uint64(n1.class))
		c.add3(51, in<<2|past, kind, here)
		c.add3(53, goesOn, uint64(n1.class), here)
		c.add3(54, goesOn, nextRel, uint64(n1.class))
		where := uint64(0)
		switch {
		case tail == end:
		case j > tail:
			where = 1
		case j+1 == tail || j+2 == tail && !n1.isWord():
			where = 2
		default:
			where = 3
		}
		c.add2(62, where, kind)
		c.add3(63, where, uint64(n1.class), st)
		// "said X and left": a verb of the same tense without a subject.
		if n1.class == classCoordinator || n2.class == classCoordinator {
			v, w := n2, n3
			if n2.class == classCoordinator {
				v, w = n3, s.around(j+4, first, end)
			}
			c.add3(60, uint64(v.pos), flag(v.pos == cuePos)|flag(w.pos == cuePos)<<1, s.actor(v))
		}
		when, by := s.phraseAt(j+1, end)
		c.add3(61, uint64(n1.form), when, kind)
		c.add3(64, uint64(n1.class), when|by<<4, st)
		c.add3(65, when, goesOn, lemma)
		c.add3(59, goesOn, uint64(opener.class), uint64(n1.class))
		next := bucket(s.nextFinite(j+1, end))
		c.add3(35, uint64(n1.form), n2.sort(), next)
		c.add3(36, uint64(n1.class), uint64(verbs)<<8|next, here)
		c.add3(40, uint64(opener.form), uint64(n1.class), here)
		c.add3(41, lemma, n1.sort(), uint64(verbs))
		c.add3(44, n1.near(), n2.sort(), 0)
		c.add3(31, t.sort(), n1.sort(), here)
		if last {
			c.add3(22, lemma, kind, st)
		}
		c.candidate(j)
	}
	if limit < end || d.rightmost >= 0 {
		j := end - 1
		if d.rightmost >= 0 {
			j = s.lastWord(d.rightmost)
		} else {
			for n := 0; n < 20 && j > start && !s.tokens[j].isWord(); n++ {
				j--
			}
		}
		if c.Find(j) < 0 {
			c.add2(25, kind, flag(d.rightmost >= 0))
			c.add3(26, kind, st, flag(d.rightmost >= 0)<<1|flag(open == d.rightmost))
			c.add2(27, lemma, flag(d.rightmost >= 0))
			c.candidate(j)
		}
	}
}

// tailOf returns the comma before the last words of a sentence that say who says
// all of it, "…, the report said." or "…, according to police.", or end where it
// has none.
func (s *story) tailOf(start, end int) int {
	for i := end - 1; i > start && i > end-18; i-- {
		if s.tokens[i].class != classComma || i+2 >= end {
			continue
		}
		n := &s.tokens[i+1]
		if n.cue >= 0 && s.cues[n.cue].kind == cuePrep {
			return i
		}
		for k := i + 1; k < end && k <= i+9; k++ {
			t := &s.tokens[k]
			if t.cue < 0 || s.cues[t.cue].kind > cueBoth || !t.finite() {
				continue
			}
			if k == i+1 && n.is(capital) {
				break
			}
			f := s.frameOf(k, i+1, end)
			if f.subject >= 0 && !f.inherited && s.nextFinite(k+1, end) == maxFinite && end-k < 10 {
				return i
			}
			break
		}
	}
	return end
}

// What the first noun of a phrase tells.
const (
	phraseTime   = 1 + iota // a day, a month: "on Monday"
	phraseSpeech            // an act of speech: "in an interview"
	phraseName
	phraseOther
)

// phraseAt tells what the phrase that begins at token i is about, and the class
// of the word that it begins with.
func (s *story) phraseAt(i, end int) (about, by uint64) {
	if i >= end {
		return 0, 0
	}
	by = uint64(s.tokens[i].class)
	for k := i; k < end && k < i+6; k++ {
		switch t := &s.tokens[k]; {
		case t.class == classDay || t.class == classMonth || t.class == classTime:
			return phraseTime, by
		case t.cue >= 0 && (s.cues[t.cue].kind == cueNoun || s.cues[t.cue].kind == cueBoth):
			return phraseSpeech, by
		case t.finite():
			return 0, by
		case t.entity >= 0:
			return phraseName, by
		case (t.pos == posNN || t.pos == posNNS) && s.arcs[k].leans == upright:
			return phraseOther, by
		case !t.isWord() && k > i:
			return 0, by
		}
	}
	return 0, by
}

// goesOn tells how the words behind j hang on to what is before: the next words
// that depend on something outside of themselves do so on the content (1), on
// the cue (2), on something else (3), or are the root (4); and by which relation.
func (s *story) goesOn(j, start, cue, end int) (uint64, uint64) {
	if j+1 >= end {
		return 0, 0
	}
	i := j + 1
	for n := 0; n < 30; n++ {
		h := int(s.arcs[i].head)
		switch {
		case h < 0:
			return 4, 0
		case h > j && h < end:
			i = h
			continue
		case h == cue:
			return 2, s.relation(i)
		case h >= start && h <= j:
			return 1, s.relation(i)
		}
		return 3, s.relation(i)
	}
	return 5, 0
}

// lastWord returns the last word of a segment.
func (s *story) lastWord(g int32) int {
	j := int(s.behind[g]) - 1
	for n := 0; n < 20 && j > int(s.within[g]) && !s.tokens[j].isWord(); n++ {
		j--
	}
	return j
}

// firstWord returns the first word of a segment.
func (s *story) firstWord(g int32) int {
	i := int(s.within[g])
	for n := 0; n < 20 && i < int(s.behind[g])-1 && !s.tokens[i].isWord(); n++ {
		i++
	}
	return i
}

// listFrontEnds lists the words before the cue that content may end with.
func (e *engine) listFrontEnds(d *domain, f form) {
	s, c := &e.story, &e.choice
	c.begin(TaskFrontEnd, int(d.cue.first))
	k := d.cue
	a := int(k.first)
	lemma, kind := uint64(k.lemma), uint64(k.kind)<<2|uint64(f)
	commas, marks := 0, 0
	var between uint64
	for j := a - 1; j >= d.left && a-j < maxFront; j-- {
		t := &s.tokens[j]
		n1, n2 := s.around(j+1, d.left, d.end), s.around(j+2, d.left, d.end)
		if t.isWord() && (s.arcs[j].leans == upright || j == a-1 || !n1.isWord()) {
			inside := s.below(j, d.root)
			here := flag(inside >= 0) | flag(inside >= 0 && (j+1 >= int(s.behind[inside]) || j+2 == int(s.behind[inside]) && !n1.isWord()))<<1
			c.add3(1, bucket(a-1-j), kind, uint64(n1.class))
			c.add3(2, uint64(n1.class), uint64(n2.class), kind)
			c.add3(3, uint64(n1.class), lemma, bucket(a-1-j))
			c.add3(4, here, uint64(n1.class), kind)
			c.add3(5, uint64(commas), uint64(n1.class), kind)
			c.add3(6, uint64(marks), here, kind)
			c.add3(7, uint64(n1.form), uint64(n2.form), kind)
			c.add3(8, uint64(n1.class), uint64(n2.class), shapeOf(n2)<<8|shapeOf(t))
			if a-1-j <= 7 {
				c.add2(9, between, kind)
				c.add2(10, between, lemma)
			}
			c.add3(11, uint64(n1.class), uint64(n2.form), lemma)
			c.add3(12, bucket(j-d.left), kind, uint64(n1.class))
			c.add3(13, here, bucket(a-1-j), kind)
			c.candidate(j)
		}
		if a-j < 9 {
			between = between*61 + uint64(t.class) + 1 + 40*flag(t.entity >= 0)
		}
		switch t.class {
		case classComma:
			commas = min(commas+1, 3)
		case classCloseMark:
			marks = min(marks+1, 3)
		}
	}
}

// listFrontStarts lists the words that content before a cue may begin with.
func (e *engine) listFrontStarts(d *domain, f form, last int) {
	s, c := &e.story, &e.choice
	c.begin(TaskFrontStart, int(d.cue.first))
	k := d.cue
	lemma, kind := uint64(k.lemma), uint64(k.kind)<<2|uint64(f)
	in := s.below(last, d.root)
	commas := 0
	list := func(i int) {
		t := &s.tokens[i]
		p, p2 := s.around(i-1, d.left, d.end), s.around(i-2, d.left, d.end)
		n := s.around(i+1, d.left, d.end)
		inside := s.below(i, d.root)
		here := flag(i <= d.left+1 && !s.around(i-1, d.left, d.end).isWord()) | flag(i == d.first)<<1 | flag(inside >= 0)<<2 |
			flag(inside >= 0 && inside == in)<<3 | flag(p.class == classOpenMark)<<4 | flag(in >= 0)<<5
		c.add2(1, here, kind)
		c.add2(2, here, lemma)
		c.add3(3, here, uint64(p.class), uint64(p2.class))
		c.add3(4, uint64(p.form), here, kind)
		c.add3(5, uint64(p.class), uint64(t.form), kind)
		c.add3(6, uint64(p.form), uint64(t.form), kind)
		c.add3(7, uint64(p.class), uint64(t.class), uint64(n.class))
		c.add3(8, bucket(last-i), uint64(p.class), here)
		c.add3(9, uint64(commas), uint64(p.class), here)
		c.add3(10, uint64(p2.form), uint64(p.form), here)
		if p.class == classOutside || i == d.first {
			c.add3(11, uint64(t.form), uint64(n.class), kind)
			c.add3(12, uint64(t.class), uint64(d.kind), kind)
		}
		c.candidate(i)
	}
	i := last
	for ; i >= d.left && last-i < maxBack; i-- {
		t := &s.tokens[i]
		if t.isWord() && (int(t.sentence) == int(s.tokens[last].sentence) || s.before(i-1) == classOpenMark || i == d.left) &&
			(i == d.left || s.arcs[i-1].leans != onNoun) {
			list(i)
		}
		if t.class == classComma {
			commas = min(commas+1, 4)
		}
	}
	if i >= d.left {
		i = d.left
		for n := 0; n < 20 && i < last && !s.tokens[i].isWord(); n++ {
			i++
		}
		list(i)
	}
}
