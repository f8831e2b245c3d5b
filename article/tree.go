package article

import (
	"iter"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/syntax"
)

// treeLayer is the dependency trees of all sentences.
type treeLayer struct {
	once sync.Once
	arcs []syntax.Arc // as many as the article has tokens; heads are tokens of the article
}

// parsed is the trees of all sentences.
func (a *Article) parsed() []syntax.Arc {
	l := &a.layers.trees
	l.once.Do(func() {
		words := a.tagged()
		l.arcs = make([]syntax.Arc, len(a.tokens))
		for _, s := range a.sentences {
			from, to := s.FirstToken, s.EndToken
			syntax.Tree(a.text, a.tokens[from:to], words[from:to], l.arcs[from:to])
			for i := from; i < to; i++ {
				if x := &l.arcs[i]; x.Head >= 0 {
					x.Head += int32(from)
				}
			}
		}
	})
	return l.arcs
}

// Syntax returns the tags and the trees of all tokens as the tagger and the parser
// give them: numbers for names, heads among all tokens. It is for the stages of this
// module, which ask for every token of a story; others ask the tokens.
func (a *Article) Syntax() (words []syntax.Word, arcs []syntax.Arc) {
	if a.layers == nil { // the zero article
		return nil, nil
	}
	return a.tagged(), a.parsed()
}

// Head returns the token that this one depends on; ok is false at the root of the
// sentence. Every sentence is one tree. The trees of all sentences of the article
// are found when the first is asked for.
func (t Token) Head() (head Token, ok bool) {
	if t.a == nil {
		return Token{}, false
	}
	h := t.a.parsed()[t.i].Head
	if h < 0 {
		return Token{}, false
	}
	return Token{t.a, int(h)}, true
}

// Relation returns how the token depends on its head, a relation of Universal
// Dependencies v2: "nsubj", "ccomp", "acl:relcl"; "root" at the root.
func (t Token) Relation() string {
	if t.a == nil {
		return ""
	}
	return syntax.Relation(t.a.parsed()[t.i].Rel)
}

// Root returns the root of the sentence's tree; ok is false for the zero sentence.
func (s Sentence) Root() (root Token, ok bool) {
	for t := range s.Tokens() {
		if _, ok := t.Head(); !ok {
			return t, true
		}
	}
	return Token{}, false
}

// Children yields the tokens that depend on this one, in the order of the text.
func (t Token) Children() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		if t.a == nil {
			return
		}
		arcs := t.a.parsed()
		first, end := t.Sentence().TokenRange()
		for i := first; i < end; i++ {
			if int(arcs[i].Head) == t.i && !yield(Token{t.a, i}) {
				return
			}
		}
	}
}

// Ancestors yields the head of the token, the head of that, and so on to the root.
func (t Token) Ancestors() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for h, ok := t.Head(); ok; h, ok = h.Head() {
			if !yield(h) {
				return
			}
		}
	}
}

// Subtree returns the span from the first to the last token of what depends on
// the token, itself included: of a subject the whole noun phrase.
func (t Token) Subtree() Span {
	if t.a == nil {
		return Span{}
	}
	arcs := t.a.parsed()
	first, end := t.Sentence().TokenRange()
	low, high := t.i, t.i
	for i := first; i < end; i++ {
		for j := i; ; j = int(arcs[j].Head) {
			if j == t.i {
				low, high = min(low, i), max(high, i)
			}
			if arcs[j].Head < 0 {
				break
			}
		}
	}
	return Span{t.a.Token(low).Span().Start, t.a.Token(high).Span().End}
}
