package opinion

// fillVerb fills a verb: "X backs Y", "Y is backed by X", "X accuses Y of Z".
func (s *Scene) fillVerb(i, last int, f *Frame) {
	holder, how := s.subject(i), Plainly
	theme := -1
	if s.passive(i) {
		how = Passively
		theme = holder
		if s.Words[i].Rel == AdnominalClause {
			theme = s.lastOf(int(s.Words[i].Head), i)
		}
		holder = s.byAgent(i)
		if f.Preposition() != "" && f.Theme != "obj" {
			theme = -1
		}
	}
	if f.Theme == "obj" {
		if h, t := s.appended(i); t >= 0 {
			holder, theme, how = h, t, Plainly
		}
	}
	if theme < 0 {
		theme = s.theme(i, last, f)
	}
	sign := s.shifted(i, f.AgentTheme)
	switch f.Class {
	case "draw":
		// The subject is the target, the one behind the preposition the holder.
		if theme >= 0 && holder >= 0 && how == Plainly {
			s.emit(Fill{Holder: theme, Target: holder, Trigger: i, Sign: s.shifted(i, f.ThemeAgent), How: Reversed, Frame: f})
		}
		return
	case "label":
		s.label(i, holder, theme, f)
		return
	case "shifter":
		return
	case "propagate":
		if theme >= 0 {
			s.through(i, holder, theme, f)
		}
		return
	}
	if theme < 0 && how == Plainly && f.Theme == "obj" {
		theme = s.sharedTheme(i, holder)
	}
	if theme < 0 {
		return
	}
	if sign != 0 {
		plain := how == Passively && f.Class == "support" && sign == 2 && holder >= 0 && s.Words[holder].Mention >= 0
		s.emit(Fill{Holder: holder, Target: theme, Trigger: i, Sign: sign, How: how, Frame: f, Plain: plain})
	} else if f.ThemeAgent != 0 && holder >= 0 {
		s.emit(Fill{Holder: theme, Target: holder, Trigger: i, Sign: s.shifted(i, f.ThemeAgent), How: Reversed, Frame: f})
	}
	if f.AgentRecipient != 0 && f.Agent != "" {
		if r := s.slot(i, last, f.Agent); r >= 0 && r != theme {
			s.emit(Fill{Holder: holder, Target: r, Trigger: i, Sign: s.shifted(i, f.AgentRecipient), How: Recipient, Frame: f})
		}
	}
}

// theme finds the target of a verb.
func (s *Scene) theme(i, last int, f *Frame) int {
	if f.Theme == "obj" {
		for r := range maxClimb {
			if o := s.childOf(i, Object); o >= 0 {
				return s.antecedent(o, i)
			}
			w := &s.Words[i]
			// "something the Russians have long sought": the noun is the object.
			if c := s.anySubject(i); (w.Rel == RelativeClause || w.Rel == AdnominalClause) && c >= 0 {
				if a := s.antecedent(c, i); a == c {
					return int(w.Head)
				}
			}
			// "sought and resisted": a shared object stands with the last.
			shared := -1
			if r == 0 {
				for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
					if s.Words[c].Rel == Conjunct && s.Words[c].Tag == Verb && c > i && s.childOf(c, Subject) < 0 {
						if o := s.childOf(c, Object); o >= 0 && c-i <= 4 {
							shared = o
						}
					}
				}
			}
			if shared >= 0 {
				return shared
			}
			if w.Rel != Conjunct || w.Head < 0 || s.Words[w.Head].Rel != RelativeClause && s.Words[w.Head].Rel != AdnominalClause {
				return -1
			}
			i = int(w.Head)
		}
		return -1
	}
	return s.slot(i, last, f.Theme)
}

// lastOf returns the last of some coordinated nouns before a participle: "villagers
// and rebels backed by the Finns" says it of the rebels.
func (s *Scene) lastOf(head, participle int) int {
	last := head
	for c := s.firstChild(head); c >= 0; c = s.nextChild(c) {
		if c > last && c < participle && s.Words[c].Rel == Conjunct && s.Words[c].Tag != Verb {
			last = c
		}
	}
	return last
}

// slot finds the word in a place that a frame names.
func (s *Scene) slot(i, last int, place string) int {
	if place == "comp" {
		for _, r := range []Relation{OpenClause, ClauseComplement} {
			if c := s.childOf(i, r); c >= 0 {
				if o := s.childOf(c, Object); o >= 0 {
					return o
				}
				return c
			}
		}
		return -1
	}
	if place == "obj" {
		return s.childOf(i, Object)
	}
	if len(place) < 4 || place[:3] != "pp:" {
		return -1
	}
	want := place[3:]
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		switch w := &s.Words[c]; w.Rel {
		case Oblique, NominalModifier, Agent, Object:
			if c > i && oneOf(s.caseOf(c), want) {
				return c
			}
		case AdverbialClause, AdnominalClause:
			// "concerns about Russia holding up its end", "blamed for lying"
			if c > i && (oneOf(s.markOf(c), want) || oneOf(s.caseOf(c), want)) {
				if a := s.childOf(c, Subject); a >= 0 {
					return a
				}
				return c
			}
		}
	}
	// "threw shade at Ray", "blamed Day for the delay": what belongs to the verb often
	// hangs on its object.
	if o := s.childOf(i, Object); o >= 0 && s.Words[i].Tag == Verb {
		for c := s.firstChild(o); c >= 0; c = s.nextChild(c) {
			if s.Words[c].Rel == NominalModifier && oneOf(s.caseOf(c), want) {
				return c
			}
		}
	}
	// The preposition is a part of the frame: the noun behind it, whatever it
	// hangs on.
	if last > i && oneOf(s.Words[last].Lower, want) {
		if h := int(s.Words[last].Head); h > last && s.Words[last].Rel == Case {
			return h
		}
	}
	return -1
}

// markOf returns the word that begins a clause, "" for none: "that", "as".
func (s *Scene) markOf(i int) string {
	if c := s.childOf(i, Marker); c >= 0 {
		return s.Words[c].Lower
	}
	return ""
}

// oneOf reports whether a word is one of those that slashes separate.
func oneOf(word, list string) bool {
	for word != "" && list != "" {
		n := len(list)
		for k := 0; k < len(list); k++ {
			if list[k] == '/' {
				n = k
				break
			}
		}
		if list[:n] == word {
			return true
		}
		list = list[min(len(list), n+1):]
	}
	return false
}

// byAgent finds the one who acts in a passive.
func (s *Scene) byAgent(i int) int {
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if w := &s.Words[c]; w.Rel == Agent || (w.Rel == Oblique || w.Rel == NominalModifier) && s.caseOf(c) == "by" {
			return c
		}
	}
	return -1
}

// label fills "X calls Y a liar": the complement says what X holds toward Y.
func (s *Scene) label(i, holder, theme int, f *Frame) {
	sign := f.AgentTheme
	complement := -1
	if sign == 0 {
		complement = s.childOf(i, OpenClause)
		if complement < 0 {
			for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
				if w := &s.Words[c]; c > i && (w.Rel == Oblique || w.Rel == AdverbialClause) && (s.caseOf(c) == "as" || s.markOf(c) == "as") {
					complement = c
				}
			}
		}
		if complement < 0 {
			return
		}
		sign = s.signOf(complement)
	}
	if theme < 0 {
		theme = s.childOf(i, Object)
	}
	if theme < 0 || sign == 0 {
		return
	}
	s.emit(Fill{Holder: holder, Target: theme, Trigger: max(i, complement), Sign: sign, How: AsLabel, Frame: f})
}

// signOf returns the sign of the valence of a word and what hangs on it.
func (s *Scene) signOf(i int) int {
	v := s.Words[i].Valence
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if r := s.Words[c].Rel; r == Adjectival || r == Compound || r == Conjunct || r == Adverbial {
			v += s.Words[c].Valence
		}
	}
	switch {
	case v > 0.1:
		return 1
	case v < -0.1:
		return -1
	}
	return 0
}

// through fills "X condemned the attack on Y": against the attack, and for Y.
func (s *Scene) through(i, holder, event int, f *Frame) {
	w := &s.Words[event]
	for k := range w.frames {
		g := &w.frames[k]
		if !w.fits(g) || g.POS != 'n' || g.Class == "role" {
			continue
		}
		effect := g.AgentTheme
		if effect == 0 {
			continue
		}
		if theme := s.slot(event, event, g.Theme); theme >= 0 {
			s.emit(Fill{Holder: holder, Target: theme, Trigger: i, Sign: s.shifted(i, f.AgentRecipient*effect), How: Through, Frame: f})
		}
		return
	}
}

// shifted turns the sign where a shifter governs the predicate: "refused to
// back", "withdrew support for".
func (s *Scene) shifted(i, sign int) int {
	for range 3 {
		w := &s.Words[i]
		h := int(w.Head)
		if h < 0 {
			return sign
		}
		switch w.Rel {
		case OpenClause, Object, AdverbialClause, ClauseComplement:
			if s.Words[h].Modifier == Shifter && (w.Rel != AdverbialClause || s.markOf(i) == "from") {
				sign = -sign
			}
			if w.Rel == Object {
				return sign
			}
		case Conjunct:
		default:
			return sign
		}
		i = h
	}
	return sign
}
