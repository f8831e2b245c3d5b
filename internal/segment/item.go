package segment

// beginsItem reports whether the number or letter text[i:j] labels the item of a
// list that follows the item which the sentence began with, run on in one line:
// "1) bread 2) milk", "a. bread b. milk".
func (s *scanner) beginsItem(i, j int) bool {
	text := s.text
	n := s.first
	if n+1 >= len(s.tokens) || j+1 >= len(text) || text[i-1] != ' ' {
		return false
	}
	first := s.tokens[n]
	if !inWord[text[first.Start]] { // a bullet or a bracket
		n++
		if first = s.tokens[n]; n+1 >= len(s.tokens) {
			return false
		}
	}
	mark := text[j]
	end := int(first.End)
	if text[end-1] == '.' { // a letter with its stop is one token
		end--
	}
	if end == int(first.Start) || end >= len(text) || mark != '.' && mark != ')' || text[end] != mark || text[j+1] != ' ' && text[j+1] != ')' {
		return false
	}
	return follows(text[first.Start:end], text[i:j])
}

// follows reports whether label b comes next after label a: 9 and 10, a and b.
func follows(a, b string) bool {
	if isLetter(a[0]) {
		return len(a) == 1 && len(b) == 1 && b[0] == a[0]+1 && isLetter(b[0])
	}
	x, okA := smallNumber(a)
	y, okB := smallNumber(b)
	return okA && okB && y == x+1
}

// smallNumber is the value of a number of one or two digits.
func smallNumber(t string) (n int, ok bool) {
	if t == "" || len(t) > 2 {
		return 0, false
	}
	for i := range len(t) {
		if !isDigit(t[i]) {
			return 0, false
		}
		n = 10*n + int(t[i]-'0')
	}
	return n, true
}

// beginsBullet reports whether the mark of n bytes at i, a bullet, is the one that
// the sentence began with: "• bread • milk".
func (s *scanner) beginsBullet(i, n int) bool {
	if s.size() <= 1 || i+n >= len(s.text) || classes[s.text[i-1]] != blank {
		return false
	}
	first := s.tokens[s.first]
	return s.text[first.Start:first.End] == s.text[i:i+n]
}

// enumerates reports whether the token before the stop at i is the number or
// letter of an item of a list: the first of its sentence, but for a bullet.
func (s *scanner) enumerates(i int) bool {
	label := s.back(2)
	if label == "" || s.text[i] != '.' {
		return false
	}
	switch s.size() {
	case 2:
		return len(label) <= 3 && isDigit(label[0]) || len(label) == 1 && isLetter(label[0]) || isRoman(label)
	case 3:
		return len(label) <= 3 && isDigit(label[0]) && !inWord[s.back(3)[0]]
	}
	return false
}

// isRoman reports whether a label is a Roman number up to 39.
func isRoman(label string) bool {
	if len(label) > 6 {
		return false
	}
	for i := range len(label) {
		if c := label[i]; c != 'I' && c != 'V' && c != 'X' {
			return false
		}
	}
	return true
}

// afterItem reports whether the token before the last one is a number of one or
// two digits, "1." with lower case to follow.
func (s *scanner) afterItem() bool {
	_, ok := smallNumber(s.back(2))
	return ok
}
