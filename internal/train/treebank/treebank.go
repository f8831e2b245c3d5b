// Package treebank reads Universal Dependencies treebanks and unlabelled news for
// the training commands, and puts the gold words on the tokens that the library
// makes of the same text, so that training and use agree.
package treebank

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// Word is a syntactic word of a treebank.
type Word struct {
	Start, End  int // bytes of the document's text
	Form, Lemma string
	UPOS, XPOS  string
	Head        int // index in Document.Words, −1 at a root
	Rel         string
	Sentence    int // number of its gold sentence in the document
}

// Document is a text and its words.
type Document struct {
	ID    string
	Genre string
	Use   string // "free", "free-sharealike", "free-unclear", "nc"; "" where the whole treebank is free
	Text  string
	Words []Word
}

// Read reads the documents of NAME.raw.jsonl.gz (text and offsets) together with
// their annotation, NAME.conllu.gz.
func Read(raw, conllu string) ([]Document, error) {
	var docs []Document
	err := lines.Each(raw, func(line []byte) error {
		var r struct {
			ID, Genre, Use, Text string
			Tokens               [][2]int
			MWT                  []struct {
				Token int
				Words [][2]int
			}
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		d := Document{ID: r.ID, Genre: r.Genre, Use: r.Use, Text: r.Text}
		parts := map[int][][2]int{}
		for _, m := range r.MWT {
			parts[m.Token] = m.Words
		}
		for i, t := range r.Tokens {
			spans, ok := parts[i]
			if !ok {
				spans = [][2]int{t}
			}
			for _, s := range spans {
				d.Words = append(d.Words, Word{Start: s[0], End: s[1]})
			}
		}
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return docs, annotate(docs, conllu)
}

// annotate fills the words in.
func annotate(docs []Document, conllu string) error {
	doc, next, first, sentence := -1, 0, 0, 0
	err := lines.Each(conllu, func(line []byte) error {
		s := string(line)
		switch {
		case strings.HasPrefix(s, "# newdoc"):
			doc++
			next, first, sentence = 0, 0, 0
			if doc >= len(docs) || !strings.HasSuffix(s, docs[doc].ID) {
				return fmt.Errorf("document %q has no text", s)
			}
			return nil
		case s == "":
			if doc >= 0 && next > first {
				first = next
				sentence++
			}
			return nil
		case s[0] == '#':
			return nil
		}
		c := strings.Split(s, "\t")
		if len(c) < 8 {
			return fmt.Errorf("%q has %d columns", s, len(c))
		}
		if strings.ContainsAny(c[0], ".-") {
			return nil
		}
		if doc < 0 || next >= len(docs[doc].Words) {
			return fmt.Errorf("word %q has no place in the text", c[1])
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return err
		}
		w := &docs[doc].Words[next]
		w.Form, w.Lemma, w.UPOS, w.XPOS, w.Rel, w.Sentence = c[1], c[2], c[3], c[4], c[7], sentence
		if w.Head = first + head - 1; head == 0 {
			w.Head = -1
		}
		next++
		return nil
	})
	if err != nil {
		return err
	}
	return nil
}

// Set is what the syntax models are trained on and measured with.
type Set struct {
	Train       []Document // all that may ship
	EWTDev, Dev []Document // development parts of EWT and GUM
}

// ReadSet reads EWT and GUM from the syntax folder of a data folder. Documents
// that a shipped model must not be trained on are left out of Train.
func ReadSet(data string) (*Set, error) {
	read := func(name, part string) ([]Document, error) {
		folder := filepath.Join(data, "syntax")
		return Read(filepath.Join(folder, name+"-"+part+".raw.jsonl.gz"), filepath.Join(folder, name, part+".conllu.gz"))
	}
	s := &Set{}
	var err error
	if s.Train, err = read("ewt", "train"); err != nil {
		return nil, err
	}
	gum, err := read("gum", "train")
	if err != nil {
		return nil, err
	}
	for _, d := range gum {
		if d.Use == "free" || d.Use == "free-sharealike" {
			s.Train = append(s.Train, d)
		}
	}
	if s.EWTDev, err = read("ewt", "dev"); err != nil {
		return nil, err
	}
	s.Dev, err = read("gum", "dev")
	return s, err
}
