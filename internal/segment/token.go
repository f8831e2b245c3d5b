package segment

// never is a place that no text reaches.
const never = int(^uint(0) >> 1)

// A scanner cuts one block into tokens and sentences, in one pass.
//
// Tokens are those of Universal Dependencies for English: clitics are cut off
// (do|n't, Sam|'s, can|not), compounds are cut at their hyphens except after a
// prefix (long|-|term, non-avian), units are cut from their numbers (5|kg),
// abbreviations keep their full stop.
type scanner struct {
	text      string
	start     int // of the block
	end       int // of the block
	headline  bool
	tokens    []Token
	sentences []Sentence

	first   int // the first token of the sentence that is being read
	cut     int // the next token from here on begins a sentence; never if not known
	quotes  int // how many double quotation marks stand open: 0 or 1
	opened  int // where the open quotation mark stands
	quoteIn int // tokens before the quotation mark in its sentence
	nesting int // how many brackets stand open
	bracket int // where the outermost open bracket stands
}

// Sentences appends the sentences and tokens of a block, text[block.Start:block.End],
// to the slices given and returns them. In a headline (or another line without a
// full stop) no lost full stop is looked for. A line end within the block is a
// blank like others, an empty line ends a sentence. Any bytes are accepted; a
// block without tokens has no sentence. It takes time linear in the block and
// allocates only to grow the slices.
func Sentences(text string, block Span, headline bool, sentences []Sentence, tokens []Token) ([]Sentence, []Token) {
	s := scanner{
		text: text[:block.End], start: int(block.Start), end: int(block.End), headline: headline,
		sentences: sentences, tokens: tokens, first: len(tokens), cut: never,
	}
	s.scan()
	return s.sentences, s.tokens
}

func (s *scanner) scan() {
	text := s.text
	for i := s.start; i < len(text); {
		c := text[i]
		k := classes[c]
		if k == blank {
			i++
			if c == '\n' {
				s.lineEnd(i)
			}
			continue
		}
		if i >= s.cut {
			s.closeSentence()
		}
		switch k {
		case lower, upper:
			if k == upper && s.mayLose(i) && s.lostStop(i) {
				s.closeSentence()
			}
			j := i + 1
			for j < len(text) && inWord[text[j]] {
				j++
			}
			if j == i+1 && s.beginsItem(i, j) {
				s.closeSentence()
			}
			if j < len(text) && plainEnd[text[j]] { // as most words end
				i = s.wordEnd(i, j)
			} else {
				i = s.word(i, j)
			}
		case digit:
			i = s.number(i)
		case stop:
			i = s.fullStop(i)
		case terminator:
			i = s.exclamation(i)
		case high:
			i = s.beyondASCII(i)
		default:
			i = s.mark(i)
		}
	}
	s.closeSentence()
}

// emit appends a token and returns its end.
func (s *scanner) emit(start, end int) int {
	s.tokens = append(s.tokens, Token{uint32(start), uint32(end)})
	return end
}

// closeSentence ends the sentence that is being read, if it has a token.
func (s *scanner) closeSentence() {
	s.cut = never
	if n := len(s.tokens); n > s.first {
		s.sentences = append(s.sentences, Sentence{
			Span:       Span{s.tokens[s.first].Start, s.tokens[n-1].End},
			FirstToken: uint32(s.first), EndToken: uint32(n),
		})
		s.first = n
	}
}

// lineEnd is called behind each line feed: an empty line ends a sentence, and a
// quotation mark is not open beyond it.
func (s *scanner) lineEnd(i int) {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	if i < len(s.text) && s.text[i] == '\n' {
		s.closeSentence()
		s.quotes, s.nesting = 0, 0
	}
	if n := len(s.tokens); isLink(s.text, i) || n > 0 && isLink(s.text, int(s.tokens[n-1].Start)) {
		s.closeSentence() // a list of links
	}
}

// word reads a word that starts at i and whose letters up to j are known.
func (s *scanner) word(i, j int) int {
	text := s.text
	for {
		for j < len(text) && inWord[text[j]] {
			j++
		}
		if j == len(text) {
			return s.wordEnd(i, j)
		}
		c := text[j]
		switch classes[c] {
		case blank, terminator:
			return s.wordEnd(i, j)
		case high:
			r, n := decode(text, j)
			switch r {
			case runeLower, runeUpper:
				j += n
				continue
			case runeApostrophe:
				if inner, next := s.apostropheInWord(i, j, n); inner {
					j = next
					continue
				} else {
					return next
				}
			}
			return s.wordEnd(i, j)
		case apostrophe:
			if inner, next := s.apostropheInWord(i, j, 1); inner {
				j = next
				continue
			} else {
				return next
			}
		case hyphen:
			if s.joins(i, j) {
				j++
				continue
			}
			return s.wordEnd(i, j)
		case stop:
			if inner, next := s.wordStop(i, j); inner {
				j = next
				continue
			} else {
				return next
			}
		}
		if c != ',' && c != '"' && c != ')' && c != ';' && j+1 < len(text) && classes[text[j+1]] != blank {
			switch {
			case c == '@' || c == ':' || c == '/':
				if e := s.address(i, j); e > 0 {
					return s.emit(i, e)
				}
				if c == '/' && s.slashed(i, j) {
					j++
					continue
				}
			case c == '&' && isLetter(text[j+1]) && j-i <= 4:
				j++
				continue
			case c == '$' && j-i <= 3 && classes[text[i]] == upper:
				return s.emit(i, j+1)
			case c == '*' && isLetter(text[j+1]) && j-i <= 4: // sh*t
				j++
				continue
			}
		} else if c == '$' && j-i <= 3 && classes[text[i]] == upper {
			return s.emit(i, j+1)
		}
		return s.wordEnd(i, j)
	}
}

// slashed reports whether the slash at j, after the word from i on, is part of
// one word: w/out, c/o, s/he, A/S.
func (s *scanner) slashed(i, j int) bool {
	e := j + 1
	for e < len(s.text) && inWord[s.text[e]] {
		e++
	}
	if i > s.start && s.text[i-1] == '/' { // I/B/E/S
		return false
	}
	return j-i == 1 && e-j <= 4 && isLetter(s.text[i]) && s.text[i] != 'm' &&
		(e == len(s.text) || s.text[e] != '/')
}

// wordEnd emits the word text[i:j], cut in two where it is a contraction without
// an apostrophe.
func (s *scanner) wordEnd(i, j int) int {
	if n := j - i; n >= 2 && n <= 8 && contractible[s.text[j-2]&31][s.text[j-1]&31] {
		t := s.text[i:j]
		if cut := lookupLower(t).cut(); cut > 0 && t != "IM" {
			s.emit(i, i+cut)
			return s.emit(i+cut, j)
		}
		if n == 3 && (t == "its" || t == "Its") && s.clauseFollows(j) {
			s.emit(i, i+2)
			return s.emit(i+2, j)
		}
	}
	return s.emit(i, j)
}

// clauseFollows reports whether the word behind j cannot stand behind a possessive:
// "its a shame" is "it's".
func (s *scanner) clauseFollows(j int) bool {
	return j < len(s.text) && s.text[j] == ' ' && lookup(nextWord(s.text, j+1))&clause != 0
}

// contractible tells by the last two letters whether a word can be in the list of
// contractions, or be "its"; most words cannot.
var contractible = func() (t [32][32]bool) {
	for _, ends := range [...]string{"nt", "ot", "na", "ta", "da", "ra", "ve", "re", "me", "im", "ts", "es", "no"} {
		t[ends[0]&31][ends[1]&31] = true
	}
	return t
}()

// apostropheInWord decides on an apostrophe of n bytes at j behind the word from
// i on. Where it is part of the word (O'Brien, o'clock) it returns true and the
// place behind it; else it has emitted the word, with the clitic that follows, and
// returns the place to go on.
func (s *scanner) apostropheInWord(i, j, n int) (inner bool, next int) {
	text := s.text
	k := j + n
	e := k
	for e < len(text) && isLetter(text[e]) && e-k < 4 {
		e++
	}
	ended := e == len(text) || !inWord[text[e]] && (classes[text[e]] != high || !isLetterAt(text, e))
	if e == k || text[j] == '`' && !ended { // the apostrophe of "boys'" or a closing mark
		if e == k && e < len(text) && classes[text[e]] == high && isLetterAt(text, e) { // d'état
			return true, k
		}
		return false, s.wordEnd(i, j)
	}
	if ended {
		switch length := e - k; {
		case length == 1 && text[k]|0x20 == 't' && text[j-1]|0x20 == 'n' && j-1 > i:
			s.emit(i, j-1)
			return false, s.clitics(s.emit(j-1, e))
		case length == 1 && text[k]|0x20 == 's' && isDigit(text[j-1]) && decade(text[i:j]):
			return false, s.emit(i, e) // the 60's
		case isClitic(text[k:e]):
			if text[k]|0x20 == 's' || j-i < 2 || !isDigit(text[j-1]) {
				s.emit(i, j)
				return false, s.clitics(s.emit(j, e))
			}
		case length == 3 && text[k:e] == "all" && text[i]|0x20 == 'y' && j == i+1:
			s.emit(i, k)
			return false, s.emit(k, e)
		}
	}
	if text[j] == '`' {
		return false, s.wordEnd(i, j)
	}
	return true, k
}

// isLetterAt reports whether a letter beyond ASCII starts at text[i].
func isLetterAt(text string, i int) bool {
	r, _ := decode(text, i)
	return r == runeLower || r == runeUpper
}

// decade reports whether a number is one of those that are written "1960's".
func decade(t string) bool {
	return (len(t) == 2 || len(t) == 4) && t[len(t)-1] == '0' && isDigit(t[0])
}

// isClitic reports whether the letters behind an apostrophe are a word of their
// own.
func isClitic(t string) bool {
	switch len(t) {
	case 1:
		c := t[0] | 0x20
		return c == 's' || c == 'm' || c == 'd'
	case 2:
		a, b := t[0]|0x20, t[1]|0x20
		return a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l'
	}
	return false
}

// clitics emits the clitics that directly follow a clitic or an abbreviation
// (could|n't|'ve, U.S.|'s) and returns the place behind them.
func (s *scanner) clitics(i int) int {
	text := s.text
	for i < len(text) {
		n := 0
		switch {
		case text[i] == '\'':
			n = 1
		case text[i] == 0xE2:
			if r, m := decode(text, i); r == runeApostrophe {
				n = m
			}
		}
		if n == 0 {
			break
		}
		e := i + n
		for e < len(text) && isLetter(text[e]) && e-i-n < 3 {
			e++
		}
		if !isClitic(text[i+n:e]) || e < len(text) && inWord[text[e]] {
			break
		}
		i = s.emit(i, e)
	}
	return i
}

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
