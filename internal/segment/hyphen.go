package segment

// joins reports whether the hyphen at j, behind the word from i on, holds the
// word together: after a prefix, before a suffix, and in a few whole words.
func (s *scanner) joins(i, j int) bool {
	text := s.text
	if j+1 >= len(text) {
		return false
	}
	c := text[j+1]
	if classes[c] == blank {
		return j-i <= 2 && c == ' ' && isLetter(text[j-1]) // a word broken off: "th- this"
	}
	if !isLetter(c) && !isDigit(c) && (classes[c] != high || !isLetterAt(text, j+1)) {
		return false
	}
	if j-i > 14 || !isLetter(text[i]) {
		return s.suffixed(j)
	}
	first := text[i:j]
	if h := lastHyphen(first); h >= 0 { // non-life-threatening
		return lookupLower(first[:h])&prefix != 0 || s.suffixed(j)
	}
	e := j + 1
	for e < len(text) && isLetter(text[e]) && e-i < 20 {
		e++
	}
	second := lookupLower(text[j+1 : e])
	p := lookupLower(first)
	if second&bound != 0 { // over-the-counter
		return false
	}
	if p&prefix != 0 && (len(first) > 2 || isLetter(c) && (classes[first[0]] == lower || len(first) == 1 && first[0] == 'E' || len(first) == 2 && classes[first[1]] == lower)) {
		if len(first) > 1 || first[0]|0x20 == 'e' && classes[c] == lower {
			return true
		}
	}
	return second&suffix != 0 || lookupLower(text[i:e])&whole != 0
}

func (s *scanner) suffixed(j int) bool {
	e := j + 1
	for e < len(s.text) && isLetter(s.text[e]) && e-j < 10 {
		e++
	}
	return e > j+2 && lookupLower(s.text[j+1:e])&suffix != 0
}

// lastHyphen is the place of the first hyphen in a word, or -1.
func lastHyphen(w string) int {
	for i := range len(w) {
		if w[i] == '-' {
			return i
		}
	}
	return -1
}
