package main

import (
	"fmt"
	"io"
	"sort"

	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// parser that is measured.
type treeParser interface {
	Parse(sentence []parser.Word, arcs []parser.Arc)
}

type count struct{ gold, found, head, right int }

// figures are counts of words, in all and by relation.
type figures struct {
	all   count
	byRel map[string]*count
	pairs map[string]int
	lines io.Writer
}

func (f *figures) rel(r string) *count {
	if f.byRel[r] == nil {
		f.byRel[r] = &count{}
	}
	return f.byRel[r]
}

// measure parses the documents as the library cuts and tags them.
func measure(p treeParser, docs []treebank.Document, t *tagger.Tagger, rels []string, lines io.Writer) *figures {
	var look tagger.Sentence
	f := &figures{byRel: map[string]*count{}, pairs: map[string]int{}, lines: lines}
	for i := range docs {
		d := &docs[i]
		for _, w := range d.Words {
			f.all.gold++
			f.rel(base(w.Rel)).gold++
		}
		for _, s := range treebank.Segment(d) {
			tags := t.Tag(&look, s.Text, s.Tokens)
			ws := make([]parser.Word, len(tags))
			for i := range s.Tokens {
				ws[i] = parser.NewWord(s.Text, s.Tokens, i, &look.Words()[i], tags[i])
			}
			arcs := make([]parser.Arc, len(ws))
			p.Parse(ws, arcs)
			f.sentence(&s, arcs, rels, ws)
		}
	}
	return f
}

func (f *figures) sentence(s *treebank.Sentence, arcs []parser.Arc, rels []string, ws []parser.Word) {
	if f.lines != nil {
		fmt.Fprintln(f.lines)
	}
	for i, a := range arcs {
		found := base(rels[a.Rel])
		f.all.found++
		f.rel(found).found++
		w := s.Word(i)
		if w == nil {
			continue
		}
		gold := base(w.Rel)
		ok := a.Head < 0 && w.Head < 0 || a.Head >= 0 && w.Head >= 0 && s.Gold[a.Head] == w.Head
		state := ""
		switch {
		case ok && found == gold:
			f.all.right++
			f.all.head++
			f.rel(gold).right++
			f.rel(gold).head++
		case ok:
			f.all.head++
			f.rel(gold).head++
			f.pairs["relation "+gold+" as "+found]++
			state = "L"
		case found == gold:
			f.pairs["head of "+gold]++
			state = "H"
		default:
			f.pairs["both "+gold+" as "+found]++
			state = "H"
		}
		if f.lines != nil {
			word := func(g int) string {
				if g < 0 {
					return "ROOT"
				}
				return s.Doc.Words[g].Form
			}
			head := "ROOT"
			if a.Head >= 0 {
				t := s.Tokens[a.Head]
				head = s.Text[t.Start:t.End]
			}
			fmt.Fprintf(f.lines, "%d\t%s\t%s\t%s/%s\t%s %s\t%s\n", i+1, w.Form, w.UPOS, head, rels[a.Rel], word(w.Head), w.Rel, state)
		}
	}
}

func (c *count) f1(right int) float64 { return 200 * float64(right) / float64(max(c.gold+c.found, 1)) }

func (f *figures) String() string {
	return fmt.Sprintf("UAS %.2f LAS %.2f", f.all.f1(f.all.head), f.all.f1(f.all.right))
}

// report prints figures by relation and the commonest mistakes.
func (f *figures) report(w io.Writer) {
	var names []string
	for k := range f.byRel {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool { return f.byRel[names[i]].gold > f.byRel[names[j]].gold })
	for _, k := range names {
		c := f.byRel[k]
		fmt.Fprintf(w, "%-12s gold %6d found %6d F1 %6.2f, heads right %6.2f, lost %d\n", k, c.gold, c.found, c.f1(c.right), 100*float64(c.head)/float64(max(c.gold, 1)), c.gold-c.right)
	}
	names = names[:0]
	for k := range f.pairs {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool {
		return f.pairs[names[i]] > f.pairs[names[j]] || f.pairs[names[i]] == f.pairs[names[j]] && names[i] < names[j]
	})
	for _, k := range names[:min(len(names), 50)] {
		fmt.Fprintln(w, f.pairs[k], k)
	}
}
