// Package syntax finds the parts of speech, the lemmas and the dependency tree of
// the words of a sentence, in the manner of Universal Dependencies v2.
//
//	words := make([]syntax.Word, len(tokens))
//	arcs := make([]syntax.Arc, len(tokens))
//	syntax.Tags(text, tokens, words)
//	syntax.Tree(text, tokens, words, arcs)
//	for i, w := range words {
//		fmt.Println(w.Tag(), w.Lemma(text[tokens[i].Start:tokens[i].End]), arcs[i].Head, syntax.Relation(arcs[i].Rel))
//	}
//
// The work is done by three rooms, each with a trained model of its own, embedded
// and read in place: tagger, lemma and parser. Nothing is loaded before the first
// sentence. All functions are safe for concurrent use, take time in proportion to
// the text, accept any bytes, and give the same answer to the same sentence.
package syntax

import (
	_ "embed"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/lemma"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

// Tag is a universal part of speech.
type Tag = tagger.Tag

// Fine is a part of speech with what the form of the word shows of inflection.
type Fine = tagger.Fine

// Word is what is known of a token. It is small; lemmas are made when they are
// asked for.
type Word struct {
	lemma lemma.Script
	Class clusters.ID // of the word as it is written, as clusters.Of gives it
	Fine  Fine
}

// Tag is the part of speech.
func (w Word) Tag() Tag { return w.Fine.Tag() }

// Lemma is the lemma of the word, which the caller gives as it stands in the text.
func (w Word) Lemma(word string) string { return loaded().lemmas.Lemma(word, w.lemma) }

//go:embed tagger/tagger.model
var taggerData string

//go:embed lemma/lemma.model
var lemmaData string

type models struct {
	tags   *tagger.Tagger
	lemmas *lemma.Lemmatizer
}

var embedded linear.Lazy[*models]

func loaded() *models { return embedded.Get(openModels) }

func openModels() *models {
	m := &models{}
	var err error
	if m.tags, err = open(taggerData, tagger.Open); err != nil {
		panic(err) // the embedded files are checked by a test
	}
	if m.lemmas, err = open(lemmaData, lemma.Open); err != nil {
		panic(err)
	}
	return m
}

func open[M any](data string, f func(*linear.File) (M, error)) (M, error) {
	file, err := linear.OpenEmbedded(data)
	if err != nil {
		var none M
		return none, err
	}
	return f(file)
}

// scratch is the memory of one call.
type scratch struct {
	sentence tagger.Sentence
}

var pool = sync.Pool{New: func() any { return new(scratch) }}

// longest is the number of tokens that are worked on at a time. Longer sentences
// (a text without a full stop) are cut into pieces of this length.
const longest = 4096

// Tags fills in the tags and lemmas of a sentence. words is as long as tokens.
func Tags(text string, tokens []segment.Token, words []Word) {
	m := loaded()
	s := pool.Get().(*scratch)
	for len(tokens) > longest {
		s.tags(m, text, tokens[:longest], words)
		tokens, words = tokens[longest:], words[longest:]
	}
	s.tags(m, text, tokens, words)
	pool.Put(s)
}

func (s *scratch) tags(m *models, text string, tokens []segment.Token, words []Word) {
	if len(tokens) == 0 {
		return
	}
	tags := m.tags.Tag(&s.sentence, text, tokens)
	look := s.sentence.Words()
	for i, f := range tags {
		words[i] = Word{Fine: f, Class: look[i].Cluster, lemma: m.lemmas.Script(&look[i], f, lemma.CapitalOf(&look[i], i, s.sentence.Case()))}
		if !look[i].Plain { // which the tagger reads its own way
			words[i].Class = clusters.Of(text[tokens[i].Start:tokens[i].End])
		}
	}
}
