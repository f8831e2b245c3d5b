package segment

// A following is what stands behind the end of a sentence, or what might be one.
type following struct {
	end    int  // behind the closing marks
	closed bool // there are closing marks
	quoted bool // one of them is a quotation mark
	next   int  // the next word, behind opening marks; or the end of the text
	opened bool // there are opening marks
	glued  bool // no blank stands between
	lines  int  // line ends between
	class  class
}

// after looks at what stands behind the token that ends at i. It reads no more than
// a few marks and blanks.
func (s *scanner) after(i int) following {
	text := s.text
	f := following{end: i}
	quoted, nesting := s.double.open, s.nesting
closing:
	for ; f.end < len(text) && f.end < i+24; f.end++ {
		switch c := text[f.end]; {
		case c == ')' || c == ']' || c == '}':
			if nesting == 0 {
				break closing
			}
			nesting--
		case c == '"':
			if !quoted && f.end+1 < len(text) && classes[text[f.end+1]] != blank {
				break closing // it opens what follows
			}
			quoted = false
			f.quoted = true
		case c == '\'':
			if f.end+1 < len(text) && text[f.end+1] == '\'' {
				f.end++
				quoted = false
			} else if f.end+1 < len(text) && inWord[text[f.end+1]] {
				break closing
			}
			f.quoted = true
		case c == '[':
			e := noteEnd(text, f.end)
			if e == 0 {
				break closing
			}
			f.end = e - 1
		case c == ' ' && f.end+1 < len(text) && (text[f.end+1] == '[' && noteEnd(text, f.end+1) > 0 || text[f.end+1] == ')' && nesting > 0):
			continue closing // the note or bracket is next
		case classes[c] == digit && i > 1 && text[i-1] == '.' && !isDigit(text[i-2]) && s.noteFollows(f.end):
			f.end = digitsEnd(text, f.end) - 1
		case classes[c] == high:
			r, m := decode(text, f.end)
			if r != runeClose && r != runeApostrophe {
				break closing
			}
			f.end += m - 1
			f.quoted = true
			quoted = false
		default:
			break closing
		}
		f.closed = true
	}
	f.next, f.lines = skipBlanks(text, f.end, len(text))
	f.glued = f.next == f.end && f.next < len(text)
	f.class = blank
opening:
	for n := 0; f.next < len(text) && n < 6; n++ {
		c := text[f.next]
		f.class = classes[c]
		switch f.class {
		case apostrophe:
			f.next++
		case symbol:
			if c != '"' && c != '(' && c != '[' && c != '{' {
				break opening
			}
			f.next++
		case high:
			r, m := decode(text, f.next)
			switch r {
			case runeOpen, runeSingleOpen, runeApostrophe:
				f.next += m
			case runeUpper:
				f.class = upper
				break opening
			case runeLower:
				f.class = lower
				break opening
			default:
				break opening
			}
		default:
			break opening
		}
		f.opened = true
		if f.next < len(text) && classes[text[f.next]] == blank {
			f.next, _ = skipBlanks(text, f.next, len(text))
		}
	}
	if f.next == len(text) {
		f.class = blank
	}
	return f
}

// noteEnd returns the end of the mark of a note, [12], at i; 0 if there is none.
func noteEnd(text string, i int) int {
	e := digitsEnd(text, i+1)
	if e == i+1 || e > i+4 || e == len(text) || text[e] != ']' {
		return 0
	}
	return e + 1
}

// nextWord is the word at the place given, up to 24 bytes of it.
func nextWord(text string, i int) string {
	j := i
	for j < len(text) && (isLetter(text[j]) || classes[text[j]] == high && isLetterAt(text, j)) && j-i < 24 {
		j++
	}
	return text[i:j]
}

// isLink reports whether a web address stands at i.
func isLink(text string, i int) bool {
	return len(text)-i > 8 && text[i:i+4] == "http" && (text[i+4] == ':' || text[i+5] == ':')
}
