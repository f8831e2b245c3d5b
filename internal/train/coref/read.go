package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/coref"
)

// doc is a text with what is known of its pronouns.
type doc struct {
	text  string
	known []known
}

// known is a pronoun and the names that it means; with open, any name but those
// that it is known not to mean.
type known struct {
	at     int
	names  [][2]int
	not    [][2]int
	open   bool
	weight float64
}

// collect reads all texts and notes the candidates of the known pronouns.
func collect(docs []doc) []pronoun {
	var out []pronoun
	seen := map[int][]coref.Candidate{}
	coref.Watch = func(at int, c []coref.Candidate) { seen[at] = slices.Clone(c) }
	defer func() { coref.Watch = nil }()
	for _, d := range docs {
		clear(seen)
		index := entity.Extract(article.Parse(d.text))
		for _, k := range d.known {
			c := seen[k.at]
			if len(c) == 0 {
				continue
			}
			p := pronoun{features: make([]coref.Features, len(c)+1), right: make([]bool, len(c)+1), weight: k.weight}
			some := false
			for i := range c {
				p.features[i+1] = coref.FeaturesOf(&c[i].Values)
				right := bears(index, c[i].Name, k.names)
				if k.open {
					right = !bears(index, c[i].Name, k.not)
				}
				p.right[i+1] = right
				some = some || right
			}
			p.right[0] = !some || k.open
			if !slices.Contains(p.right, false) {
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// bears reports whether the entity that has a name at a byte has one of the spans
// as a name.
func bears(l entity.List, at int, spans [][2]int) bool {
	e, ok := l.At(at)
	if !ok {
		return false
	}
	for _, m := range e.Mentions {
		if m.Kind != entity.Name {
			continue
		}
		for _, s := range spans {
			if m.Start < s[1] && s[0] < m.End {
				return true
			}
		}
	}
	return false
}

// lines calls f with each line of a compressed file.
func lines(file string, f func(line []byte) error) error {
	r, err := os.Open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	z, err := gzip.NewReader(r)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<26)
	for n := 1; s.Scan(); n++ {
		if err := f(s.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return s.Err()
}

func readGAP(file string) (out []doc, err error) {
	type candidate struct {
		Span  [2]int
		Coref bool
	}
	err = lines(file, func(line []byte) error {
		var g struct {
			Text    string
			Pronoun [2]int
			A, B    candidate
		}
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		k := known{at: g.Pronoun[0], weight: 1, open: !g.A.Coref && !g.B.Coref}
		for _, c := range []candidate{g.A, g.B} {
			if c.Coref {
				k.names = append(k.names, c.Span)
			} else {
				k.not = append(k.not, c.Span)
			}
		}
		out = append(out, doc{g.Text, []known{k}})
		return nil
	})
	return out, err
}

func readOntoGUM(file string) (out []doc, err error) {
	err = lines(file, func(line []byte) error {
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
		d := doc{text: g.Text}
		for _, c := range g.Heads {
			for _, h := range c {
				d.known = append(d.known, known{at: h[0], names: c, weight: 1})
			}
		}
		out = append(out, d)
		return nil
	})
	return out, err
}

func readStories(file string) (out []doc, err error) {
	err = lines(file, func(line []byte) error {
		var s struct {
			Text     string
			Entities []struct {
				ID       int
				Mentions []struct{ Start, End int }
			}
			Quotes []struct {
				Speaker *struct {
					Start    *int
					Entities []int
				}
			}
		}
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		d := doc{text: s.Text}
		for _, q := range s.Quotes {
			if q.Speaker == nil || q.Speaker.Start == nil || len(q.Speaker.Entities) > 1 {
				continue
			}
			k := known{at: *q.Speaker.Start, weight: 1.5}
			for _, e := range s.Entities {
				if slices.Contains(q.Speaker.Entities, e.ID) {
					for _, m := range e.Mentions {
						k.names = append(k.names, [2]int{m.Start, m.End})
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
