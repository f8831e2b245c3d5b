// Tone trains the model that judges how a sentence frames a target.
//
//	go run ./internal/train/tone -data DATA -out internal/opinion/models
//
// It learns from stance/newsmtsc.train.jsonl.gz and, for less, from sentences in stories
// of news/*.jsonl.gz of the data folder, with the labels of package news, and
// stance/dse.train.jsonl.gz, and writes tone.model and its card, tone.md. It
// measures by cross-validation over articles and on the two dev files.
// The same data gives the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/quote"
)

// options were chosen by cross-validation on the training part.
var options = logistic.Options{Classes: 3, Epochs: 15, Rate: 0.01, L2: 1e-3, MinCount: 2, Dropout: 0.2, Seed: 1}

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
	read, err := t.news(filepath.Join(data, "news"))
	if err != nil {
		return err
	}
	more := append(pairs, read...)
	var report strings.Builder
	held := crossValidate(train, more)
	lift := liftOf(held)
	fmt.Fprintf(&report, "| cross-validation, without the lift of negative by %.2f and of positive by %.2f | %s |\n", lift[opinion.Negative], lift[opinion.Positive], count(held, odds{}))
	fmt.Fprintf(&report, "| cross-validation | %s |\n", count(held, lift))
	model := logistic.TrainMean(append(slices.Clone(train), more...), options, seeds)
	for _, part := range []string{"rw", "mt"} {
		dev, err := t.examples(filepath.Join(data, "stance/newsmtsc.dev_"+part+".jsonl.gz"), nil)
		if err != nil {
			return err
		}
		fmt.Fprintf(&report, "| dev %s | %s |\n", part, count(judge(model, dev), lift))
	}
	fmt.Println(len(train), len(pairs), len(read), "targets of NewsMTSC, of pairs and in stories")
	fmt.Print(report.String())
	if out == "" {
		return nil
	}
	rows := slices.DeleteFunc(model.Pack(opinion.Scale, 2), func(r linear.Row) bool { return r.Feature == readMark })
	rows = lift.on(t.names.KeepOut(rows))
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
	return os.WriteFile(filepath.Join(out, "tone.md"), []byte(card(model, len(train), len(read), len(rows), len(bytes), report.String(), t.names)), 0o644)
}

func card(m *logistic.Weights, examples, read, rows, size int, figures string, names *opinion.Names) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# tone.model

How a sentence frames a target: negative, neutral or positive. Multinomial logistic regression over words, by their side, distance and clause
and by what they are in the tree; their valences and frames in the word lists likewise; names are replaced by the type of what they name.

- Learned from NewsMTSC, training part (Hamborg & Donnay, EACL 2021; repository fhamborg/NewsMTSC, MIT): %d targets; for less, from
  %d targets in sentences of the folder news that were read for this project (internal/train/news/tones.tsv), and those of DSE, training part (Park, Pan & Joo,
  Findings of ACL 2021; repository bywords/directed_sentiment_analysis).
- Made by: go run ./internal/train/tone -data DATA -out internal/opinion/models (seed %d and the next four)
- %d features, %d bytes, weights in 1/%d of log-odds.

| measured on | macro F1 |
|---|---|
%s
## The weightiest features (positive less negative, count in training)
| feature | weight | count |
|---|---|---|
`, examples, read, options.Seed, rows, size, opinion.Scale, figures)
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
// learned from, those from which the models of stance do not learn; of pairs without a
// stance every fourth.
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
	var f opinion.Features
	t.read(text, names, &f, func(s *opinion.Scene) { toneOf(s, &f, article.Span{Start: target[0], End: target[1]}) })
	return f.F
}

// read reads a text, whose words and the features made of it the names, if any, watch.
func (t *trainer) read(text string, names *opinion.Names, f *opinion.Features, use func(*opinion.Scene)) {
	a := article.Parse(text)
	entities := entity.Extract(a)
	t.reader.Read(a, entities, quote.Extract(a, entities), func(s *opinion.Scene) {
		if names != nil {
			names.Watch(s, f)
		}
		use(s)
	})
}

// toneOf makes the features of a target, if it has words.
func toneOf(s *opinion.Scene, f *opinion.Features, target article.Span) bool {
	_, first, end := s.Place(target)
	if first == end {
		return false
	}
	s.Tone(f, first, end)
	return true
}

// crossValidate judges the examples by models that have not seen their articles, but more.
func crossValidate(train, more []logistic.Example) []judged {
	var held [folds][]judged
	var wg sync.WaitGroup
	for fold := range held {
		wg.Go(func() {
			in, out := split(train, fold)
			held[fold] = judge(logistic.TrainMean(append(in, more...), options, seeds), out)
		})
	}
	wg.Wait()
	return slices.Concat(held[:]...)
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

// odds are log-odds of the classes, or what is added to them.
type odds [3]float64

// judged is an example with what a model says of it.
type judged struct {
	odds  odds
	class int
}

func judge(m *logistic.Weights, examples []logistic.Example) []judged {
	out := make([]judged, len(examples))
	for i, e := range examples {
		m.Probabilities(out[i].odds[:], e.Features)
		for k, p := range out[i].odds {
			out[i].odds[k] = math.Log(p)
		}
		out[i].class = e.Class
	}
	return out
}

// alike is a difference of macro F1 that is chance.
const alike = 0.4

// liftOf chooses what negative and positive must be lifted by for the macro F1 of the
// examples to be best: as learned, the model says neutral too often for that. It takes the
// mean of the lifts that are as good as the best.
func liftOf(all []judged) (lift odds) {
	var grid []odds
	var f1 []float64
	for n := -0.5; n < 0.55; n += 0.1 {
		for p := -0.5; p < 0.55; p += 0.1 {
			x := odds{opinion.Negative: n, opinion.Positive: p}
			f, _ := count(all, x).f1()
			grid, f1 = append(grid, x), append(f1, f)
		}
	}
	top, good := slices.Max(f1), 0.0
	for i, x := range grid {
		if f1[i] < top-alike {
			continue
		}
		good++
		for c := range lift {
			lift[c] += x[c]
		}
	}
	for c := range lift {
		lift[c] /= good
	}
	return lift
}

// on adds the lift to the weights of the feature that every target has.
func (x odds) on(rows []linear.Row) []linear.Row {
	for i := range rows {
		if rows[i].Feature != opinion.ToneBias {
			continue
		}
		var sum [3]float64
		for _, w := range rows[i].Weights {
			sum[w.Class] = float64(w.Value)
		}
		rows[i].Weights = nil
		for c := range sum {
			if v := math.Round(sum[c] + x[c]*opinion.Scale); v != 0 {
				rows[i].Weights = append(rows[i].Weights, linear.Weight{Class: uint8(c), Value: int8(max(-127, min(127, v)))})
			}
		}
	}
	return rows
}

// confusion counts gold classes by predicted ones.
type confusion [3][3]int

func count(all []judged, lift odds) (c confusion) {
	for _, x := range all {
		best := 0
		for k := range x.odds {
			x.odds[k] += lift[k]
			if x.odds[k] > x.odds[best] {
				best = k
			}
		}
		c[x.class][best]++
	}
	return c
}

// f1 returns the macro F1 and those of the classes.
func (c confusion) f1() (macro float64, f [3]float64) {
	for k := range 3 {
		gold, found := 0, 0
		for j := range 3 {
			gold += c[k][j]
			found += c[j][k]
		}
		f[k] = 200 * float64(c[k][k]) / float64(max(1, gold+found))
	}
	return (f[0] + f[1] + f[2]) / 3, f
}

// String returns the macro F1 and those of the classes.
func (c confusion) String() string {
	macro, f := c.f1()
	return fmt.Sprintf("%.1f (negative %.1f, neutral %.1f, positive %.1f)", macro, f[opinion.Negative], f[opinion.Neutral], f[opinion.Positive])
}
