package segment

// mark reads a token that starts with a mark or symbol of ASCII.
func (s *scanner) mark(i int) int {
	text := s.text
	c := text[i]
	next := byte(' ')
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch c {
	case '"':
		s.quotes ^= 1
		if s.quotes == 1 {
			s.openQuote(i)
		}
		return s.emit(i, i+1)
	case '(', '[', '{':
		if e := emoticon(text, i); e > 0 {
			return s.emit(i, e)
		}
		if s.nesting == 0 {
			s.bracket = i
		}
		s.nesting++
		return s.emit(i, i+1)
	case ')', ']', '}':
		if s.nesting > 0 {
			s.nesting--
		}
		return s.emit(i, i+1)
	case ',':
		return s.emit(i, i+1)
	case ':', ';', '=', '<', '>', '^', '8':
		if e := emoticon(text, i); e > 0 {
			s.emit(i, e)
			if f := s.after(e); f.class == upper && !f.opened && !f.glued {
				s.cut = e
			}
			return e
		}
		return s.emit(i, s.rule(i))
	case '\'', '`':
		return s.singleQuote(i)
	case '-', '*', '~', '#', '|', '+', '_':
		switch {
		case c == '#' && isLetter(next), c == '+' && isDigit(next), c == '_' && inWord[next]:
			return s.word(i, i+1)
		case c == '-' && next == '>':
			return s.emit(i, i+2)
		}
		return s.emit(i, s.rule(i))
	case '@':
		if isLetter(next) && (i == s.start || !inWord[text[i-1]]) {
			return s.word(i, i+1)
		}
	case '$', '\\', '/':
		return s.emit(i, run(text, i))
	}
	return s.emit(i, i+1)
}

// run returns the end of the run of equal bytes that starts at i.
func run(text string, i int) int {
	j := i + 1
	for j < len(text) && text[j] == text[i] {
		j++
	}
	return j
}

// rule returns the end of the run of marks at i: equal ones, and = and - mixed, as
// in a line drawn with them.
func (s *scanner) rule(i int) int {
	text := s.text
	j := run(text, i)
	if c := text[i]; j > i+1 && (c == '-' || c == '=') {
		for j < len(text) && (text[j] == '-' || text[j] == '=') {
			j++
		}
	}
	return j
}

func (s *scanner) openQuote(i int) {
	s.opened = i
	s.quoteIn = len(s.tokens) - s.first
}

// singleQuote reads an apostrophe that is not inside a word: a mark of quotation,
// or part of an elision ('em, '90s), or the clitic of the token before.
func (s *scanner) singleQuote(i int) int {
	text := s.text
	c := text[i]
	if i+1 < len(text) && text[i+1] == c { // '' and ``
		if c == '`' {
			s.quotes = 1
			s.openQuote(i)
		} else {
			s.quotes = 0
		}
		return s.emit(i, i+2)
	}
	return s.apostrophe(i, 1)
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
	return s.emit(i, k)
}

// emoticon returns the end of the emoticon that stands alone at i, 0 if none.
func emoticon(text string, i int) int {
	if i > 0 && classes[text[i-1]] != blank {
		return 0
	}
	j := i
	rest := func() string { return text[j:min(j+3, len(text))] }
	switch text[i] {
	case ':', ';', '=', '8':
		j++
		if j < len(text) && (text[j] == '-' || text[j] == '\'' || text[j] == 'o') {
			j++
		}
		r := rest()
		if r == "" {
			return 0
		}
		switch r[0] {
		case ')', '(', 'D', 'P', 'p', '/', '\\', '|', 'O', 'o', ']', '[', '*', '3', '>', '<', '@', 'S', 'X':
			j = run(text, j)
		default:
			return 0
		}
	case '(':
		if j+1 < len(text) && text[j+1] == ':' {
			j += 2
		} else {
			return 0
		}
	case '<':
		if j+1 < len(text) && text[j+1] == '3' {
			j += 2
		} else {
			return 0
		}
	case '^':
		if r := rest(); r == "^_^" || r == "^.^" {
			j += 3
		} else {
			return 0
		}
	case '>':
		if r := rest(); len(r) == 3 && r[1] == ':' && (r[2] == '(' || r[2] == ')') {
			j += 3
		} else {
			return 0
		}
	default:
		return 0
	}
	if j < len(text) && classes[text[j]] != blank && inWord[text[j]] {
		return 0
	}
	return j
}

// beyondASCII reads a token that starts with a character beyond ASCII, or a bad
// byte, or skips a blank.
func (s *scanner) beyondASCII(i int) int {
	text := s.text
	r, n := decode(text, i)
	j := i + n
	switch r {
	case runeBlank:
		return j
	case runeUpper:
		if s.mayLose(i) && s.lostStop(i) {
			s.closeSentence()
		}
		return s.word(i, j)
	case runeLower:
		return s.word(i, j)
	case runeOpen:
		s.quotes = 1
		s.openQuote(i)
	case runeClose:
		s.quotes = 0
	case runeApostrophe, runeSingleOpen:
		return s.apostrophe(i, n)
	case runeEllipsis:
		for j < len(text) && text[j] == '.' {
			j++
		}
		s.emit(i, j)
		s.ellipsisEnds(j)
		return j
	case runeStop, runeQuestion:
		s.emit(i, j)
		s.stopEnds(i, j, text[i])
		return j
	case runeSymbol:
		if s.beginsBullet(i, n) {
			s.closeSentence()
		}
	case runeDash:
		for j+n <= len(text) && text[j:j+n] == text[i:i+n] {
			j += n
		}
	}
	return s.emit(i, j)
}
