package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// countGUM counts the heads of the noun phrases of GUM by their types, in the
// training documents that documents.tsv marks free.
func countGUM(data string, add func(noun string, kind int, name string, n float64)) error {
	folder := filepath.Join(data, "syntax", "gum")
	table, err := os.ReadFile(filepath.Join(folder, "documents.tsv"))
	if err != nil {
		return err
	}
	free := map[string]bool{}
	for line := range strings.Lines(string(table)) {
		f := strings.Split(line, "\t")
		free[f[0]] = len(f) > 4 && f[1] == "train" && f[4] == "free"
	}
	use := false
	var sentence []gumWord
	var open []gumPhrase
	return lines.Each(filepath.Join(folder, "train.conllu.gz"), func(text []byte) error {
		line := string(text)
		if doc, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			use = free[strings.TrimSpace(doc)]
			return nil
		}
		f := strings.Split(line, "\t")
		if len(f) < 10 {
			if line == "" {
				sentence, open = sentence[:0], open[:0]
			}
			return nil
		}
		id, err := strconv.Atoi(f[0])
		if err != nil || !use {
			return nil
		}
		head, _ := strconv.Atoi(f[6])
		sentence = append(sentence, gumWord{f[2], f[3], head})
		for field := range strings.SplitSeq(f[9], "|") {
			if e, ok := strings.CutPrefix(field, "Entity="); ok {
				open = brackets(open, e, id, func(p gumPhrase) {
					for i := p.first; i <= id; i++ {
						if w := sentence[i-1]; w.head < p.first || w.head > id {
							if w.tag == "NOUN" {
								add(strings.ToLower(w.lemma), p.kind, "", 2)
							}
							return
						}
					}
				})
			}
		}
		return nil
	})
}

type gumWord struct {
	lemma, tag string
	head       int
}

type gumPhrase struct {
	entity string
	kind   int
	first  int
}

// brackets reads what opens and closes at a word: "(3-abstract-new…", "3)".
func brackets(open []gumPhrase, e string, at int, closed func(gumPhrase)) []gumPhrase {
	for e != "" {
		if e[0] == '(' {
			n := strings.IndexAny(e[1:], "()") + 1
			if n == 0 {
				n = len(e)
			}
			part := strings.SplitN(e[1:n], "-", 3)
			p := gumPhrase{entity: part[0], kind: thing, first: at}
			if len(part) > 1 {
				switch part[1] {
				case "person":
					p.kind = person
				case "organization":
					p.kind = org
				case "place":
					p.kind = place
				}
			}
			open = append(open, p)
			e = e[n:]
			if strings.HasPrefix(e, ")") {
				closed(p)
				open, e = open[:len(open)-1], e[1:]
			}
			continue
		}
		name, rest, _ := strings.Cut(e, ")")
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].entity == name {
				closed(open[i])
				open = append(open[:i], open[i+1:]...)
				break
			}
		}
		e = rest
	}
	return open
}
