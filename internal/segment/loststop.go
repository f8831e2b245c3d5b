package segment

// mayLose is the part of lostStop that costs little and excludes most words: the
// word at i has a word directly before it, amid a sentence of running text.
func (s *scanner) mayLose(i int) bool {
	if s.headline || s.double.open || s.nesting != 0 || s.size() < 4 {
		return false
	}
	t := s.tokens[len(s.tokens)-1]
	return int(t.End) == i-1 && s.text[i-1] == ' ' && inWord[s.text[t.End-1]] && t.End-t.Start > 1
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
	return s.lostStopBefore(s.back(1), i, w)
}

// lostStopBefore weighs the word before, the capitalised word w at i, and whether a
// finite verb follows.
func (s *scanner) lostStopBefore(previous string, i int, w string) bool {
	text := s.text
	p := lookup(previous)
	switch {
	case p&(bound|finiteVerb) != 0:
		return false
	case classes[previous[0]] != lower && p&last == 0 && lookup(w)&determiner == 0:
		return false // Dow Jones Industrial Average rose
	}
	k := i + len(w) + 1
	v := nextWord(text, k)
	if isFinite(v) || w[len(w)-1] == 's' && lookup(v)&present != 0 {
		return true
	}
	k += len(v)
	if k+1 >= len(text) || text[k] != ' ' || lookup(w)&determiner == 0 {
		return false
	}
	return isFinite(nextWord(text, k+1))
}
