// Tone trains the model that judges how a sentence frames a target.
//
//	go run ./internal/train/tone -data DATA -out internal/opinion/models
//
// It learns from stance/newsmtsc.train.jsonl.gz and, for less, from
// stance/dse.train.jsonl.gz of the data folder and writes tone.model and its card,
// tone.md. It measures by cross-validation over articles and on the two dev files.
// The same data gives the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/quote"
)

// options were chosen by cross-validation on the training part.
var options = logistic.Options{Classes: 3, Epochs: 15, Rate: 0.01, L2: 1e-3, MinCount: 2, Dropout: 0.6, Seed: 1}

const folds = 5

// seeds is of how many runs the model is the mean.
const seeds = 5

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "data folder")
	out := flag.String("out", "", "folder for the model and its card; nothing is written without")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		log.Fatal(err)
	}
}

func run(data, out string) error {
	t := trainer{names: opinion.NewNames()}
	train, err := t.examples(filepath.Join(data, "stance/newsmtsc.train.jsonl.gz"), t.names)
	if err != nil {
		return err
	}
	pairs, err := t.pairs(filepath.Join(data, "stance/dse.train.jsonl.gz"))
	if err != nil {
		return err
	}
	var report strings.Builder
	var cv confusion
	for fold := range folds {
		in, held := split(train, fold)
		in = append(in, pairs...)
		cv.add(logistic.TrainMean(in, options, seeds), held)
	}
	fmt.Fprintf(&report, "| cross-validation | %s |\n", cv)
	model := logistic.TrainMean(append(slices.Clone(train), pairs...), options, seeds)
	for _, part := range []string{"rw", "mt"} {
		dev, err := t.examples(filepath.Join(data, "stance/newsmtsc.dev_"+part+".jsonl.gz"), nil)
		if err != nil {
			return err
		}
		var c confusion
		c.add(model, dev)
		fmt.Fprintf(&report, "| dev %s | %s |\n", part, c)
	}
	fmt.Print(report.String())
	if out == "" {
		return nil
	}
	rows := t.names.KeepOut(model.Pack(opinion.Scale, 2))
	sections, err := linear.ModelSections(opinion.ToneModel, []string{"negative", "neutral", "positive"}, rows)
	if err != nil {
		return err
	}
	bytes, err := linear.Encode("tone", sections)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "tone.model"), bytes, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "tone.md"), []byte(card(model, len(train), len(rows), len(bytes), report.String(), t.names)), 0o644)
}

func card(m *logistic.Weights, examples, rows, size int, figures string, names *opinion.Names) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# tone.model

How a sentence frames a target: negative, neutral or positive. Multinomial logistic regression over words, their side, distance and clause,
valences and frames of the word lists; names are replaced by the type of what they name.

- Learned from NewsMTSC, training part (Hamborg & Donnay, EACL 2021; repository fhamborg/NewsMTSC, MIT): %d targets; and, for less, from the targets
  of DSE, training part (Park, Pan & Joo, Findings of ACL 2021; repository bywords/directed_sentiment_analysis).
- Made by: go run ./internal/train/tone -data DATA -out internal/opinion/models (seed %d and the next four)
- %d features, %d bytes, weights in 1/%d of log-odds.

| measured on | macro F1 |
|---|---|
%s
## The weightiest features (positive less negative, count in training)
| feature | weight | count |
|---|---|---|
`, examples, options.Seed, rows, size, opinion.Scale, figures)
	m.Top(&b, 120, opinion.Positive, opinion.Negative, names.Name)
	return b.String()
}

type trainer struct {
	reader opinion.Reader
	names  *opinion.Names
}

// examples reads targets with their labels and makes their features.
func (t *trainer) examples(path string, names *opinion.Names) ([]logistic.Example, error) {
	var out []logistic.Example
	err := lines.Each(path, func(line []byte) error {
		var x struct {
			Text, Doc string
			Target    [2]int
			Polarity  int
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		h := fnv.New32a()
		h.Write([]byte(x.Doc))
		out = append(out, logistic.Example{Features: t.features(x.Text, x.Target, names), Class: x.Polarity + 1, Group: int(h.Sum32() % folds)})
		return nil
	})
	return out, err
}

// What a target of a pair counts against one of NewsMTSC, with and without a stance
// toward it: pairs show how two names in one sentence are framed apart.
const (
	pairWeight = 0.25
	noneWeight = 0.1
)

// pairs reads the targets of stances between two names. Of the pairs every second is
// learned from, and only those from which the models of stance do not learn, because
// these ask the model of tone; of pairs without a stance every fourth.
func (t *trainer) pairs(path string) ([]logistic.Example, error) {
	var out []logistic.Example
	n := 0
	err := lines.Each(path, func(line []byte) error {
		if n++; n%2 == 0 {
			return nil
		}
		var x struct {
			Text  string
			A     [2]int `json:"a_word"`
			B     [2]int `json:"b_word"`
			Label int
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		if x.Label == 0 && n%4 != 1 {
			return nil
		}
		target, class, weight := x.B, opinion.Neutral, float32(noneWeight)
		switch x.Label {
		case 1, 2:
			class, weight = opinion.Positive, pairWeight
		case 3, 4:
			class, weight = opinion.Negative, pairWeight
		}
		if x.Label == 2 || x.Label == 4 {
			target = x.A
		}
		out = append(out, logistic.Example{Features: t.features(x.Text, target, t.names), Class: class, Weight: weight})
		return nil
	})
	return out, err
}

// features makes the features of a target.
func (t *trainer) features(text string, target [2]int, names *opinion.Names) []uint64 {
	a := article.Parse(text)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	var f opinion.Features
	t.reader.Read(a, entities, quotes, func(s *opinion.Scene) {
		if names != nil {
			names.Watch(s, &f)
		}
		if first, end := s.WordsOf(article.Span{Start: target[0], End: target[1]}); first < end {
			s.Tone(&f, first, end)
		}
	})
	return f.F
}

func split(all []logistic.Example, fold int) (in, held []logistic.Example) {
	for _, e := range all {
		if e.Group == fold {
			held = append(held, e)
		} else {
			in = append(in, e)
		}
	}
	return in, held
}

// confusion counts gold classes by predicted ones.
type confusion [3][3]int

func (c *confusion) add(m *logistic.Weights, examples []logistic.Example) {
	p := make([]float64, 3)
	for _, e := range examples {
		m.Probabilities(p, e.Features)
		best := 0
		for k := range p {
			if p[k] > p[best] {
				best = k
			}
		}
		c[e.Class][best]++
	}
}

// String returns the macro F1 and those of the classes.
func (c confusion) String() string {
	var f [3]float64
	for k := range 3 {
		gold, found := 0, 0
		for j := range 3 {
			gold += c[k][j]
			found += c[j][k]
		}
		f[k] = 200 * float64(c[k][k]) / float64(max(1, gold+found))
	}
	return fmt.Sprintf("%.1f (negative %.1f, neutral %.1f, positive %.1f)", (f[0]+f[1]+f[2])/3, f[0], f[1], f[2])
}
