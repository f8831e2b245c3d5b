package main

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// tagged are the tags of the sentences of a document.
type tagged struct {
	ID    string
	Sents [][][2]uint32
	Tags  [][]uint8
}

func readTags(name string) (map[string]*tagged, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := map[string]*tagged{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		t := &tagged{}
		if err := json.Unmarshal(lines.Bytes(), t); err != nil {
			return nil, err
		}
		all[t.ID] = t
	}
	return all, lines.Err()
}

// example is a sentence without marks and its tree.
type example struct {
	sentence parser.Sentence
	gold     *parser.Gold
}

// relations are those of the training data that are not rare; a rare one counts
// as the relation without its subtype, or as dep.
type relations struct {
	names []string
	id    map[string]uint8
}

const rareRelation = 10

func newRelations(docs []treebank.Document) *relations {
	count := map[string]int{}
	for i := range docs {
		for _, w := range docs[i].Words {
			count[w.Rel]++
		}
	}
	r := &relations{id: map[string]uint8{}}
	for name, n := range count {
		if n >= rareRelation {
			r.names = append(r.names, name)
		}
	}
	slices.Sort(r.names)
	for i, n := range r.names {
		r.id[n] = uint8(i)
	}
	return r
}

func (r *relations) of(rel string) uint8 {
	if id, ok := r.id[rel]; ok {
		return id
	}
	if id, ok := r.id[base(rel)]; ok {
		return id
	}
	return r.id["dep"]
}

func base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}

// words are the tokens of a sentence as the parser sees them.
func words(text string, tokens []segment.Token, tags []uint8) []parser.Word {
	look := make([]tagger.Word, len(tokens))
	tagger.Look(text, tokens, look, nil)
	out := make([]parser.Word, len(tokens))
	for i := range tokens {
		out[i] = parser.NewWord(text, tokens, i, &look[i], tagger.Fine(tags[i]))
	}
	return out
}

// trees makes the examples of documents. One sentence in twelve is there a second
// time, written as headlines are.
func trees(docs []treebank.Document, tags map[string]*tagged, rels *relations) []example {
	var all []example
	count := 0
	for i := range docs {
		d := &docs[i]
		t := tags[d.ID]
		for k, s := range treebank.GoldSentences(d) {
			all = append(all, treeOf(s, t.Tags[k], rels)...)
			if count++; count%12 == 0 {
				c := [...]treebank.Case{treebank.TitleCase, treebank.Capitals, treebank.EveryWord}[count/12%3]
				all = append(all, treeOf(s.Recase(c), t.Tags[k], rels)...)
			}
		}
	}
	return all
}

// treeOf makes the example of a gold sentence, none where it has no words.
func treeOf(s treebank.Sentence, tags []uint8, rels *relations) []example {
	ws := words(s.Text, s.Tokens, tags)
	for i := range ws {
		ws[i].Mark = parser.NoMark
		if w := s.Word(i); w.UPOS == "PUNCT" && w.Rel == "punct" {
			ws[i].Mark = parser.MarkAt(s.Text, s.Tokens, i)
		}
	}
	first := s.Gold[0]
	e := newExample(ws, func(i int) (int, uint8) {
		w := s.Word(i)
		return max(w.Head-first, -1), rels.of(w.Rel)
	})
	if e.sentence.Len() == 0 {
		return nil
	}
	return []example{e}
}

// newExample takes the marks out of a sentence and its tree, which is told by the
// head, −1 at the root, and the relation of every token.
func newExample(ws []parser.Word, arc func(i int) (head int, rel uint8)) example {
	place := make([]int32, len(ws)) // of the words that are left, from 1
	n := int32(0)
	for i := range ws {
		if ws[i].Mark == parser.NoMark {
			n++
			place[i] = n
		}
	}
	g := &parser.Gold{Head: make([]int32, n+1), Rel: make([]uint8, n+1)}
	for i := range ws {
		if place[i] == 0 {
			continue
		}
		h, rel := arc(i)
		for h >= 0 && place[h] == 0 {
			h, _ = arc(h)
		}
		if h >= 0 {
			g.Head[place[i]] = place[h]
		}
		g.Rel[place[i]] = rel
	}
	g.Projectivize()
	e := example{gold: g}
	e.sentence.Read(ws)
	return e
}

// passes lets a learner go through n examples several times, each time in another
// order. It follows the gold trees in the first pass, then mostly its own choices.
func passes(times, n int, order *rand.Rand, explore *float64, learn func(i int) (wrong int), done func(pass, wrong int)) {
	for pass := range times {
		*explore = 0.9
		if pass == 0 {
			*explore = 0
		}
		wrong := 0
		for _, i := range order.Perm(n) {
			wrong += learn(i)
		}
		done(pass+1, wrong)
	}
}
