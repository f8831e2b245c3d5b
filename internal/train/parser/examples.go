package main

import (
	"bufio"
	"encoding/json"
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
	guide    []parser.Arc // what a guide that did not see the sentence finds, read from its end
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
func words(text string, spans [][2]uint32, tags []uint8) []parser.Word {
	tokens := make([]segment.Token, len(spans))
	for i, s := range spans {
		tokens[i] = segment.Token{Start: s[0], End: s[1]}
	}
	look := make([]tagger.Word, len(tokens))
	tagger.Look(text, tokens, look, nil)
	out := make([]parser.Word, len(tokens))
	for i := range tokens {
		out[i] = parser.NewWord(text, tokens, i, &look[i], tagger.Fine(tags[i]))
	}
	return out
}

// trees makes the examples of documents.
func trees(docs []treebank.Document, tags map[string]*tagged, rels *relations) []example {
	var all []example
	for i := range docs {
		d := &docs[i]
		t := tags[d.ID]
		for k, s := range treebank.GoldSentences(d) {
			ws := words(d.Text, t.Sents[k], t.Tags[k])
			if e, ok := newExample(d, s, ws, rels); ok {
				all = append(all, e)
			}
		}
	}
	return all
}

// newExample takes the marks out of a gold sentence; it is false where nothing is
// left.
func newExample(d *treebank.Document, s treebank.Sentence, ws []parser.Word, rels *relations) (example, bool) {
	first := s.Gold[0]
	place := make([]int32, len(ws)) // of the words that are left, from 1
	n := int32(0)
	for i := range ws {
		ws[i].Mark = parser.NoMark
		w := s.Word(i)
		if w.UPOS == "PUNCT" && w.Rel == "punct" {
			ws[i].Mark = parser.MarkAt(s.Text, s.Tokens, i)
			continue
		}
		n++
		place[i] = n
	}
	if n == 0 {
		return example{}, false
	}
	g := &parser.Gold{Head: make([]int32, n+1), Rel: make([]uint8, n+1)}
	for i := range ws {
		if place[i] == 0 {
			continue
		}
		h := s.Word(i).Head
		for h >= 0 && place[h-first] == 0 {
			h = d.Words[h].Head
		}
		if h >= 0 {
			g.Head[place[i]] = place[h-first]
		}
		g.Rel[place[i]] = rels.of(s.Word(i).Rel)
	}
	g.Projectivize()
	e := example{gold: g}
	e.sentence.Read(ws)
	return e, true
}
