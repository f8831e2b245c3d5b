package segment

// wordStop decides on the full stop at j behind the word from i on: it belongs to
// the word (Inc. U.S. example.com), or it ends a sentence, or it stands
// between two sentences without a blank (dawn.The). Where the word goes on behind
// the stop it returns true and the place; else it has emitted the word and returns
// the place to go on.
func (s *scanner) wordStop(i, j int) (inner bool, next int) {
	text := s.text
	c := byte(' ')
	if j+1 < len(text) {
		c = text[j+1]
	}
	if inWord[c] || classes[c] == high && isLetterAt(text, j+1) {
		return s.innerStop(i, j)
	}
	if c == '.' {
		if mayHide(text, j) {
			if e := s.dotted(i, j); e > 0 {
				return false, s.emit(i, e)
			}
		}
		if j+2 < len(text) && text[j+2] == '.' {
			return false, s.wordEnd(i, j) // an ellipsis follows
		}
	}
	p, ok := s.abbreviation(i, j)
	if !ok {
		return false, s.wordEnd(i, j)
	}
	s.emit(i, j+1)
	return false, s.afterAbbreviation(i, j+1, p)
}

// abbreviation reports whether the full stop at j belongs to the word text[i:j],
// and what the lists say of it.
func (s *scanner) abbreviation(i, j int) (properties, bool) {
	text := s.text
	if j-i > 12 {
		return 0, false
	}
	w := text[i:j]
	if len(w) == 1 {
		if classes[w[0]] == upper {
			return s.initial(i, j)
		}
		if classes[w[0]] != lower {
			return 0, false
		}
	}
	p := lookup(w)
	if p&abbreviated == 0 && len(w) > 1 && classes[w[0]] == upper && classes[w[1]] == upper {
		p = lookupTitle(w) // INC. MRS.
		if p&(alsoWord|latin|unit) != 0 && p&(beforeName|beforeNumber) == 0 {
			p = 0
		}
	}
	if p&abbreviated == 0 {
		return 0, false
	}
	if p&(alsoWord|latin|unit) == 0 {
		return p, true
	}
	return p, s.abbreviatedHere(i, j, p)
}

// abbreviatedHere decides on words that only sometimes are abbreviations, by what
// stands behind the stop: no. 5, Sun. 3 May, Gen. Lee, 6 in. of rain.
func (s *scanner) abbreviatedHere(i, j int, p properties) bool {
	text := s.text
	k, lines := skipBlanks(text, j+1, len(text))
	if k == len(text) || lines > 1 {
		return p&(alsoWord|unit) == 0 || p&companySuffix != 0 && s.afterName()
	}
	c := classes[text[k]]
	if p&alsoWord != 0 {
		switch {
		case c == digit:
			return p&(beforeNumber|calendar|beforeName) != 0 || p&timeOfDay != 0 && s.afterNumber()
		case p&unit != 0 && s.afterNumber():
			return c == lower || text[k] == ','
		case text[k] == ',' || text[k] == ';':
			return true
		case c == lower:
			if classes[text[i]] == upper {
				return p&(stateName|companySuffix|calendar|initials) != 0
			}
			return j-i <= 2 && p&bound == 0
		case p&beforeName != 0 && c == upper:
			return classes[text[i]] == upper
		case p&companySuffix != 0, p&latin != 0 && j-i == 1 && c == upper: // Roe v. Wade
			return s.afterName()
		case p&stateName != 0:
			return s.back(1) == ","
		case p&calendar != 0:
			return lookup(nextWord(text, k))&calendar != 0 // Sat. Sept. 23
		}
		return false
	}
	return p&unit == 0 || p&(beforeNumber|beforeName|companySuffix) != 0 || classes[text[i]] == upper || s.afterNumber()
}

// initial decides on a single capital letter before a stop: John F. Kennedy,
// but "you and I." and "plan B."
func (s *scanner) initial(i, j int) (properties, bool) {
	text := s.text
	f := s.after(j + 1)
	if f.next == len(text) || f.lines > 1 || f.quoted {
		return 0, false
	}
	if f.class != upper || f.opened || f.glued || s.size() == 0 {
		return initials, true
	}
	score := opening(nextWord(text, f.next))
	if text[i] == 'I' || !s.afterName() {
		return initials, score < 12
	}
	return initials, score < 14
}

// afterNumber reports whether the token before is a number.
func (s *scanner) afterNumber() bool {
	t := s.back(1)
	return t != "" && isDigit(t[0])
}

// afterName reports whether the token before is a capitalised word, or "&".
func (s *scanner) afterName() bool {
	t := s.back(1)
	return t != "" && (classes[t[0]] == upper || t == "&")
}

// lookupTitle is lookup for an upper-case word written with one capital.
func lookupTitle(w string) properties {
	var buf [12]byte
	n := copy(buf[:], w)
	for i := 1; i < n; i++ {
		if classes[buf[i]] == upper {
			buf[i] |= 0x20
		}
	}
	return lookup(string(buf[:n]))
}

// allUpper reports whether a word is of ASCII capitals only.
func allUpper(w string) bool {
	for i := range len(w) {
		if classes[w[i]] != upper {
			return false
		}
	}
	return true
}

// afterAbbreviation goes on behind an abbreviation text[i:end] with its stop.
func (s *scanner) afterAbbreviation(i, end int, p properties) int {
	next := s.clitics(end)
	if next == end {
		s.abbreviationEnds(i, end, p)
	}
	return next
}

// abbreviationEnds decides whether the abbreviation text[i:end] is the last word of
// its sentence.
func (s *scanner) abbreviationEnds(i, end int, p properties) {
	f := s.after(end)
	if f.next == len(s.text) {
		return
	}
	if f.lines > 1 || s.abbreviationEndsHere(i, end, p, f) {
		s.cut = f.end
	}
}

// abbreviationEndsHere weighs what the abbreviation is against the word that
// follows: "U.S. Senate" goes on, "the U.S. Talks" does not.
func (s *scanner) abbreviationEndsHere(i, end int, p properties, f following) bool {
	text := s.text
	if f.class != upper {
		return f.class == digit && f.quoted || f.closed && f.quoted && f.opened
	}
	if f.quoted || f.opened && text[f.next-1] != '(' {
		// Not C.L. "Butch" Otter.
		return f.quoted || p&(beforeName|latin) == 0 && (p&initials == 0 || p&endsSentence != 0)
	}
	if s.insideAside(f) {
		return false
	}
	w := nextWord(text, f.next)
	q := lookup(w)
	score := opening(w)
	strong := score >= 12
	if v := f.next + len(w) + 1; s.headline && (!strong || v >= len(text) || classes[text[v]] != lower) {
		return false // every word of a headline may have a capital
	}
	switch {
	case s.size() == 1, end-i == 2:
		return false // P.S. and the letters of a list, initials
	case p&(beforeName|beforeNumber) != 0 && p&(companySuffix|unit|stateName|initials) == 0:
		return false
	case p&latin != 0 && p&endsSentence == 0:
		return false
	case p&timeOfDay != 0:
		return q&(calendar|timeOfDay) == 0 && s.size() > 3
	case p&calendar != 0:
		return strong
	case p&stateName != 0 && s.afterCapitals():
		return false // a dateline: TRENTON, N.J. The governor
	case q&follower != 0 && !strong:
		return false
	case p&country != 0 && s.back(2) != "the" && s.back(3) != "the" && !functional(w),
		p&stateName != 0 && s.back(2) != "," && !functional(w):
		return false // in U.S. Banks, the B.C. Coroners
	}
	if score > 0 {
		return score >= 9 // tuned on news
	}
	return p&initials != 0 && p&endsSentence != 0 && s.verbFollows(f.next)
}

// functional reports whether a capitalised word is a function word, which begins a
// sentence if it has a capital.
func functional(w string) bool {
	return lookup(w)&determiner != 0 || lookupLower(w)&(bound|clause) != 0
}

// afterCapitals reports whether the word before the last token, and a comma, is all
// in capitals, as the place of a dateline.
func (s *scanner) afterCapitals() bool {
	t := s.back(2)
	if t == "," {
		t = s.back(3)
	}
	return len(t) > 2 && len(t) < 24 && allUpper(t)
}

// opening is how readily a capitalised word begins a sentence, from 0 to 15.
func opening(w string) int {
	if w == "I" || w == "A" { // also initials, but what follows an abbreviation seldom is one
		return 12
	}
	return lookup(w).opens()
}

// verbFollows reports whether the word at i, capitalised, has a finite verb
// directly behind it, as the subject of a sentence would.
func (s *scanner) verbFollows(i int) bool {
	text := s.text
	w := nextWord(text, i)
	i += len(w)
	if w == "" || i >= len(text) || text[i] != ' ' {
		return false
	}
	v := nextWord(text, i+1)
	return len(v) > 1 && isFinite(v)
}

// isFinite reports whether a lower-case word is a finite verb, as a rule.
func isFinite(v string) bool {
	if lookup(v)&finiteVerb != 0 {
		return true
	}
	n := len(v)
	return n > 4 && v[n-1] == 'd' && v[n-2] == 'e'
}
