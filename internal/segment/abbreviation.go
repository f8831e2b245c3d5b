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

// afterAbbreviation goes on behind an abbreviation text[i:end] with its stop.
func (s *scanner) afterAbbreviation(i, end int, p properties) int {
	next := s.clitics(end)
	if next == end {
		s.abbreviationEnds(i, end, p)
	}
	return next
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
	if p&alsoWord == 0 && p&(latin|unit) == 0 {
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
			return p&(stateName|companySuffix|calendar|initials) != 0 && classes[text[i]] == upper || j-i <= 2 && classes[text[i]] == lower && text[i:j] != "no" && text[i:j] != "in" && text[i:j] != "me" && text[i:j] != "am"
		case p&beforeName != 0 && c == upper:
			return classes[text[i]] == upper
		case p&companySuffix != 0:
			return s.afterName()
		case p&stateName != 0:
			return s.afterComma()
		case p&calendar != 0:
			return lookup(nextWord(text, k))&calendar != 0 // Sat. Sept. 23
		}
		return false
	}
	return p&unit == 0 || p&(beforeNumber|beforeName|companySuffix) != 0 || s.afterNumber() || classes[text[i]] == upper
}

// initial decides on a single capital letter before a stop: John F. Kennedy,
// but "you and I." and "plan B."
func (s *scanner) initial(i, j int) (properties, bool) {
	text := s.text
	f := s.after(j + 1)
	if f.next == len(text) || f.lines > 1 || f.quoted {
		return 0, false
	}
	if f.class != upper || f.opened || f.glued || len(s.tokens) == s.first {
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
	n := len(s.tokens)
	return n > s.first && isDigit(s.text[s.tokens[n-1].Start])
}

// afterName reports whether the token before is a capitalised word.
func (s *scanner) afterName() bool {
	n := len(s.tokens)
	if n <= s.first {
		return false
	}
	c := s.text[s.tokens[n-1].Start]
	return classes[c] == upper || c == '&'
}

// afterComma reports whether the token before is a comma.
func (s *scanner) afterComma() bool {
	n := len(s.tokens)
	return n > s.first && s.text[s.tokens[n-1].Start] == ','
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

// innerStop decides on a stop at j with a letter or digit on both sides.
func (s *scanner) innerStop(i, j int) (inner bool, next int) {
	text := s.text
	if j == i+1 && isLetter(text[i]) {
		if e, ok := lettersAndStops(text, i); ok {
			if e < len(text) && text[e] == '@' {
				if m := mailEnd(text, e); m > 0 {
					return false, s.emit(i, m)
				}
			}
			if e < len(text) && inWord[text[e]] {
				if m := s.dotted(i, j); m > e {
					return false, s.emit(i, m) // j.q.public@example.com
				}
			}
			if text[e-1] != '.' && e < len(text) && (inWord[text[e]] || text[e] == '-' || text[e] == '.' && e+1 < len(text) && inWord[text[e+1]]) {
				return s.innerWord(i, j)
			}
			s.emit(i, e)
			if text[e-1] == '.' {
				return false, s.afterAbbreviation(i, e, lookup(text[i:e-1])|initials|abbreviated)
			}
			return false, s.clitics(e)
		}
	}
	return s.innerWord(i, j)
}

// lettersAndStops returns the end of a run of single letters with stops that
// starts at i (U.S.A. or p.m), and whether it has two letters or more.
func lettersAndStops(text string, i int) (end int, ok bool) {
	n := 0
	for i+1 < len(text) && isLetter(text[i]) && text[i+1] == '.' {
		i += 2
		n++
	}
	if i < len(text) && isLetter(text[i]) && (i+1 == len(text) || !inWord[text[i+1]]) && n > 0 {
		return i + 1, true // U.S
	}
	if n > 1 && i < len(text) && text[i] == '.' { // U.S... leaves the ellipsis alone
		return i, n > 1
	}
	return i, n > 1
}

// innerWord decides on a stop inside of what is no row of single letters.
func (s *scanner) innerWord(i, j int) (inner bool, next int) {
	text := s.text
	if e := s.dotted(i, j); e > 0 {
		return false, s.emit(i, e)
	}
	if j-i > 2 && text[j-2] == '-' && isLetter(text[j-1]) { // anti-U.S.
		if e, ok := lettersAndStops(text, j-1); ok && (e == len(text) || !inWord[text[e]]) {
			return false, s.clitics(s.emit(i, e))
		}
	}
	e, labels := j, 1 // the run of words and stops
	for e < len(text) && e-i < maxLocal {
		if inWord[text[e]] {
			e++
		} else if text[e] == '.' && e+1 < len(text) && inWord[text[e+1]] {
			labels++
			e++
		} else {
			break
		}
	}
	if e-i <= 12 {
		if p := lookup(text[i:e]); p&abbreviated != 0 { // Ph.D
			if e < len(text) && text[e] == '.' {
				s.emit(i, e+1)
				return false, s.afterAbbreviation(i, e+1, p)
			}
			return false, s.emit(i, e)
		}
	}
	c := classes[text[j+1]]
	if c == digit && j-i >= 3 && s.noteFollows(j+1) {
		return false, s.wordEnd(i, j)
	}
	if j-i <= 5 && c == upper {
		if p := lookup(text[i:j]); p&abbreviated != 0 && (p&alsoWord == 0 || p&beforeName != 0 && classes[text[i]] == upper) || j == i+1 && classes[text[i]] == upper { // St.Louis
			s.emit(i, j+1)
			return false, j + 1
		}
	}
	if j-i <= 5 && c == digit && lookup(text[i:j])&(beforeNumber|calendar) != 0 { // No.10
		s.emit(i, j+1)
		return false, j + 1
	}
	switch {
	case c == upper && j-i > 1 && classes[text[i+1]] == upper && e-j <= 3 && allUpper(text[j+1:e]):
		return true, j + 1 // the code of a share, AMZN.O
	case c == upper || c == high:
		return false, s.wordEnd(i, j) // dawn.The
	case labels > 2 || c == digit || isDigit(text[i]) || j-i == 1 || e-j <= 2:
		return true, j + 1
	}
	return false, s.wordEnd(i, j)
}

// noteFollows reports whether the digits at i, directly behind a full stop, are the
// number of a note at the end of a sentence: "cognition.10 This".
func (s *scanner) noteFollows(i int) bool {
	e := digitsEnd(s.text, i)
	return e-i <= 3 && e+1 < len(s.text) && s.text[e] == ' ' && classes[s.text[e+1]] == upper
}

func allUpper(w string) bool {
	for i := range len(w) {
		if classes[w[i]] != upper {
			return false
		}
	}
	return true
}
