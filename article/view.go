package article

import (
	"iter"
	"sort"
)

// Block is a line of the story or a paragraph of hard-wrapped lines. It is a
// view of its article; the zero Block belongs to none and is empty.
type Block struct {
	a *Article
	i int
}

// Sentence is a sentence of a block. It is a view of its article; the zero
// Sentence belongs to none and is empty.
type Sentence struct {
	a *Article
	i int
}

// Token is a word, number, mark or symbol, cut as in Universal Dependencies for
// English: "do" and "n't", "Obama" and "'s" are two tokens each, "U.S." is one.
// It is a view of its article; the zero Token belongs to none and is empty.
type Token struct {
	a *Article
	i int
}

// Index returns the block's place among the blocks of the article, from 0.
func (b Block) Index() int { return b.i }

// Span returns where the block stands.
func (b Block) Span() Span {
	if b.a == nil {
		return Span{}
	}
	return span(b.a.blocks[b.i].Span)
}

// Text returns the words of the block as they stand in the article.
func (b Block) Text() string { return b.Span().In(b.a.Text()) }

// Kind says what the block is in the story.
func (b Block) Kind() Kind {
	if b.a == nil {
		return Paragraph
	}
	return Kind(b.a.blocks[b.i].Kind)
}

// Sentences walks the sentences of the block.
func (b Block) Sentences() iter.Seq[Sentence] {
	first, end := b.SentenceRange()
	return b.a.sentenceSeq(first, end)
}

// SentenceRange returns the half-open range of the block's sentences, for
// [Article.Sentence].
func (b Block) SentenceRange() (first, end int) {
	if b.a == nil {
		return 0, 0
	}
	x := &b.a.blocks[b.i]
	return int(x.FirstSentence), int(x.EndSentence)
}

// Index returns the sentence's place among the sentences of the article, from 0.
func (s Sentence) Index() int { return s.i }

// Span returns where the sentence stands.
func (s Sentence) Span() Span {
	if s.a == nil {
		return Span{}
	}
	return span(s.a.sentences[s.i].Span)
}

// Text returns the sentence as it stands in the article, line ends of
// hard-wrapped text included.
func (s Sentence) Text() string { return s.Span().In(s.a.Text()) }

// Block returns the block that the sentence is part of.
func (s Sentence) Block() Block {
	if s.a == nil {
		return Block{}
	}
	bs := s.a.blocks
	i := sort.Search(len(bs), func(i int) bool { return int(bs[i].EndSentence) > s.i })
	return Block{s.a, i}
}

// Tokens walks the tokens of the sentence.
func (s Sentence) Tokens() iter.Seq[Token] {
	first, end := s.TokenRange()
	return s.a.tokenSeq(first, end)
}

// TokenRange returns the half-open range of the sentence's tokens, for
// [Article.Token].
func (s Sentence) TokenRange() (first, end int) {
	if s.a == nil {
		return 0, 0
	}
	x := &s.a.sentences[s.i]
	return int(x.FirstToken), int(x.EndToken)
}

// Index returns the token's place among the tokens of the article, from 0.
func (t Token) Index() int { return t.i }

// Span returns where the token stands.
func (t Token) Span() Span {
	if t.a == nil {
		return Span{}
	}
	return span(t.a.tokens[t.i])
}

// Text returns the token as it stands in the article.
func (t Token) Text() string { return t.Span().In(t.a.Text()) }

// Sentence returns the sentence that the token is part of.
func (t Token) Sentence() Sentence {
	if t.a == nil {
		return Sentence{}
	}
	ss := t.a.sentences
	i := sort.Search(len(ss), func(i int) bool { return int(ss[i].EndToken) > t.i })
	return Sentence{t.a, i}
}

func (a *Article) sentenceSeq(first, end int) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for i := first; i < end; i++ {
			if !yield(Sentence{a, i}) {
				return
			}
		}
	}
}

func (a *Article) tokenSeq(first, end int) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := first; i < end; i++ {
			if !yield(Token{a, i}) {
				return
			}
		}
	}
}
