package attribution

import (
	"slices"

	"github.com/seed05c9d22b/newstext/entity"
)

// Signs of a candidate for a speaker.
const (
	personNone = iota
	personLinear
	personLinearGap
	personInside
	personAtEnd
	personIsHead
	personHangs
	personInsideCount
	personOrder
	personType
	personHead
	personHeadNamed
	personWords
	personLead
	personWord
	personTokens
	personSentences
	personBlocks
	personRank
	personPeopleBetween
	personKind
	personSubject
	personFirstInSentence
	personInMarks
	personBefore
	personMentions
	personFirstNamed
	personSpoke
	personTimesSpoke
	personPrevious
	personPreviousButOne
	personGender
	personAgrees
	personLinked
	personRole
	personRoles
	personHeadInName
	personHeadByName
	personWordInName
	personWordByName
	personSameHead
	personEcho
	personCountry
	personAddressed
	personInContent
	personFloats
	personGap
	personHeadFits
	personPlural
	personAhead
	personPeople
	personCue
	personForm
	personNext
	personNextNamed
	personLast
	personLastNamed
	personBlockSame
	personBlockOthers
	personSentenceSame
	personSameLink
	personSameNoun
	personShare
	personSaysBefore
	personSaysNext
	personNamedSaid
	personSameNounNamed
	personCountSaid
	personHe
	personShe
	personNamedHere
	personSubjectHere
	personSubjectBefore
	personNounSaidOf
	personKindFits
	personRoleKin
	personTogether
	personUnnamed
	personIndefinite
	personNounTimes
	personNounFirst
	personOuterRank
	personOuterAgreeing
	personOuterSentences
	personOuterBlocks
	personOuterPronoun
	personOuterNominal
	personOuterSubject
	personOuterFirst
	personOuterHere
	personOuterBefore
	personOuterSlot
	personHangsOn
	personCueSubject
	personByCueSubject
	personCount
)

// PersonSigns names the signs.
var PersonSigns = []string{
	personNone:            "none of the others",
	personLinear:          "score of the linear model",
	personLinearGap:       "score below the best",
	personInside:          "named in the speaker's words",
	personAtEnd:           "… at their end",
	personIsHead:          "… as what the others depend on",
	personHangs:           "… how it depends on it",
	personInsideCount:     "entities named there",
	personOrder:           "place among those",
	personType:            "type",
	personHead:            "kind of the words' last noun",
	personHeadNamed:       "type of the entity that the words end with",
	personWords:           "number of words",
	personLead:            "class of the first word",
	personWord:            "which pronoun",
	personTokens:          "tokens from the last mention",
	personSentences:       "sentences from it",
	personBlocks:          "blocks from it",
	personRank:            "others mentioned since",
	personPeopleBetween:   "people mentioned since",
	personKind:            "kind of the last mention",
	personSubject:         "last mention is a subject",
	personFirstInSentence: "… the first of its sentence",
	personInMarks:         "… in quotation marks",
	personBefore:          "mentions before",
	personMentions:        "mentions",
	personFirstNamed:      "place among all entities",
	personSpoke:           "how lately it spoke",
	personTimesSpoke:      "how often it spoke",
	personPrevious:        "spoke last",
	personPreviousButOne:  "spoke before the last",
	personGender:          "gender",
	personAgrees:          "gender agrees",
	personLinked:          "mention that the entities know of",
	personRole:            "words match its role",
	personRoles:           "roles",
	personHeadInName:      "last noun is in its name",
	personHeadByName:      "… stands by its name",
	personWordInName:      "another noun is in its name",
	personWordByName:      "… stands by its name",
	personSameHead:        "spoke under the same noun",
	personEcho:            "an earlier mention of the noun points to it",
	personCountry:         "of the country that the words name",
	personAddressed:       "is spoken to",
	personInContent:       "is spoken of",
	personFloats:          "no cue",
	personGap:             "sentences from the quote before",
	personHeadFits:        "type fits the last noun",
	personPlural:          "last noun is a plural",
	personAhead:           "first named behind the words",
	personPeople:          "people among the candidates",
	personCue:             "kind of cue",
	personForm:            "side of the content",
	personNext:            "spoke next, so many quotes on",
	personNextNamed:       "… by name",
	personLast:            "spoke so many quotes before",
	personLastNamed:       "… by name",
	personBlockSame:       "quotes in the paragraph that it speaks",
	personBlockOthers:     "… that others speak",
	personSentenceSame:    "speaks in the same sentence",
	personSameLink:        "what the words mean speaks elsewhere as it",
	personSameNoun:        "the noun speaks elsewhere as it",
	personShare:           "share of the quotes around",
	personSaysBefore:      "how likely it speaks in the quote before",
	personSaysNext:        "… in the next one",
	personNamedSaid:       "quotes around that it speaks by name",
	personSameNounNamed:   "… whose words name somebody",
	personCountSaid:       "quotes around that it speaks",
	personHe:              "mentions as he",
	personShe:             "mentions as she",
	personNamedHere:       "named before in the sentence",
	personSubjectHere:     "… as subject",
	personSubjectBefore:   "subject of the sentence before",
	personNounSaidOf:      "how far the noun is said of its type",
	personKindFits:        "kind of organization or place fits the noun",
	personRoleKin:         "how near the noun is to a role",
	personTogether:        "sentences that name it and who is named in the words",
	personUnnamed:         "mentions of what the words mean, without a name",
	personIndefinite:      "determiner of the words",
	personNounTimes:       "times that the noun is written",
	personOuterRank:       "others mentioned since, outside of what is said",
	personOuterAgreeing:   "people since whose gender agrees",
	personOuterSentences:  "sentences since",
	personOuterBlocks:     "blocks since",
	personOuterPronoun:    "last mentioned there as a pronoun",
	personOuterNominal:    "… as a noun",
	personOuterSubject:    "… as a subject",
	personOuterFirst:      "… first in its sentence",
	personOuterHere:       "… in this sentence",
	personOuterBefore:     "… as subject in the sentence before",
	personOuterSlot:       "… what it did there",
	personHangsOn:         "the words depend on its name",
	personCueSubject:      "subject of the cue",
	personByCueSubject:    "depends on that",
	personNounFirst:       "… before the words",
}

// personSigns sets the signs of the candidates that are judged, of which none is
// the first.
func (e *engine) personSigns(i int) {
	s, c, d := &e.story, &e.choice, &e.drafts[i]
	from0 := len(e.rows)
	e.rows = slices.Grow(e.rows, len(e.judged)*personCount)[:from0+len(e.judged)*personCount]
	clear(e.rows[from0:])
	rows := e.rows[from0:]
	var all [personCount]float32 // what they have in common
	w := d.speaker
	head, lead := &outside, &noWord
	noun := head
	from := d.at()
	all[personHeadNamed], all[personWord] = -1, -1
	if w.known() {
		head, lead, from = &s.tokens[w.last], &s.tokens[w.first], w.first
		noun = &s.tokens[s.headOf(w)]
		all[personWords] = float32(w.last - w.first + 1)
		if head.entity >= 0 {
			all[personHeadNamed] = float32(s.entities[head.entity].Type)
		} else if head.class == classPronoun {
			all[personWord] = pronoun(head.form)
		}
		all[personPlural] = float32(flag(head.pos == posNNS || head.pos == posNNPS))
	}
	from = min(from, len(s.tokens)-1)
	all[personHead] = float32(e.headKind(head, w))
	all[personLead] = float32(lead.class)
	all[personFloats] = float32(flag(d.cue < 0))
	all[personGap] = 99
	if i > 0 {
		all[personGap] = float32(s.tokens[d.at()].sentence - s.tokens[e.drafts[i-1].end()-1].sentence)
	}
	all[personCue], all[personForm] = float32(d.domain.cue.kind), float32(d.form)
	for _, p := range e.persons {
		all[personInsideCount] += float32(flag(p.inside))
		all[personPeople] += float32(flag(s.entities[p.entity].Type == entity.Person))
	}
	hearer := e.hearer(d)
	linked := e.linkedEntity(w)
	if linked >= 0 && !s.named(linked) {
		all[personUnnamed] = float32(len(s.entities[linked].Mentions))
	}
	all[personIndefinite] = determiner(lead)
	if w.known() && noun.class == classNone && noun.entity < 0 {
		all[personNounTimes], all[personNounFirst] = s.timesOf(noun.form, w.first)
	}
	top := c.scores[0]
	for _, x := range c.scores {
		top = max(top, x)
	}
	for row, k := range e.judged {
		x := rows[row*personCount : (row+1)*personCount]
		copy(x, all[:])
		x[personLinear], x[personLinearGap] = float32(c.scores[k]), float32(c.scores[k]-top)
		if k == 0 {
			x[personNone], x[personType] = 1, -1
			continue
		}
		p := &e.persons[k-1]
		e.storySigns(i, int(p.entity), x)
		n := &s.entities[p.entity]
		t := &s.tokens[p.token]
		x[personOrder] = float32(k - 1)
		x[personEcho] = float32(p.echo)
		x[personType] = float32(n.Type)
		x[personInside] = float32(flag(p.inside))
		if p.inside {
			x[personIsHead], x[personHangs] = s.hangs(p, w)
		}
		x[personAtEnd] = float32(flag(p.inside && p.token == w.last))
		x[personAhead] = float32(flag(p.ahead))
		x[personMentions] = float32(len(n.Mentions))
		x[personFirstNamed] = float32(p.entity)
		x[personRoles] = float32(len(n.Roles))
		x[personGender] = float32(e.genderOf(int(p.entity)))
		x[personAgrees] = float32(flag(agrees(head.form, uint64(x[personGender]))))
		x[personRole] = float32(p.match)
		e.spokeSigns(i, int(p.entity), x)
		x[personHangsOn], x[personCueSubject], x[personByCueSubject] = float32(flag(p.ties&hangsOn != 0)), float32(flag(p.ties&isCueSubject != 0)), float32(flag(p.ties&byCueSubject != 0))
		switch {
		case noun.entity < 0 && noun.role == roleOfType+nounRole(n.Type):
			x[personHeadFits] = 1
		case noun.entity < 0 && noun.role != noRole:
			x[personHeadFits] = -1
		}
		x[personAddressed] = float32(flag(e.names(hearer, p.entity)))
		for _, q := range d.pieces {
			x[personInContent] = max(x[personInContent], float32(flag(e.names(q, p.entity))))
		}
		if all[personInsideCount] > 0 && !p.inside {
			country := s.entities[e.persons[0].entity].Country
			x[personCountry] = float32(flag(country != "" && country == n.Country))
		}
		if p.inside {
			continue
		}
		o := p.outer
		x[personOuterRank], x[personOuterAgreeing] = float32(o.rank), float32(o.agreeing)
		x[personOuterSentences], x[personOuterBlocks] = float32(o.sentences), float32(o.blocks)
		x[personOuterPronoun], x[personOuterNominal] = float32(flag(o.how&outerPronoun != 0)), float32(flag(o.how&outerNominal != 0))
		x[personOuterSubject], x[personOuterFirst] = float32(flag(o.how&outerSubject != 0)), float32(flag(o.how&outerFirst != 0))
		x[personOuterHere] = float32(flag(o.how&outerHere != 0))
		x[personOuterSlot] = float32(o.slot)
		x[personOuterBefore] = float32(flag(o.how&outerSubject != 0 && o.sentences <= 1))
		x[personTokens] = float32(from - p.token)
		x[personSentences] = float32(s.tokens[from].sentence - t.sentence)
		x[personBlocks] = float32(s.sentences[s.tokens[from].sentence].block - s.sentences[t.sentence].block)
		x[personRank] = float32(p.rank)
		for _, q := range e.persons[:k-1] {
			x[personPeopleBetween] += float32(flag(!q.inside && q.ahead == p.ahead && s.entities[q.entity].Type == entity.Person))
		}
		x[personKind] = float32(p.kind)
		x[personSubject] = float32(flag(s.isSubject(p.token)))
		x[personFirstInSentence] = float32(p.token - int(s.sentences[t.sentence].first))
		x[personInMarks] = float32(flag(t.segment >= 0))
		for _, m := range n.Mentions {
			if m.Start >= s.tokens[from].start || x[personBefore] == 30 {
				break
			}
			x[personBefore]++
		}
		switch {
		case linked == int(p.entity):
			x[personLinked] = 1
		case linked >= 0:
			x[personLinked] = -1
		}
		x[personHeadInName], x[personHeadByName] = float32(p.near&1), float32(p.near>>1&1)
		x[personWordInName], x[personWordByName] = float32(p.near>>2&1), float32(p.near>>3&1)
		x[personSameHead] = float32(e.sameHead(int(p.entity)))
	}
}

// hangs tells whether a name in the speaker's words is what the others depend on,
// and if not how it depends on it: as a name before a noun, as whose it is, or
// as an apposition.
func (s *story) hangs(p *person, w piece) (head, how float32) {
	h := s.headOf(w)
	if s.tokens[h].entity == p.entity {
		return 1, 0
	}
	top := p.token
	for top > w.first && s.tokens[top-1].entity == p.entity && int(s.arcs[top].head) == top-1 {
		top--
	}
	for n := 0; n < 6 && s.arcs[top].head >= 0 && s.tokens[s.arcs[top].head].entity == p.entity; n++ {
		top = int(s.arcs[top].head)
	}
	switch s.arcs[top].relation {
	case relCompound, relAmod:
		how = 1
	case relNmodPoss:
		how = 2
	case relAppos:
		how = 3
	default:
		how = 5
	}
	if int(s.arcs[top].head) != h {
		how += 5
	}
	return 0, how
}

// spokeSigns sets when and how often an entity spoke before draft i.
func (e *engine) spokeSigns(i, id int, x []float32) {
	x[personSpoke] = float32(e.spoke(id))
	for j := i - 1; j >= 0 && j > i-60; j-- {
		for _, who := range e.drafts[j].who {
			if who != id {
				continue
			}
			x[personTimesSpoke]++
			switch i - j {
			case 1:
				x[personPrevious] = 1
			case 2:
				x[personPreviousButOne] = 1
			}
		}
	}
}

// maxNamed is how many words are searched for a name.
const maxNamed = 300

// names reports whether an entity is named in some words, or the first of them.
func (e *engine) names(w piece, id int32) bool {
	for j := w.first; w.known() && j <= min(w.last, w.first+maxNamed); j++ {
		if e.story.tokens[j].entity == id {
			return true
		}
	}
	return false
}

// pronoun numbers the pronouns that speak.
func pronoun(form uint32) float32 {
	switch form {
	case formHe, formHim:
		return 1
	case formShe, formHer:
		return 2
	case formIt:
		return 3
	case formThey:
		return 4
	case formWho:
		return 5
	case formI, formWe:
		return 6
	}
	return 0
}

// determiner numbers what the words for a speaker begin with.
func determiner(t *token) float32 {
	switch {
	case t.form == formA || t.form == formAn:
		return 1
	case t.form == formThe:
		return 2
	case t.class == classPossessive:
		return 3
	case t.class == classDeterminer:
		return 4
	}
	return 0
}

const (
	maxTimes      = 6   // times that a noun is counted
	maxTimesReach = 800 // tokens on either side
)

// timesOf counts how often a word is written in the story around token i, and how
// often before it.
func (s *story) timesOf(form uint32, i int) (all, before float32) {
	for j := i - 1; j >= 0 && j > i-maxTimesReach && before < maxTimes; j-- {
		before += float32(flag(s.tokens[j].form == form))
	}
	all = before
	for j := i; j < len(s.tokens) && j < i+maxTimesReach && all < 2*maxTimes; j++ {
		all += float32(flag(s.tokens[j].form == form))
	}
	return all, before
}
