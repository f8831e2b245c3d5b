package segment

// apostropheInWord decides on an apostrophe of n bytes at j behind the word from
// i on. Where it is part of the word (O'Brien, o'clock) it returns true and the
// place behind it; else it has emitted the word, with the clitic that follows, and
// returns the place to go on.
func (s *scanner) apostropheInWord(i, j, n int) (inner bool, next int) {
	text := s.text
	k := j + n
	e := k
	for e < len(text) && isLetter(text[e]) && e-k < 4 {
		e++
	}
	ended := e == len(text) || !inWord[text[e]] && (classes[text[e]] != high || !isLetterAt(text, e))
	if e == k || text[j] == '`' && !ended { // the apostrophe of "boys'" or a closing mark
		if e == k && e < len(text) && classes[text[e]] == high && isLetterAt(text, e) { // d'état
			return true, k
		}
		return false, s.wordEnd(i, j)
	}
	if ended {
		switch length := e - k; {
		case length == 1 && text[k]|0x20 == 't' && text[j-1]|0x20 == 'n' && j-1 > i:
			s.emit(i, j-1)
			return false, s.clitics(s.emit(j-1, e))
		case length == 1 && text[k]|0x20 == 's' && isDigit(text[j-1]) && decade(text[i:j]):
			return false, s.emit(i, e) // the 60's
		case isClitic(text[k:e]):
			if text[k]|0x20 == 's' || j-i < 2 || !isDigit(text[j-1]) {
				s.emit(i, j)
				return false, s.clitics(s.emit(j, e))
			}
		case length == 3 && text[k:e] == "all" && text[i]|0x20 == 'y' && j == i+1:
			s.emit(i, k)
			return false, s.emit(k, e)
		}
	}
	if text[j] == '`' {
		return false, s.wordEnd(i, j)
	}
	return true, k
}

// isLetterAt reports whether a letter beyond ASCII starts at text[i].
func isLetterAt(text string, i int) bool {
	r, _ := decode(text, i)
	return r == runeLower || r == runeUpper
}

// decade reports whether a number is one of those that are written "1960's".
func decade(t string) bool {
	return (len(t) == 2 || len(t) == 4) && t[len(t)-1] == '0' && isDigit(t[0])
}

// isClitic reports whether the letters behind an apostrophe are a word of their
// own.
func isClitic(t string) bool {
	switch len(t) {
	case 1:
		c := t[0] | 0x20
		return c == 's' || c == 'm' || c == 'd'
	case 2:
		a, b := t[0]|0x20, t[1]|0x20
		return a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l'
	}
	return false
}

// clitics emits the clitics that directly follow a clitic or an abbreviation
// (could|n't|'ve, U.S.|'s) and returns the place behind them.
func (s *scanner) clitics(i int) int {
	text := s.text
	for i < len(text) {
		n := 0
		switch {
		case text[i] == '\'':
			n = 1
		case text[i] == 0xE2:
			if r, m := decode(text, i); r == runeApostrophe {
				n = m
			}
		}
		if n == 0 {
			break
		}
		e := i + n
		for e < len(text) && isLetter(text[e]) && e-i-n < 3 {
			e++
		}
		if !isClitic(text[i+n:e]) || e < len(text) && inWord[text[e]] {
			break
		}
		i = s.emit(i, e)
	}
	return i
}

// apostrophe reads an apostrophe of n bytes at i that no word stands before.
func (s *scanner) apostrophe(i, n int) int {
	text := s.text
	k := i + n
	if i > s.start && classes[text[i-1]] != blank {
		if e := s.clitics(i); e > i {
			return e
		}
	}
	if i == s.start || !inWord[text[i-1]] {
		if e := digitsEnd(text, k); e == k+2 { // '90s, '71
			if e < len(text) && text[e] == 's' {
				e++
			}
			if e == len(text) || !inWord[text[e]] {
				return s.emit(i, e)
			}
		}
		e := k
		for e < len(text) && isLetter(text[e]) && e-k < 6 {
			e++
		}
		ended := e == len(text) || !inWord[text[e]]
		if e > k && ended && (lookupLower(text[k:e])&elision != 0 || isClitic(text[k:e]) && (e == len(text) || classes[text[e]] == blank)) {
			return s.emit(i, e)
		}
	}
	if r, m := runeSymbol, 0; n > 1 && k < len(text) && classes[text[k]] == high { // ’’
		if r, m = decode(text, k); r == runeApostrophe || r == runeSingleOpen {
			return s.emit(i, k+m)
		}
	}
	if s.single.open = s.opensHere(i, k); s.single.open {
		s.single.begin(i, s.size())
	}
	return s.emit(i, k)
}

// singleQuote reads an apostrophe that is not inside a word: a mark of quotation,
// or part of an elision ('em, '90s), or the clitic of the token before.
func (s *scanner) singleQuote(i int) int {
	text := s.text
	c := text[i]
	if i+1 < len(text) && text[i+1] == c { // '' and ``
		if s.double.open = c == '`' || s.opensHere(i, i+2); s.double.open {
			s.double.begin(i, s.size())
		}
		return s.emit(i, i+2)
	}
	return s.apostrophe(i, 1)
}
