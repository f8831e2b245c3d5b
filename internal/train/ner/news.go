package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// unlabelled makes stories of every step-th of the unlabelled news.
func unlabelled(step int) (out stories) {
	if step <= 0 {
		return nil
	}
	n := 0
	check(treebank.EachStory(*data, func(headline, text string) error {
		if n++; n%step != 0 {
			return nil
		}
		d := new(ner.Doc)
		d.Reset(article.New(article.Meta{Headline: headline}, text))
		out = append(out, &story{doc: d, fold: n})
		return nil
	}))
	return out
}

// teach gives unlabelled stories the labels that all teachers agree on; the
// others stay open. It keeps the sentences that have a name with a word that no
// name of the labelled stories has, and returns them as stories of their own: the
// teachers saw the whole story, the pupil sees the sentence alone.
func teach(news stories, teachers []*ner.Model, known map[string]bool) stories {
	r := rand.New(rand.NewPCG(*seed, 2))
	kept, open, words := 0, 0, 0
	var out stories
	for _, s := range news {
		d := s.doc
		labels := teachers[0].Labels(d)
		allowed := make([]uint32, len(labels))
		for i, l := range labels {
			allowed[i] = 1 << l
		}
		for _, m := range teachers[1:] {
			for i, l := range m.Labels(d) {
				if allowed[i] != 1<<l {
					allowed[i] = anyLabel
				}
			}
		}
		s.all, s.at = nil, nil
		for i := range d.Sentences {
			x := &d.Sentences[i]
			fresh, unsure := false, 0
			for k := x.First; k < x.End; k++ {
				switch {
				case allowed[k] == anyLabel:
					unsure++
				case labels[k] != 0 && d.Tokens[k].Shape.Capital() && !known[d.Tokens[k].Form]:
					fresh = true
				}
			}
			if !fresh || 5*unsure > x.End-x.First || r.Float64() > 0.5 {
				continue
			}
			kept++
			open += unsure
			words += x.End - x.First
			e := &example{gold: labels[x.First:x.End], allowed: allowed[x.First:x.End]}
			s.all, s.at = append(s.all, e), append(s.at, i)
		}
		out = append(out, s)
	}
	fmt.Printf("news: %d stories, %d sentences, %d of %d words open\n", len(news), kept, open, words)
	return recut(out, 1)
}

// nameWords are the words of the names of labelled stories.
func nameWords(train stories) map[string]bool {
	known := map[string]bool{}
	for _, s := range train {
		for k, e := range s.all {
			first := s.doc.Sentences[s.at[k]].First
			for i, l := range e.gold {
				if l != 0 && e.allowed == nil {
					known[s.doc.Tokens[first+i].Form] = true
				}
			}
		}
	}
	return known
}
