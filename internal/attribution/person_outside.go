package attribution

import "github.com/seed05c9d22b/newstext/entity"

// Who is named in what is said seldom says it, and what is said may be long. So
// what stands before it counts as if it stood right before the words for the
// speaker.

// outer tells how a candidate was last mentioned before the speaker's words, in
// no quotation marks that they do not stand in.
type outer struct {
	rank      int // others mentioned since, plus 1; 0 where it was not
	agreeing  int // people since whose gender agrees with the words, plus 1
	sentences int // from the mention to what is said
	blocks    int
	how       outerHow
	slot      int // what it did in its sentence
}

type outerHow uint8

const (
	outerPronoun outerHow = 1 << iota
	outerNominal
	outerSubject
	outerFirst // the first mention in its sentence
	outerHere  // in the sentence of the words
)

// lookOutside sets how the candidates for the speaker of draft i were mentioned.
func (e *engine) lookOutside(i int) {
	s, d := &e.story, &e.drafts[i]
	from := min(d.at(), len(s.tokens)-1)
	word := uint32(0)
	if d.speaker.known() {
		from, word = d.speaker.first, s.tokens[d.speaker.last].form
	}
	start := min(from, d.pieces[0].first)
	sentence := s.tokens[start].sentence
	block := s.sentences[sentence].block
	e.meeting++
	for len(e.met) < len(s.entities) {
		e.met = append(e.met, meet{})
	}
	for k, p := range e.persons {
		if !p.inside && !p.ahead {
			e.met[p.entity] = meet{candidate: e.meeting, at: k}
		}
	}
	rank, agreeing := 0, 0
	lo := s.nameFrom(s.tokens[from].start)
	for n := 0; lo > 0 && n < maxLook; n++ {
		lo--
		r := s.names[lo]
		j := int(s.nameEnds[lo])
		if j < 0 || d.holds(j) || s.tokens[j].segment >= 0 && s.tokens[j].segment != d.domain.root {
			continue
		}
		id := int32(r.Entity)
		met := &e.met[id]
		if met.seen == e.meeting {
			continue
		}
		met.seen = e.meeting
		if r.Kind == entity.Nominal && s.entities[id].Type > entity.Org && !s.named(r.Entity) {
			continue
		}
		rank++
		if s.entities[id].Type == entity.Person && agrees(word, e.genderOf(r.Entity)) {
			agreeing++
		}
		if met.candidate != e.meeting {
			continue
		}
		t := &s.tokens[j]
		o := outer{rank: rank, agreeing: agreeing, sentences: int(max(sentence, t.sentence) - t.sentence), blocks: int(max(block, s.sentences[t.sentence].block) - s.sentences[t.sentence].block)}
		switch r.Kind {
		case entity.Pronoun:
			o.how |= outerPronoun
		case entity.Nominal:
			o.how |= outerNominal
		}
		if o.slot = s.slotOf(j); o.slot == slotMainSubject || o.slot == slotSubject {
			o.how |= outerSubject
		}
		if t.sentence == s.tokens[from].sentence {
			o.how |= outerHere
		}
		if lo == 0 || s.names[lo-1].Start < s.tokens[s.sentences[t.sentence].first].start {
			o.how |= outerFirst
		}
		e.persons[met.at].outer = o
	}
}

// meet is where an entity is among the candidates of a draft, and whether it was
// met in the text before it; either is so if it has the number of the draft.
type meet struct {
	candidate, seen int
	at              int
}

// How the speaker's words, or the cue, hang on an entity in the tree of their
// sentence.
const (
	hangsOn      = 1 << iota // the words depend on its name: "Stone, the head of the board"
	isCueSubject             // its name is the subject of the cue
	byCueSubject             // its name depends on that
)

const maxHang = 6 // steps up in the tree

// treeTies tells how the words for the speaker of a draft and its cue hang on an
// entity; the words themselves do not count.
func (e *engine) treeTies(d *draft, id int32) (ties uint64) {
	s := &e.story
	if w := d.speaker; w.known() {
		h := int(s.arcs[s.headOf(w)].head)
		for n := 0; n < maxHang && h >= 0; n++ {
			if s.tokens[h].entity == id && !w.has(h) {
				ties |= hangsOn
			}
			h = int(s.arcs[h].head)
		}
	}
	if x := d.domain.frame.subject; x >= 0 {
		if s.tokens[x].entity == id {
			ties |= isCueSubject
		}
		for j := int(s.arcs[x].lo); j <= int(s.arcs[x].hi) && j < int(s.arcs[x].lo)+30; j++ {
			if s.tokens[j].entity == id && j != x {
				ties |= byCueSubject
			}
		}
	}
	return ties
}
