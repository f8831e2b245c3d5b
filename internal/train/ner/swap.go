package main

import (
	"math/rand/v2"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// swap makes stories of single sentences in which names of others stand. In half
// of them no list of names knows a word, so that the model does not lean on these.
func swap(from stories) (out stories) {
	r := rand.New(rand.NewPCG(*seed, 3))
	p := newPool(r)
	for share := *swapped; share > 0; share-- {
		for _, s := range from {
			for k, x := range s.all {
				sentence := &s.doc.Sentences[s.at[k]]
				if x.allowed != nil || x.names == 0 || r.Float64() >= share ||
					sentence.Case != ner.Plain || sentence.End-sentence.First < 4 {
					continue
				}
				text, spans := p.rewrite(s.doc, sentence, x.gold)
				if e, d := labelled(text, spans); e != nil {
					if r.IntN(2) == 0 {
						d.ForgetNames()
					}
					e.lattice.Fill(d, &d.Sentences[0])
					out = append(out, &story{doc: d, all: []*example{e}, at: []int{0}})
				}
			}
		}
	}
	return out
}

type typedSpan struct {
	start, end int
	typ        ner.Type
}

// rewrite writes a sentence with other names.
func (p *pool) rewrite(d *ner.Doc, s *ner.Sentence, gold []uint8) (string, []typedSpan) {
	var b strings.Builder
	var spans []typedSpan
	at := int(d.Tokens[s.First].Start)
	for _, n := range ner.FromLabels(nil, gold, s.First) {
		start, end := int(d.Tokens[n.First].Start), int(d.Tokens[n.End-1].End)
		b.WriteString(d.Text[at:start])
		name := d.Text[start:end]
		switch draw := p.r.IntN(4); {
		case n.Type == ner.Person && draw > 0:
			name = p.person(n.End - n.First)
		case n.Type == ner.Place && draw > 0:
			name = p.place()
		case n.Type == ner.Org:
			name = p.org(name)

		}
		spans = append(spans, typedSpan{b.Len(), b.Len() + len(name), n.Type})
		b.WriteString(name)
		at = end
	}
	b.WriteString(d.Text[at:d.Tokens[s.End-1].End])
	return b.String(), spans
}

// labelled makes an example, without features, of a text that must be one
// sentence; nil where it is not or where tokens do not fit.
func labelled(text string, spans []typedSpan) (*example, *ner.Doc) {
	d := new(ner.Doc)
	d.Reset(article.Build(article.Meta{}, article.Part{Kind: article.Paragraph, Text: text}))
	if len(d.Sentences) != 1 {
		return nil, nil
	}
	first, end := map[int]int{}, map[int]int{}
	for i, t := range d.Tokens {
		first[int(t.Start)], end[int(t.End)] = i, i+1
	}
	var names []ner.Name
	for _, x := range spans {
		a, ok1 := first[x.start]
		b, ok2 := end[x.end]
		if !ok1 || !ok2 || a >= b {
			return nil, nil
		}
		names = append(names, ner.Name{First: a, End: b, Type: x.typ})
	}
	return &example{gold: ner.ToLabels(names, len(d.Tokens)), names: len(names)}, d
}
