package main

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// pool has names to put in the place of others (mention replacement; Dai & Adel
// 2020), so that a model learns what surrounds a name rather than the names that
// the stories happen to have. Names of many countries are drawn as often as those
// of one.
type pool struct {
	r                        *rand.Rand
	given, surnames          [][]string // by source
	orgs                     [][]string // by kind
	countries, cities, admin []string
	syllables                []string
}

// newPool reads the folder gazetteers of the data.
func newPool(r *rand.Rand) *pool {
	p := &pool{r: r}
	folder := filepath.Join(*data, "gazetteers")
	p.given = grouped(columns(filepath.Join(folder, "given_names.tsv")), func(f []string) (string, []string) { return f[3], f[:1] })
	p.surnames = grouped(columns(filepath.Join(folder, "surnames.tsv.gz")), func(f []string) (string, []string) { return f[2], f[:1] })
	p.orgs = grouped(columns(filepath.Join(folder, "organizations.tsv")), func(f []string) (string, []string) {
		if f[4] == "cameo" {
			return "", nil
		}
		return f[2], append(strings.Split(f[1], ";"), f[0])
	})
	for _, f := range columns(filepath.Join(folder, "countries.tsv")) {
		p.countries = append(p.countries, f[2])
	}
	for _, f := range columns(filepath.Join(folder, "cities.tsv")) {
		p.cities = append(p.cities, f[0])
	}
	for _, f := range columns(filepath.Join(folder, "admin.tsv")) {
		p.admin = append(p.admin, f[0])
	}
	for _, f := range columns(filepath.Join(folder, "surnames.tsv.gz")) {
		if (f[2] == "cn" || f[2] == "kr" || f[2] == "tw") && len(f[0]) <= 5 {
			p.syllables = append(p.syllables, f[0])
		}
	}
	return p
}

// columns reads the rows of a table, without its head.
func columns(path string) (rows [][]string) {
	check(lines.Each(path, func(line []byte) error {
		if !bytes.HasPrefix(line, []byte("#")) {
			rows = append(rows, strings.Split(string(line), "\t"))
		}
		return nil
	}))
	return rows
}

// grouped puts the names of rows into groups, in the order of their first rows.
func grouped(rows [][]string, of func(row []string) (group string, names []string)) (out [][]string) {
	at := map[string]int{}
	for _, f := range rows {
		g, names := of(f)
		if g == "" {
			continue
		}
		if _, ok := at[g]; !ok {
			at[g] = len(out)
			out = append(out, nil)
		}
		for _, n := range names {
			if n != "" {
				out[at[g]] = append(out[at[g]], n)
			}
		}
	}
	return out
}

func (p *pool) any(x []string) string { return x[p.r.IntN(len(x))] }

// of draws from the first, largest group in one of four cases, else from any.
func (p *pool) of(groups [][]string) string {
	if p.r.IntN(4) == 0 {
		return p.any(groups[0])
	}
	return p.any(groups[p.r.IntN(len(groups))])
}

// person makes a name of as many words as another, up to two.
func (p *pool) person(words int) string {
	surname := p.of(p.surnames)
	if words == 1 {
		if p.r.IntN(8) == 0 {
			return p.of(p.given)
		}
		return surname
	}
	switch p.r.IntN(12) {
	case 0: // Kim Dae-jung
		return p.any(p.syllables) + " " + p.any(p.syllables) + "-" + strings.ToLower(p.any(p.syllables))
	case 1: // Chen Guangcheng
		return p.any(p.syllables) + " " + p.any(p.syllables) + strings.ToLower(p.any(p.syllables))
	case 2:
		return p.of(p.given) + " al-" + surname
	case 3:
		return p.of(p.given) + " " + p.of(p.given) + " " + surname
	case 4:
		return p.of(p.given) + " " + surname + "-" + p.of(p.surnames)
	}
	return p.of(p.given) + " " + surname
}

func (p *pool) place() string {
	switch p.r.IntN(5) {
	case 0, 1:
		return p.any(p.countries)
	case 2:
		return p.any(p.admin)
	}
	return p.any(p.cities)
}

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
		case n.Type == ner.Org && draw > 1: // their kinds differ more
			name = p.any(p.orgs[p.r.IntN(len(p.orgs))])
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
