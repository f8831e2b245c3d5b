package segment

// number reads a token that starts with a digit: 1,200 or 3.5 or 10:30 or
// 9/11, telephone numbers and dates with hyphens, and words like 4th or 3D. A
// unit of measure is cut off: 5|kg, 8|pm.
func (s *scanner) number(i int) int {
	text := s.text
	j := digitsEnd(text, i)
	if j-i <= 2 && s.beginsItem(i, j) {
		s.closeSentence()
	}
	for j+1 < len(text) && isDigit(text[j+1]) {
		switch c := text[j]; {
		case c == '.' || c == ':':
		case c == '/' && s.slashedNumber(i, j):
		case c == ',' && digitsEnd(text, j+1)-j == 4:
		case c == '-' && s.hyphenedNumber(i, j):
		default:
			return s.numberEnd(i, j)
		}
		j = digitsEnd(text, j+1)
	}
	return s.numberEnd(i, j)
}

// digitsEnd returns the end of the digits that start at i.
func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// slashedNumber reports whether the slash at j, amid digits, is part of a date or a
// fraction (9/11, 11/28/2000, 1/2), not between two numbers (1774/76, 24/7).
func (s *scanner) slashedNumber(i, j int) bool {
	e := digitsEnd(s.text, j+1)
	if j-i <= 2 && (j-i == 1 || s.text[i] <= '1' && s.text[i+1] <= '2' || s.text[i] == '0') {
		return true
	}
	if j-i == 3 && e-j == 4 && e < len(s.text) && s.text[e] == '-' { // 713/555-0100
		return true
	}
	if e < len(s.text) && s.text[e] == '/' && e+1 < len(s.text) && isDigit(s.text[e+1]) {
		return true
	}
	for k := max(i, j-16); k < j; k++ {
		if s.text[k] == '/' {
			return true
		}
	}
	return false
}

// hyphenedNumber reports whether the hyphen at j, amid digits, is part of a
// telephone number (713-853-3989, 555-0100), a postal code or a date, not of a
// range (5-10).
func (s *scanner) hyphenedNumber(i, j int) bool {
	e := digitsEnd(s.text, j+1)
	if e < len(s.text) && s.text[e] == '-' && e+1 < len(s.text) && isDigit(s.text[e+1]) {
		return e-j <= 5
	}
	for k := max(i, j-16); k < j; k++ {
		if s.text[k] == '-' || s.text[k] == '/' {
			return true
		}
	}
	before, after := j-i, e-j-1
	return after == 4 && (before == 1 || before == 3 || before == 5)
}

// numberEnd emits the number text[i:j] and what belongs to it.
func (s *scanner) numberEnd(i, j int) int {
	text := s.text
	if j == len(text) {
		return s.emit(i, j)
	}
	c := text[j]
	if isLetter(c) {
		e := j
		for e < len(text) && isLetter(text[e]) && e-j <= 4 {
			e++
		}
		if (e == len(text) || !inWord[text[e]]) && e-j <= 4 && lookup(text[j:e])&numberUnit != 0 && (e-j > 1 || i == s.start || text[i-1] != '-') { // but H-1B
			s.emit(i, j)
			return s.word(j, e)
		}
		if e < len(text) && text[e] == '.' && e-j == 1 && (text[j]|0x20 == 'a' || text[j]|0x20 == 'p') { // 5p.m.
			s.emit(i, j)
			return s.word(j, e)
		}
		return s.word(i, e)
	}
	switch c {
	case '\'', '_':
		return s.word(i, j)
	case '-', '.':
		if c == '.' && j+1 < len(text) && isLetter(text[j+1]) {
			if inner, next := s.wordStop(i, j); !inner {
				return next
			}
			return s.word(i, j+1)
		}
	case '@':
		if e := s.address(i, j); e > 0 {
			return s.emit(i, e)
		}
	}
	if c == 0xE2 {
		if r, _ := decode(text, j); r == runeApostrophe {
			return s.word(i, j)
		}
	}
	return s.emit(i, j)
}
