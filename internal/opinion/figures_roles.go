package opinion

// Who does what in the word that shows a stance, as the trees see it.
const (
	roleNone   = iota
	roleHolder // the holder of the pair
	roleTarget
	roleSpeaker // "I", "we", of the holder who speaks
	roleNamed   // another name
	rolePronoun
	roleOther
)

// roleFigures tell whether holder and target are those who act and are acted on
// in the word that shows a stance.
func (s *Scene) roleFigures(m *Meeting) {
	d, p := &m.Figures, &m.Pair
	if m.Trigger < 0 {
		return
	}
	i := m.Trigger
	w := &s.Words[i]
	agent, theme := -1, -1
	if w.Tag == Verb {
		agent = s.subject(i)
		if s.passive(i) {
			d[dTriggerPassive] = 1
			theme = agent
			if theme < 0 && w.Rel == AdnominalClause {
				theme = int(w.Head)
			}
			agent = s.byAgent(i)
		} else if o := s.childOf(i, Object); o >= 0 {
			theme = s.antecedent(o, i)
		}
	} else {
		if w.Tag == Adjective || s.childOf(i, Copula) >= 0 {
			theme = s.subject(i)
			if theme < 0 && w.Rel == Adjectival {
				theme = int(w.Head)
			}
		}
		if w.Tag == Noun {
			agent = s.nounAgent(i, -1)
			if agent < 0 {
				agent = s.lightSubject(i)
			}
		}
	}
	d[dTriggerAgent], d[dTriggerTheme] = float32(s.roleOf(p, agent)), float32(s.roleOf(p, theme))
	d[dTriggerNegated] = one(s.negatedBy(i))
	for c, n := s.firstChild(i), 0; c >= 0 && n < 8; c, n = s.nextChild(c), n+1 {
		switch w := &s.Words[c]; {
		case w.is(duty):
			d[dTriggerModal] = 2
		case w.is(chance):
			d[dTriggerModal] = 1
		}
	}
}

// roleOf says who a word is for a pair.
func (s *Scene) roleOf(p *Pair, i int) int {
	if i < 0 {
		return roleNone
	}
	w := &s.Words[i]
	switch {
	case !p.Voice && s.within(&p.Holder, i):
		return roleHolder
	case s.within(&p.Target, i):
		return roleTarget
	case p.Voice && s.isSpeaker(p, i):
		return roleSpeaker
	case w.Closed == Pronoun:
		if e := s.entityAt(i); e >= 0 && (e == p.Holder.Entity || e == p.Target.Entity) {
			if e == p.Holder.Entity {
				return roleHolder
			}
			return roleTarget
		}
		return rolePronoun
	case w.Mention >= 0:
		switch e := s.entityAt(i); {
		case e == p.Holder.Entity:
			return roleHolder
		case e == p.Target.Entity:
			return roleTarget
		}
		return roleNamed
	}
	return roleOther
}

func (s *Scene) within(p *Phrase, i int) bool { return i >= p.First && i < p.End }

// targetStanding tells on what a target hangs, and what kind of thing it is.
func (s *Scene) targetStanding(d *Figures, p *Pair) {
	st := &s.state
	top := st.tops[p.TargetOrder]
	d[dTargetRel], d[dTargetUnder] = float32(s.Words[top].Rel), s.under(top)
	d[dTargetPerson], d[dTargetBody] = s.sortOf(&p.Target)
	d[dTargetAbove], d[dTargetBelow] = -9, st.below[p.TargetOrder]
	if k := st.above[p.TargetOrder]; k >= 0 {
		d[dTargetAbove] = st.targetOdds[k]
	}
}

// holderStanding tells the same of a holder who does not speak.
func (s *Scene) holderStanding(d *Figures, p *Pair) {
	st := &s.state
	top := st.tops[p.HolderOrder]
	d[dHolderRel], d[dHolderUnder] = float32(s.Words[top].Rel), s.under(top)
	d[dHolderPerson], d[dHolderBody] = s.sortOf(&p.Holder)
	if k := st.above[p.HolderOrder]; k >= 0 {
		d[dHolderAbove] = st.holderOdds[k]
	} else {
		d[dHolderAbove] = -9
	}
}

// rootFigures tell how deep a target hangs in what its holder says.
func (s *Scene) rootFigures(m *Meeting) {
	if m.Quote < 0 || !m.Voice {
		return
	}
	i, depth := s.state.tops[m.TargetOrder], 0
	for ; depth < maxClimb; depth++ {
		h := int(s.Words[i].Head)
		if h < 0 || int(s.Words[h].Quote) != m.Quote {
			break
		}
		m.Figures[dRootRel] = float32(s.Words[i].Rel)
		i = h
	}
	m.Figures[dRootDepth] = float32(depth)
}

// under says on what a word hangs: a verb, a name, another noun, something else.
func (s *Scene) under(i int) float32 {
	h := int(s.Words[i].Head)
	if h < 0 {
		return 0
	}
	w := &s.Words[h]
	switch {
	case w.Mention >= 0:
		return 3
	case w.Tag == Verb:
		return 1
	case w.Tag == Noun || w.Tag == ProperNoun:
		return 2
	}
	return 4
}

// sortOf tells how often a common noun is said of persons, and of bodies, in
// tenths; −1 for names and nouns that are not known.
func (s *Scene) sortOf(p *Phrase) (person, body float32) {
	if p.Entity >= 0 || p.Head < 0 {
		return -2, -2
	}
	return s.Words[p.Head].Person, s.Words[p.Head].Body
}
