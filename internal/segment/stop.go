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
			if e := i + 1 + len(nextWord(text, j)); lookupLower(text[j:e])&(fileType|domain) != 0 || e > j+1 && allUpper(text[j:e]) { // or .SPX
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
		case f.opened && f.closed && s.text[f.next-1] == '(', f.quoted && !f.opened && s.attribution(f.next) > 0:
		case f.quoted || f.opened, score >= 12, score != 1 && !s.spaced(end):
			s.cut = f.end
		}
	default:
		if f.lines > 1 || f.class == lower && isLink(s.text, f.next) {
			s.cut = f.end
		}
	}
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

// dotsFollow reports whether three stops with blanks between them stand at i, and
// more behind them.
func (s *scanner) dotsFollow(i int) bool {
	t := s.text[i:]
	return len(t) > 6 && t[:5] == ". . ." && t[5] == ' ' && t[6] != '.'
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
