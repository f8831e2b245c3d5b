// Command coref trains the ranker of package coref, which chooses the person
// that a pronoun means.
//
//	go run ./internal/train/coref -data DIR [-out internal/coref/weights.tsv]
//
// It learns from three parts of the data folder: the development part of GAP,
// the genres of OntoGUM that are marked free, and the speakers "he" and "she" of
// the labelled stories. Candidates and their attributes are those that package
// entity finds itself, so what is learned fits the names that it finds. As the
// candidates depend on how the pronouns before were taken, the training is done
// in rounds, each on the choices of the weights of the round before. The same
// data give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/coref"
)

var (
	data   = flag.String("data", "", "data folder: coref, stories")
	out    = flag.String("out", "internal/coref/weights.tsv", "file of weights to write")
	rounds = flag.Int("rounds", 2, "rounds of reading all texts and training on them")
	epochs = flag.Int("epochs", 12, "passes over the pronouns in a round")
	ridge  = flag.Float64("ridge", 30, "strength of the pull of all weights towards zero")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	docs, err := readGAP(filepath.Join(*data, "coref", "gap-dev.jsonl.gz"))
	if err != nil {
		return err
	}
	gum, err := readOntoGUM(filepath.Join(*data, "coref", "ontogum-train.jsonl.gz"))
	if err != nil {
		return err
	}
	stories, err := readStories(filepath.Join(*data, "stories", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	docs = append(append(docs, gum...), stories...)
	for round := range *rounds {
		cases := collect(docs)
		w := train(cases)
		copy(coref.Default(), w)
		right, first := 0, 0
		for _, c := range cases {
			if c.right[best(w, &c)] {
				right++
			}
			if c.right[min(1, len(c.right)-1)] {
				first++
			}
		}
		log.Printf("round %d: %d pronouns, %.1f %% right (the nearest: %.1f %%)", round+1, len(cases),
			100*float64(right)/float64(len(cases)), 100*float64(first)/float64(len(cases)))
	}
	var b strings.Builder
	b.WriteString("feature\tweight\n")
	for i, x := range coref.Default() {
		if x != 0 {
			fmt.Fprintf(&b, "%s\t%d\n", coref.Name(i), x)
		}
	}
	return os.WriteFile(*out, []byte(b.String()), 0o644)
}

// pronoun is one case to learn from: the features of the candidates, the first
// of which is nobody, and which of them are right.
type pronoun struct {
	features []coref.Features
	right    []bool
	weight   float64
}

func best(w coref.Weights, c *pronoun) int {
	k, score := 0, int32(0)
	for i := 1; i < len(c.features); i++ {
		s := int32(0)
		for _, f := range c.features[i] {
			s += w[f]
		}
		if s > score {
			k, score = i, s
		}
	}
	return k
}

// train fits a log-linear model: the right candidates together shall be likely.
// Steps are those of AdaGrad, with the pull towards zero spread over the cases.
func train(cases []pronoun) coref.Weights {
	w := make([]float64, coref.Size)
	sum := make([]float64, coref.Size)
	n := float64(len(cases))
	p := make([]float64, 0, 32)
	gradient := make([]float64, coref.Size)
	var touched []uint16
	for range *epochs {
		for _, c := range cases {
			p = p[:0]
			top := 0.0
			for i := range c.features {
				s := 0.0
				if i > 0 {
					for _, f := range c.features[i] {
						s += w[f]
					}
				}
				p = append(p, s)
				top = max(top, s)
			}
			all, good := 0.0, 0.0
			for i := range p {
				p[i] = math.Exp(p[i] - top)
				all += p[i]
				if c.right[i] {
					good += p[i]
				}
			}
			touched = touched[:0]
			for i := 1; i < len(p); i++ {
				g := p[i] / all
				if c.right[i] {
					g -= p[i] / good
				}
				for _, f := range c.features[i] {
					if gradient[f] == 0 {
						touched = append(touched, f)
					}
					gradient[f] += c.weight * g
				}
			}
			for _, f := range touched {
				g := gradient[f] + *ridge*w[f]/n*10
				gradient[f] = 0
				sum[f] += g * g
				w[f] -= 0.1 * g / (math.Sqrt(sum[f]) + 1e-6)
			}
		}
	}
	out := make(coref.Weights, coref.Size)
	for i := range w {
		out[i] = int32(math.Round(100 * w[i]))
	}
	return out
}
