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
		if s.double.open = !s.double.open; s.double.open {
			s.double.begin(i, s.size())
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

// A quotation is the last opening mark of double or single quotation marks.
type quotation struct {
	open  bool // and not closed yet
	at    int  // where it stands
	after int  // how many tokens of its sentence stand before it
}

func (q *quotation) begin(at, after int) { q.at, q.after = at, after }

// opensHere reports whether the mark text[i:k], which may open or close, opens: it
// has a blank before it and none behind.
func (s *scanner) opensHere(i, k int) bool {
	text := s.text
	return (i == s.start || classes[text[i-1]] == blank || text[i-1] == '(') && k < len(text) && classes[text[k]] != blank
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
		s.double.open = true
		s.double.begin(i, s.size())
	case runeClose:
		s.double.open = false
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
