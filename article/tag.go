package article

import (
	"sync"

	"github.com/seed05c9d22b/newstext/internal/syntax"
)

// Tag is a part of speech, a UPOS tag of Universal Dependencies v2.
type Tag string

// The parts of speech.
const (
	ADJ   Tag = "ADJ"   // adjective: big, first, American
	ADP   Tag = "ADP"   // preposition: in, of; particle of a verb: (give) up
	ADV   Tag = "ADV"   // adverb: very, when
	AUX   Tag = "AUX"   // auxiliary and copula: has (done), is, will
	CCONJ Tag = "CCONJ" // coordinating conjunction: and, or, but
	DET   Tag = "DET"   // determiner: the, this (plan), every
	INTJ  Tag = "INTJ"  // interjection: oh, yes
	NOUN  Tag = "NOUN"  // common noun: girl, year
	NUM   Tag = "NUM"   // number: 7, seven
	PART  Tag = "PART"  // particle: not, to (go), 's
	PRON  Tag = "PRON"  // pronoun: she, who, his, this
	PROPN Tag = "PROPN" // proper noun, one for each word of a name: Barack, Obama
	PUNCT Tag = "PUNCT" // punctuation mark
	SCONJ Tag = "SCONJ" // subordinating conjunction: that, if, because
	SYM   Tag = "SYM"   // symbol: $, %
	VERB  Tag = "VERB"  // verb: run, said
	X     Tag = "X"     // other: foreign words, list marks
)

// layers is what is found out about the tokens of an article when it is first
// asked for.
type layers struct {
	tags  tagLayer
	trees treeLayer
}

type tagLayer struct {
	once  sync.Once
	words []syntax.Word // as many as the article has tokens
}

// tagged is the tags and lemmas of all tokens.
func (a *Article) tagged() []syntax.Word {
	l := &a.layers.tags
	l.once.Do(func() {
		l.words = make([]syntax.Word, len(a.tokens))
		for _, s := range a.sentences {
			syntax.Tags(a.text, a.tokens[s.FirstToken:s.EndToken], l.words[s.FirstToken:s.EndToken])
		}
	})
	return l.words
}

// Tag returns the part of speech of the token. The tags of all tokens of the
// article are found when the first is asked for.
func (t Token) Tag() Tag {
	if t.a == nil {
		return X
	}
	return Tag(t.a.tagged()[t.i].Tag().String())
}

// Penn returns the part of speech with the inflection that shows in the word, as
// in the Penn treebank: "VBD" is a past tense, "NNS" a plural.
func (t Token) Penn() string {
	if t.a == nil {
		return ""
	}
	return t.a.tagged()[t.i].Fine.Penn()
}

// Lemma returns the form of the token that a dictionary lists it under: "say" for
// "said", "American" for "Americans", "not" for "n't".
func (t Token) Lemma() string {
	if t.a == nil {
		return ""
	}
	return t.a.tagged()[t.i].Lemma(t.Text())
}
