package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/held"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// kind says what is labelled in a document.
type kind int

const (
	story    kind = iota // all stances
	sentence             // the stance between two names
	tone                 // how the sentence frames one name
)

// doc is a labelled document and what was found in it.
type doc struct {
	Text     string
	Entities entity.List
	Stances  sentiment.List
	A        [2]int `json:"a_word"` // of a sentence: the two names, and which stance there is
	B        [2]int `json:"b_word"`
	Label    int
	Target   [2]int // of a tone: the name, and how it is framed
	Polarity int

	kind       kind
	unmeasured bool // learned from, and not measured on
	group      int
	a          *article.Article
	found      entity.List
	quotes     quote.List

	pairs []pair
	ties  []tie

	matches [][]int // the ties that agree with each label
}

// pair is a pair in one place with its label.
type pair struct {
	place
	holder, target party
	span           article.Span // of the sentence
	label          int          // None, For, Against, −1 left out
	trust          opinion.Trust
	framed         bool
}

// place tells a pair from all others of a document.
type place struct {
	sentence, holder, target, entity int
	voice, author                    bool
}

func placeOf(p *opinion.Pair) place {
	return place{p.Sentence.First, p.HolderOrder, p.TargetOrder, p.Holder.Entity, p.Voice, p.ByAuthor()}
}

// Of the labelled sentences one in so many is learned from: they are many, and
// short of what makes a story.
const sentences = 2

// trainer holds the documents and the models of each fold, the last of them
// learned from all.
type trainer struct {
	docs   []*doc
	reader opinion.Reader
	every  int
	judges [folds + 1]opinion.Judges
	sparse map[string]*logistic.Weights // those learned from all
	drop   []int                        // figures left out
}

// read takes over the documents of a set. Stories are read with the models of the
// folder held that have not seen them, all others with those of the library.
func (t *trainer) read(path string, k kind, heldDir string) error {
	var texts [][]byte
	var numbers []int // of the lines
	n := 0
	if err := lines.Each(path, func(line []byte) error {
		if n++; n%t.every == 0 && (k != sentence || n%sentences == 0) {
			texts, numbers = append(texts, slices.Clone(line)), append(numbers, n-1)
		}
		return nil
	}); err != nil {
		return err
	}
	out, errs := make([]*doc, len(texts)), make([]error, len(texts))
	inParallel(len(texts), func(i int) {
		out[i], errs[i] = newDoc(texts[i], k)
		out[i].group = i % folds
	})
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, numbers[i]+1, err)
		}
	}
	t.docs = append(t.docs, out...)
	if k != story {
		heldDir = ""
	}
	return analyze(out, numbers, heldDir)
}

// analyze finds what is known of documents when stances are looked for, with the
// models that have not seen them by their numbers.
func analyze(docs []*doc, numbers []int, heldDir string) error {
	if heldDir == "" {
		inParallel(len(docs), func(i int) { docs[i].analyze(newstext.New()) })
		return nil
	}
	return held.Each(heldDir, func(fold lines.Fold, names *entity.Model) error {
		z := newstext.New(newstext.WithModel(names))
		inParallel(len(docs), func(i int) {
			if fold.Has(numbers[i]) {
				docs[i].analyze(z)
			}
		})
		return nil
	})
}

func newDoc(line []byte, k kind) (*doc, error) {
	d := &doc{kind: k}
	if k == story {
		return d, json.Unmarshal(line, d)
	}
	// Other fields of these sets bear the same names.
	var x struct {
		Text     string
		A        [2]int `json:"a_word"`
		B        [2]int `json:"b_word"`
		Label    int
		Target   [2]int
		Polarity int
	}
	err := json.Unmarshal(line, &x)
	d.Text, d.A, d.B, d.Label, d.Target, d.Polarity = x.Text, x.A, x.B, x.Label, x.Target, x.Polarity
	return d, err
}

// analyze finds what is known of a document when stances are looked for.
func (d *doc) analyze(z *newstext.Analyzer) {
	d.a = article.Parse(d.Text)
	r := z.Analyze(d.a)
	d.found, d.quotes = r.Entities, r.Quotes
}

// measured reports whether the figures are taken on a document.
func (d *doc) measured() bool { return d.kind == story && !d.unmeasured }

func inParallel(n int, do func(int)) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for k := range workers {
		wg.Go(func() {
			for i := k; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}

// each hands the scene of every document of these kinds to use, several at a
// time, with a place for what it finds.
func each[T any](t *trainer, kinds []kind, use func(d *doc, s *opinion.Scene, out *T)) []T {
	outs := make([]T, len(t.docs))
	inParallel(len(t.docs), func(i int) {
		d := t.docs[i]
		if slices.Contains(kinds, d.kind) {
			t.reader.Read(d.a, d.found, d.quotes, func(s *opinion.Scene) { use(d, s, &outs[i]) })
		}
	})
	return outs
}

// weight is what an example of a document counts.
func (d *doc) weight() float32 {
	switch d.kind {
	case sentence:
		return sentenceWeight
	case tone:
		return toneWeight
	}
	if d.unmeasured {
		return newsWeight
	}
	return 1
}

// hideNames finds which words are names of people and parties, so that none gets
// into a model.
func (t *trainer) hideNames() {
	all := each(t, []kind{story, sentence, tone}, func(d *doc, s *opinion.Scene, out **opinion.Names) {
		*out = opinion.NewNames()
		(*out).Watch(s, &opinion.Features{})
	})
	names := opinion.NewNames()
	for _, n := range all {
		names.Merge(n)
	}
	t.reader.Hide = names.IsName
}
