package main

import (
	"fmt"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/train/logistic"
)

// trainGates learns the small models that say which pairs the large ones look at:
// of pairs in a sentence, and of speakers.
func trainGates(docs, sentences []doc) [2]*logistic.Weights {
	var gates [2]*logistic.Weights
	for k := range gates {
		var in []logistic.Example
		for _, set := range [][]doc{docs, sentences} {
			for i := range set {
				for _, c := range set[i].pairs {
					if c.voice == (k == 1) && c.label >= 0 {
						in = append(in, logistic.Example{Features: c.gate, Class: min(c.label, 1)})
					}
				}
			}
		}
		gates[k] = logistic.Train(in, logistic.Options{Classes: 2, Epochs: 4, Rate: 0.05, L2: 1e-4, MinCount: 5, Seed: 1})
	}
	return gates
}

// closeAt is looser than [opinion.GateProbability], so that the large models also
// learn of pairs that just fail to pass.
const closeAt = 0.008

// closeGates drops the pairs that do not pass, and says how many are left.
func closeGates(docs []doc, gates [2]*logistic.Weights) string {
	var all, left, stances, kept int
	p := make([]float64, 2)
	for i := range docs {
		docs[i].pairs = slices.DeleteFunc(docs[i].pairs, func(c candidate) bool {
			g := gates[0]
			if c.voice {
				g = gates[1]
			}
			g.Probabilities(p, c.gate)
			pass := p[1] >= closeAt
			all++
			if c.label > 0 {
				stances++
			}
			if pass {
				left++
				if c.label > 0 {
					kept++
				}
			}
			return !pass
		})
	}
	return fmt.Sprintf("%d of %d pairs and %d of %d with a stance pass", left, all, kept, stances)
}
