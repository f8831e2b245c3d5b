package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math/bits"
	"slices"
	"sort"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// rough is a text of a set with other types or conventions than the stories.
type rough struct {
	text  string
	names []roughName
}

// roughName is a name whose type is one of some, as bits; none stands for a
// stretch of which nothing is known.
type roughName struct {
	start, end int
	types      uint32
}

const (
	person = 1 << ner.Person
	org    = 1 << ner.Org
	place  = 1 << ner.Place
	misc   = 1<<ner.Group | 1<<ner.Event | 1<<ner.Work

	partOfName = 1 << 31 // in a name whose ends and type are not known
)

// loadSet reads a set of documents with PER, ORG, LOC and MISC.
func loadSet(path string, types map[string]uint32) (out []rough) {
	check(lines.Each(path, func(line []byte) error {
		var x struct {
			Text     string
			Entities []struct {
				Start, End int
				Type       string
			}
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		r := rough{text: x.Text}
		for _, e := range x.Entities {
			r.names = append(r.names, roughName{e.Start, e.End, types[e.Type]})
		}
		out = append(out, r)
		return nil
	}))
	return out
}

//go:embed either.tsv
var eitherList string

// either are last words of names that one set takes for organizations and
// another for places.
var either = strings.Fields(eitherList)[1:]

// cleanNames brings the names of a set to the conventions of the stories: no
// article, no title, no possessive.
func cleanNames(r *rough) {
	for i := range r.names {
		n := &r.names[i]
		for _, the := range []string{"the ", "The ", "THE ", "a ", "A "} {
			if strings.HasPrefix(r.text[n.start:n.end], the) {
				n.start += len(the)
			}
		}
		for _, s := range []string{"'s", "’s"} {
			if strings.HasSuffix(r.text[n.start:n.end], s) {
				n.end -= len(s)
			}
		}
		words := strings.Fields(r.text[n.start:n.end])
		if len(words) == 0 {
			continue
		}
		if n.types == person && len(words) > 1 {
			if _, ok := lexicon.Titles.Lookup(words[0]); ok || strings.ToLower(words[0][:1]) == words[0][:1] {
				n.types = 0
			}
		}
		if n.types == org || n.types == place {
			if slices.Contains(either, words[len(words)-1]) {
				n.types = org | place
			}
		}
	}
}

// article makes an article of the lines of a text, each a paragraph, and returns
// it with the place in it of each byte of the text.
func (r rough) article() (*article.Article, func(at int) int) {
	var parts []article.Part
	var from, moved []int // of each line: its first byte, and how much further on it is in the article
	at, size := 0, 0
	for line := range strings.SplitAfterSeq(r.text, "\n") {
		s := strings.TrimRight(line, "\n ")
		lead := len(s) - len(strings.TrimLeft(s, " "))
		if s = s[lead:]; s != "" {
			parts = append(parts, article.Part{Kind: article.Paragraph, Text: s})
			from, moved = append(from, at+lead), append(moved, size-at-lead)
			size += len(s) + 2
		}
		at += len(line)
	}
	return article.Build(article.Meta{}, parts...), func(at int) int {
		k := sort.SearchInts(from, at+1) - 1
		return at + moved[max(k, 0)]
	}
}

const anyLabel = 1<<ner.Labels - 1

// exact makes the examples of a text whose names are taken as they are.
func (r rough) exact() *story {
	a, place := r.article()
	s := r.examples(a, place, func([]uint32) bool { return false })
	if len(s.all) > 0 {
		s.all[0].names += s.lost // missed
	}
	return s
}

// cleaned makes the examples of a text whose names follow other conventions: they
// are cleaned, and what they leave open stays open.
func (r rough) cleaned() *story {
	cleanNames(&r)
	a, place := r.article()
	return r.examples(a, place, func([]uint32) bool { return true })
}

// asFound makes the examples of a story that is labelled by our conventions, in the
// blocks that the library finds in it.
func (r rough) asFound() *story {
	return r.examples(article.Parse(r.text), func(at int) int { return at }, func(allowed []uint32) bool {
		return slices.ContainsFunc(allowed, func(labels uint32) bool { return bits.OnesCount32(labels) > 1 })
	})
}

// examples makes the examples of an article that has each byte of the text at some
// place. Which labels its words may have is kept for the sentences that are open.
func (r rough) examples(a *article.Article, place func(at int) int, open func(allowed []uint32) bool) *story {
	d := new(ner.Doc)
	d.Reset(a)
	first, end := map[int]int{}, map[int]int{}
	for i, t := range d.Tokens {
		first[int(t.Start)], end[int(t.End)] = i, i+1
	}
	allowed := make([]uint32, len(d.Tokens))
	for i := range allowed {
		allowed[i] = 1 // outside
	}
	out := &story{doc: d}
	var known []ner.Name
	for _, n := range r.names {
		s, e := place(n.start), place(n.end-1)+1
		a, ok1 := first[s]
		b, ok2 := end[e]
		if n.types == partOfName && ok1 && ok2 {
			for i := a; i < b; i++ {
				allowed[i] = anyLabel &^ 1
			}
			continue
		}
		if n.types == 0 || !ok1 || !ok2 || a >= b {
			out.lost++
			for i := range d.Tokens {
				if t := &d.Tokens[i]; int(t.End) > s && int(t.Start) < e {
					allowed[i] = anyLabel
				}
			}
			continue
		}
		clear(allowed[a:b])
		for t := range ner.Types {
			if n.types>>t&1 != 0 {
				for i, l := range ner.ToLabels([]ner.Name{{First: 0, End: b - a, Type: t}}, b-a) {
					allowed[a+i] |= 1 << l
				}
			}
		}
		known = append(known, ner.Name{First: a, End: b, Type: ner.Type(bits.TrailingZeros32(n.types))})
	}
	out.known = known
	gold := ner.ToLabels(known, len(d.Tokens))
	for i := range d.Sentences {
		x := &d.Sentences[i]
		e := &example{gold: gold[x.First:x.End]}
		e.lattice.Fill(d, x)
		for _, n := range known {
			if n.First >= x.First && n.End <= x.End {
				e.names++
			}
		}
		if labels := allowed[x.First:x.End]; open(labels) {
			e.allowed = labels
			e.settle()
		}
		out.all, out.at = append(out.all, e), append(out.at, i)
	}
	return out
}

// settle leaves open the words around a name that no row of candidates spells.
func (e *example) settle() {
	n := len(e.allowed)
	out := make([]uint32, n)
	copy(out, e.allowed)
	for k := range n {
		if !e.lattice.Candidate[k] && out[k]&1 == 0 { // a name with a word that is no candidate
			for _, step := range []int{-1, 1} {
				for j := k + step; j >= 0 && j < n && out[j]&1 == 0; j += step {
					out[j] = anyLabel
				}
			}
			out[k] = anyLabel
		}
	}
	e.allowed = out
}

// roughStories makes the examples of texts.
func roughStories(name string, sets []rough, story func(rough) *story) (out stories) {
	names, sentences, lost := 0, 0, 0
	for _, r := range sets {
		s := story(r)
		for _, e := range s.all {
			names += e.names
		}
		sentences += len(s.all)
		lost += s.lost
		out = append(out, s)
	}
	fmt.Printf("%s: %d documents, %d sentences, %d names, %d left open\n", name, len(out), sentences, names, lost)
	return out
}
