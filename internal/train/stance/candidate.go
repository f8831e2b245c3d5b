package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// doc is a labelled story with the pairs that are candidates.
type doc struct {
	Text     string
	Entities entity.List
	Stances  sentiment.List

	found entity.List // the entities that the candidates count by
	pairs []candidate
	group int
}

type candidate struct {
	holder, target party
	key            [2]uint64 // opinion's keys of the two
	sentence       article.Span
	voice          bool
	features       []uint64
	gate           []uint64      // features of the small model
	fill           opinion.Trust // what it is filed under, where a frame holds it
	framed         bool
	label          int // 0 none, 1 for, 2 against, −1 left out
	p              [3]float64
}

func readStories(path string, r *opinion.Reader, names *opinion.Names) ([]doc, error) {
	return readDocs(path, names, func(line []byte, names *opinion.Names) (doc, error) {
		var d doc
		if err := json.Unmarshal(line, &d); err != nil {
			return d, err
		}
		d.read(r, names)
		d.label()
		return d, nil
	})
}

// readDocs makes a doc of each line of a file, several at a time.
func readDocs(path string, names *opinion.Names, read func([]byte, *opinion.Names) (doc, error)) ([]doc, error) {
	var lines [][]byte
	if err := logistic.EachLine(path, func(line []byte) error {
		lines = append(lines, slices.Clone(line))
		return nil
	}); err != nil {
		return nil, err
	}
	out, errs := make([]doc, len(lines)), make([]error, len(lines))
	workers := runtime.GOMAXPROCS(0)
	seen := make([]*opinion.Names, workers)
	var wg sync.WaitGroup
	for k := range workers {
		seen[k] = opinion.NewNames()
		wg.Go(func() {
			for i := k; i < len(lines); i += workers {
				out[i], errs[i] = read(lines[i], seen[k])
				out[i].group = i % folds
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
	}
	for _, n := range seen {
		names.Merge(n)
	}
	return out, nil
}

// read makes the candidates.
func (d *doc) read(r *opinion.Reader, names *opinion.Names) {
	a := article.Parse(d.Text)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	d.found = entities
	r.Read(a, entities, quotes, func(s *opinion.Scene) {
		var f opinion.Features
		names.Watch(s, &f)
		span := func(p opinion.Phrase) article.Span {
			if p.First < 0 || p.First >= p.End {
				return article.Span{}
			}
			return article.Span{Start: s.Words[p.First].Start, End: s.Words[p.End-1].End}
		}
		s.Pairs(func(p opinion.Pair) {
			s.GateFeatures(&f, &p)
			gate := slices.Clone(f.F)
			s.Features(&f, &p)
			fill, framed := s.FillOf(&p)
			var trust opinion.Trust
			if framed = framed && !fill.Negated; framed {
				trust = fill.Trust(p.Voice)
			}
			d.pairs = append(d.pairs, candidate{
				fill: trust, framed: framed,
				voice: p.Voice, features: slices.Clone(f.F), gate: gate,
				key:      [2]uint64{s.PartyKey(p.Holder), s.PartyKey(p.Target)},
				holder:   party{p.Holder.Entity, span(p.Holder), false},
				target:   party{p.Target.Entity, span(p.Target), false},
				sentence: article.Span{Start: s.Words[p.Sentence.First].Start, End: s.Words[p.Sentence.End-1].End},
			})
		})
	})
}

// readPairs reads sentences in which the stance between two names is labelled.
// The names are looked for among the entities that are found; nothing else in
// the sentence is labelled.
func readPairs(path string, r *opinion.Reader, names *opinion.Names) ([]doc, error) {
	return readDocs(path, names, func(line []byte, names *opinion.Names) (doc, error) {
		var x struct {
			Text  string
			A     [2]int `json:"a_word"`
			B     [2]int `json:"b_word"`
			Label int
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return doc{}, err
		}
		d := doc{Text: x.Text}
		d.read(r, names)
		a, b := article.Span{Start: x.A[0], End: x.A[1]}, article.Span{Start: x.B[0], End: x.B[1]}
		kept := d.pairs[:0]
		for _, c := range d.pairs {
			ab := d.names(c.holder, a) && d.names(c.target, b)
			ba := d.names(c.holder, b) && d.names(c.target, a)
			switch {
			case ab == ba:
				continue
			case ab && x.Label == 1, ba && x.Label == 2:
				c.label = opinion.For
			case ab && x.Label == 3, ba && x.Label == 4:
				c.label = opinion.Against
			}
			kept = append(kept, c)
		}
		d.pairs = kept
		return d, nil
	})
}

// names reports whether a party is what stands at a span.
func (d *doc) names(p party, at article.Span) bool {
	if p.entity < 0 {
		return p.words.Overlaps(at)
	}
	for _, m := range d.found[p.entity].Mentions {
		if m.Overlaps(at) {
			return true
		}
	}
	return false
}

// label gives the candidates their classes. A pair that is labelled on the
// evidence of another sentence is left out: it may show here or not.
func (d *doc) label() {
	for i := range d.Stances {
		g := &d.Stances[i]
		h, t := labelled(g.Holder), labelled(g.Target)
		class := opinion.For
		if g.Polarity == sentiment.Against {
			class = opinion.Against
		}
		type place struct {
			sentence, holder int
			voice            bool
		}
		best := map[place]int{}
		score := map[place]float64{}
		for j := range d.pairs {
			c := &d.pairs[j]
			if !agrees(d.Text, d.Entities, d.found, h, c.holder) || !agrees(d.Text, d.Entities, d.found, t, c.target) {
				continue
			}
			if c.label == opinion.None {
				c.label = -1
			}
			if !slices.ContainsFunc(g.Evidence, c.sentence.Overlaps) {
				continue
			}
			k := place{c.sentence.Start, c.holder.entity, c.voice}
			if q := likeness(h, t, c); q > score[k] {
				best[k], score[k] = j, q
			}
		}
		for _, j := range best {
			d.pairs[j].label = class
		}
	}
}

// likeness tells which of several phrases that agree with a label is meant.
func likeness(h, t party, c *candidate) float64 {
	q := 1.0
	if t.entity < 0 {
		o := float64(overlap(t.words, c.target.words))
		q = o / (float64(t.words.Len()+c.target.words.Len()) - o)
	} else if c.target.entity < 0 {
		q = 0.3
	}
	if h.entity >= 0 && c.holder.entity < 0 {
		q *= 0.5
	}
	return q
}

func (d *doc) judge(models [2]*logistic.Weights) {
	for j := range d.pairs {
		c := &d.pairs[j]
		m := models[0]
		if c.voice {
			m = models[1]
		}
		m.Probabilities(c.p[:], c.features)
	}
}

// count says how many stances can be reached at all.
func count(docs []doc) string {
	var pairs, positive, stances, reachable int
	for i := range docs {
		d := &docs[i]
		pairs += len(d.pairs)
		for _, c := range d.pairs {
			if c.label > 0 {
				positive++
			}
		}
		stances += len(d.Stances)
		for _, g := range d.Stances {
			if slices.ContainsFunc(d.pairs, func(c candidate) bool {
				return agrees(d.Text, d.Entities, d.found, labelled(g.Holder), c.holder) && agrees(d.Text, d.Entities, d.found, labelled(g.Target), c.target)
			}) {
				reachable++
			}
		}
	}
	return fmt.Sprintf("%d stories, %d pairs, %d of them with a stance; %d stances, %d within reach", len(docs), pairs, positive, stances, reachable)
}
