package attribution

import (
	"slices"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// How the words for a speaker fit an entity.

// headKind is what kind of word the speaker's words end with.
func (e *engine) headKind(head *token, w piece) uint64 {
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

// maxLately is how many drafts before one are looked at for who spoke lately.
const maxLately = 20

// voice is an entity that spoke lately, and in the how manieth turn before.
type voice struct {
	id   int
	turn uint64
}

// listVoices notes who spoke lately before draft i, and which was the last draft whose
// speaker's words end with the same noun.
func (e *engine) listVoices(i int) {
	s, w := &e.story, e.drafts[i].speaker
	e.voices, e.sameNoun = e.voices[:0], -1
	noun := w.known() && s.tokens[w.last].class != classPronoun
	turn := uint64(1)
	for j := i - 1; j >= 0 && j > i-maxLately; j-- {
		q := &e.drafts[j]
		if turn < 6 {
			for _, x := range q.who {
				e.voices = append(e.voices, voice{x, turn})
			}
			if len(q.who) > 0 || q.speaker.known() {
				turn++
			}
		}
		if noun && e.sameNoun < 0 && q.speaker.known() && s.tokens[q.speaker.last].form == s.tokens[w.last].form {
			e.sameNoun = j
		}
	}
}

// spoke tells how lately an entity spoke before the present draft, 0 for not.
func (e *engine) spoke(id int) uint64 {
	for _, v := range e.voices {
		if v.id == id {
			return v.turn
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
func (e *engine) sameHead(id int) uint64 {
	switch {
	case e.sameNoun < 0:
		return 0
	case slices.Contains(e.drafts[e.sameNoun].who, id):
		return 1
	}
	return 2
}

const (
	maxNouns     = 4 // last words for a speaker that are sought among the names of a candidate
	maxNamesNear = 6 // mentions of the candidate that are looked at
	nearBefore   = 5 // words before a name that are near it
	nearBehind   = 7
)

// listNouns notes the nouns among the last words for a speaker, the last first; none
// where the last is none.
func (e *engine) listNouns(w piece) {
	s := &e.story
	e.nouns = e.nouns[:0]
	if !w.known() || s.tokens[w.last].class != classNone {
		return
	}
	for k := w.last; k >= w.first && k > w.last-maxNouns; k-- {
		if t := &s.tokens[k]; t.class == classNone {
			e.nouns = append(e.nouns, t.form)
		}
	}
}

// spot is a name in the text.
type spot struct {
	start, end  int
	first, last int32 // tokens
}

// spotsOf are the names among the first mentions of an entity.
func (e *engine) spotsOf(id int) []spot {
	s := &e.story
	for len(e.spotted) < len(s.entities) {
		e.spotted = append(e.spotted, [2]int32{})
	}
	x := &e.spotted[id]
	if x[1] == 0 {
		x[0] = int32(len(e.spots))
		for n, m := range s.entities[id].Mentions {
			if n == maxNamesNear {
				break
			}
			if m.Kind != entity.Name {
				continue
			}
			if first, last := s.tokenAt(m.Start), s.tokenAt(m.End-1); first >= 0 && last >= 0 {
				e.spots = append(e.spots, spot{m.Start, m.End, int32(first), int32(last)})
			}
		}
		x[1] = int32(len(e.spots)) + 1
	}
	return e.spots[x[0] : x[1]-1]
}

// wordsNear tells how the nouns of the speaker's words stand with the names of
// an entity: the last one in a name (1), next to a name (2), another one in a
// name (4), next to one (8).
func (e *engine) wordsNear(id int, w piece) uint64 {
	s := &e.story
	if len(e.nouns) == 0 {
		return 16
	}
	var found uint64
	start, end := s.tokens[w.first].start, s.tokens[w.last].end
	for _, x := range e.spotsOf(id) {
		if x.end > start && x.start < end {
			continue
		}
		first, last := int(x.first), int(x.last)
		sentence := s.tokens[first].sentence
		for j := max(0, first-nearBefore); j <= min(len(s.tokens)-1, last+nearBehind); j++ {
			t := &s.tokens[j]
			for k, form := range e.nouns {
				if form != t.form || t.class != classNone || t.sentence != sentence || t.entity >= 0 && (j < first || j > last) {
					continue
				}
				bit := uint64(2)
				if j >= first && j <= last {
					bit = 1
				}
				if k > 0 {
					bit <<= 2
				}
				found |= bit
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

// maxSalience is the greatest rank of [story.salience].
const maxSalience = 5

// salience is how many entities of the same type are mentioned more often.
func (s *story) salience(id int) (n uint64) {
	x := &s.entities[id]
	for _, k := range s.most[x.Type] {
		if k > len(x.Mentions) {
			n++
		}
	}
	return n
}

// findMost notes how often the entities of each type are mentioned that are
// mentioned most.
func (s *story) findMost() {
	s.most = [len(s.most)][maxSalience]int{}
	for i := range s.entities {
		top := &s.most[s.entities[i].Type]
		n := len(s.entities[i].Mentions)
		for k := range top {
			if n > top[k] {
				n, top[k] = top[k], n
			}
		}
	}
}
