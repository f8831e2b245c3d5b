package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/ner"
)

// outside are sets that nothing is learned from, of other kinds of text than the
// stories and with conventions of their own.
var outside = []string{"conll03", "worldwide", "uner_ewt", "wikigold", "ieer", "crossner_politics", "redocred", "gmb_voa", "finer_ord"}

// measured is a set with the names of persons, organizations and places that it
// has, in tokens of each story; names that no tokens fit count as missed.
type measured struct {
	name    string
	stories stories
	gold    []map[ner.Name]bool
	names   int
}

// loadMeasured reads the sets that are measured on; those that are missing are
// left out.
func loadMeasured() (out []*measured) {
	types := map[string]uint32{"PER": person, "ORG": org, "LOC": place}
	for _, name := range outside {
		path := filepath.Join(*data, "ner", name+"-dev.jsonl.gz")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		m := &measured{name: name}
		for _, r := range loadSet(path, types) {
			for i := range r.names {
				trim(&r, i)
			}
			m.stories = append(m.stories, r.exact())
			gold := map[ner.Name]bool{}
			s := m.stories[len(m.stories)-1]
			for _, n := range s.known {
				if n.Type <= ner.Place {
					gold[n] = true
				}
			}
			m.gold = append(m.gold, gold)
			for _, n := range r.names {
				if n.types != 0 {
					m.names++
				}
			}
		}
		out = append(out, m)
	}
	return out
}

// trim takes the article and the possessive off a name, as cleaning does.
func trim(r *rough, i int) {
	n := &r.names[i]
	for _, the := range []string{"the ", "The ", "THE "} {
		if strings.HasPrefix(r.text[n.start:n.end], the) && n.end-n.start > len(the) {
			n.start += len(the)
		}
	}
	for _, s := range []string{"'s", "’s"} {
		if strings.HasSuffix(r.text[n.start:n.end], s) {
			n.end -= len(s)
		}
	}
}

// measureOutside prints the F1 of persons, organizations and places.
func measureOutside(sets []*measured, model *ner.Model) {
	var line strings.Builder
	for _, m := range sets {
		right, found := 0, 0
		for i, s := range m.stories {
			for _, n := range model.Find(nil, s.doc) {
				if n.Type > ner.Place {
					continue
				}
				if f := s.doc.Tokens[n.First].Form; n.End-n.First > 1 && (f == "the" || f == "The") {
					n.First++
				}
				found++
				if m.gold[i][n] {
					right++
				}
			}
		}
		p, r := float64(right)/float64(max(found, 1)), float64(right)/float64(max(m.names, 1))
		fmt.Fprintf(&line, " %s %.1f", m.name, 200*p*r/max(p+r, 1e-9))
	}
	fmt.Println("outside:" + line.String())
}
