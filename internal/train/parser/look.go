package main

import (
	"flag"
	"log"
	"math/rand/v2"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
)

var (
	lookEpochs   = flag.Int("look-epochs", 4, "passes over the training data for the weights for a first look")
	lookFeatures = flag.Int("look-features", 100000, "features of transitions that are kept of them, for each pass")
	minUpdates   = flag.Int("min-updates", 3, "updates before a feature counts")
	margin       = flag.Float64("margin", 12, "by how much a right transition must beat every wrong one")
	labelMargin  = flag.Float64("label-margin", 8, "the same for relations")
	dropout      = flag.Float64("dropout", 0.1, "share of words whose form is hidden while learning")
	scale        = flag.Float64("scale", 2, "what a weight of 1 becomes in the model file")
	least        = flag.Float64("least", 1.5, "weights of relations smaller than this are left out of the model file")
)

// learnLook learns the weights for a first look and packs them.
func learnLook(tables *parser.Tables, examples []example, name string) []linear.Section {
	l := parser.NewLearner(tables, *minUpdates, *seed+2)
	l.Margin, l.LabelMargin, l.Dropout = float32(*margin), float32(*labelMargin), *dropout
	order := rand.New(rand.NewPCG(*seed, 2))
	passes(*lookEpochs, len(examples), order, &l.Explore, func(i int) int {
		return l.Learn(&examples[i].sentence, examples[i].gold)
	}, func(pass, wrong int) {
		a, b := l.Features()
		log.Printf("first look, %s, pass %d: %d wrong, %d + %d features", name, pass, wrong, a, b)
	})
	sections, err := l.Sections(name, parser.Packing{Scale: float32(*scale), Features: *lookFeatures, Least: float32(*least)})
	check(err)
	return sections
}
