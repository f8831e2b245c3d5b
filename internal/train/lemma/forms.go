package main

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/lemma"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// irregular are irregular forms of verbs and nouns: form, fine tag, lemma.
//
//go:embed irregular.tsv
var irregular string

// Weights of forms that are not from a treebank, where a word weighs 10. The list
// of verbs is right where a treebank errs ("fled" from "flead"); with nouns the
// treebanks have conventions of their own ("data").
const (
	verbWeight    = 1000
	nounWeight    = 20
	regularWeight = 10
)

// listed are the irregular forms.
func listed() []*item {
	var items []*item
	for line := range strings.Lines(irregular) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		if len(c) == 3 && c[0] != "form" {
			upos, xpos, _ := strings.Cut(c[1], "|")
			weight := nounWeight
			if upos == "VERB" {
				weight = verbWeight
			}
			items = append(items, newItem(c[0], tagger.FineOf(upos, xpos), c[2], weight))
		}
	}
	return items
}

func newItem(form string, fine tagger.Fine, l string, weight int) *item {
	var words [1]tagger.Word
	tagger.Look(form, []segment.Token{{Start: 0, End: uint32(len(form))}}, words[:], nil)
	sc, _ := scriptOf(form, l, false)
	return &item{words[0], form, fine, lemma.NoCapital, sc, weight}
}

// vocabulary counts the words of the news that are written in small letters.
type vocabulary map[string]int

func readVocabulary(data string) (vocabulary, error) {
	v := vocabulary{}
	err := treebank.EachStory(data, func(_, text string) error {
		for t := range article.Parse(text).Tokens() {
			if w := t.Text(); len(w) < 30 && small(w) {
				v[w]++
			}
		}
		return nil
	})
	return v, err
}

func small(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// rare is the number of times that a word must stand in the news to be believed.
const rare = 3

// regular are the regular forms in the news that belong to a word in the news:
// "hoped" to "hope" rather than to "hop".
func (v vocabulary) regular(known map[string]bool) []*item {
	var forms []string
	for w, n := range v {
		if n >= rare && !known[w] {
			forms = append(forms, w)
		}
	}
	slices.Sort(forms)
	var items []*item
	add := func(form, l string, fines ...string) {
		for _, f := range fines {
			upos, xpos, _ := strings.Cut(f, "|")
			items = append(items, newItem(form, tagger.FineOf(upos, xpos), l, regularWeight))
		}
	}
	for _, w := range forms {
		if stem, ok := strings.CutSuffix(w, "ed"); ok && len(stem) > 2 {
			if l := v.verb(stem); l != "" {
				add(w, l, "VERB|VBD", "VERB|VBN")
			}
		}
		if stem, ok := strings.CutSuffix(w, "ing"); ok && len(stem) > 2 {
			if l := v.verb(stem); l != "" {
				add(w, l, "VERB|VBG")
			}
		}
		if stem, ok := strings.CutSuffix(w, "es"); ok && len(stem) > 2 {
			if l := v.likelier(stem, stem+"e"); l != "" {
				add(w, l, "NOUN|NNS", "VERB|VBZ")
			}
		}
	}
	return items
}

// likelier is the word that is clearly more frequent, "" where none is.
func (v vocabulary) likelier(a, b string) string {
	switch {
	case v[a] >= rare && v[a] > 3*v[b]:
		return a
	case v[b] >= rare && v[b] > 3*v[a]:
		return b
	}
	return ""
}

// verb is the verb whose form without -ed or -ing is stem.
func (v vocabulary) verb(stem string) string {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch {
	case last == 'i': // carri-ed
		if y := stem[:n-1] + "y"; v[y] >= rare {
			return y
		}
		return ""
	case last == before && strings.IndexByte("bdgmnprtl", last) >= 0: // stopp-ed, but call-ed
		return v.likelier(stem[:n-1], stem)
	case closed(stem): // hop-ed would be hopp-ed
		if v[stem+"e"] >= rare {
			return stem + "e"
		}
		return ""
	}
	return v.likelier(stem, stem+"e")
}

// closed reports whether a stem has one vowel letter, before its last consonant:
// such a verb doubles the consonant.
func closed(stem string) bool {
	n := len(stem)
	if strings.IndexByte("aeiouwxy", stem[n-1]) >= 0 {
		return false
	}
	vowels := 0
	for i := range n {
		if strings.IndexByte("aeiouy", stem[i]) >= 0 {
			vowels++
		}
	}
	return vowels == 1 && strings.IndexByte("aeiouy", stem[n-2]) >= 0
}
