package segment

// endsHere decides by what follows.
func (s *scanner) endsHere(i int, mark byte, f following) bool {
	text := s.text
	if f.lines > 1 {
		return true
	}
	if s.enumerates(i) {
		return false
	}
	if f.glued && !f.opened {
		return s.gluedEnds(i, mark, f)
	}
	switch f.class {
	case lower:
		if f.closed && !f.opened {
			return s.nesting > 0 && !f.quoted && s.bracketIsSentence()
		}
		if mark == '.' && s.afterItem() || mark != '.' && s.excepted(i) {
			return false
		}
		return !s.insideAside(f)
	case upper, digit:
		if s.insideAside(f) {
			return false
		}
		if e := digitsEnd(text, f.next); e == len(text) && e-f.next <= 3 && e > f.next && !f.opened {
			return false // the number of a note ends the block
		}
		if mark == '.' && f.class == digit && i >= s.start+2 && (text[i-2:i] == "°" || text[i-2:i] == "º") {
			return false // N°. 10
		}
		if mark != '.' {
			if s.excepted(i) && lookup(nextWord(text, f.next)).opens() < 8 {
				return false
			}
			if f.quoted {
				return f.opened || s.attribution(f.next) == 0
			}
			if s.amid(&s.double) || s.amid(&s.single) {
				return false
			}
		}
		if mark == '.' && f.quoted && !f.opened {
			e := s.attribution(f.next) // "We won." Brisk said.
			return e == 0 || e == len(text) || text[e] != '.'
		}
		return true
	case hyphen:
		if s.insideAside(f) {
			return false
		}
		if mark == '.' {
			return f.next+1 < len(text) && classes[text[f.next+1]] == blank || !f.closed
		}
		k, _ := skipBlanks(text, f.next+1, len(text)) // "What do you see? - Nothing."
		return k > f.next+1 && k < len(text) && classes[text[k]] == upper && !f.closed
	case symbol:
		switch text[f.next] {
		case ',', ';', ':', ')', ']', '}', '%', '/', '|':
			return false
		case '=', '^':
			return emoticon(text, f.next) == 0
		}
		return !s.insideAside(f)
	case high:
		r, _ := decode(text, f.next)
		return r != runeDash && r != runeClose && r != runeEllipsis
	case stop: // "It went on. ...a drop followed", but not before a lone stop
		j := run(text, f.next)
		return !f.opened && j > f.next+2 && j < len(text) || i > s.start && inWord[text[i-1]] && s.dotsFollow(f.next)
	case terminator:
		return false
	}
	return true
}

// gluedEnds decides on a mark with no blank behind it: "dawn.The" are two
// sentences, Hill.TV and "J.The" are not.
func (s *scanner) gluedEnds(i int, mark byte, f following) bool {
	if f.class != upper || i == s.start {
		return false
	}
	next := nextWord(s.text, f.next)
	switch before := classes[s.text[i-1]]; {
	case before == blank:
		return false
	case before == upper && mark == '.' && !f.closed:
		return len(next) > 1 && len(s.back(2)) > 2
	case len(next) > 1:
		return f.closed || classes[next[1]] != upper
	}
	return next == "I" || next == "A"
}

// bracketIsSentence reports whether the open bracket is the first token of its
// sentence.
func (s *scanner) bracketIsSentence() bool {
	return s.size() > 0 && int(s.tokens[s.first].Start) == s.bracket
}

// maxAside is how far ahead the end of a bracket is looked for.
const maxAside = 300

// insideAside reports whether a stop lies in a bracket that was opened amid the
// sentence and closes further on.
func (s *scanner) insideAside(f following) bool {
	if s.nesting == 0 || s.bracketIsSentence() {
		return false
	}
	if f.closed && !f.quoted {
		return false
	}
	text := s.text[f.end:min(f.end+maxAside, len(s.text))]
	for k := range len(text) {
		switch text[k] {
		case ')', ']', '}':
			return true
		case '(', '[', '{', '\n':
			return false
		}
	}
	return false
}

// excepted reports whether the mark at i belongs to a name: Yahoo!
func (s *scanner) excepted(i int) bool {
	return s.text[i] == '!' && i > s.start && inWord[s.text[i-1]] && lookup(s.back(2))&exclamation != 0
}

// amid reports whether an open quotation is one of words of the sentence around it
// (they chanted "Shame!" as), not of sentences: no comma, colon or sentence end
// stands before it.
func (s *scanner) amid(q *quotation) bool {
	if !q.open || q.after == 0 {
		return false
	}
	k := q.at - 1
	for k > s.start && classes[s.text[k]] == blank {
		k--
	}
	return s.text[k] != ',' && s.text[k] != ':'
}

// attribution returns the end of the words at i if they say who spoke, a name and a
// verb: "Mayor Brisk asked"; else 0.
func (s *scanner) attribution(i int) int {
	text := s.text
	for n := 0; n < 4 && i < len(text); n++ {
		w := nextWord(text, i)
		if w == "" || n == 0 && lookup(w).opens() >= 8 {
			return 0
		}
		if classes[w[0]] == lower {
			if n > 0 && lookup(w)&speech != 0 {
				return i + len(w)
			}
			return 0
		}
		i += len(w)
		if i < len(text) && text[i] == '.' {
			i++
		}
		if i >= len(text) || text[i] != ' ' {
			return 0
		}
		i++
	}
	return 0
}
