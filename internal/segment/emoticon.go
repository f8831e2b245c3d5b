package segment

// emoticon returns the end of the emoticon that stands alone at i, 0 if none.
func emoticon(text string, i int) int {
	if i > 0 && classes[text[i-1]] != blank {
		return 0
	}
	j := i
	rest := func() string { return text[j:min(j+3, len(text))] }
	switch text[i] {
	case ':', ';', '=', '8':
		j++
		if j < len(text) && (text[j] == '-' || text[j] == '\'' || text[j] == 'o') {
			j++
		}
		r := rest()
		if r == "" {
			return 0
		}
		switch r[0] {
		case ')', '(', 'D', 'P', 'p', '/', '\\', '|', 'O', 'o', ']', '[', '*', '3', '>', '<', '@', 'S', 'X':
			j = run(text, j)
		default:
			return 0
		}
	case '(':
		if j+1 < len(text) && text[j+1] == ':' {
			j += 2
		} else {
			return 0
		}
	case '<':
		if j+1 < len(text) && text[j+1] == '3' {
			j += 2
		} else {
			return 0
		}
	case '^':
		if r := rest(); r == "^_^" || r == "^.^" {
			j += 3
		} else {
			return 0
		}
	case '>':
		if r := rest(); len(r) == 3 && r[1] == ':' && (r[2] == '(' || r[2] == ')') {
			j += 3
		} else {
			return 0
		}
	default:
		return 0
	}
	if j < len(text) && classes[text[j]] != blank && inWord[text[j]] {
		return 0
	}
	return j
}
