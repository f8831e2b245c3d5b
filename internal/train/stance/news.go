package main

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// readNews takes over the stories of the folder news that were labelled, but for
// those of the model of tone. They are learned from and not measured on: who labelled
// them is not who labelled the stories. Of some the names are labelled, too: they are
// read with the models of the folder held that have not seen them, like the labelled
// stories.
func (t *trainer) readNews(folder, heldDir string) error {
	all, err := news.Stances()
	if err != nil {
		return err
	}
	var ids []string
	var labels [][]news.Stance
	n := 0
	for _, x := range all {
		if news.ForTone(x.ID) {
			continue
		}
		if n++; n%t.every == 0 {
			ids, labels = append(ids, x.ID), append(labels, x.Stances)
		}
	}
	texts, err := news.Read(folder, ids)
	if err != nil {
		return err
	}
	out, numbers := make([]*doc, len(ids)), make([]int, len(ids))
	for i, id := range ids {
		out[i] = &doc{Text: texts[i], kind: story, unmeasured: true, group: i % folds}
		numbers[i] = news.Number(id)
		if err := out[i].takeLabels(labels[i]); err != nil {
			return fmt.Errorf("stances.tsv: %s: %w", id, err)
		}
	}
	t.docs = append(t.docs, out...)
	return analyze(out, numbers, heldDir)
}

// takeLabels takes over the labels of a story. A name stands for an entity wherever
// the story has it.
func (d *doc) takeLabels(labels []news.Stance) error {
	ids := map[string]int{}
	party := func(x news.Party) (p sentiment.Party, err error) {
		p.Entity, p.Author, p.Span = -1, x.Author, x.Span
		if x.Author {
			return p, nil
		}
		if err := x.Span.Check(fmt.Sprint(x.Span), d.Text); err != nil || !x.Name {
			return p, err
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
		return p, nil
	}
	for _, l := range labels {
		s := sentiment.Stance{Strength: l.Strength, Evidence: []article.Span{l.Evidence}}
		var err error
		if s.Holder, err = party(l.Holder); err != nil {
			return err
		}
		if s.Target, err = party(l.Target); err != nil {
			return err
		}
		if err = s.Polarity.UnmarshalText([]byte(l.Polarity)); err != nil {
			return err
		}
		if err = l.Evidence.Check(fmt.Sprint(l.Evidence), d.Text); err != nil {
			return err
		}
		d.Stances = append(d.Stances, s)
	}
	return nil
}
