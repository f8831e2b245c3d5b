// Command quote trains the model of package attribution from labelled stories.
//
//	go run ./internal/train/quote -stories DIR -out internal/attribution/attribution.model
//
// DIR holds train.jsonl.gz. With -measure FILE it trains nothing: it finds the
// quotes of the stories in FILE, with the labelled entities in place of found
// ones, and writes them as JSON lines, so that this stage can be measured alone.
package main

import (
	"bufio"
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
	measure := flag.String("measure", "", "file of stories whose quotes are written to standard output")
	check := flag.String("check", "", "file of stories on which each kind of choice is measured after training")
	o := defaults
	flag.IntVar(&o.epochs, "epochs", o.epochs, "passes over the stories")
	flag.Float64Var(&o.rate, "rate", o.rate, "learning rate")
	flag.Float64Var(&o.decay, "decay", o.decay, "L2 penalty")
	flag.StringVar(&o.entities, "entities", o.entities, "gold: labelled entities; found: those that the library finds; both")
	flag.IntVar(&o.minCount, "min", o.minCount, "choices that a feature must occur in")
	flag.Parse()
	var err error
	if *measure != "" {
		err = predict(*measure)
	} else {
		err = run(filepath.Join(*stories, "train.jsonl.gz"), *check, *out, o)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func run(stories, check, out string, o options) error {
	t := newTrainer(o)
	if err := eachStory(stories, func(s *story) error { t.learn(s); return nil }); err != nil {
		return err
	}
	t.report()
	if check != "" {
		if err := t.learnCheck(check); err != nil {
			return err
		}
	}
	t.train()
	t.settle()
	data, err := t.encode()
	if err != nil {
		return err
	}
	if check != "" {
		if err := t.calibrate(data, check); err != nil {
			return err
		}
		if data, err = t.encode(); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", out, len(data))
	return os.WriteFile(out, data, 0o644)
}

func predict(path string) error {
	w := bufio.NewWriterSize(os.Stdout, 1<<20)
	if err := eachStory(path, func(s *story) error { return s.predict(w) }); err != nil {
		return err
	}
	return w.Flush()
}
