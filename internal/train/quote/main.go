// Command quote trains the model of package attribution from labelled stories.
//
//	go run ./internal/train/quote -stories DIR -out internal/attribution/attribution.model
//
// DIR holds train.jsonl.gz. What the trees and the numbers of the model are
// fitted to are stories that the linear model in it has not seen (cross.go); the
// figures that are printed are for such stories too. With -folds 0 a linear
// model alone is trained.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	stories := flag.String("stories", "", "folder with train.jsonl.gz")
	out := flag.String("out", "internal/attribution/attribution.model", "model file to write")
	folds := flag.Int("folds", 4, "parts that the stories are dealt into")
	errors := flag.Bool("errors", false, "show the wrong choices, the right one in ⟦⟧ and that of the model in ⟪⟫ (use few stories)")
	o := defaults
	flag.IntVar(&o.epochs, "epochs", o.epochs, "passes over the stories, at least 2")
	flag.Float64Var(&o.rate, "rate", o.rate, "learning rate")
	flag.Float64Var(&o.decay, "decay", o.decay, "L2 penalty")
	flag.IntVar(&o.minCount, "min", o.minCount, "choices that a feature must occur in")
	flag.IntVar(&o.seeds, "seeds", o.seeds, "orders of the choices whose weights are averaged")
	flag.Parse()
	if err := run(filepath.Join(*stories, "train.jsonl.gz"), *out, *folds, *errors, o); err != nil {
		log.Fatal(err)
	}
}

func run(path, out string, folds int, errors bool, o options) error {
	stories, err := readStories(path)
	if err != nil {
		return err
	}
	l := newLessons(errors)
	for _, s := range stories {
		l.learn(s)
	}
	l.report()
	m, err := newCourse(stories, l, o, folds).run()
	if err != nil {
		return err
	}
	data, err := m.bytes()
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", out, len(data))
	return os.WriteFile(out, data, 0o644)
}
