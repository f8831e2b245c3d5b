package main

import (
	"cmp"
	"flag"
	"log"
	"math/rand/v2"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
)

var (
	epochs     = flag.Int("epochs", 7, "passes over the training data for the nets")
	hidden     = flag.Int("hidden", 128, "hidden units of each net")
	rate       = flag.Float64("rate", 0.03, "rate of learning at first; it falls to nothing")
	hide       = flag.Float64("hide", 0.15, "share of words whose form is hidden from the nets while they learn")
	thin       = flag.Float64("thin", 0.3, "share of the hidden units that are left out while the nets learn")
	leastSeen  = flag.Int("least-seen", 5, "times that an atom must be there to get a row")
	rows       = flag.Int("rows", 24000, "rows that the net of the transitions keeps, those that matter most")
	relRows    = flag.Int("relation-rows", 20000, "the same for the relations")
	knownForms = flag.Int("forms", 4000, "forms that the nets know, the commonest")
)

// forms are the numbers of common forms.
type forms struct {
	sections []linear.Section
	table    *linear.Table
}

// commonForms numbers the commonest forms of the examples, and lets these know them.
func commonForms(examples []example) forms {
	count := map[uint32]int{}
	for i := range examples {
		examples[i].sentence.CountForms(count)
	}
	all := make([]uint32, 0, len(count))
	for f := range count {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b uint32) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	sections, err := parser.Forms(all[:min(len(all), *knownForms)])
	check(err)
	b, err := linear.Encode("forms", sections)
	check(err)
	f, err := linear.Open(string(b))
	check(err)
	table, err := parser.OpenForms(f)
	check(err)
	for i := range examples {
		examples[i].sentence.Know(table)
	}
	return forms{sections, table}
}

// learnNet learns the nets of a pass.
func learnNet(tables *parser.Tables, examples []example, hidden, epochs, least int, seed uint64) *parser.NetLearner {
	l := parser.NewNetLearner(tables, hidden, seed)
	l.Dropout, l.Thin = *hide, *thin
	for i := range examples {
		l.Count(&examples[i].sentence, examples[i].gold)
	}
	l.Begin(least)
	a, b := l.Rows()
	log.Printf("nets: %d and %d rows", a, b)
	order := rand.New(rand.NewPCG(seed, 3))
	done, all := 0, epochs*len(examples)
	passes(epochs, len(examples), order, &l.Explore, func(i int) int {
		l.Rate = float32(*rate) * (1 - float32(done)/float32(all))
		done++
		return l.Learn(&examples[i].sentence, examples[i].gold)
	}, func(pass, wrong int) { log.Printf("nets, pass %d: %d wrong", pass, wrong) })
	return l
}
