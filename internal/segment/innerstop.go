package segment

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
	for e < len(text) && e-j < maxLocal {
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
	case e == j+2 && c == upper && text[j+1] != 'I' && text[j+1] != 'A' && (e == len(text) || text[e] != '.'):
		return true, e // 9501.T, Zafi.D
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
