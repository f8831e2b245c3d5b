package main

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// readNews takes over the stories of the folder news that were labelled. They are
// learned from and not measured on: who labelled them is not who labelled the stories.
// Of some the names are labelled, too: they are read with the models of the folder held
// that have not seen them, like the labelled stories.
func (t *trainer) readNews(folder, heldDir string) error {
	n := 0
	all, err := news.Stances(folder, func(string) bool {
		n++
		return n%t.every == 0
	})
	if err != nil {
		return err
	}
	out, numbers := make([]*doc, len(all)), make([]int, len(all))
	for i, x := range all {
		out[i] = &doc{Text: x.Text, kind: story, unmeasured: true, group: i % folds}
		out[i].takeLabels(x.Stances)
		numbers[i] = news.Number(x.ID)
	}
	t.docs = append(t.docs, out...)
	return analyze(out, numbers, heldDir)
}

// takeLabels takes over the labels of a story. A name stands for an entity wherever
// the story has it.
func (d *doc) takeLabels(labels []news.Stance) {
	ids := map[string]int{}
	party := func(x news.Party) sentiment.Party {
		p := sentiment.Party{Entity: -1, Author: x.Author, Span: x.Span}
		if !x.Name {
			return p
		}
		name := x.Span.In(d.Text)
		id, ok := ids[name]
		if !ok {
			id = len(d.Entities)
			ids[name] = id
			e := entity.Entity{ID: id, Name: name}
			for _, s := range news.Places(name, d.Text) {
				e.Mentions = append(e.Mentions, entity.Mention{Span: s, Kind: entity.Name})
			}
			d.Entities = append(d.Entities, e)
		}
		p.Entity = id
		return p
	}
	for _, l := range labels {
		d.Stances = append(d.Stances, sentiment.Stance{
			Holder: party(l.Holder), Target: party(l.Target), Polarity: l.Polarity, Strength: l.Strength, Evidence: []article.Span{l.Evidence},
		})
	}
}
