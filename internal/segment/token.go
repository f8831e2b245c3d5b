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
	text      string // up to the end of the block
	start     int    // of the block
	headline  bool
	tokens    []Token
	sentences []Sentence

	first   int // the first token of the sentence that is being read
	cut     int // the next token from here on begins a sentence; never if not known
	double  quotation
	single  quotation
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
		text: text[:block.End], start: int(block.Start), headline: headline,
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
			j := i
			for j+8 <= len(text) {
				n := leadingLetters(uint64at(text[j : j+8]))
				j += n
				if n < 8 {
					break
				}
			}
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

// back is the text of the k-th last token of the sentence that is being read, ""
// if it has fewer.
func (s *scanner) back(k int) string {
	n := len(s.tokens) - k
	if n < s.first {
		return ""
	}
	return s.text[s.tokens[n].Start:s.tokens[n].End]
}

// size is the number of tokens of the sentence that is being read.
func (s *scanner) size() int { return len(s.tokens) - s.first }

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

// lineEnd is called behind each line feed. An empty line ends a sentence, and no
// quotation mark or bracket is open beyond it; a line that is a link stands alone.
func (s *scanner) lineEnd(i int) {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	if i < len(s.text) && s.text[i] == '\n' {
		s.closeSentence()
		s.double.open, s.single.open, s.nesting = false, false, 0
	}
	if n := len(s.tokens); isLink(s.text, i) || n > 0 && isLink(s.text, int(s.tokens[n-1].Start)) {
		s.closeSentence()
	}
}
