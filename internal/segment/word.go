package segment

// word reads a word that starts at i and whose letters up to j are known.
func (s *scanner) word(i, j int) int {
	text := s.text
	for {
		for j < len(text) && inWord[text[j]] {
			j++
		}
		if j == len(text) {
			return s.wordEnd(i, j)
		}
		c := text[j]
		switch classes[c] {
		case blank, terminator:
			return s.wordEnd(i, j)
		case high:
			r, n := decode(text, j)
			switch r {
			case runeLower, runeUpper:
				j += n
				continue
			case runeApostrophe:
				if inner, next := s.apostropheInWord(i, j, n); inner {
					j = next
					continue
				} else {
					return next
				}
			}
			return s.wordEnd(i, j)
		case apostrophe:
			if inner, next := s.apostropheInWord(i, j, 1); inner {
				j = next
				continue
			} else {
				return next
			}
		case hyphen:
			if s.joins(i, j) {
				j++
				continue
			}
			return s.wordEnd(i, j)
		case stop:
			if inner, next := s.wordStop(i, j); inner {
				j = next
				continue
			} else {
				return next
			}
		}
		if c != ',' && c != '"' && c != ')' && c != ';' && j+1 < len(text) && classes[text[j+1]] != blank {
			switch {
			case c == '@' || c == ':' || c == '/':
				if e := s.address(i, j); e > 0 {
					return s.emit(i, e)
				}
				if c == '/' && s.slashed(i, j) {
					j++
					continue
				}
			case c == '&' && isLetter(text[j+1]) && j-i <= 4:
				j++
				continue
			case c == '$' && j-i <= 3 && classes[text[i]] == upper:
				return s.emit(i, j+1)
			case c == '*' && isLetter(text[j+1]) && j-i <= 4: // sh*t
				j++
				continue
			}
		} else if c == '$' && j-i <= 3 && classes[text[i]] == upper {
			return s.emit(i, j+1)
		}
		return s.wordEnd(i, j)
	}
}

// slashed reports whether the slash at j, after the word from i on, is part of
// one word: w/out, c/o, s/he, A/S.
func (s *scanner) slashed(i, j int) bool {
	e := j + 1
	for e < len(s.text) && inWord[s.text[e]] {
		e++
	}
	if i > s.start && s.text[i-1] == '/' { // I/B/E/S
		return false
	}
	return j-i == 1 && e-j <= 4 && isLetter(s.text[i]) && s.text[i] != 'm' &&
		(e == len(s.text) || s.text[e] != '/')
}

// wordEnd emits the word text[i:j], cut in two where it is a contraction without
// an apostrophe.
func (s *scanner) wordEnd(i, j int) int {
	if n := j - i; n >= 2 && n <= 8 && contractible[s.text[j-2]&31][s.text[j-1]&31] {
		t := s.text[i:j]
		if cut := lookupLower(t).cut(); cut > 0 && t != "IM" {
			s.emit(i, i+cut)
			return s.emit(i+cut, j)
		}
		if n == 3 && (t == "its" || t == "Its") && s.clauseFollows(j) {
			s.emit(i, i+2)
			return s.emit(i+2, j)
		}
	}
	return s.emit(i, j)
}

// clauseFollows reports whether the word behind j cannot stand behind a possessive:
// "its a shame" is "it's".
func (s *scanner) clauseFollows(j int) bool {
	return j < len(s.text) && s.text[j] == ' ' && lookup(nextWord(s.text, j+1))&clause != 0
}

// contractible tells by the last two letters whether a word can be in the list of
// contractions, or be "its"; most words cannot.
var contractible = func() (t [32][32]bool) {
	for _, ends := range [...]string{"nt", "ot", "na", "ta", "da", "ra", "ve", "re", "me", "im", "ts", "es", "no"} {
		t[ends[0]&31][ends[1]&31] = true
	}
	return t
}()
