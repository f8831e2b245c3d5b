package segment

// The longest parts of an address that are looked at before it is known to be
// one; they keep the time linear.
const (
	maxScheme = 12
	maxLocal  = 64
	maxDomain = 255
)

// address reports where the web or mail address ends whose first word is
// text[i:j] and that goes on with the mark at j ("://", "@", or a dot); 0 if there is none.
func (s *scanner) address(i, j int) int {
	text := s.text
	switch text[j] {
	case ':':
		if j-i <= maxScheme && j+2 < len(text) && text[j+1] == '/' && text[j+2] == '/' {
			return urlEnd(text, j+3)
		}
		if t := text[i:j]; t == "mailto" || t == "doi" {
			return urlEnd(text, j+1)
		}
	case '@':
		return mailEnd(text, j)
	case '/':
		return 0
	case '.':
		return s.dotted(i, j)
	}
	return 0
}

// mailEnd returns the end of the mail address with its sign at j, 0 if none.
func mailEnd(text string, j int) int {
	e, dot := j+1, false
	for e < len(text) && e-j < maxDomain {
		c := text[e]
		if c == '.' && e+1 < len(text) && inWord[text[e+1]] {
			dot = true
		} else if !inWord[c] && c != '-' {
			break
		}
		e++
	}
	if !dot && e-j < 3 {
		return 0
	}
	return e
}

// dotted returns the end of the domain name, file name or mail address whose
// first word is text[i:j], with a dot at j; 0 if it is none.
func (s *scanner) dotted(i, j int) int {
	text := s.text
	e, last, labels := j, j, 1
	for e < len(text) && e-i < maxDomain {
		c := text[e]
		switch {
		case inWord[c] || c == '-' && e+1 < len(text) && inWord[text[e+1]]:
			e++
			continue
		case c == '.' && e+1 < len(text) && (inWord[text[e+1]] || mayHide(text, e)):
			last = e
			labels++
			e++
			continue
		case c == '@' && e+1 < len(text) && inWord[text[e+1]]:
			return mailEnd(text, e)
		}
		break
	}
	if text[e-1] == '.' || last+1 >= e {
		return 0
	}
	www := j-i == 3 && text[i]|0x20 == 'w' && text[i+1]|0x20 == 'w' && text[i+2]|0x20 == 'w'
	p := lookupLower(text[last+1 : e])
	lowered := classes[text[last+1]] == lower || e-last == 4 || p&fileType != 0
	path := e < len(text) && text[e] == '/' && e+1 < len(text) && classes[text[e+1]] != blank
	switch {
	case www:
		return urlEnd(text, e)
	case p&domain != 0 && lowered && (e-last > 3 || labels > 2 || path):
		if e < len(text) && (text[e] == '/' || text[e] == '?' && e+1 < len(text) && inWord[text[e+1]]) {
			return urlEnd(text, e)
		}
		return e
	case p&fileType != 0, lookup(text[i:j])&newsgroup != 0 && classes[text[j+1]] == lower:
		return e
	}
	return 0
}

// mayHide reports whether the dots from i on are those of a shortened mail
// address, mayur...@example.com.
func mayHide(text string, i int) bool {
	for n := 0; i < len(text) && n < 4; i, n = i+1, n+1 {
		if text[i] == '@' && n > 0 {
			return true
		}
		if text[i] != '.' {
			return false
		}
	}
	return false
}

// urlEnd returns the end of the URL that goes on at i: up to a blank or a mark
// that no URL has, without the marks of the sentence around it.
func urlEnd(text string, i int) int {
	begin, open := i, 0
loop:
	for i < len(text) {
		switch c := text[i]; classes[c] {
		case blank:
			break loop
		case high:
			if r, n := decode(text, i); r != runeLower && r != runeUpper && r != runeSymbol {
				break loop
			} else {
				i += n
				continue
			}
		default:
			switch c {
			case '"', '<', '>', '|', '{', '}', '\\', '^', '[', ']', '`':
				break loop
			case '(':
				open++
			case ')':
				if open == 0 {
					break loop
				}
				open--
			}
		}
		i++
	}
	for i > begin {
		switch text[i-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*':
			i--
			continue
		}
		break
	}
	return i
}
