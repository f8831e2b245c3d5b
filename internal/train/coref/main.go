// Command coref trains the trees of package coref, which choose what pronouns and
// noun phrases mean.
//
//	go run ./internal/train/coref -data DIR [-out internal/coref/coref.model]
//
// It learns from three parts of the data folder: the development part of GAP,
// the genres of OntoGUM that are marked free, and the labelled stories, of which
// it takes the speakers and roles that are no names. Candidates and what they are
// described by are those that package entity finds itself, so what is learned
// fits the names that it finds. As the candidates depend on how the mentions
// before were taken, the training is done in rounds: in the first, mentions whose
// meaning is known are taken as known; in the next ones, as the trees of the
// round before take them. The same data give the same bytes.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

var (
	data     = flag.String("data", "", "data folder: coref, stories")
	out      = flag.String("out", "internal/coref/coref.model", "model file to write")
	part     = flag.Int("part", 1, "one of so many labelled stories is read")
	rounds   = flag.Int("rounds", 2, "rounds of reading all texts and training on them")
	mirrored = flag.Bool("mirror", true, "read the texts of GAP once more with women and men exchanged")
	seed     = flag.Uint64("seed", 1, "seed of the choice of rows and features")
	trees    = flag.Float64("trees", 1, "times as many trees as usual")
	held     lines.Fold
)

func main() {
	log.SetFlags(0)
	flag.Var(&held, "held", "labelled stories that are not learned from, as i/n: each n-th from the i-th on")
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

// options are those of the trees of each part of the model, chosen by
// cross-validation.
var options = [len(coref.Parts)]boost.Options{
	{Objective: boost.Choice, Rounds: 400, Leaves: 16, MinLeaf: 10, Rate: 0.05, L2: 3, RowShare: 0.7, FeatureShare: 0.4, Seed: 1},
	{Objective: boost.Choice, Rounds: 200, Leaves: 12, MinLeaf: 20, Rate: 0.06, L2: 3, RowShare: 0.7, FeatureShare: 0.4, Seed: 1},
	{Objective: boost.Choice, Rounds: 200, Leaves: 16, MinLeaf: 15, Rate: 0.07, L2: 3, RowShare: 0.7, FeatureShare: 0.4, Seed: 1},
}

func run() error {
	var m *mirror
	if *mirrored {
		var err error
		if m, err = newMirror(*data); err != nil {
			return err
		}
	}
	docs, err := readGAP(filepath.Join(*data, "coref", "gap-dev.jsonl.gz"), m)
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
	docs = append(docs, gum...)
	docs = append(docs, stories...)
	coref.Trained = &coref.Model{new(boost.Model), new(boost.Model), new(boost.Model)}
	for round := range *rounds {
		c := collect(docs, round == 0)
		log.Printf("round %d: %d mentions, %d candidates", round+1, c.choices, len(c.examples))
		m := new(coref.Model)
		for i := range m {
			o := options[i]
			o.Rounds = int(float64(o.Rounds) * *trees)
			o.Seed = *seed
			m[i] = boost.Train(coref.Names[:], c.of(i), o)
		}
		coref.Trained = m
		c.report()
	}
	file, err := linear.Encode(coref.ModelName, coref.Trained.Sections())
	if err != nil {
		return err
	}
	return os.WriteFile(*out, file, 0o644)
}
