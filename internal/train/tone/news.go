package main

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/quote"
)

// What a name in a story counts against a target of NewsMTSC: one that somebody is
// labelled to be for or against, in the sentence that shows it, and one in a sentence
// that shows nothing, of which one in eight is learned from.
const (
	newsWeight  = 0.08
	quietWeight = 0.08
	quiet       = 8
)

// news makes examples of the names in stories of the folder news whose stances were
// labelled, those from which the models of stance do not learn.
func (t *trainer) news(folder string) ([]logistic.Example, error) {
	all, err := news.Stances()
	if err != nil {
		return nil, err
	}
	var ids []string
	var labels [][]news.Stance
	for _, x := range all {
		if news.ForTone(x.ID) {
			ids, labels = append(ids, x.ID), append(labels, x.Stances)
		}
	}
	texts, err := news.Read(folder, ids)
	if err != nil {
		return nil, err
	}
	var out []logistic.Example
	for i, text := range texts {
		for _, l := range labels[i] {
			if err := l.Evidence.Check(fmt.Sprint(l.Evidence), text); err != nil {
				return nil, fmt.Errorf("stances.tsv: %s: %w", ids[i], err)
			}
		}
		out = t.story(out, text, labels[i])
	}
	return out, nil
}

// story appends the examples of a story.
func (t *trainer) story(out []logistic.Example, text string, labels []news.Stance) []logistic.Example {
	a := article.Parse(text)
	entities := entity.Extract(a)
	var f opinion.Features
	t.reader.Read(a, entities, quote.Extract(a, entities), func(s *opinion.Scene) {
		t.names.Watch(s, &f)
		add := func(m article.Span, class int, weight float32) {
			if first, end := s.WordsOf(m); first < end {
				s.Tone(&f, first, end)
				out = append(out, logistic.Example{Features: append([]uint64(nil), f.F...), Class: class, Weight: weight})
			}
		}
		n := 0
		for _, x := range s.Sentences {
			span := article.Span{Start: s.Words[x.First].Start, End: s.Words[x.End-1].End}
			shows := false
			framed := map[article.Span]int{}
			for _, l := range labels {
				if !l.Evidence.Overlaps(span) {
					continue
				}
				shows = true
				class := opinion.Positive
				if l.Polarity == "against" {
					class = opinion.Negative
				}
				if !l.Target.Name {
					continue
				}
				for _, m := range targets(l.Target.Span.In(text), text, entities, span) {
					if c, ok := framed[m]; ok && c != class {
						class = opinion.Neutral // for one and against another
					}
					framed[m] = class
				}
			}
			for _, e := range entities {
				for _, m := range e.Mentions {
					if m.Kind != entity.Name || !m.Overlaps(span) {
						continue
					}
					if class, ok := framed[m.Span]; ok {
						add(m.Span, class, newsWeight)
					} else if n++; !shows && n%quiet == 0 && (e.Type == entity.Person || e.Type == entity.Org || e.Type == entity.Group) {
						add(m.Span, opinion.Neutral, quietWeight)
					}
				}
			}
		}
	})
	return out
}

// targets returns the names in a sentence of those whom a name stands for.
func targets(name, text string, entities entity.List, sentence article.Span) (out []article.Span) {
	for _, e := range entities {
		is := false
		for _, m := range e.Mentions {
			is = is || m.Kind == entity.Name && m.In(text) == name
		}
		for _, m := range e.Mentions {
			if is && m.Kind == entity.Name && m.Overlaps(sentence) {
				out = append(out, m.Span)
			}
		}
	}
	return out
}
