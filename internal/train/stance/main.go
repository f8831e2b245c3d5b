// Stance trains the models that see who is for or against whom: one for pairs of
// holder and target within a sentence, one for speakers and what they speak of.
//
//	go run ./internal/train/stance -data DATA -out internal/opinion/models
//
// It learns from stories/train.jsonl.gz and stance/dse.train.jsonl.gz of the data
// folder and writes stance.model, its card, stance.md, and trust.tsv. It measures by
// cross-validation over stories. The same data gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
)

// options were chosen by cross-validation.
var options = logistic.Options{Classes: 3, Epochs: 8, Rate: 0.02, L2: 1e-3, MinCount: 3, Dropout: 0.3, Seed: 1}

const folds = 4

// sentenceWeight is what a pair of DSE counts against one of the stories, whose
// labels are those of the product.
const sentenceWeight = 0.7

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "data folder")
	out := flag.String("out", "", "folder for the model and its card; nothing is written without")
	measured := flag.Int("folds", folds, "parts of the stories on which to measure by cross-validation")
	flag.Parse()
	if err := run(*data, *out, *measured); err != nil {
		log.Fatal(err)
	}
}

func run(data, out string, measured int) error {
	var reader opinion.Reader
	names := opinion.NewNames()
	docs, err := readStories(filepath.Join(data, "stories/train.jsonl.gz"), &reader, names)
	if err != nil {
		return err
	}
	fmt.Println(count(docs))
	pairs, err := readPairs(filepath.Join(data, "stance/dse.train.jsonl.gz"), &reader, names)
	if err != nil {
		return err
	}
	trust := trustList(docs)
	gates := trainGates(docs, pairs)
	fmt.Println(closeGates(docs, gates), "in stories,", closeGates(pairs, gates), "in sentences")
	var report strings.Builder
	var test []*doc
	for fold := range min(measured, folds) {
		models := train(docs, pairs, fold)
		for i := range docs {
			if docs[i].group == fold {
				docs[i].judge(models)
				test = append(test, &docs[i])
			}
		}
	}
	for _, th := range []float64{0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5} {
		if len(test) == 0 {
			break
		}
		fmt.Fprintf(&report, "| %.2f", th)
		for mode := range 3 {
			var r result
			for _, d := range test {
				d.measure(th, mode, &r)
			}
			fmt.Fprintf(&report, " | %s", r)
		}
		report.WriteString(" |\n")
	}
	fmt.Print(report.String())
	if out == "" {
		return nil
	}
	if err := os.WriteFile(filepath.Join(out, "trust.tsv"), []byte(trust), 0o644); err != nil {
		return err
	}
	return write(out, train(docs, pairs, -1), gates, names, report.String())
}

// train learns from all stories and sentences but those of a group: the model of
// pairs, and at the same time that of speakers.
func train(docs, sentences []doc, without int) [2]*logistic.Weights {
	var models [2]*logistic.Weights
	var wg sync.WaitGroup
	for k := range models {
		wg.Go(func() {
			var in []logistic.Example
			for _, set := range []struct {
				docs   []doc
				weight float32
			}{{docs, 1}, {sentences, sentenceWeight}} {
				for i := range set.docs {
					if set.docs[i].group == without {
						continue
					}
					for _, c := range set.docs[i].pairs {
						if c.voice == (k == 1) && c.label >= 0 {
							in = append(in, logistic.Example{Features: c.features, Class: c.label, Weight: set.weight})
						}
					}
				}
			}
			models[k] = logistic.Train(in, options)
		})
	}
	wg.Wait()
	return models
}

func write(out string, models, gates [2]*logistic.Weights, names *opinion.Names, figures string) error {
	var sections []linear.Section
	var tops strings.Builder
	for k, name := range []string{opinion.PairModel, opinion.VoiceModel} {
		rows := names.KeepOut(models[k].Pack(opinion.Scale, 14))
		s, err := linear.ModelSections(name, []string{"none", "for", "against"}, rows)
		if err != nil {
			return err
		}
		sections = append(sections, s...)
		for class, title := range []string{"", "for", "against"} {
			if class > 0 {
				fmt.Fprintf(&tops, "\n## %s: %s less none (%d features in all)\n| feature | weight | count |\n|---|---|---|\n", name, title, len(rows))
				models[k].Top(&tops, 60, class, 0, names.Name)
			}
		}
	}
	for k, name := range []string{opinion.PairGate, opinion.VoiceGate} {
		s, err := linear.ModelSections(name, []string{"none", "some"}, names.KeepOut(gates[k].Pack(opinion.Scale, 14)))
		if err != nil {
			return err
		}
		sections = append(sections, s...)
	}
	bytes, err := linear.Encode("stance", sections)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "stance.model"), bytes, 0o644); err != nil {
		return err
	}
	card := fmt.Sprintf(`# stance.model

Who is for or against whom. Two multinomial logistic regressions over pairs of a holder and a target: "pair" for two phrases of a sentence,
"voice" for a speaker and a phrase in what he says. Names are replaced by the type of what they name.

- Learned from the labelled stories, training part, and DSE, training part (Park, Pan & Joo, Findings of ACL 2021; repository
  bywords/directed_sentiment_analysis).
- Made by: go run ./internal/train/stance -data DATA -out internal/opinion/models (seed %d)
- %d bytes, weights in 1/%d of log-odds.

Cross-validation over stories, by threshold: all stances, those within sentences, those of speakers
| threshold | all | pairs | voices |
|---|---|---|---|
%s%s`, options.Seed, len(bytes), opinion.Scale, figures, tops.String())
	return os.WriteFile(filepath.Join(out, "stance.md"), []byte(card), 0o644)
}
