// Stance trains the models that see who is for or against whom.
//
//	go run ./internal/train/stance -data DATA -held HELD -out internal/opinion/models
//
// HELD has the models of names, pronouns and quotes that have not seen a fold of
// the stories, as the commands of internal/train/quote leave them: the stories are
// read with those, each with the ones of its fold, as the library would read a
// story of today (package held).
//
// It learns from stories/train.jsonl.gz, stance/dse.train.jsonl.gz,
// stance/newsmtsc.train.jsonl.gz and stories of news/*.jsonl.gz of the data folder,
// these with the labels of package news, and writes stance.model, its
// card, stance.md, and trust.tsv. The models are a cascade (opinion.Judges): each
// learns from what those before it say of stories that they were not trained on,
// by cross-fitting over stories. The figures and the threshold come from the same
// stories, each judged by models that have not seen it. The same data gives the
// same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/opinion"
)

// folds is how many parts the stories are cut into for cross-fitting.
const folds = 8

// What an example of the other sets counts against one of the stories, whose
// labels are those of the product; and a tie of two named parties, which most readers
// want, against others.
const (
	sentenceWeight = 0.5
	toneWeight     = 0.5
	newsWeight     = 0.8
	namedWeight    = 1.5
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "data folder")
	out := flag.String("out", "", "folder for the model and its card; nothing is written without")
	held := flag.String("held", "", "folder with ner-0.model, coref-0.model, quote-0.model and so on, which have not seen fold 0 and so on; without it the stories are read with the models of the library")
	every := flag.Int("every", 1, "learn from every so many documents, for a quick look")
	without := flag.String("without", "", "a group of figures to leave out, for an ablation: "+ablationNames())
	errors := flag.String("errors", "", "file to write what is lost and what is wrong in the stories to")
	flag.Parse()
	if err := run(*data, *out, *held, *errors, *every, *without); err != nil {
		log.Fatal(err)
	}
}

func run(data, out, held, errors string, every int, without string) error {
	begin := time.Now()
	stamp := func(what string) { fmt.Printf("%4.0f s  %s\n", time.Since(begin).Seconds(), what) }
	t := trainer{every: every}
	for k := range t.judges {
		t.judges[k].Gates = gates
	}
	if err := t.ablate(without); err != nil {
		return err
	}
	for _, set := range []struct {
		path string
		kind kind
	}{{"stories/train.jsonl.gz", story}, {"stance/dse.train.jsonl.gz", sentence}, {"stance/newsmtsc.train.jsonl.gz", tone}} {
		if err := t.read(filepath.Join(data, set.path), set.kind, held); err != nil {
			return err
		}
	}
	if err := t.readNews(filepath.Join(data, "news"), held); err != nil {
		return err
	}
	t.hideNames()
	stamp("read")
	for _, stage := range []struct {
		what string
		run  func()
	}{{"evidence", t.evidence}, {"sentences", t.sentences}, {"parties", t.parties}, {"links", t.links}, {"meetings", t.meetings}, {"ties", t.ties}} {
		stage.run()
		stamp(stage.what)
	}
	thresholds, report := t.measure()
	fmt.Print(report)
	if errors != "" {
		if err := t.errors(errors, thresholds); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	if err := os.WriteFile(filepath.Join(out, "trust.tsv"), []byte(trustList(t.docs)), 0o644); err != nil {
		return err
	}
	return t.write(out, thresholds, report)
}

// gates let through a fraction of what there is. A closer one for pairs (-4.6), and for
// those in one place (-2.8), cost the stories 0.8 F1 by cross-validation.
var gates = opinion.Gates{Evidence: 0.06, Sentence: -1.8, Near: 0.03, Pair: -5, Meet: -3.3, Side: -2.5, Tie: 0.07}

// The trees, chosen by cross-validation.
var (
	showTrees = boost.Options{Rounds: 64, Rate: 0.08, L2: 20, FeatureShare: 0.5, RowShare: 0.7, Seed: 1}
	meetTrees = boost.Options{Rounds: 128, Rate: 0.16, L2: 5, FeatureShare: 0.4, Seed: 1}
	sideTrees = boost.Options{Rounds: 48, Rate: 0.14, L2: 5, FeatureShare: 0.4, Seed: 1}
	tieTrees  = boost.Options{Rounds: 160, Rate: 0.08, L2: 5, FeatureShare: 0.4, Seed: 2}
)
