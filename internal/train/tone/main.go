// Tone trains the model that judges how a sentence frames a target.
//
//	go run ./internal/train/tone -data DATA -out internal/opinion/models
//
// It learns from stance/newsmtsc.train.jsonl.gz of the data folder and writes
// tone.model and its card, tone.md. It measures by cross-validation over
// articles and on the two dev files. The same data gives the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"path/filepath"
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
	var report strings.Builder
	var cv confusion
	for fold := range folds {
		in, held := split(train, fold)
		cv.add(logistic.TrainMean(in, options, seeds), held)
	}
	fmt.Fprintf(&report, "| cross-validation | %s |\n", cv)
	model := logistic.TrainMean(train, options, seeds)
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

- Learned from NewsMTSC, training part (Hamborg & Donnay, EACL 2021; repository fhamborg/NewsMTSC, MIT): %d targets.
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
		a := article.Parse(x.Text)
		entities := entity.Extract(a)
		quotes := quote.Extract(a, entities)
		t.reader.Read(a, entities, quotes, func(s *opinion.Scene) {
			var f opinion.Features
			if names != nil {
				names.Watch(s, &f)
			}
			if first, end := s.WordsOf(article.Span{Start: x.Target[0], End: x.Target[1]}); first < end {
				s.Tone(&f, first, end)
			}
			h := fnv.New32a()
			h.Write([]byte(x.Doc))
			out = append(out, logistic.Example{Features: f.F, Class: x.Polarity + 1, Group: int(h.Sum32() % folds)})
		})
		return nil
	})
	return out, err
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
