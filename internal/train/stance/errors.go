package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// errors writes what is lost and what is wrong in the stories, each judged by
// models that have not seen it, for reading: a line for each, with how likely it
// was held, holder, side, target and the sentence.
func (t *trainer) errors(path string, thresholds [3]float64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for i, d := range t.docs {
		if d.measured() {
			d.errors(w, i, thresholds[0], thresholds[1])
		}
	}
	return w.Flush()
}

func (d *doc) errors(w *bufio.Writer, number int, named, words float64) {
	type line struct {
		at   int
		text string
	}
	var out []line
	sides := []string{"against", "for"}
	add := func(what string, at int, p float64, holder, target string, side int, words string) {
		out = append(out, line{at, fmt.Sprintf("%d\t%s\t%.2f\t%s\t%s\t%s\t%s\t%s\n", number, what, p, holder, sides[side], target, words, d.sentenceAt(at))})
	}
	used := make([]bool, len(d.ties))
	for i := range d.Stances {
		g := &d.Stances[i]
		h, t := labelled(g.Holder), labelled(g.Target)
		best := -1
		for _, k := range d.matches[i] {
			x := &d.ties[k]
			used[k] = used[k] || x.told(named, words)
			if best < 0 || x.p > d.ties[best].p {
				best = k
			}
		}
		side := 0
		if g.Polarity == sentiment.For {
			side = 1
		}
		what, p := "no tie", 0.0
		if best >= 0 {
			p = d.ties[best].p
			switch {
			case !d.ties[best].told(named, words):
				what = "unlikely"
			case d.ties[best].side > 0 != (side == 1):
				what = "side"
			default:
				what = "found"
			}
		}
		add(what, g.Evidence[0].Start, p, d.tell(d.Entities, h), d.tell(d.Entities, t), side, g.Evidence[0].In(d.Text))
	}
	for k := range d.ties {
		x := &d.ties[k]
		if !x.told(named, words) || used[k] {
			continue
		}
		side := 0
		if x.side > 0 {
			side = 1
		}
		add("false", x.target.words.Start, x.p, d.tell(d.found, x.holder), d.tell(d.found, x.target), side, "")
	}
	slices.SortStableFunc(out, func(a, b line) int { return cmp.Compare(a.at, b.at) })
	for _, l := range out {
		w.WriteString(l.text)
	}
}

// tell writes a party in words.
func (d *doc) tell(l entity.List, p party) string {
	switch {
	case p.author:
		return "author"
	case p.entity >= 0:
		return "[" + l[p.entity].Name + "]"
	}
	return strings.Join(strings.Fields(p.words.In(d.Text)), " ")
}

func (d *doc) sentenceAt(at int) string {
	for b := range d.a.Blocks() {
		for s := range b.Sentences() {
			if s.Span().Overlaps(article.Span{Start: at, End: at + 1}) {
				return strings.Join(strings.Fields(s.Text()), " ")
			}
		}
	}
	return ""
}
