package main

import (
	"encoding/gob"
	"flag"
	"log"
	"os"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
)

var (
	folds       = flag.Int("folds", 4, "parts of the training data whose trees a guide finds that did not see them")
	guides      = flag.String("guides", "", "file to keep the guides' trees in")
	guideEpochs = flag.Int("guide-epochs", 3, "passes over the training data for the guide")
	guideLeast  = flag.Int("guide-least-seen", 40, "times that an atom must be there to get a row in them")
	guideRows   = flag.Int("guide-rows", 15000, "rows that the net of the transitions keeps")
	guideRels   = flag.Int("guide-relation-rows", 8000, "the same for the relations")
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

// guideExamples lets every example have the tree that a guide that did not see it
// finds. It returns the examples read from their ends.
func guideExamples(examples []example, tables *parser.Tables) (backward []example) {
	backward = reversed(examples)
	found := readGuides(len(examples))
	if found == nil {
		found = make([][]parser.Arc, len(examples))
		// Neighbours are of one document, so they stay together.
		fold := func(i int) int { return i / 40 % *folds }
		var all sync.WaitGroup
		for k := range *folds {
			all.Go(func() {
				var rest []example
				for i := range backward {
					if fold(i) != k {
						rest = append(rest, backward[i])
					}
				}
				l := learnGuide(rest, tables)
				for i := range backward {
					if fold(i) == k {
						found[i] = slices.Clone(l.Parse(&backward[i].sentence))
					}
				}
			})
		}
		all.Wait()
		writeGuides(found)
	}
	for i := range examples {
		examples[i].sentence.Guide(found[i])
	}
	return backward
}

// learnGuide learns from sentences read from their ends.
func learnGuide(backward []example, tables *parser.Tables) *parser.NetLearner {
	return learnNet(tables.Reversed(), backward, *guideHidden, *guideEpochs, *guideLeast, *seed+1)
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
