package main

import (
	"encoding/gob"
	"flag"
	"log"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
)

var (
	folds       = flag.Int("folds", 4, "parts of the training data whose trees a guide finds that did not see them")
	guides      = flag.String("guides", "", "file to keep the guides' trees in")
	guideEpochs = flag.Int("guide-epochs", 3, "passes over the training data for the guide")
	guideHidden = flag.Int("guide-hidden", 64, "hidden units of its nets")
)

// reversed are the examples read from their ends.
func reversed(examples []example) []example {
	backward := make([]example, len(examples))
	for i := range examples {
		backward[i].sentence.Reverse(&examples[i].sentence)
		backward[i].gold = examples[i].gold.Reverse()
	}
	return backward
}

// guideExamples returns the guide, and lets every example have the tree that a guide
// that did not see it finds.
func guideExamples(examples []example, tables *parser.Tables) *parser.NetLearner {
	backward, tables := reversed(examples), tables.Reversed()
	learn := func(from []example) *parser.NetLearner {
		return learnNet(tables, from, *guideHidden, *guideEpochs, *seed+1)
	}
	found := readGuides(len(examples))
	if found == nil {
		found = make([][]parser.Arc, len(examples))
		// Neighbours are of one document, so they stay together.
		fold := func(i int) int { return i / 40 % *folds }
		for k := range *folds {
			var rest []example
			for i := range backward {
				if fold(i) != k {
					rest = append(rest, backward[i])
				}
			}
			l := learn(rest)
			for i := range backward {
				if fold(i) == k {
					found[i] = slices.Clone(l.Parse(&backward[i].sentence))
				}
			}
		}
		writeGuides(found)
	}
	for i := range examples {
		examples[i].sentence.Guide(found[i])
	}
	return learn(backward)
}

func readGuides(n int) (found [][]parser.Arc) {
	if *guides == "" {
		return nil
	}
	f, err := os.Open(*guides)
	if err != nil {
		return nil
	}
	defer f.Close()
	check(gob.NewDecoder(f).Decode(&found))
	if len(found) != n {
		log.Fatalf("parser: %s has the trees of %d sentences, there are %d", *guides, len(found), n)
	}
	return found
}

func writeGuides(found [][]parser.Arc) {
	if *guides == "" {
		return
	}
	f, err := os.Create(*guides)
	check(err)
	check(gob.NewEncoder(f).Encode(found))
	check(f.Close())
}
