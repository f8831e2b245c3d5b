package segment

// Sentences is replaced by the helper's.
func Sentences(text string, block Span, headline bool, ss []Sentence, ts []Token) ([]Sentence, []Token) {
	isWord := func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
	}
	blank := func(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
	start, first := block.Start, uint32(len(ts))
	for i := block.Start; i < block.End; {
		c := text[i]
		if blank(c) {
			i++
			continue
		}
		if first == uint32(len(ts)) {
			start = i
		}
		j := i + 1
		if isWord(c) {
			for j < block.End && isWord(text[j]) {
				j++
			}
		}
		ts = append(ts, Token{i, j})
		i = j
		if !headline && (c == '.' || c == '!' || c == '?') && (j == block.End || blank(text[j])) {
			ss = append(ss, Sentence{Span{start, j}, first, uint32(len(ts))})
			first = uint32(len(ts))
		}
	}
	if first < uint32(len(ts)) {
		ss = append(ss, Sentence{Span{start, ts[len(ts)-1].End}, first, uint32(len(ts))})
	}
	return ss, ts
}
