// Command quote trains the model of package attribution from labelled stories.
//
//	for i in 0 1 2 3; do
//		go run ./internal/train/ner -data DIR -runs 1 -held $i/4 -out HELD/ner-$i.model
//		go run ./internal/train/coref -data DIR -held $i/4 -out HELD/coref-$i.model
//	done
//	go run ./internal/train/quote -stories DIR/stories -held HELD
//
// The stories are those that the names and what pronouns mean were learned from.
// So they are read here with models that have not seen them, each with those of
// its fold: what is learned is then how far to trust what is found in any story.
// Likewise, what the trees and the numbers of the model are fitted to are stories
// that the linear model in it has not seen (cross.go), and so are the figures that
// are printed for such stories. With -folds 0 a linear model alone is trained.
//
// With -dump the quotes found in each story by models that have not seen it are
// written as analyses, whose errors can be read with what measures analyses.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/seed05c9d22b/newstext/entity"
)

func main() {
	log.SetFlags(0)
	stories := flag.String("stories", "", "folder with train.jsonl.gz")
	out := flag.String("out", "internal/attribution/attribution.model", "model file to write")
	held := flag.String("held", "", "folder with ner-0.model, coref-0.model and so on, which have not seen fold 0 and so on; where quote-0.model and so on are written; without it the stories are read with the models of the library")
	dump := flag.String("dump", "", "file to write analyses to, of each story by models that have not seen it")
	folds := flag.Int("folds", 4, "parts that the stories are dealt into")
	errors := flag.Bool("errors", false, "show the wrong choices, the right one in ⟦⟧ and that of the model in ⟪⟫ (use few stories)")
	o := defaults
	flag.IntVar(&o.epochs, "epochs", o.epochs, "passes over the stories, at least 2")
	flag.Float64Var(&o.rate, "rate", o.rate, "learning rate")
	flag.Float64Var(&o.decay, "decay", o.decay, "L2 penalty")
	flag.IntVar(&o.minCount, "min", o.minCount, "choices that a feature must occur in")
	flag.IntVar(&o.seeds, "seeds", o.seeds, "orders of the choices whose weights are averaged")
	flag.Parse()
	if err := run(filepath.Join(*stories, "train.jsonl.gz"), *out, *held, *dump, *folds, *errors, o); err != nil {
		log.Fatal(err)
	}
}

func run(path, out, held, dump string, folds int, errors bool, o options) error {
	stories, err := readStories(path)
	if err != nil {
		return err
	}
	if held == "" {
		for _, s := range stories {
			s.found = entity.Extract(s.article)
		}
	} else if err := findEntities(stories, held); err != nil {
		return err
	}
	l := newLessons(errors)
	for _, s := range stories {
		l.learn(s)
	}
	l.report()
	c := newCourse(stories, l, o, folds)
	m, err := c.run()
	if err != nil {
		return err
	}
	if dump != "" {
		if err := c.dump(dump, m.numbers.LeastLikely); err != nil {
			return err
		}
	}
	if held != "" {
		if err := c.save(held); err != nil {
			return err
		}
	}
	data, err := m.bytes()
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", out, len(data))
	return os.WriteFile(out, data, 0o644)
}
