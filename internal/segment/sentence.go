package segment

// fullStop reads a token that starts with a stop no word has taken.
func (s *scanner) fullStop(i int) int {
	text := s.text
	j := run(text, i)
	if j == i+1 && j < len(text) {
		fresh := i == s.start || classes[text[i-1]] == blank || text[i-1] == '(' || text[i-1] == '$'
		switch {
		case fresh && isDigit(text[j]): // .5
			return s.number(i)
		case fresh && isLetter(text[j]): // .pdf
			if e := i + 1 + len(nextWord(text, j)); lookupLower(text[j:e])&(fileType|domain) != 0 {
				return s.emit(i, e)
			}
		case classes[text[j]] == terminator: // .?
			return s.exclamation(i)
		}
	}
	if j == i+1 {
		more := i+2 < len(text) && text[i+1] == ' ' && text[i+2] == '.'
		s.emit(i, j)
		switch n := len(s.tokens); {
		case more: // . . . : the last stop decides
		case n-2 >= s.first && i >= 2 && text[i-1] == ' ' && text[i-2] == '.':
			s.ellipsisEnds(j)
		default:
			s.stopEnds(i, j, '.')
		}
		return j
	}
	s.emit(i, j)
	s.ellipsisEnds(j)
	return j
}

// exclamation reads a run of exclamation and question marks.
func (s *scanner) exclamation(i int) int {
	text := s.text
	j := i + 1
	for j < len(text) && classes[text[j]] == terminator {
		j++
	}
	if j+1 < len(text) && text[j] == '.' && text[j+1] != '.' { // !.
		j++
	}
	s.emit(i, j)
	s.stopEnds(i, j, '!')
	return j
}

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
	quotes, nesting := s.quotes, s.nesting
closing:
	for ; f.end < len(text) && f.end < i+24; f.end++ {
		switch c := text[f.end]; {
		case c == ')' || c == ']' || c == '}':
			if nesting == 0 {
				break closing
			}
			nesting--
		case c == '"':
			if quotes == 0 && f.end+1 < len(text) && classes[text[f.end+1]] != blank {
				break closing // it opens what follows
			}
			quotes = 0
			f.quoted = true
		case c == '\'':
			if f.end+1 < len(text) && text[f.end+1] == '\'' {
				f.end++
				quotes = 0
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
			quotes = 0
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

// stopEnds decides whether the mark text[i:end], a full stop or a run ending in
// ! or ?, ends the sentence, and sets the cut.
func (s *scanner) stopEnds(i, end int, mark byte) {
	f := s.after(end)
	if f.next == len(s.text) {
		return
	}
	if s.endsHere(i, mark, f) {
		s.cut = f.end
	}
}

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
		if mark == '.' && s.afterItem() {
			return false
		}
		if mark != '.' {
			return !s.excepted(i) && !s.insideAside(f)
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
				return f.opened || !s.attributed(f.next)
			}
			if s.quotes == 1 && s.quoteIn > 0 && !s.introduced() {
				return false
			}
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

// dotsFollow reports whether three stops with blanks between them stand at i, and
// more behind them.
func (s *scanner) dotsFollow(i int) bool {
	t := s.text[i:]
	return len(t) > 6 && t[:5] == ". . ." && t[5] == ' ' && t[6] != '.'
}

// bracketIsSentence reports whether the open bracket is the first token of its
// sentence.
func (s *scanner) bracketIsSentence() bool {
	return len(s.tokens) > s.first && int(s.tokens[s.first].Start) == s.bracket
}

// enumerates reports whether the token before the stop at i is the number or
// letter of an item of a list: the first of its sentence.
func (s *scanner) enumerates(i int) bool {
	n := len(s.tokens)
	if n-s.first < 2 || n-s.first > 3 || s.text[i] != '.' {
		return false
	}
	if n-s.first == 3 && inWord[s.text[s.tokens[s.first].Start]] { // no bullet before it
		return false
	}
	t := s.tokens[n-2]
	return t.End-t.Start <= 3 && isDigit(s.text[t.Start]) ||
		t.End-t.Start == 1 && isLetter(s.text[t.Start]) && n-s.first == 2
}

// afterItem reports whether the token before the last one is a number of one or
// two digits, "1." with lower case to follow.
func (s *scanner) afterItem() bool {
	n := len(s.tokens)
	if n-2 < s.first {
		return false
	}
	t := s.tokens[n-2]
	return t.End-t.Start <= 2 && isDigit(s.text[t.Start]) && isDigit(s.text[t.End-1])
}

// insideAside reports whether a stop lies in a bracket that was opened amid the
// sentence and closes further on.
func (s *scanner) insideAside(f following) bool {
	if s.nesting == 0 || s.bracketIsSentence() {
		return false
	}
	text := s.text[f.end:min(f.end+300, len(s.text))]
	if f.closed && !f.quoted {
		return false
	}
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
	n := len(s.tokens)
	if n-2 < s.first || s.text[i] != '!' {
		return false
	}
	t := s.tokens[n-2]
	return int(t.End) == i && lookup(s.text[t.Start:t.End])&exclamation != 0
}

// introduced reports whether a comma, a colon or nothing stands before the open
// quotation mark: what it holds are sentences then, not words of the sentence
// around it.
func (s *scanner) introduced() bool {
	k := s.opened - 1
	for k >= s.start && classes[s.text[k]] == blank {
		k--
	}
	return k < s.start || s.text[k] == ',' || s.text[k] == ':'
}

// attributed reports whether the words at i say who spoke: Obama asked.
func (s *scanner) attributed(i int) bool {
	text := s.text
	for n := 0; n < 4 && i < len(text); n++ {
		w := nextWord(text, i)
		if w == "" {
			return false
		}
		if n == 0 && lookup(w).opens() >= 8 {
			return false
		}
		if classes[w[0]] == lower {
			return n > 0 && lookup(w)&speech != 0
		}
		i += len(w)
		if i < len(text) && text[i] == '.' {
			i++
		}
		if i >= len(text) || text[i] != ' ' {
			return false
		}
		i++
	}
	return false
}

// gluedEnds decides on a stop with no blank behind it.
func (s *scanner) gluedEnds(i int, mark byte, f following) bool {
	text := s.text
	if f.class != upper || i == s.start {
		return false
	}
	before := classes[text[i-1]]
	if before == blank || before == upper && mark == '.' && !f.closed {
		return len(nextWord(text, f.next)) > 1 && before == upper && s.longWordBefore()
	}
	w := nextWord(text, f.next)
	if len(w) > 1 {
		return f.closed || classes[w[1]] != upper // Hill.TV
	}
	return w == "I" || w == "A"
}

func (s *scanner) longWordBefore() bool {
	n := len(s.tokens)
	if n-2 < s.first {
		return false
	}
	t := s.tokens[n-2]
	return t.End-t.Start > 2
}

// ellipsisEnds decides whether the ellipsis that ends at end ends the sentence.
func (s *scanner) ellipsisEnds(end int) {
	f := s.after(end)
	if f.next == len(s.text) || s.text[s.tokens[s.first].Start] == '.' { // or it begins the sentence
		return
	}
	switch f.class {
	case upper:
		if f.glued && !f.opened && !f.closed || s.insideAside(f) {
			return
		}
		score := lookup(nextWord(s.text, f.next)).opens()
		switch {
		case f.opened && f.closed && s.text[f.next-1] == '(', f.quoted && !f.opened && s.attributed(f.next):
		case f.quoted || f.opened, score >= 12, score != 1 && !s.spaced(end):
			s.cut = f.end
		}
	default:
		if f.lines > 1 || f.class == lower && isLink(s.text, f.next) {
			s.cut = f.end
		}
	}
}

// isLink reports whether a web address stands at i.
func isLink(text string, i int) bool {
	return len(text)-i > 8 && text[i:i+4] == "http" && (text[i+4] == ':' || text[i+5] == ':')
}

// spaced reports whether the stop that ends at end is the last of exactly three
// with blanks between them.
func (s *scanner) spaced(end int) bool {
	n := len(s.tokens)
	if n-4 < s.first || s.text[end-1] != '.' {
		return false
	}
	for k := 1; k < 3; k++ {
		if int(s.tokens[n-1-k].Start) != end-1-2*k || s.text[end-1-2*k] != '.' {
			return false
		}
	}
	return s.text[s.tokens[n-4].Start] != '.'
}

// abbreviationEnds decides whether the abbreviation text[i:end] is the last word of
// its sentence.
func (s *scanner) abbreviationEnds(i, end int, p properties) {
	f := s.after(end)
	if f.next == len(s.text) {
		return
	}
	if f.lines > 1 || s.abbreviationEndsHere(i, end, p, f) {
		s.cut = f.end
	}
}

func (s *scanner) abbreviationEndsHere(i, end int, p properties, f following) bool {
	text := s.text
	if f.class != upper {
		return f.class == digit && f.quoted || f.closed && f.quoted && f.opened
	}
	if f.quoted || f.opened && text[f.next-1] != '(' {
		return p&(beforeName|latin) == 0 || f.quoted
	}
	if s.insideAside(f) {
		return false
	}
	w := nextWord(text, f.next)
	q := lookup(w)
	score := opening(w)
	strong := score >= 12
	if v := f.next + len(w) + 1; s.headline && (!strong || v >= len(text) || classes[text[v]] != lower) {
		return false // every word of a headline may have a capital
	}
	switch {
	case len(s.tokens) == s.first+1, end-i == 2:
		return false // P.S. and the letters of a list, initials
	case p&(beforeName|beforeNumber) != 0 && p&(companySuffix|unit|stateName|initials) == 0:
		return false
	case p&latin != 0 && p&endsSentence == 0:
		return false
	case p&timeOfDay != 0:
		return q&(calendar|timeOfDay) == 0 && len(s.tokens)-s.first > 3
	case p&calendar != 0:
		return strong
	case p&stateName != 0 && s.afterCapitals():
		return false // a dateline: TRENTON, N.J. The governor
	case q&follower != 0 && !strong:
		return false
	}
	if score > 0 {
		return score >= 9
	}
	return p&initials != 0 && p&endsSentence != 0 && s.verbFollows(f.next)
}

// afterCapitals reports whether the word before the last token, and a comma, is all
// in capitals.
func (s *scanner) afterCapitals() bool {
	n := len(s.tokens) - 2
	if n > s.first && s.text[s.tokens[n].Start] == ',' {
		n--
	}
	if n < s.first {
		return false
	}
	t := s.tokens[n]
	return t.End-t.Start > 2 && t.End-t.Start < 24 && allUpper(s.text[t.Start:t.End])
}

// opening is how readily a capitalised word begins a sentence, from 0 to 15.
func opening(w string) int {
	if w == "I" || w == "A" { // also initials, but what follows an abbreviation seldom is one
		return 12
	}
	return lookup(w).opens()
}

// verbFollows reports whether the word at i, capitalised, has a finite verb
// directly behind it, as the subject of a sentence would.
func (s *scanner) verbFollows(i int) bool {
	text := s.text
	w := nextWord(text, i)
	i += len(w)
	if w == "" || i >= len(text) || text[i] != ' ' {
		return false
	}
	v := nextWord(text, i+1)
	return len(v) > 1 && isFinite(v)
}

// isFinite reports whether a lower-case word is a finite verb, as a rule.
func isFinite(v string) bool {
	if lookup(v)&finiteVerb != 0 {
		return true
	}
	n := len(v)
	return n > 4 && v[n-1] == 'd' && v[n-2] == 'e'
}

// lostStop reports whether a sentence whose full stop was lost ended before the
// capitalised word at i: a word in lower case or an abbreviation stands before it,
// the word begins sentences rather than names, and a finite verb follows
// ("backed by the US Talks are expected", "after the storm Officials said").
func (s *scanner) lostStop(i int) bool {
	text := s.text
	w := nextWord(text, i)
	k := i + len(w)
	if len(w) < 2 || k+2 >= len(text) || text[k] != ' ' || classes[text[k+1]] != lower {
		return false
	}
	if lookup(w).opens() < 12 {
		return false
	}
	t := s.tokens[len(s.tokens)-1]
	return s.lostStopBefore(text[t.Start:t.End], i, w)
}

// mayLose is the part of lostStop that costs little and excludes most words: the
// word at i has a word directly before it, amid a sentence of running text.
func (s *scanner) mayLose(i int) bool {
	if s.headline || s.quotes != 0 || s.nesting != 0 || len(s.tokens)-s.first < 4 {
		return false
	}
	t := s.tokens[len(s.tokens)-1]
	return int(t.End) == i-1 && s.text[i-1] == ' ' && inWord[s.text[t.End-1]] && t.End-t.Start > 1
}

func (s *scanner) lostStopBefore(previous string, i int, w string) bool {
	text := s.text
	p := lookup(previous)
	switch {
	case p&(bound|finiteVerb) != 0:
		return false
	case classes[previous[0]] != lower && p&nation == 0 && lookup(w)&determiner == 0:
		return false // Dow Jones Industrial Average rose
	}
	k := i + len(w) + 1
	v := nextWord(text, k)
	if isFinite(v) {
		return true
	}
	k += len(v)
	if k+1 >= len(text) || text[k] != ' ' || lookup(w)&determiner == 0 {
		return false
	}
	return isFinite(nextWord(text, k+1))
}
