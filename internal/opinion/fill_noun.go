package opinion

import "slices"

// fillNoun fills a noun or a role noun: "X's attack on Y", "critics of Y".
func (s *Scene) fillNoun(i, last int, f *Frame) {
	theme := s.slot(i, last, f.Theme)
	if f.Class == "role" {
		s.fillRole(i, theme, f)
		return
	}
	if f.Class == "conflict" && theme < 0 && s.between(i, f) {
		return
	}
	if theme < 0 {
		theme = s.looseTheme(i, f)
	}
	holder, how, plain := s.nounAgent(i, theme), Nominally, false
	if holder < 0 {
		how = Lightly
		if holder = s.blamed(i); holder < 0 {
			holder = s.lightSubject(i)
		} else {
			plain = f.AgentTheme == -2
		}
	}
	if theme < 0 && f.Theme != "comp" {
		// "anti-war protests", "climate fears": no theme, no stance.
		return
	}
	if theme >= 0 && f.AgentTheme != 0 {
		s.emit(Fill{Holder: holder, Target: theme, Trigger: i, Sign: s.shifted(i, f.AgentTheme), How: how, Frame: f, Plain: plain})
	}
}

// between fills "the fight between X and Y": each is against the other.
func (s *Scene) between(i int, f *Frame) bool {
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if s.Words[c].Rel != NominalModifier && s.Words[c].Rel != Oblique || s.caseOf(c) != "between" {
			continue
		}
		for k := s.firstChild(c); k >= 0; k = s.nextChild(k) {
			if s.Words[k].Rel == Conjunct && s.Words[k].Tag != Verb {
				s.add(Fill{Holder: c, Target: k, Trigger: i, Sign: f.AgentTheme, How: Nominally, Frame: f})
				s.add(Fill{Holder: k, Target: c, Trigger: i, Sign: f.AgentTheme, How: Nominally, Frame: f})
				return true
			}
		}
	}
	return false
}

// add adds a fill as it is, once.
func (s *Scene) add(f Fill) {
	if len(s.fills) < maxFills && !s.filled(&f) {
		s.fills = append(s.fills, f)
	}
}

// looseTheme finds a noun's theme where it hangs on the verb ("expressed concerns
// to Day about Ray"), or where a clause tells it ("skepticism that Ray would").
func (s *Scene) looseTheme(i int, f *Frame) int {
	if w := &s.Words[i]; w.Rel == Object && w.Head >= 0 && f.Preposition() != "" {
		for c := s.firstChild(int(w.Head)); c >= 0; c = s.nextChild(c) {
			if c > i && s.Words[c].Rel == Oblique && oneOf(s.caseOf(c), f.Preposition()) {
				return c
			}
		}
	}
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if r := s.Words[c].Rel; (r == AdnominalClause || r == ClauseComplement || r == RelativeClause) && s.markOf(c) == "that" {
			return s.childOf(c, Subject)
		}
	}
	return -1
}

// nounAgent finds who acts in a noun: "Trump's attacks", "Republican criticism",
// "attacks by".
func (s *Scene) nounAgent(i, theme int) int {
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if c == theme {
			continue
		}
		w := &s.Words[c]
		switch w.Rel {
		case Possessor:
			return c
		case NominalModifier:
			if p := s.caseOf(c); p == "by" || p == "from" || p == "among" || p == "between" {
				return c
			}
		case Compound, Adjectival:
			if w.Mention >= 0 {
				return c
			}
		}
	}
	return -1
}

// lightSubject finds the subject of the verb whose object a noun is: "X launched
// an attack", "X is under pressure".
func (s *Scene) lightSubject(i int) int {
	w := &s.Words[i]
	h := int(w.Head)
	if h < 0 {
		return -1
	}
	switch w.Rel {
	case Object, Oblique:
		if s.Words[h].Tag == Verb {
			if s.passive(h) {
				return s.byAgent(h)
			}
			return s.subject(h)
		}
	case Conjunct:
		return s.subjectAbove(h)
	case Root, ClauseComplement, OpenClause:
		return s.subject(i)
	}
	return -1
}

// blamed finds who is said to have done what a noun names: Ray of "blamed Ray for
// the attack on Day".
func (s *Scene) blamed(i int) int {
	w := &s.Words[i]
	p := s.caseOf(i)
	if w.Head < 0 || w.Rel != Oblique && w.Rel != NominalModifier || p != "for" && p != "of" {
		return -1
	}
	v := int(w.Head)
	if x := &s.Words[v]; x.Tag != Verb && x.Rel == Object && x.Head >= 0 {
		v = int(x.Head)
	}
	if x := &s.Words[v]; x.Tag != Verb || !slices.ContainsFunc(x.frames, func(f Frame) bool { return f.Class == "accuse" && f.AgentRecipient < 0 }) {
		return -1
	}
	if s.passive(v) {
		return s.subject(v)
	}
	return s.childOf(v, Object)
}

// subjectAbove finds the subject of the verb whose object a noun is.
func (s *Scene) subjectAbove(i int) int {
	w := &s.Words[i]
	if w.Head >= 0 && (w.Rel == Object || w.Rel == Oblique) && s.Words[w.Head].Tag == Verb {
		return s.subject(int(w.Head))
	}
	return -1
}

// fillRole fills a noun that names its holder by his stance.
func (s *Scene) fillRole(i, theme int, f *Frame) {
	if theme < 0 {
		for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
			if w := &s.Words[c]; w.Rel == Possessor || w.Rel == Compound && w.Mention >= 0 || w.Rel == Adjectival && w.Mention >= 0 {
				theme = c
				break
			}
		}
	}
	if theme < 0 || f.AgentTheme == 0 {
		return
	}
	x := Fill{Holder: i, Target: theme, Trigger: i, Sign: f.AgentTheme, How: AsRole, Frame: f}
	w := &s.Words[i]
	switch h := int(w.Head); {
	case w.Rel == Apposition && h >= 0:
		x.Holder, x.How = h, AsLabel
	case s.childOf(i, Copula) >= 0:
		if c := s.subject(i); c >= 0 {
			x.Holder, x.How = c, AsLabel
		}
	case s.childOf(i, Apposition) >= 0:
		x.Holder, x.How = s.childOf(i, Apposition), AsLabel
	case (w.Rel == Compound || w.Rel == NominalModifier && s.caseOf(i) == "") && h > i && s.Words[h].Mention >= 0:
		x.Holder, x.How = h, AsLabel // "longtime Trump critic Ann Lee"
	case w.Rel == Oblique && s.caseOf(i) == "as":
		if c := s.subject(h); c >= 0 {
			x.Holder, x.How = c, AsLabel
		}
	}
	s.emit(x)
}

// fillAdjective fills an adjective, a participle or a preposition: "X is critical of Y", "X
// is at odds with Y".
func (s *Scene) fillAdjective(i, last int, f *Frame) {
	theme := s.slot(i, last, f.Theme)
	if theme < 0 && last == i && f.Theme != "" {
		return
	}
	holder := -1
	w := &s.Words[i]
	if w.Rel == Case && w.Head >= 0 { // "at" of "at odds with"
		i = int(w.Head)
		w = &s.Words[i]
	}
	switch {
	case (w.Rel == Adjectival || w.Rel == NominalModifier) && w.Head >= 0:
		holder = int(w.Head)
	case s.passive(i) || s.childOf(i, Copula) >= 0 || s.childOf(i, Subject) >= 0 || w.Rel == OpenClause || w.Rel == Conjunct || w.Rel == AdverbialClause:
		holder = s.subject(i)
		if holder < 0 && w.Rel == AdnominalClause {
			holder = int(w.Head)
		}
	case w.Rel == AdnominalClause || w.Rel == RelativeClause:
		holder = int(w.Head)
	case w.Rel == Oblique && w.Head >= 0: // "came out in favor of"
		holder = s.subject(int(w.Head))
	}
	if theme >= 0 && f.AgentTheme != 0 {
		s.emit(Fill{Holder: holder, Target: theme, Trigger: i, Sign: s.shifted(i, f.AgentTheme), How: AsQuality, Frame: f})
	}
}
