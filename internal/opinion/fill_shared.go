package opinion

import "github.com/seed05c9d22b/newstext/entity"

// What two share, and what tells two apart: "something Day sought and Lee resisted",
// "talks rather than strikes".

// opposed notes where two are told apart by what they hold toward one thing: "Day
// sought the deal and Lee opposed it".
func (s *Scene) opposed() {
	for i := range s.fills {
		f := &s.fills[i]
		if f.How != Plainly || f.Holder < 0 || f.Negated {
			continue
		}
		for k := range s.fills[:i] {
			if g := &s.fills[k]; g.How == Plainly && g.Holder >= 0 && !g.Negated && g.Target == f.Target && g.Holder != f.Holder && g.Trigger != f.Trigger && f.Sign*g.Sign < 0 && f.Target < min(f.Trigger, g.Trigger) {
				f.Plain, g.Plain = true, true
				s.nation(f.Holder, g.Holder)
				s.nation(g.Holder, f.Holder)
			}
		}
	}
}

// nation notes that people stand for their country where they are set against
// another country: "the Finns sought it and Estonia resisted".
func (s *Scene) nation(people, country int) {
	p, c := s.entityAt(people), s.entityAt(country)
	if p >= 0 && c >= 0 && s.Entities[p].Type == entity.Group && s.Entities[c].Type == entity.Place {
		s.nations = append(s.nations, people)
	}
}

// appended reads ", something the Finns have long sought" word by word, because trees
// often get it wrong: who seeks, and the deed before the comma; −1 for none.
func (s *Scene) appended(i int) (holder, deed int) {
	j := i - 1
	for j > 0 && i-j <= 4 && (s.Words[j].Closed == Auxiliary || s.Words[j].Tag == Adverb || s.Words[j].Tag == AuxiliaryTag || s.Words[j].Stem == "have") {
		j--
	}
	holder = j
	for j > 0 && holder-j < 4 && (s.Words[j].Tag == Noun || s.Words[j].Tag == ProperNoun || s.Words[j].Mention >= 0 || s.Words[j].Closed == Determiner) {
		j--
	}
	if j < 2 || j == holder || s.Words[j].Lower != "something" || s.Words[j-1].Lower != "," {
		return -1, -1
	}
	return holder, s.deed(j - 2)
}

// sharedTheme finds the theme of a verb that has a subject of its own and shares
// what the clause before it is about: "a deal that Day has sought and Lee resisted".
func (s *Scene) sharedTheme(i, holder int) int {
	if holder < 0 || holder >= i || i-holder > 3 || len(s.fills) == 0 {
		return -1
	}
	f := &s.fills[len(s.fills)-1]
	if f.How != Plainly || f.Target > f.Trigger || f.Trigger >= holder || holder-f.Trigger > 4 {
		return -1
	}
	for k := f.Trigger + 1; k < holder; k++ {
		if w := &s.Words[k]; w.Tag == Coordinator {
			return f.Target
		}
	}
	return -1
}

// contrasted fills "X wants Z rather than Y": what X holds toward Z turns round
// for Y, whatever Y hangs on.
func (s *Scene) contrasted(x Sentence, i int) {
	if i+2 >= x.End || (s.Words[i].Lower != "rather" || s.Words[i+1].Lower != "than") && (s.Words[i].Lower != "instead" || s.Words[i+1].Lower != "of") {
		return
	}
	j := i + 2
	for j < x.End && s.Words[j].Closed == Determiner {
		j++
	}
	from := j
	for j < x.End && s.nominal(j) && (j == from || !s.splits(j)) {
		j++
	}
	if j == from {
		return
	}
	for k := len(s.fills) - 1; k >= 0; k-- {
		f := s.fills[k]
		if f.How == Plainly && f.Sign > 0 && f.Holder >= 0 && f.Holder < f.Trigger && f.Trigger < f.Target && f.Target < i {
			s.fills[k].Plain = true
			f.Target, f.Sign, f.How, f.Plain = j-1, -1, Contrasted, true
			s.emit(f)
			return
		}
	}
}

// instead reports whether a conjunct is what the first is not: "talks rather than
// strikes".
func (s *Scene) instead(i int) bool {
	c := s.childOf(i, CoordinatorRelation)
	return c >= 0 && (s.Words[c].Lower == "rather" || s.Words[c].Lower == "instead" || s.Words[c].Lower == "not")
}

// standsFor returns what an empty word stands for: "a deal, something the Finns
// have sought". Of "talks with voters, something …" these are the talks.
func (s *Scene) standsFor(i int) int {
	w := &s.Words[i]
	switch w.Lower {
	case "something":
		if i > 1 && s.Words[i-1].Lower == "," && s.Words[i-2].End <= s.Words[i-1].Start {
			if d := s.deed(i - 2); d >= 0 {
				return d
			}
		}
	case "one", "ones", "move", "step", "thing", "that":
	default:
		return i
	}
	if w.Rel == Apposition && w.Head >= 0 {
		return int(w.Head)
	}
	return i
}

// deed climbs from a word to the first noun that is no name, nor mostly said of persons or of bodies.
func (s *Scene) deed(i int) int {
	for range maxClimb {
		w := &s.Words[i]
		if w.Tag == Noun && w.Mention < 0 && w.Person < 5 && w.Body < 5 {
			return i
		}
		h := int(w.Head)
		if h < 0 || w.Tag == Verb && w.Rel != AdnominalClause && w.Rel != RelativeClause {
			return -1
		}
		i = h
	}
	return -1
}
