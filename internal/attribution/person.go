package attribution

import (
	"slices"
	"sort"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// maxLook is how many mentions before the words are looked at.
const maxLook = 80

// findPersons chooses the entity that each speaker's words refer to.
func (e *engine) findPersons() {
	s := &e.story
	for i := range e.drafts {
		d := &e.drafts[i]
		gold := none
		if d.gold != nil && len(d.gold.Entities) > 0 {
			gold = d.gold.Entities[0]
		}
		e.listPersons(i)
		if d.gold != nil && d.gold.Lost && gold == none {
			continue
		}
		who := e.choosePerson(i, gold)
		if who == none {
			// One without a name is known by the words alone.
			if x := e.linkedEntity(d.speaker); x >= 0 && !s.named(x) {
				d.who = append(d.who[:0], x)
			}
			continue
		}
		d.who = append(d.who[:0], who)
		if d.gold != nil {
			d.who = append(d.who[:0], d.gold.Entities...)
		} else if d.speaker.known() {
			d.who = e.together(d.speaker, d.who)
		}
	}
}

const (
	maxJudged  = 5    // candidates that the trees judge beside "none"
	sureOfName = 0.98 // from this probability on the linear model is not asked again
)

// choosePerson returns the entity that speaks: of those that the linear model
// finds likely, if it is not sure, the one that the trees of the model prefer, by
// signs of which one is what the linear model thinks.
func (e *engine) choosePerson(i, gold int) int {
	c, d := &e.choice, &e.drafts[i]
	if e.teacher != nil || e.model.persons == nil && !e.trace {
		e.steps = d.steps
		who := e.decide(gold)
		d.steps = e.steps
		return who
	}
	if who, p := c.best(e.model); p >= sureOfName {
		d.steps[TaskPerson] = float32(p)
		return who
	}
	e.judged = append(e.judged[:0], 0)
	e.likeliest(maxJudged)
	e.personSigns(i)
	e.scores = grow(e.scores, len(e.judged))
	for n, k := range e.judged {
		x := e.rows[n*personCount : (n+1)*personCount]
		if e.trace {
			d.options = append(d.options, Option{int(c.Values[k]), slices.Clone(x)})
		}
		if e.scores[n] = float32(c.scores[k]); e.model.persons != nil {
			e.scores[n] = e.model.persons.Score(x)
		}
	}
	boost.Softmax(e.scores)
	best := 0
	for n, p := range e.scores {
		if p > e.scores[best] {
			best = n
		}
	}
	d.steps[TaskPerson] = e.scores[best]
	return int(c.Values[e.judged[best]])
}

// likeliest adds to the judged candidates the n that the linear model prefers,
// the first aside.
func (e *engine) likeliest(n int) {
	c := &e.choice
	for k := 1; k < len(c.Values); k++ {
		j := len(e.judged)
		for j > 1 && c.scores[e.judged[j-1]] < c.scores[k] {
			j--
		}
		if e.judged = slices.Insert(e.judged, j, k); len(e.judged) > n+1 {
			e.judged = e.judged[:n+1]
		}
	}
}

// together adds the persons that the words name beside the first: "Merkel and
// Hollande".
func (e *engine) together(w piece, who []int) []int {
	s := &e.story
	if s.tokens[w.last].entity != int32(who[0]) && s.tokens[w.first].entity != int32(who[0]) {
		return who
	}
	for j := w.first + 1; j < w.last; j++ {
		if s.tokens[j].class != classCoordinator || s.tokens[j-1].entity < 0 {
			continue
		}
		for _, x := range []int32{s.tokens[j-1].entity, s.tokens[w.last].entity} {
			if x >= 0 && int(x) != who[0] && len(who) < 4 && s.entities[x].Type == s.entities[who[0]].Type {
				who = append(who, int(x))
			}
		}
	}
	return who
}

// listPersons lists the entities that the speaker of draft i may be: those named
// in the words, those named shortly before, and none.
func (e *engine) listPersons(i int) {
	s, c := &e.story, &e.choice
	d := &e.drafts[i]
	c.begin(TaskPerson, d.at())
	w := d.speaker
	inside := 0
	e.persons = e.persons[:0]
	var head, lead token
	if w.known() {
		head, lead = s.tokens[w.last], s.tokens[w.first]
		for j := w.last; j >= w.first; j-- {
			if x := s.tokens[j].entity; x >= 0 && !e.listed(x) {
				e.persons = append(e.persons, person{entity: x, token: j, inside: true})
				inside++
			}
		}
	} else {
		head, lead = token{class: classOutside}, token{class: classOutside}
	}
	from := d.at()
	if w.known() {
		from = w.first
	}
	e.listBefore(s.tokens[min(from, len(s.tokens)-1)].start, reachOf(head, w.known()))
	e.listAhead(i, head)
	e.listEchoes(i)
	headKind := e.headKind(head, w)
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
	c.candidate(none)
	linked := e.linkedEntity(w)
	for n, p := range e.persons {
		x := &s.entities[p.entity]
		typ := uint64(x.Type)
		if p.inside {
			q := s.around(p.token+1, 0, len(s.tokens))
			b := p.token
			for b > w.first && s.tokens[b-1].entity == p.entity {
				b--
			}
			before := token{class: classOutside}
			if b > w.first {
				before = s.tokens[b-1]
			}
			follow := uint64(q.class)
			if p.token == w.last {
				follow = 99
			}
			atEnd := flag(p.token == w.last)
			isHead, hangs := s.hangs(p, w)
			c.add3(76, typ, uint64(isHead)<<4|uint64(hangs), headKind)
			c.add3(77, uint64(isHead)<<4|uint64(hangs), uint64(head.form), follow)
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
		if p.ahead {
			c.add3(70, typ, headKind, bucket(int(s.tokens[p.token].sentence-s.tokens[min(from, len(s.tokens)-1)].sentence)))
			c.add3(71, typ, uint64(head.form), uint64(lead.class))
			c.add3(72, typ, uint64(head.form), e.wordsNear(int(p.entity), w))
			c.add3(73, typ, bucket(len(x.Mentions)), headKind)
			c.add3(74, typ, e.roleMatch(int(p.entity), w), headKind)
			c.candidate(int(p.entity))
			continue
		}
		gender := e.genderOf(int(p.entity))
		rank := uint64(min(p.rank, 7))
		dist := int(s.tokens[min(from, len(s.tokens)-1)].sentence - s.tokens[p.token].sentence)
		group := flag(inside > 0)<<1 | named
		c.add3(12, typ, uint64(head.form), gender)
		c.add3(14, headKind, bucket(dist), group)
		c.add3(15, typ, bucket(len(x.Mentions)), headKind)
		before := e.spoke(i, int(p.entity))
		c.add3(17, before, uint64(head.form), gender)
		c.add3(18, before, bucket(dist), rank)
		c.add3(21, flag(linked == int(p.entity))<<1|flag(linked >= 0), headKind, group)
		match := e.roleMatch(int(p.entity), w)
		agree := flag(agrees(head.form, gender))
		c.add3(31, agree, headKind, gender)
		c.add3(32, agree, before, rank)
		c.add3(75, p.echo, headKind, typ)
		near := e.wordsNear(int(p.entity), w)
		c.add3(45, near, before, rank)
		c.add3(46, near, uint64(lead.form), headKind)
		c.add3(47, e.sameHead(i, int(p.entity)), headKind, near)
		c.add3(48, uint64(lead.form), headKind, before)
		c.add3(22, match, headKind, typ)
		c.add3(23, match, before, rank)
		c.add3(24, typ, uint64(lead.class), headKind)
		if inside > 0 {
		}
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
func (s *story) named(id int) bool {
	for _, m := range s.entities[id].Mentions {
		if m.Kind == entity.Name {
			return true
		}
	}
	return false
}

// reach is how many people, organizations and places are looked at for a speaker.
type reach [3]int

// reachOf tells whom words with this last word may mean.
func reachOf(head token, known bool) reach {
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
		t := s.tokenAt(r.End - 1)
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
func (e *engine) listAhead(i int, head token) {
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
		t := s.tokenAt(r.End - 1)
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

// headKind is what kind of word the speaker's words end with.
func (e *engine) headKind(head token, w piece) uint64 {
	if !w.known() {
		return 1
	}
	if head.entity >= 0 {
		return 2 + uint64(e.story.entities[head.entity].Type)
	}
	if head.class == classPronoun || head.class == classPossessive {
		return 16
	}
	text := e.story.text[head.start:head.end]
	if t, ok := lexicon.Titles.Lookup(text); ok {
		k := uint64(17)
		switch t.Field(lexicon.TitlesKind) {
		case "office":
			k = 18
		case "occupation":
			k = 19
		case "kin":
			k = 20
		}
		return k
	}
	if lexicon.SpeechNouns.Has(text) {
		return 21
	}
	if head.is(capital) {
		return 22
	}
	if n := len(text); n > 1 && text[n-1] == 's' {
		return 23
	}
	return 24
}

// spoke tells how lately an entity spoke before draft i.
func (e *engine) spoke(i, id int) uint64 {
	n := uint64(1)
	for j := i - 1; j >= 0 && j > i-20 && n < 6; j-- {
		q := &e.drafts[j]
		for _, x := range q.who {
			if x == id {
				return n
			}
		}
		if len(q.who) > 0 || q.speaker.known() {
			n++
		}
	}
	return 0
}

// linkedEntity returns the entity that the words are a mention of by the entity
// list itself, −1 where none is.
func (e *engine) linkedEntity(w piece) int {
	if !w.known() {
		return none
	}
	s := &e.story
	end := s.tokens[w.last].end
	lo := s.nameFrom(end)
	for k := lo - 1; k >= 0 && k > lo-4; k-- {
		r := s.names[k]
		if r.Kind != entity.Name && r.End == end && r.Start >= s.tokens[w.first].start {
			return r.Entity
		}
	}
	return none
}

// sameHead tells whether an earlier speaker with the same noun was this entity:
// 1, another one: 2, neither: 0.
func (e *engine) sameHead(i, id int) uint64 {
	s := &e.story
	w := e.drafts[i].speaker
	if !w.known() || s.tokens[w.last].class == classPronoun {
		return 0
	}
	for j := i - 1; j >= 0 && j > i-20; j-- {
		q := &e.drafts[j]
		if q.speaker.known() && s.tokens[q.speaker.last].form == s.tokens[w.last].form {
			for _, x := range q.who {
				if x == id {
					return 1
				}
			}
			return 2
		}
	}
	return 0
}

// wordsNear tells how the nouns of the speaker's words stand with the names of
// an entity: the last one in a name (1), next to a name (2), another one in a
// name (4), next to one (8).
func (e *engine) wordsNear(id int, w piece) uint64 {
	s := &e.story
	if !w.known() || s.tokens[w.last].class != classNone {
		return 16
	}
	var found uint64
	for n, m := range s.entities[id].Mentions {
		if n == 6 {
			break
		}
		if m.Kind != entity.Name || m.End > s.tokens[w.first].start && m.Start < s.tokens[w.last].end {
			continue
		}
		first, last := s.tokenAt(m.Start), s.tokenAt(m.End-1)
		if first < 0 || last < 0 {
			continue
		}
		sentence := s.tokens[first].sentence
		for j := max(0, first-5); j <= min(len(s.tokens)-1, last+7); j++ {
			t := s.tokens[j]
			if t.class != classNone || t.sentence != sentence || t.entity >= 0 && (j < first || j > last) {
				continue
			}
			bit := uint64(2)
			if j >= first && j <= last {
				bit = 1
			}
			for k := w.last; k >= w.first && k > w.last-4; k-- {
				if s.tokens[k].form == t.form && s.tokens[k].class == classNone {
					if k == w.last {
						found |= bit
					} else {
						found |= bit << 2
					}
				}
			}
		}
	}
	return found
}

// roleMatch tells whether the words are a role of the entity: 2 where they have
// its head, 1 where it has roles of other heads.
func (e *engine) roleMatch(id int, w piece) uint64 {
	x := &e.story.entities[id]
	if !w.known() || len(x.Roles) == 0 {
		return 0
	}
	s := &e.story
	head := s.tokens[w.last].form
	for n, r := range x.Roles {
		if n == 12 {
			break
		}
		for k := s.tokenAt(r.Start); k >= 0 && k < len(s.tokens) && s.tokens[k].start < r.End; k++ {
			if s.tokens[k].form == head && s.tokens[k].class == classNone {
				return 2
			}
		}
	}
	return 1
}
