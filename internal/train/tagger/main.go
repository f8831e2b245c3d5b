// Command tagger trains the part-of-speech tagger of internal/syntax:
//
//	go run ./internal/train/tagger -data DIR
//
// DIR holds syntax/ (the treebanks EWT and GUM, see internal/train/treebank) and
// news/. The same data and flags give the same bytes. With -checkpoint FILE an
// interrupted run goes on where it stood at the end of an epoch. With -jackknife
// FILE it writes, instead of a model, the tags that the training sentences get
// from taggers that did not see them, for the training of the parser.
package main

import (
	"bytes"
	"encoding/gob"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"slices"
	"sort"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

var (
	data          = flag.String("data", "", "data folder")
	out           = flag.String("out", "internal/syntax/tagger/tagger.model", "model file to write")
	epochs        = flag.Int("epochs", 6, "passes over the training data")
	seed          = flag.Uint64("seed", 1, "seed of the order of sentences, of their case and of what is left out")
	seeds         = flag.Int("seeds", 3, "number of trainings with seeds from that one on, of which the mean is taken")
	minUpdates    = flag.Int("min-updates", 3, "updates before a feature counts")
	maxBytes      = flag.Int("max-bytes", 1900000, "size of the weights")
	dropout       = flag.Float64("dropout", 0.1, "share of words that are taken for unknown ones, so that the rest is learned to be read")
	thin          = flag.Float64("thin", 0.4, "share of features that are left out at random in training")
	newsSentences = flag.Int("news", 40000, "sentences of news to learn from as two other taggers agree to tag them")
	teacherEpochs = flag.Int("teacher-epochs", 4, "passes of the two other taggers")
	checkpoint    = flag.String("checkpoint", "", "file to save the state of training in, if any")
	jackknife     = flag.String("jackknife", "", "file for the tags of the training data by taggers that did not see them")
	settleOnly    = flag.String("settle", "", "model file: only which words are clear after a look at a part of the features is found out anew, for it")
	errorCount    = flag.Int("errors", 0, "number of errors on the development parts to show")
	without       = flag.String("without", "", "features to leave out, by place, for ablation: 13-18,23")
)

// example is a sentence and the gold tag of each token, −1 where it is unknown.
type example struct {
	sentence treebank.Sentence
	gold     []int
}

func main() {
	log.SetFlags(log.Ltime)
	flag.Parse()
	if *data == "" {
		log.Fatal("tagger: -data is missing")
	}
	if *settleOnly != "" {
		check(settleFile(*settleOnly, *data))
		return
	}
	set, err := treebank.ReadSet(*data)
	check(err)
	train := examples(set.Train)
	dev := [][]example{examples(set.EWTDev), examples(set.Dev)}
	log.Printf("%d sentences", len(train))
	if *jackknife != "" {
		check(writeJackknife(*jackknife, set, train))
		return
	}
	var news []example
	if *newsSentences > 0 {
		news, err = selfTagged(*data, train, *newsSentences)
		check(err)
	}
	t := newTraining(train, news)
	report := func() {
		model, err := t.tagger()
		check(err)
		log.Printf("ewt %s, gum %s", measure(model, dev[0]), measure(model, dev[1]))
	}
	t.run(*epochs, *checkpoint, report)
	for k := 1; k < *seeds; k++ {
		other := newTraining(train, news)
		other.seed += uint64(k)
		other.run(*epochs, checkpointOf(k), nil)
		t.trainer.Merge(other.trainer)
		report()
	}
	model, err := t.tagger()
	check(err)
	t.sure, err = settle(model, *data)
	check(err)
	report()
	check(t.write(*out))
	if *errorCount > 0 {
		model, err := t.tagger()
		check(err)
		showErrors(model, dev, *errorCount)
	}
}

// checkpointOf is the file for the state of one of several trainings.
func checkpointOf(k int) string {
	if *checkpoint == "" {
		return ""
	}
	return fmt.Sprint(*checkpoint, ".", k)
}

func check(err error) {
	if err != nil {
		log.Fatal("tagger: ", err)
	}
}

func examples(docs []treebank.Document) []example {
	var all []example
	for i := range docs {
		for _, s := range treebank.Segment(&docs[i]) {
			all = append(all, example{s, gold(&s)})
		}
	}
	return all
}

func gold(s *treebank.Sentence) []int {
	tags := make([]int, len(s.Tokens))
	for i := range tags {
		tags[i] = -1
		if w := s.Word(i); w != nil {
			tags[i] = int(tagger.FineOf(w.UPOS, w.XPOS))
		}
	}
	return tags
}

// training is the state of training.
type training struct {
	examples []example
	reversed bool // sentences are gone through from their ends
	known    []linear.Section
	table    *linear.Table
	trainer  *linear.Trainer
	filter   []bool // places of features that are left out
	maxBytes int    // size of the weights
	epoch    int
	seed     uint64
	sure     tagger.Sure
}

// newTraining is a training on gold examples and on others. What tags words have
// is told by the gold ones alone.
func newTraining(gold, others []example) *training {
	t := &training{examples: append(slices.Clip(gold), others...), filter: parsePlaces(*without), maxBytes: *maxBytes, seed: *seed}
	var err error
	t.known, err = knownTags(goldCounts(gold))
	check(err)
	t.table = openTable(t.known)
	t.trainer = linear.NewTrainer(tagger.Labels(), linear.TrainerOptions{MinUpdates: *minUpdates})
	return t
}

// state is a training on disk.
type state struct {
	Epoch   int
	Trainer linear.Checkpoint
}

// run trains, from a checkpoint where there is one; each is called after every
// epoch, where it is not nil.
func (t *training) run(epochs int, checkpoint string, each func()) {
	if checkpoint != "" {
		if saved, err := os.ReadFile(checkpoint); err == nil {
			var s state
			check(gob.NewDecoder(bytes.NewReader(saved)).Decode(&s))
			check(t.trainer.Restore(s.Trainer))
			t.epoch = s.Epoch
		}
	}
	for t.epoch < epochs {
		wrong := t.pass(rand.New(rand.NewPCG(t.seed, uint64(t.epoch))))
		t.epoch++
		log.Printf("epoch %d: %.2f %% wrong, %d features", t.epoch, wrong, t.trainer.Features())
		if checkpoint != "" {
			var b bytes.Buffer
			check(gob.NewEncoder(&b).Encode(state{t.epoch, t.trainer.Checkpoint()}))
			check(os.WriteFile(checkpoint, b.Bytes(), 0o644))
		}
		if each != nil {
			each()
		}
	}
}

// pass goes once through the examples, and returns the percentage of wrong tags.
func (t *training) pass(r *rand.Rand) float64 {
	learner := &filtered{Scorer: t.trainer, out: t.filter, share: *thin, random: r}
	reader := &tagger.Tagger{Known: t.table}
	var s tagger.Sentence
	var gold []int
	wrong, words := 0, 0
	for _, i := range r.Perm(len(t.examples)) {
		e := &t.examples[i]
		sentence := e.sentence.Recase(chooseCase(r))
		reader.Read(&s, sentence.Text, sentence.Tokens)
		gold = append(gold[:0], e.gold...)
		if t.reversed {
			s.Reverse()
			slices.Reverse(gold)
		}
		for k := range s.Words() {
			if r.Float64() < *dropout {
				w := &s.Words()[k]
				w.Low, w.Exact, w.Known = 3, 3, 0
			}
		}
		wrong += tagger.Learn(learner, &s, gold)
		words += len(gold)
	}
	return 100 * float64(wrong) / float64(words)
}

// chooseCase writes one sentence in six in another way.
func chooseCase(r *rand.Rand) treebank.Case {
	switch n := r.IntN(100); {
	case n < 5:
		return treebank.TitleCase
	case n < 8:
		return treebank.EveryWord
	case n < 12:
		return treebank.Capitals
	case n < 16:
		return treebank.Small
	}
	return treebank.AsWritten
}

func (t *training) tagger() (*tagger.Tagger, error) {
	m, err := t.trainer.Model("tags", linear.PackOptions{MaxBytes: t.maxBytes})
	if err != nil {
		return nil, err
	}
	return &tagger.Tagger{Weights: m, Known: t.table, Sure: t.sure}, nil
}

func (t *training) write(name string) error {
	tags, err := linear.ModelSections("tags", tagger.Labels(), t.trainer.Pack(linear.PackOptions{MaxBytes: t.maxBytes}))
	if err != nil {
		return err
	}
	b, err := linear.Encode("tagger", append(append(tags, t.known...), t.sure.Section()))
	if err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o644)
}

// accuracy is a count of tokens.
type accuracy struct{ gold, tokens, fine, tag int }

func (a accuracy) String() string {
	f1 := func(right int) float64 { return 200 * float64(right) / float64(a.gold+a.tokens) }
	return fmt.Sprintf("UPOS F1 %.2f fine %.2f", f1(a.tag), f1(a.fine))
}

func measure(m *tagger.Tagger, dev []example) accuracy {
	var a accuracy
	var s tagger.Sentence
	docs := map[*treebank.Document]bool{}
	for _, e := range dev {
		if !docs[e.sentence.Doc] {
			docs[e.sentence.Doc] = true
			a.gold += len(e.sentence.Doc.Words)
		}
		a.tokens += len(e.gold)
		for i, f := range m.Tag(&s, e.sentence.Text, e.sentence.Tokens) {
			w := e.sentence.Word(i)
			if w == nil {
				continue
			}
			if w.UPOS == f.Tag().String() {
				a.tag++
			}
			if e.gold[i] == int(f) {
				a.fine++
			}
		}
	}
	return a
}

// showErrors lists the commonest confusions, and single errors in their context.
func showErrors(m *tagger.Tagger, dev [][]example, n int) {
	var s tagger.Sentence
	count := map[string]int{}
	var lines []string
	for _, part := range dev {
		for _, e := range part {
			tags := m.Tag(&s, e.sentence.Text, e.sentence.Tokens)
			for i, f := range tags {
				w := e.sentence.Word(i)
				if w == nil || w.UPOS == f.Tag().String() {
					continue
				}
				count[w.UPOS+" as "+f.Tag().String()]++
				count["word "+w.Form+" "+w.UPOS+" as "+f.Tag().String()]++
				line := fmt.Sprintf("%s|%s as %s:", w.UPOS, w.XPOS, f)
				for j := max(0, i-5); j < min(len(tags), i+5); j++ {
					t := e.sentence.Tokens[j]
					word := e.sentence.Text[t.Start:t.End]
					if j == i {
						word = "[" + word + "]"
					}
					line += " " + word
				}
				lines = append(lines, line)
			}
		}
	}
	var kinds []string
	for k := range count {
		kinds = append(kinds, k)
	}
	sort.Slice(kinds, func(i, j int) bool {
		return count[kinds[i]] > count[kinds[j]] || count[kinds[i]] == count[kinds[j]] && kinds[i] < kinds[j]
	})
	for _, k := range kinds[:min(len(kinds), 60)] {
		fmt.Println(count[k], k)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for _, i := range r.Perm(len(lines))[:min(n, len(lines))] {
		fmt.Println(lines[i])
	}
}
