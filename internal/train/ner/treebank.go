package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// treebanks are texts whose words have parts of speech: what is no proper noun
// and near none is in no name. They say nothing of names themselves, but a good
// deal of capitals that are none, of which mail, forums and speeches are full.
func treebanks() stories {
	var sets []rough
	for _, name := range []string{"ewt", "gum"} {
		folder := filepath.Join(*data, "syntax")
		docs, err := treebank.Read(filepath.Join(folder, name+"-train.raw.jsonl.gz"), filepath.Join(folder, name, "train.conllu.gz"))
		check(err)
		for i := range docs {
			if u := docs[i].Use; u == "" || u == "free" {
				sets = append(sets, open(&docs[i]))
			}
		}
	}
	out := roughStories("treebanks", sets, rough.cleaned)
	kept := out[:0]
	words := 0
	for _, s := range out {
		all, at := s.all, s.at
		s.all, s.at = nil, nil
		for k, e := range all {
			n := 0
			for j, c := range e.lattice.Candidate {
				if c && e.allowed[j] == 1 {
					n++
				}
			}
			if words += n; n > 0 {
				s.all, s.at = append(s.all, e), append(s.at, at[k])
			}
		}
		if len(s.all) > 0 {
			kept = append(kept, s)
		}
	}
	fmt.Printf("treebanks: %d sentences with %d words that might be in names and are not\n", len(kept.examples()), words)
	return kept
}

// named reports whether a word is in a name for certain: a proper noun that is no
// title, day or month.
func named(w *treebank.Word) bool {
	if w.UPOS != "PROPN" || len(w.Form) < 3 || w.XPOS != "NNP" || w.Form == strings.ToLower(w.Form) || w.Form == strings.ToUpper(w.Form) {
		return false
	}
	return !lexicon.Titles.Has(w.Form) && !lexicon.Stopnames.Has(w.Form)
}

// open leaves open what is or may be a name: proper nouns, other words with a
// capital beside them, adjectives with a capital, and what joins two of them.
func open(d *treebank.Document) rough {
	r := rough{text: d.Text}
	words := d.Words
	proper := func(i int) bool {
		if i < 0 || i >= len(words) {
			return false
		}
		w := &words[i]
		return w.UPOS == "PROPN" || w.UPOS == "X" || strings.HasPrefix(w.XPOS, "NNP") || w.XPOS == "GW" ||
			w.UPOS == "ADJ" && w.Form != "" && 'A' <= w.Form[0] && w.Form[0] <= 'Z'
	}
	for i := range words {
		w := &words[i]
		address := w.XPOS == "ADD"
		if !address && (proper(i) || proper(i-1) || proper(i+1)) {
			n := roughName{start: w.Start, end: w.End}
			if named(w) {
				n.types = partOfName
			}
			r.names = append(r.names, n)
		}
	}
	return r
}
