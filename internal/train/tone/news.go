package main

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
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
	all, err := news.Stances(folder, news.ForTone)
	if err != nil {
		return nil, err
	}
	var out []logistic.Example
	for i := range all {
		out = t.story(out, &all[i])
	}
	return out, nil
}

// story appends the examples of a story.
func (t *trainer) story(out []logistic.Example, story *news.Labelled) []logistic.Example {
	a := article.Parse(story.Text)
	entities := entity.Extract(a)
	var f opinion.Features
	t.reader.Read(a, entities, quote.Extract(a, entities), func(s *opinion.Scene) {
		t.names.Watch(s, &f)
		add := func(m article.Span, class int, weight float32) {
			if first, end := s.WordsOf(m); first < end {
				s.Tone(&f, first, end)
				out = append(out, logistic.Example{Features: slices.Clone(f.F), Class: class, Weight: weight})
			}
		}
		n := 0
		for _, x := range s.Sentences {
			span := article.Span{Start: s.Words[x.First].Start, End: s.Words[x.End-1].End}
			framed, shows := framings(story, entities, span)
			for _, e := range entities {
				for _, m := range namesIn(&e, span) {
					if class, ok := framed[m]; ok {
						add(m, class, newsWeight)
					} else if n++; !shows && n%quiet == 0 && (e.Type == entity.Person || e.Type == entity.Org || e.Type == entity.Group) {
						add(m, opinion.Neutral, quietWeight)
					}
				}
			}
		}
	})
	return out
}

// framings returns how the labels of a story frame the names in a sentence, and
// whether the sentence shows any stance.
func framings(story *news.Labelled, entities entity.List, sentence article.Span) (framed map[article.Span]int, shows bool) {
	framed = map[article.Span]int{}
	for _, l := range story.Stances {
		if !l.Evidence.Overlaps(sentence) {
			continue
		}
		shows = true
		if !l.Target.Name {
			continue
		}
		class := opinion.Positive
		if l.Polarity == sentiment.Against {
			class = opinion.Negative
		}
		for i := range entities {
			if !isCalled(&entities[i], l.Target.Span.In(story.Text), story.Text) {
				continue
			}
			for _, m := range namesIn(&entities[i], sentence) {
				if c, ok := framed[m]; ok && c != class {
					framed[m] = opinion.Neutral // for one and against another
				} else {
					framed[m] = class
				}
			}
		}
	}
	return framed, shows
}

// isCalled reports whether an entity has this name.
func isCalled(e *entity.Entity, name, text string) bool {
	return slices.ContainsFunc(e.Mentions, func(m entity.Mention) bool { return m.Kind == entity.Name && m.In(text) == name })
}

// namesIn returns where a sentence names an entity.
func namesIn(e *entity.Entity, sentence article.Span) (out []article.Span) {
	for _, m := range e.Mentions {
		if m.Kind == entity.Name && m.Overlaps(sentence) {
			out = append(out, m.Span)
		}
	}
	return out
}
