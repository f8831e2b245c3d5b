package attribution

const (
	maxSpeakerBefore = 60 // words before the cue among which the speaker is sought
	maxSpeakerBehind = 30
	maxSpeakerWords  = 14
)

// findSpeakers chooses the words that name the speaker of each draft.
func (e *engine) findSpeakers() {
	for i := range e.drafts {
		d := &e.drafts[i]
		if d.turn {
			continue
		}
		e.steps = d.steps
		e.listSpeakerEnds(i)
		if last := e.decide(d.goldSpeaker(e).last); last != none {
			e.listSpeakerStarts(d, last)
			if first := e.decide(d.goldSpeaker(e).first); first != none {
				d.speaker = piece{first, last}
			}
		}
		d.steps = e.steps
	}
}

// listSpeakerEnds lists the words that the name of the speaker may end with, and
// the possibility that no words name him.
func (e *engine) listSpeakerEnds(i int) {
	s, c := &e.story, &e.choice
	d := &e.drafts[i]
	c.begin(TaskSpeakerEnd, d.at())
	k := d.domain.cue
	a, b := int(k.first), int(k.end)
	lemma, kind := uint64(k.lemma), uint64(k.kind)<<2|uint64(d.form)
	at := func(j int) *token { return s.around(j, d.domain.first, d.domain.end) }
	// That no words name the speaker: by the cue's surroundings.
	c.add(40, kind)
	c.add2(41, lemma, uint64(at(a-1).class))
	c.add3(42, uint64(at(a-1).class), uint64(at(a-2).class), kind)
	c.add3(43, uint64(at(a-1).class), uint64(at(b).class), kind)
	voice, by := s.voiceOf(k, d.domain.first, d.domain.end)
	c.add3(48, voice, flag(by >= 0), lemma)
	c.add3(49, voice, flag(by >= 0), uint64(at(a-1).class))
	c.add2(45, uint64(s.tokens[min(a, len(s.tokens)-1)].form), kind)
	opens := flag(d.cue >= 0 && a == d.domain.first) // "Said one of them: …"
	c.add3(46, opens, kind, at(b).sort())
	c.candidate(none)
	prev := noWords // the speaker of the draft before in the same sentence
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if q := &e.drafts[j]; q.domain.first == d.domain.first && q.speaker.known() {
			prev = q.speaker
			break
		}
	}
	left, right := max(d.domain.first, a-maxSpeakerBefore), min(d.domain.end, b+maxSpeakerBehind)
	if d.cue < 0 {
		left = max(d.domain.left, a-maxSpeakerBefore)
	}
	var seen passed
	for j := a - 1; j >= left; j-- {
		t := &s.tokens[j]
		if t.segment == d.domain.root && s.mayName(j) && !d.holds(j) {
			e.speakerEnd(d, j, a-1-j, 0, seen, prev, lemma, kind|voice<<8, opens)
		}
		seen.add(t, a-j < 7)
	}
	seen = passed{}
	for j := b; j < right; j++ {
		t := &s.tokens[j]
		if t.segment == d.domain.root && s.mayName(j) && !d.holds(j) {
			v := voice
			if by >= 0 && j > by {
				v = agent
			}
			e.speakerEnd(d, j, j-b, 1, seen, prev, lemma, kind|v<<8, opens)
		}
		seen.add(t, j-b < 7)
	}
}

// The voice of a cue, and what a candidate for its speaker is to it.
const (
	active = iota
	passive
	participle // of which it is open: "told by officials", "has told"
	agent      // behind the "by" of a passive
)

const (
	maxAuxiliary = 4 // words before a cue among which its auxiliary stands
	maxBy        = 8 // words behind it among which its "by" stands
)

// voiceOf tells the voice of a cue, and the "by" behind it, −1 where there is none.
func (s *story) voiceOf(k cue, first, end int) (voice uint64, by int) {
	i := int(k.first)
	if k.kind > cueBoth || s.tokens[i].pos != posVBN && s.tokens[i].pos != posVBD {
		return active, -1
	}
	if s.tokens[i].pos == posVBN {
		voice = participle
	}
	for j := i - 1; j >= first && j >= i-maxAuxiliary; j-- {
		switch c := s.tokens[j].class; {
		case c == classBe:
			voice = passive
		case c == classHave:
			voice = active
		case c == classAdverb || c == classNegation || c == classModal || c == classTo:
			continue
		}
		break
	}
	by = -1
	for j := int(k.end); voice != active && j < end && j < int(k.end)+maxBy; j++ {
		if s.tokens[j].form == formBy {
			return voice, j
		}
		if s.tokens[j].finite() || !s.tokens[j].isWord() {
			break
		}
	}
	return voice, by
}

// mayName reports whether the words for a speaker may end with token i.
func (s *story) mayName(i int) bool {
	t := &s.tokens[i]
	if !t.isWord() {
		return false
	}
	// "the report states": a cue may have been read as a noun.
	if s.arcs[i].leans != upright && i+1 < len(s.tokens) && s.tokens[i+1].isWord() && s.tokens[i+1].cue < 0 {
		return false
	}
	switch t.class {
	case classPreposition, classCoordinator, classSubordinator, classBe, classHave, classDo, classModal, classNegation, classTo, classAdverb, classClitic, classDay, classMonth:
		return t.entity >= 0
	}
	return !t.finite() || t.entity >= 0
}

// passed is what stands between a cue and a word that may end its speaker.
type passed struct {
	commas, cues, words, verbs int
	between, sorts             uint64 // classes and sorts of the nearest tokens
}

// add goes past a token; near is one of those whose class and sort count.
func (p *passed) add(t *token, near bool) {
	if near {
		p.between = p.between*61 + uint64(t.class) + 1
		p.sorts = p.sorts*131 + t.sort()
	}
	switch {
	case t.class == classComma:
		p.commas = min(p.commas+1, 3)
	case t.cue >= 0:
		p.cues = min(p.cues+1, 2)
	}
	if t.isWord() {
		p.words++
	}
	if t.finite() {
		p.verbs = min(p.verbs+1, 3)
	}
}

func (e *engine) speakerEnd(d *draft, j, dist int, side uint64, seen passed, prev piece, lemma, kind, opens uint64) {
	s, c := &e.story, &e.choice
	first, end := d.domain.left, d.domain.end
	t, p, n, n2 := &s.tokens[j], s.around(j-1, first, end), s.around(j+1, first, end), s.around(j+2, first, end)
	voice := kind >> 8
	kind &= 0xFF
	where := side<<16 | kind
	c.add3(50, voice, where, lemma)
	c.add3(51, voice, where, bucket(dist))
	c.add3(52, voice, where, uint64(n.class))
	cuePos := uint32(0)
	if d.cue >= 0 {
		cuePos = s.tokens[d.domain.cue.first].pos
	}
	c.add2(1, bucket(dist), where)
	c.add3(4, uint64(t.form), where, bucket(dist))
	c.add3(5, uint64(n.form), where, bucket(dist))
	c.add3(6, uint64(n.class), uint64(n2.class), where)
	c.add3(7, uint64(p.class), uint64(t.class), where)
	if dist <= 6 {
		c.add3(9, seen.between, where, shapeOf(t))
	}
	c.add3(10, uint64(seen.commas), uint64(seen.cues), where)
	c.add3(11, flag(t.entity >= 0)<<1|flag(n.entity >= 0 && n.entity == t.entity), where, bucket(dist))
	if t.entity >= 0 {
		c.add3(12, uint64(e.story.entities[t.entity].Type), where, uint64(n.class))
	}
	c.add3(15, suffix(s.text[t.start:t.end]), where, uint64(n.class))
	c.add3(16, uint64(n.class), bucket(dist), uint64(n.form)^uint64(t.class))
	c.add3(18, uint64(t.form), uint64(n.form), 0)
	if dist <= 6 {
		c.add2(25, seen.sorts, where)
		c.add3(26, seen.sorts, t.sort(), side)
	}
	who := s.actor(t)
	c.add3(39, who, where, bucket(dist))
	c.add3(47, who, where, uint64(n.class))
	f := d.domain.frame
	in := s.place(j, f.subject)<<1 | flag(f.inherited)
	c.add3(32, in, where, uint64(n.class))
	c.add3(34, in, lemma, shapeOf(t))
	c.add3(35, s.relation(j), where, uint64(n.class))
	c.add3(36, s.place(j, f.agent)<<4|s.place(j, f.object), in, where)
	c.add3(37, in, s.relation(j), n.sort())
	c.add3(38, flag(f.subject >= 0)<<1|flag(f.inherited), in, flag(j == prev.last))
	c.add3(28, uint64(seen.verbs), n.sort(), where)
	c.add3(29, n.sort(), uint64(cuePos), where)
	c.add3(30, t.near(), where, uint64(n.class))
	c.add3(31, p.sort(), t.sort(), n.sort())
	c.add3(22, n.sort(), n2.sort(), where)
	c.add3(23, t.sort(), n.sort(), where)
	c.add3(53, opens, where, bucket(dist))
	c.add3(54, opens<<1|flag(t.entity >= 0), where, uint64(n.class))
	c.candidate(j)
}

// listSpeakerStarts lists the words that the name of the speaker may begin with.
func (e *engine) listSpeakerStarts(d *draft, last int) {
	s, c := &e.story, &e.choice
	c.begin(TaskSpeakerStart, d.at())
	k := d.domain.cue
	kind := flag(last > int(k.first))<<8 | uint64(k.kind)
	first, end := d.domain.left, d.domain.end
	head := &s.tokens[last]
	commas, prepositions, names := 0, 0, 0
	for i := last; i >= first && last-i < maxSpeakerWords; i-- {
		t := &s.tokens[i]
		if t.finite() && i < last {
			break // the name of a speaker has no clause in it
		}
		if d.holds(i) || i >= int(k.first) && i < int(k.end) && k.end > k.first {
			break
		}
		p, p2 := s.around(i-1, first, end), s.around(i-2, first, end)
		switch {
		case t.class == classComma:
			commas = min(commas+1, 3)
		case t.class == classPreposition:
			prepositions = min(prepositions+1, 3)
		}
		if t.entity >= 0 && p.entity != t.entity {
			names = min(names+1, 3)
		}
		if !t.isWord() && t.class != classOpenMark {
			continue
		}
		if !t.isWord() {
			continue
		}
		c.add3(1, uint64(p.class), uint64(t.class), kind)
		c.add3(2, uint64(p.form), shapeOf(t), kind)
		c.add3(3, uint64(p.class), shapeOf(t)<<8|shapeOf(p), uint64(t.class))
		c.add3(4, bucket(last-i), uint64(p.class), uint64(head.class)<<8|shapeOf(head))
		c.add3(5, uint64(t.form), uint64(p.class), kind)
		c.add3(6, uint64(commas), uint64(prepositions), uint64(p.class))
		c.add3(7, uint64(names), uint64(p.class), flag(t.entity >= 0)<<1|flag(p.entity >= 0 && p.entity == t.entity))
		c.add3(8, uint64(p2.class), uint64(p.class), uint64(t.class))
		c.add3(9, uint64(p.form), uint64(t.form), 0)
		c.add3(10, uint64(head.form), bucket(last-i), uint64(t.class))
		c.add3(11, suffix(s.text[p.start:p.end]), shapeOf(t), uint64(t.class))
		c.add3(12, flag(p.cue >= 0), uint64(p.class), uint64(t.class))
		c.add3(14, p.sort(), t.sort(), 0)
		in := s.place(i, d.domain.frame.subject)
		c.add3(16, in, s.place(last, d.domain.frame.subject), uint64(t.class))
		c.add3(17, in, kind, uint64(p.class))
		c.add3(18, flag(i == int(s.arcs[last].lo))<<1|flag(i < int(s.arcs[last].lo)), p.sort(), 0)
		c.add3(19, s.relation(i), flag(int(s.arcs[i].head) >= i && int(s.arcs[i].head) <= last), uint64(p.class))
		c.add3(15, p2.sort(), p.sort(), uint64(t.class))
		c.add3(13, flag(i-1 == int(k.end)-1), kind, uint64(t.class))
		c.candidate(i)
	}
}
