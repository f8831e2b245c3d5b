package article

import "github.com/seed05c9d22b/newstext/internal/search"

// BlockAt returns the block that holds the byte at offset.
func (a *Article) BlockAt(offset int) (Block, bool) {
	i := search.First(len(a.blocks), func(i int) bool { return int(a.blocks[i].End) > offset })
	if i == len(a.blocks) || int(a.blocks[i].Start) > offset {
		return Block{}, false
	}
	return Block{a, i}, true
}

// SentenceAt returns the sentence that holds the byte at offset.
func (a *Article) SentenceAt(offset int) (Sentence, bool) {
	i := search.First(len(a.sentences), func(i int) bool { return int(a.sentences[i].End) > offset })
	if i == len(a.sentences) || int(a.sentences[i].Start) > offset {
		return Sentence{}, false
	}
	return Sentence{a, i}, true
}

// TokenAt returns the token that holds the byte at offset; there is none in
// blank space.
func (a *Article) TokenAt(offset int) (Token, bool) {
	i := a.tokenFrom(offset)
	if i == len(a.tokens) || int(a.tokens[i].Start) > offset {
		return Token{}, false
	}
	return Token{a, i}, true
}

// TokenRange returns the half-open range of the tokens that overlap s, for
// [Article.Token]. It is empty, first = end, where s holds only blank space.
func (a *Article) TokenRange(s Span) (first, end int) {
	first = a.tokenFrom(s.Start)
	behind := func(i int) bool { return int(a.tokens[first+i].Start) >= s.End }
	most := 1 // a span is mostly short
	for first+most < len(a.tokens) && !behind(most) {
		most *= 2
	}
	return first, first + search.First(min(most, len(a.tokens)-first), behind)
}

// tokenFrom returns the first token that ends after offset.
func (a *Article) tokenFrom(offset int) int {
	return search.First(len(a.tokens), func(i int) bool { return int(a.tokens[i].End) > offset })
}
