package attribution

import (
	"sort"

	"github.com/seed05c9d22b/newstext/entity"
)

// listPersons lists the entities that the speaker of draft i may be: those named
// in the words, those named shortly before, and none.
func (e *engine) listPersons(i int) {
	s, c := &e.story, &e.choice
	d := &e.drafts[i]
	c.begin(TaskPerson, d.at())
	w := d.speaker
	inside := 0
	e.persons = e.persons[:0]
	var head, lead *token
	if w.known() {
		head, lead = &s.tokens[w.last], &s.tokens[w.first]
		for j := w.last; j >= w.first; j-- {
			if x := s.tokens[j].entity; x >= 0 && !e.listed(x) {
				e.persons = append(e.persons, person{entity: x, token: j, inside: true})
				inside++
			}
		}
	} else {
		head, lead = &noWord, &noWord
	}
	from := d.at()
	if w.known() {
		from = w.first
	}
	e.listBefore(s.upTo(from).start, reachOf(head, w.known()))
	e.listAhead(i, head)
	e.listEchoes(i)
	e.lookOutside(i)
	e.listNouns(w)
	e.listVoices(i)
	headKind := e.headKind(head, w)
	noun, det := head, uint64(0)
	if w.known() {
		noun, det = &s.tokens[s.headOf(w)], uint64(determiner(lead))
	}
	kin := uint64(noun.kin) | flag(noun.class != classNone)<<20 | flag(noun.entity >= 0)<<21
	length := bucket(w.last - w.first)
	named := flag(head.entity >= 0)
	// None of them.
	c.add3(50, uint64(head.form), flag(inside > 0), named)
	c.add3(51, uint64(head.class), bucket(inside), named)
	c.add3(52, headKind, bucket(inside), named)
	c.add3(53, uint64(lead.class), uint64(head.class), flag(inside > 0))
	c.add3(54, uint64(lead.form), headKind, flag(inside > 0))
	c.add3(56, length, flag(inside > 0), named)
	c.add2(57, uint64(head.form), uint64(lead.form))
	c.add3(60, head.sort(), flag(inside > 0), named)
	c.add2(59, uint64(d.domain.cue.kind), flag(w.known()))
	c.add3(101, uint64(noun.form), det, flag(inside > 0))
	c.add3(102, kin, det, flag(inside > 0))
	c.add3(103, kin>>4, det, bucket(inside))
	c.candidate(none)
	linked := e.linkedEntity(w)
	for n := range e.persons {
		p := &e.persons[n]
		x := &s.entities[p.entity]
		typ := uint64(x.Type)
		p.ties = e.treeTies(d, p.entity)
		p.match = e.roleMatch(int(p.entity), w)
		c.add3(141, p.ties, typ<<1|flag(p.inside), headKind)
		c.add3(142, p.ties, uint64(noun.form), flag(p.inside))
		if p.inside {
			q := s.around(p.token+1, 0, len(s.tokens))
			b := p.token
			for b > w.first && s.tokens[b-1].entity == p.entity {
				b--
			}
			before := &noWord
			if b > w.first {
				before = &s.tokens[b-1]
			}
			follow := uint64(q.class)
			if p.token == w.last {
				follow = 99
			}
			atEnd := flag(p.token == w.last)
			isHead, hangs := s.hangs(p, w)
			c.add3(76, typ, uint64(isHead)<<4|uint64(hangs), headKind)
			c.add3(77, uint64(isHead)<<4|uint64(hangs), uint64(head.form), follow)
			c.add3(111, uint64(isHead)<<4|uint64(hangs), uint64(noun.form), typ)
			c.add3(112, uint64(isHead)<<4|uint64(hangs), kin, typ)
			c.add3(113, uint64(isHead)<<4|uint64(hangs), kin>>4, det)
			c.add3(1, typ, atEnd, uint64(before.class))
			c.add3(2, typ, follow, uint64(n))
			c.add3(3, typ, uint64(before.form), headKind)
			c.add3(4, typ, uint64(q.form), headKind)
			c.add3(5, typ, uint64(head.form), atEnd)
			c.add3(6, typ, headKind, follow)
			c.add3(7, typ, bucket(inside), uint64(n))
			c.add3(8, typ, uint64(before.class), follow)
			c.add3(9, typ, uint64(lead.class), atEnd)
			c.add3(41, typ, head.sort(), atEnd)
			c.add3(42, typ, head.sort(), follow)
			c.add3(10, typ, bucket(w.last-p.token), headKind)
			c.candidate(int(p.entity))
			continue
		}
		p.near = e.wordsNear(int(p.entity), w)
		if p.ahead {
			c.add3(70, typ, headKind, bucket(int(s.tokens[p.token].sentence-s.upTo(from).sentence)))
			c.add3(71, typ, uint64(head.form), uint64(lead.class))
			c.add3(72, typ, uint64(head.form), p.near)
			c.add3(73, typ, bucket(len(x.Mentions)), headKind)
			c.add3(74, typ, p.match, headKind)
			c.candidate(int(p.entity))
			continue
		}
		gender := e.genderOf(int(p.entity))
		rank := uint64(min(p.rank, 7))
		dist := int(s.upTo(from).sentence - s.tokens[p.token].sentence)
		group := flag(inside > 0)<<1 | named
		c.add3(12, typ, uint64(head.form), gender)
		c.add3(14, headKind, bucket(dist), group)
		c.add3(15, typ, bucket(len(x.Mentions)), headKind)
		before := e.spoke(int(p.entity))
		c.add3(17, before, uint64(head.form), gender)
		c.add3(18, before, bucket(dist), rank)
		c.add3(21, flag(linked == int(p.entity))<<1|flag(linked >= 0), headKind, group)
		match, near := p.match, p.near
		agree := flag(agrees(head.form, gender))
		c.add3(31, agree, headKind, gender)
		c.add3(32, agree, before, rank)
		c.add3(75, p.echo, headKind, typ)
		c.add3(45, near, before, rank)
		c.add3(46, near, uint64(lead.form), headKind)
		c.add3(47, e.sameHead(int(p.entity)), headKind, near)
		c.add3(48, uint64(lead.form), headKind, before)
		c.add3(22, match, headKind, typ)
		c.add3(23, match, before, rank)
		c.add3(24, typ, uint64(lead.class), headKind)
		top := s.salience(int(p.entity))
		c.add3(121, typ<<4|top, headKind, det)
		c.add3(122, typ<<4|top, uint64(noun.form), group)
		c.add3(123, typ<<4|top, kin, group)
		c.add3(124, typ, kin, bucket(dist))
		c.add3(125, typ<<4|p.echo, kin, 0)
		c.add3(126, typ<<4|p.echo, uint64(noun.form), before)
		c.add3(127, near, kin, typ)
		c.add3(128, match, kin>>4, typ)
		c.add3(129, match, top, before)
		c.add3(130, typ<<4|top, before, rank)
		o := p.outer
		oRank, oDist, oBlock := uint64(min(o.rank, 7)), bucket(o.sentences), bucket(o.blocks)
		c.add3(131, oRank, typ, headKind)
		c.add3(132, oRank, uint64(o.how), agree<<4|headKind)
		c.add3(133, oDist, uint64(o.how), headKind)
		c.add3(134, oBlock, oRank, headKind)
		c.add3(135, oBlock<<8|oDist, uint64(o.how), before)
		c.add3(136, uint64(min(o.agreeing, 7)), agree<<4|before, headKind)
		c.add3(137, uint64(min(o.agreeing, 7)), uint64(o.how), uint64(head.form))
		c.add3(138, uint64(o.slot)<<8|oDist, oRank, headKind)
		c.add3(139, uint64(o.slot)<<8|oDist, flag(linked == int(p.entity))<<1|flag(linked >= 0), agree<<8|headKind)
		c.add3(140, uint64(o.slot)<<8|oDist, before, agree<<8|headKind)
		c.candidate(int(p.entity))
	}
}

// person is an entity that may speak.
type person struct {
	entity int32
	token  int // last token of the mention
	inside bool
	rank   int  // how many others were mentioned between it and the words
	ahead  bool // it is first named behind the words
	echo   uint64
	kind   entity.MentionKind

	outer outer
	ties  uint64 // how it hangs together with the words, see treeTies,
	match uint64 // roleMatch,
	near  uint64 // and wordsNear, if it is not inside
}

func (e *engine) listed(x int32) bool {
	for _, p := range e.persons {
		if p.entity == x {
			return true
		}
	}
	return false
}

// named reports whether an entity has a name.
func (s *story) named(id int) bool { return s.hasName[id] }

// reach is how many people, organizations and places are looked at for a speaker.
type reach [3]int

// reachOf tells whom words with this last word may mean.
func reachOf(head *token, known bool) reach {
	switch {
	case !known:
		return reach{6, 4, 2}
	case head.entity >= 0:
		return reach{2, 2, 1}
	}
	switch head.form {
	case formHe, formHim, formShe, formHer:
		return reach{8, 0, 0}
	case formIt:
		return reach{0, 6, 4}
	case formThey:
		return reach{3, 5, 3}
	}
	return reach{6, 6, 3}
}

// listBefore adds the entities that are named before an offset, the nearest
// first.
func (e *engine) listBefore(offset int, left reach) {
	s := &e.story
	lo := s.nameFrom(offset)
	rank := 0
	for n := 0; lo > 0 && n < maxLook && left != (reach{}); n++ {
		lo--
		r := s.names[lo]
		typ := s.entities[r.Entity].Type
		if typ > entity.Place || left[typ] == 0 || e.listed(int32(r.Entity)) || !s.named(r.Entity) {
			continue
		}
		t := int(s.nameEnds[lo])
		if t < 0 {
			continue
		}
		left[typ]--
		e.persons = append(e.persons, person{entity: int32(r.Entity), token: t, rank: rank, kind: r.Kind})
		rank++
	}
}

const (
	maxAhead      = 4  // entities behind the words that are looked at
	maxAheadLook  = 40 // mentions that are looked at for them
	maxAheadReach = 4  // sentences that are searched for them
)

// listAhead adds the entities that are first named behind the speaker's words,
// where those are a noun: "An aid group said …. Relief Abroad reports …".
func (e *engine) listAhead(i int, head *token) {
	s := &e.story
	w := e.drafts[i].speaker
	if !w.known() || head.class != classNone || head.entity >= 0 {
		return
	}
	lo := s.nameFrom(head.end)
	rank := 0
	for n := lo; n < len(s.names) && n < lo+maxAheadLook && rank < maxAhead; n++ {
		r := s.names[n]
		switch s.entities[r.Entity].Type {
		case entity.Event, entity.Work, entity.Group:
			continue
		}
		if s.entities[r.Entity].Mentions[0].Start < head.end || e.listed(int32(r.Entity)) || !s.named(r.Entity) {
			continue
		}
		t := int(s.nameEnds[n])
		if t < 0 {
			continue
		}
		if s.tokens[t].sentence > head.sentence+maxAheadReach {
			break
		}
		e.persons = append(e.persons, person{entity: int32(r.Entity), token: t, rank: rank, ahead: true, kind: r.Kind})
		rank++
	}
}

// nameFrom returns the place of the first mention, in order of the text, that
// begins at an offset or behind it.
func (s *story) nameFrom(offset int) int {
	return sort.Search(len(s.names), func(i int) bool { return s.names[i].Start >= offset })
}

// tokenAt returns the token that holds an offset, −1 where none does.
func (s *story) tokenAt(offset int) int {
	lo, hi := 0, len(s.tokens)
	for lo < hi {
		if m := (lo + hi) / 2; s.tokens[m].end <= offset {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(s.tokens) && s.tokens[lo].start <= offset {
		return lo
	}
	return -1
}
