package attribution

import (
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// The genders of an entity.
const (
	unknownGender = 1 + iota
	male
	female
	thing // no person
)

// agrees reports whether a pronoun, or any other word, may refer to an entity of
// this gender.
func agrees(form uint32, gender uint64) bool {
	switch form {
	case formHe, formHim:
		return gender <= male
	case formShe, formHer:
		return gender == unknownGender || gender == female
	case formIt:
		return gender == thing
	}
	return true
}

// genderOf tells the gender of a person by a title before the name ("Mrs"), or
// guesses it from the first name.
func (e *engine) genderOf(id int) uint64 {
	for len(e.genders) < len(e.story.entities) {
		e.genders = append(e.genders, 0)
	}
	if g := e.genders[id]; g != 0 {
		return uint64(g)
	}
	g := uint8(unknownGender)
	x := &e.story.entities[id]
	if x.Type != entity.Person {
		g = thing
	} else if t := e.titleGender(x); t != 0 {
		g = t
	} else {
		name := x.Name
		for k := 0; k < len(name); k++ {
			if name[k] == ' ' {
				name = name[:k]
				break
			}
		}
		if n, ok := lexicon.GivenNames.Lookup(name); ok && len(name) < len(x.Name) {
			switch f := n.Field(lexicon.GivenNamesFemale); {
			case f == "" || f >= "3" && f <= "6":
			case f >= "7":
				g = female
			default:
				g = male
			}
		}
	}
	e.genders[id] = g
	return uint64(g)
}

// titleGender is the gender of the title before the first names of an entity, 0
// where there is none that shows it.
func (e *engine) titleGender(x *entity.Entity) uint8 {
	s := &e.story
	for n, m := range x.Mentions {
		if n == 5 {
			break
		}
		i := s.tokenAt(m.Start) - 1
		if i < 0 || !s.tokens[i].is(capital) {
			continue
		}
		if t, ok := lexicon.Titles.Lookup(s.text[s.tokens[i].start:s.tokens[i].end]); ok {
			switch t.Field(lexicon.TitlesGender) {
			case "m":
				return male
			case "f":
				return female
			}
		}
	}
	return 0
}
