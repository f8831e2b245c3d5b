package attribution

import (
	"math/bits"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// said is what is known of the speaker of a draft while others are reconsidered.
type said struct {
	who      int // the likeliest entity, none
	p        float32
	named    bool // the speaker's words name it
	linked   int  // what the words mean by the entity list, −1
	noun     uint32
	sentence int32
	block    int32

	firstRow, endRow int // as in its draft
}

// listSaid notes who is taken to speak in each draft.
func (e *engine) listSaid() {
	s := &e.story
	e.said = e.said[:0]
	for i := range e.drafts {
		d := &e.drafts[i]
		t := s.upTo(d.at())
		x := said{who: none, p: d.steps[TaskPerson], linked: e.linkedEntity(d.speaker), sentence: t.sentence, block: s.sentences[t.sentence].block, firstRow: d.firstRow, endRow: d.endRow}
		if d.turn {
			x.p = 1
		}
		if len(d.who) > 0 && s.named(d.who[0]) {
			x.who = d.who[0]
			x.named = e.names(d.speaker, int32(x.who))
		}
		if d.speaker.known() {
			if h := &s.tokens[s.headOf(d.speaker)]; h.class == classNone && h.entity < 0 {
				x.noun = h.form
			}
		}
		e.said = append(e.said, x)
	}
}

// says is how likely an entity, or none, speaks in draft i.
func (e *engine) says(i, id int) float32 {
	q := &e.said[i]
	for n := q.firstRow; n < q.endRow; n++ {
		if int(e.values[n]) == id {
			return e.odds[n]
		}
	}
	if q.firstRow == q.endRow && q.who == id {
		return q.p
	}
	return 0
}

const (
	maxContext      = 8   // drafts on either side that are looked at for whether a candidate speaks
	maxSaid         = 30  // … for how much it speaks, and for the same noun
	maxTogether     = 3   // sentences in which two are named
	maxTogetherLook = 200 // mentions of one of them that are looked at
)

// contextSigns sets the signs of a candidate for the speaker of draft i that tell
// who speaks elsewhere.
func (e *engine) contextSigns(i, id int, x []float32) {
	clear(x[personNext : personCountSaid+1])
	me := &e.said[i]
	for n := 1; n <= maxContext && i+n < len(e.said); n++ {
		if q := &e.said[i+n]; q.who == id {
			x[personNext], x[personNextNamed] = float32(n), float32(flag(q.named))
			break
		}
	}
	for n := 1; n <= maxContext && i-n >= 0; n++ {
		if q := &e.said[i-n]; q.who == id {
			x[personLast], x[personLastNamed] = float32(n), float32(flag(q.named))
			break
		}
	}
	if i > 0 {
		x[personSaysBefore] = e.says(i-1, id)
	}
	if i+1 < len(e.said) {
		x[personSaysNext] = e.says(i+1, id)
	}
	for j := max(0, i-maxSaid); j < min(len(e.said), i+maxSaid); j++ {
		if j == i {
			continue
		}
		q := &e.said[j]
		p := e.says(j, id)
		x[personCountSaid] += p
		if q.who != none && q.named {
			x[personNamedSaid] += float32(flag(q.who == id))
		}
		if q.block == me.block {
			x[personBlockSame] += p
			x[personBlockOthers] += 1 - p
			if q.sentence == me.sentence {
				x[personSentenceSame] += p - .5
			}
		}
		if me.linked >= 0 && q.linked == me.linked {
			x[personSameLink] += p - .5
		}
		if me.noun != 0 && q.noun == me.noun {
			x[personSameNoun] += p - .5
			if q.named {
				x[personSameNounNamed] += p - .5
			}
		}
	}
	x[personShare] = x[personCountSaid] / float32(max(1, min(len(e.said), i+maxSaid)-max(0, i-maxSaid)-1))
}

// storySigns sets the signs of a candidate that tell where the story names it.
func (e *engine) storySigns(i, id int, x []float32) {
	s, d := &e.story, &e.drafts[i]
	n := &s.entities[id]
	for k, m := range n.Mentions {
		if k == 40 {
			break
		}
		if m.Kind == entity.Pronoun {
			switch pronounOf(s.text[m.Start:m.End]) {
			case 'm':
				x[personHe]++
			case 'f':
				x[personShe]++
			}
		}
	}
	at := s.upTo(d.at())
	w := d.speaker
	// The subjects of this sentence before the words and of the sentence before.
	from := at.start
	if w.known() {
		from = min(from, s.tokens[w.first].start)
	}
	for k, seen := s.nameFrom(from)-1, 0; k >= 0 && seen < 12; k, seen = k-1, seen+1 {
		r := s.names[k]
		j := int(s.nameEnds[k])
		if j < 0 || s.tokens[j].sentence < at.sentence-1 {
			break
		}
		if r.Entity != id || d.holds(j) {
			continue
		}
		here := s.tokens[j].sentence == at.sentence
		if here {
			x[personNamedHere] = 1
		}
		if s.isSubject(j) {
			if here {
				x[personSubjectHere] = 1
			} else {
				x[personSubjectBefore] = 1
			}
		}
	}
	// What the last noun is said of, and how near it is to a role.
	if !w.known() {
		return
	}
	noun := &s.tokens[s.headOf(w)]
	if noun.class != classNone || noun.entity >= 0 {
		return
	}
	text := s.text[noun.start:noun.end]
	if t, ok := lexicon.NounTypes.Lookup(text); ok {
		if v := t.Field([...]int{lexicon.NounTypesPerson, lexicon.NounTypesOrg, lexicon.NounTypesPlace, lexicon.NounTypesPerson, lexicon.NounTypesOrg, lexicon.NounTypesOrg}[n.Type]); v != "" {
			x[personNounSaidOf] = float32(v[0]-'0') + 1
		}
		if kind := t.Field(lexicon.NounTypesKind); kind != "" && (n.Type == entity.Org || n.Type == entity.Place) {
			have := ""
			if n.Type == entity.Org {
				have = coref.KindOfOrg(n.Name)
			} else {
				have = coref.KindOfPlace(n.Name)
			}
			switch have {
			case "":
			case kind:
				x[personKindFits] = 1
			default:
				x[personKindFits] = -1
			}
		}
	}
	if noun.kin != 0 {
		for k, r := range n.Roles {
			if k == 8 {
				break
			}
			for j := s.tokenAt(r.Start); j >= 0 && j < len(s.tokens) && s.tokens[j].start < r.End; j++ {
				if t := &s.tokens[j]; t.kin != 0 && t.class == classNone && t.noun() {
					x[personRoleKin] = max(x[personRoleKin], float32(bits.LeadingZeros16(t.kin^noun.kin)-16+kinBits))
				}
			}
		}
	}
	// One that the words name, and this one, in the same sentences.
	if len(e.persons) > 0 && e.persons[0].inside && int(e.persons[0].entity) != id {
		other := &s.entities[e.persons[0].entity]
		x[personTogether] = s.together(n, other)
	}
}

// together counts the sentences in which two entities are named.
func (s *story) together(a, b *entity.Entity) (n float32) {
	last := int32(-1)
	k := 0
	for i, m := range a.Mentions {
		if i == maxTogetherLook {
			break
		}
		if m.Kind != entity.Name {
			continue
		}
		j := s.tokenAt(m.Start)
		if j < 0 || s.tokens[j].sentence == last {
			continue
		}
		last = s.tokens[j].sentence
		y := s.sentences[last]
		from, to := s.tokens[y.first].start, s.tokens[y.end-1].end
		for k < min(len(b.Mentions), maxTogetherLook) && b.Mentions[k].Start < from {
			k++
		}
		if k < len(b.Mentions) && b.Mentions[k].Start < to {
			if n++; n == maxTogether {
				break
			}
		}
	}
	return n
}

// pronounOf is the gender of a pronoun, 0 where it shows none.
func pronounOf(w string) byte {
	switch hashOf(w) {
	case formHe, formHim, formHis:
		return 'm'
	case formShe, formHer:
		return 'f'
	}
	return 0
}
