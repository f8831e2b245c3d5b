package main

import (
	"encoding/json"
	"log"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/roles"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// doc is a text with what is known of its mentions.
type doc struct {
	article *article.Article
	known   []known
	// In a closed text all mentions are known: one that is not in known means
	// nobody spoken of before.
	closed bool
}

// known is a mention and the places where what it means is named.
type known struct {
	at, end int      // bytes of its noun or pronoun
	means   [][2]int // where what it means is mentioned; of a closed text by nouns
	not     [][2]int // names that it does not mean
	weight  float32
	open    bool // it means nothing of not, and nothing else is known
	none    bool // it means nobody with a name
	body    bool // it means no person: where the noun is one's, he speaks for it
}

// cases are the mentions to learn from.
type cases struct {
	examples []boost.Example
	choices  int
}

// collect reads all texts and notes the candidates of the known mentions.
func collect(docs []doc, asKnown bool) (out cases) {
	var d *doc
	coref.Watch = func(kind, at, end int, c []coref.Candidate) int {
		k, ok := d.knownAt(at, end)
		if !ok || k.body && c[0].Values[coref.Person] > .5 {
			return -1
		}
		right := make([]bool, len(c))
		some := false
		for i := 1; i < len(c); i++ {
			switch {
			case k.open:
				right[i] = !meets(c[i].Mentions, k.not)
			case k.none:
				right[i] = c[i].Values[coref.Named] == 0
			default:
				right[i] = meets(c[i].Mentions, k.means) && !meets(c[i].Mentions, k.not)
			}
			some = some || right[i]
		}
		right[0] = !some || k.open || k.none
		if !some && !k.open && !k.none && !d.closed { // the name was missed
			return -1
		}
		if slices.Contains(right, true) && slices.Contains(right, false) {
			for i := range c {
				if i == 0 && !d.closed && !right[0] && kind == coref.Nominal {
					continue // which noun phrases of a story mean nobody is unknown
				}
				e := boost.Example{X: slices.Clone(c[i].Values[:]), Weight: k.weight, Group: out.choices, Choice: out.choices}
				if right[i] {
					e.Class = 1
				}
				out.examples = append(out.examples, e)
			}
			out.choices++
		}
		if !asKnown || k.open {
			return -1
		}
		return slices.Index(right, true)
	}
	roles.Watch = func(_ [][2]int, p []roles.Proposal) []float32 { return make([]float32, len(p)) }
	defer func() { coref.Watch, roles.Watch = nil, nil }()
	for i := range docs {
		d = &docs[i]
		entity.Extract(d.article)
	}
	return out
}

// knownAt returns what is known of a mention.
func (d *doc) knownAt(at, end int) (known, bool) {
	for _, k := range d.known {
		if k.at < end && at < k.end {
			return k, true
		}
	}
	return known{weight: 1}, d.closed
}

func meets(a, b [][2]int) bool {
	for _, x := range a {
		for _, y := range b {
			if x[0] < y[1] && y[0] < x[1] {
				return true
			}
		}
	}
	return false
}

// of returns the examples that a part of the model learns from.
func (c *cases) of(part int) (out []boost.Example) {
	for _, e := range c.examples {
		if coref.PartOf(int(e.X[coref.Kind])) == part {
			out = append(out, e)
		}
	}
	return out
}

// report logs how often the trees choose right, by kind of mention.
func (c *cases) report() {
	var right, all [coref.Nominal + 1]int
	for i := 0; i < len(c.examples); {
		end, best, top := i, i, float32(0)
		for ; end < len(c.examples) && c.examples[end].Choice == c.examples[i].Choice; end++ {
			if s := coref.Trained[coref.PartOf(int(c.examples[i].X[coref.Kind]))].Score(c.examples[end].X); end == i || s > top {
				best, top = end, s
			}
		}
		kind := int(c.examples[i].X[coref.Kind])
		all[kind]++
		right[kind] += c.examples[best].Class
		i = end
	}
	for kind, name := range []string{"he, she", "it", "they", "noun phrases"} {
		log.Printf("%s: %d, %.1f %% right where it was learned", name, all[kind], 100*float64(right[kind])/float64(max(all[kind], 1)))
	}
}

// readGAP reads each text twice: as it is and in the mirror.
func readGAP(file string, m *mirror) (out []doc, err error) {
	type candidate struct {
		Span  [2]int
		Coref bool
	}
	err = lines.Each(file, func(line []byte) error {
		var g struct {
			Text    string
			Pronoun [2]int
			A, B    candidate
		}
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		k := known{at: g.Pronoun[0], end: g.Pronoun[1], weight: 1, open: !g.A.Coref && !g.B.Coref}
		for _, c := range []candidate{g.A, g.B} {
			if c.Coref {
				k.means = append(k.means, c.Span)
			} else {
				k.not = append(k.not, c.Span)
			}
		}
		out = append(out, doc{article: article.Parse(g.Text), known: []known{k}})
		if m == nil {
			return nil
		}
		text, moved := m.write(g.Text)
		k.at, k.end = moved(k.at), moved(k.end)
		for _, list := range []*[][2]int{&k.means, &k.not} {
			spans := *list
			*list = nil
			for _, x := range spans {
				*list = append(*list, [2]int{moved(x[0]), moved(x[1])})
			}
		}
		out = append(out, doc{article: article.Parse(text), known: []known{k}})
		return nil
	})
	return out, err
}

func readOntoGUM(file string) (out []doc, err error) {
	err = lines.Each(file, func(line []byte) error {
		var g struct {
			Use, Text string
			Heads     [][][2]int
		}
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		if g.Use != "free" {
			return nil
		}
		d := doc{article: article.Parse(g.Text), closed: true}
		for _, c := range g.Heads {
			for _, h := range c {
				d.known = append(d.known, known{at: h[0], end: h[1], means: c, weight: 1})
			}
		}
		out = append(out, d)
		return nil
	})
	return out, err
}

func readStories(file string) (out []doc, err error) {
	n := 0
	err = lines.Each(file, func(line []byte) error {
		if n++; n%*part != 0 || held.Has(n-1) {
			return nil
		}
		var s struct {
			Text     string
			Entities []struct {
				ID       int
				Type     string
				Mentions []struct{ Start, End int }
				Roles    []struct{ Start, End int }
			}
			Quotes []struct {
				Speaker *struct {
					Start    *int
					End      int
					Entities []int
				}
			}
		}
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		a := article.Parse(s.Text)
		d := doc{article: a}
		for _, e := range s.Entities {
			var names [][2]int
			for _, m := range e.Mentions {
				names = append(names, [2]int{m.Start, m.End})
			}
			for _, r := range e.Roles {
				if at, end, ok := noun(a, r.Start, r.End); ok {
					d.known = append(d.known, known{at: at, end: end, means: names, weight: 1})
				}
			}
		}
		for _, q := range s.Quotes {
			if q.Speaker == nil || q.Speaker.Start == nil || len(q.Speaker.Entities) > 1 {
				continue
			}
			at, end, ok := noun(a, *q.Speaker.Start, q.Speaker.End)
			if !ok {
				continue
			}
			k := known{at: at, end: end, weight: 1, none: len(q.Speaker.Entities) == 0}
			pronoun := pronounAt(a, at)
			if pronoun {
				k.weight = 1.5
			}
			for _, e := range s.Entities {
				if slices.Contains(q.Speaker.Entities, e.ID) {
					k.body = e.Type != "person"
					for _, m := range e.Mentions {
						k.means = append(k.means, [2]int{m.Start, m.End})
					}
				}
			}
			d.known = append(d.known, k)
		}
		out = append(out, d)
		return nil
	})
	return out, err
}

// noun returns the word of a phrase on which the others hang.
func noun(a *article.Article, start, end int) (int, int, bool) {
	first, last := a.TokenRange(article.Span{Start: start, End: end})
	for i := first; i < last; i++ {
		t := a.Token(i)
		if h, ok := t.Head(); !ok || h.Index() < first || h.Index() >= last {
			return t.Span().Start, t.Span().End, true
		}
	}
	return 0, 0, false
}

func pronounAt(a *article.Article, at int) bool {
	t, ok := a.TokenAt(at)
	return ok && t.Tag() == article.PRON
}
