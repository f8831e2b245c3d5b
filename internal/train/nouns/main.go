// Command nouns counts what common nouns are said of: "company" of
// organizations, "leader" of persons, "city" of places. It writes the list
// noun_types.tsv.
//
//	go run ./internal/train/nouns -data DIR [-out internal/lexicon/lists/noun_types.tsv] [-every 1]
//
// It counts in unlabelled news, where a noun stands in apposition to a name, before
// it, or is said of it by a copula, as the trees and names that the library
// itself finds have it; and in the genres of GUM that are marked free, where
// every noun phrase has a type. The same data give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

var (
	data  = flag.String("data", "", "data folder: news, syntax")
	out   = flag.String("out", "internal/lexicon/lists/noun_types.tsv", "list to write")
	every = flag.Int("every", 1, "of so many stories of unlabelled news one is read")
	least = flag.Float64("least", 4, "nouns counted less often are left out")
)

const (
	person = iota
	org
	place
	thing
	kinds
)

// count is how often a noun was said of each type.
type count struct {
	types [kinds]float64
	kinds map[string]float64 // of the places and organizations that a list knows
}

func (c *count) sum() float64 {
	return c.types[person] + c.types[org] + c.types[place] + c.types[thing]
}

// kind is the kind of two in three of the places and organizations that the noun
// was said of, if some are known and it is mostly said of such.
func (c *count) kind() string {
	best, most, all := "", 0.0, 0.0
	for _, k := range slices.Sorted(maps.Keys(c.kinds)) {
		all += c.kinds[k]
		if c.kinds[k] > most {
			best, most = k, c.kinds[k]
		}
	}
	if all < 3 || 3*most < 2*all || 2*(c.types[org]+c.types[place]) < c.sum() {
		return ""
	}
	return best
}

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	counts := map[string]*count{}
	add := func(noun string, kind int, name string, n float64) {
		if len(noun) < 2 || strings.ContainsAny(noun, "\t;") {
			return
		}
		c := counts[noun]
		if c == nil {
			c = &count{kinds: map[string]float64{}}
			counts[noun] = c
		}
		c.types[kind] += n
		if name != "" && (kind == org || kind == place) {
			k := coref.KindOfPlace(name)
			if kind == org {
				k = coref.KindOfOrg(name)
			}
			if k != "" {
				c.kinds[k] += n
			}
		}
	}
	if err := countGUM(*data, add); err != nil {
		return err
	}
	n := 0
	err := treebank.EachStory(*data, func(headline, text string) error {
		n++
		if n%*every != 0 {
			return nil
		}
		countStory(article.Parse(text), add)
		return nil
	})
	if err != nil {
		return err
	}
	nouns := make([]string, 0, len(counts))
	for noun, c := range counts {
		if c.sum() >= *least {
			nouns = append(nouns, noun)
		}
	}
	slices.Sort(nouns)
	var b strings.Builder
	b.WriteString("# what common nouns are said of, in tenths: persons, organizations, places; the rest is things; kind: that of most of the places and organizations. Made by internal/train/nouns.\n#! fold\nnoun\tperson\torg\tplace\tkind\n")
	for _, noun := range nouns {
		c := counts[noun]
		sum := c.sum()
		fmt.Fprint(&b, noun)
		for _, k := range []int{person, org, place} {
			fmt.Fprintf(&b, "\t%d", min(9, int(10*c.types[k]/sum)))
		}
		fmt.Fprintf(&b, "\t%s\n", c.kind())
	}
	return os.WriteFile(*out, []byte(b.String()), 0o644)
}

// countStory counts the nouns that stand with names.
func countStory(a *article.Article, add func(noun string, kind int, name string, n float64)) {
	for _, e := range entity.Extract(a) {
		kind := thing
		switch e.Type {
		case entity.Person:
			kind = person
		case entity.Org:
			kind = org
		case entity.Place:
			kind = place
		case entity.Group:
			continue
		}
		for _, m := range e.Names() {
			first, end := a.TokenRange(m.Span)
			for i := first; i < end; i++ {
				name := a.Token(i)
				head, ok := name.Head()
				inside := ok && head.Index() >= first && head.Index() < end
				if inside {
					continue
				}
				if ok && common(head) {
					switch name.Relation() {
					case "appos":
						add(head.Lemma(), kind, e.Name, 1)
					case "nsubj":
						for c := range head.Children() {
							if c.Relation() == "cop" {
								add(head.Lemma(), kind, e.Name, 1)
							}
						}
					}
				}
				for c := range name.Children() {
					if c.Index() >= first && c.Index() < end || !common(c) {
						continue
					}
					switch c.Relation() {
					case "appos":
						add(c.Lemma(), kind, e.Name, 1)
					case "compound":
						if c.Index() == first-1 {
							add(c.Lemma(), kind, e.Name, 1)
						}
					}
				}
			}
		}
	}
}

func common(t article.Token) bool {
	if t.Tag() != article.NOUN {
		return false
	}
	for _, c := range []byte(t.Text()) {
		if (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return true
}
