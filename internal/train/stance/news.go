package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/train/news"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// newsLabels are the stances in stories of the folder news, which come without
// labels: read for this project, by the rules of the labelled stories. They have no
// text, only offsets into that of the stories. A line is
//
//	story  holder  target  polarity  strength  evidence
//
// where holder and target are n and the range of a name, w and that of other words,
// or "author"; ranges are START:END in bytes of headline, an empty line and text. A
// story without a stance is a line of its own.
//
//go:embed news.tsv
var newsLabels string

// readNews takes over the stories of the folder news that were labelled. They are
// learned from and not measured on: who labelled them is not who labelled the
// stories. Of some the names are labelled, too: they are read with the models of the
// folder held that have not seen them, like the labelled stories.
func (t *trainer) readNews(folder, heldDir string) error {
	labels, order := map[string][]string{}, []string(nil)
	for n, line := range strings.Split(strings.TrimSpace(newsLabels), "\n") {
		id, rest, _ := strings.Cut(line, "\t")
		if _, ok := labels[id]; !ok {
			labels[id] = nil
			order = append(order, id)
		}
		if rest != "" {
			labels[id] = append(labels[id], rest)
		}
		if strings.Count(rest, "\t") != 4 && rest != "" {
			return fmt.Errorf("news.tsv:%d: not six columns", n+1)
		}
	}
	texts, err := news.Read(folder, order)
	if err != nil {
		return err
	}
	var out []*doc
	var numbers []int
	for n, id := range order {
		if (n+1)%t.every != 0 {
			continue
		}
		d := &doc{Text: texts[n], kind: story, unmeasured: true, group: len(out) % folds}
		if err := d.takeLabels(labels[id]); err != nil {
			return fmt.Errorf("news.tsv: %s: %w", id, err)
		}
		out, numbers = append(out, d), append(numbers, news.Number(id))
	}
	t.docs = append(t.docs, out...)
	return analyze(out, numbers, heldDir)
}

// takeLabels reads the labels of a story. A name stands for an entity wherever the
// story has it.
func (d *doc) takeLabels(labels []string) error {
	ids := map[string]int{}
	party := func(s string) (p sentiment.Party, err error) {
		p.Entity = -1
		if s == "author" {
			p.Author = true
			return p, nil
		}
		kind, span := s[:min(1, len(s))], s[min(1, len(s)):]
		if kind != "n" && kind != "w" {
			return p, fmt.Errorf("neither name nor words: %q", s)
		}
		p.Span, err = rangeOf(span, d.Text)
		if err != nil || kind == "w" {
			return p, err
		}
		name := p.Span.In(d.Text)
		id, ok := ids[name]
		if !ok {
			id = len(d.Entities)
			ids[name] = id
			d.Entities = append(d.Entities, entity.Entity{ID: id, Name: name, Mentions: mentionsOf(name, d.Text)})
		}
		p.Entity = id
		return p, nil
	}
	for _, l := range labels {
		f := strings.Split(l, "\t")
		var s sentiment.Stance
		var evidence article.Span
		var err error
		if s.Holder, err = party(f[0]); err != nil {
			return err
		}
		if s.Target, err = party(f[1]); err != nil {
			return err
		}
		if err = s.Polarity.UnmarshalText([]byte(f[2])); err != nil {
			return err
		}
		if s.Strength, err = strconv.ParseFloat(f[3], 64); err != nil {
			return err
		}
		if evidence, err = rangeOf(f[4], d.Text); err != nil {
			return err
		}
		s.Evidence = []article.Span{evidence}
		d.Stances = append(d.Stances, s)
	}
	return nil
}

func rangeOf(s, text string) (article.Span, error) {
	start, end, _ := strings.Cut(s, ":")
	a, err := strconv.Atoi(start)
	if err != nil {
		return article.Span{}, err
	}
	b, err := strconv.Atoi(end)
	if err != nil {
		return article.Span{}, err
	}
	x := article.Span{Start: a, End: b}
	return x, x.Check(s, text)
}

// mentionsOf returns the places where a name stands by itself.
func mentionsOf(name, text string) (out []entity.Mention) {
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] >= 0x80 && text[i] != 0xE2 || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z')
	}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return out
		}
		s := article.Span{Start: at + i, End: at + i + len(name)}
		if !letter(s.Start-1) && !letter(s.End) {
			out = append(out, entity.Mention{Span: s, Kind: entity.Name})
		}
		at = s.End
	}
}
