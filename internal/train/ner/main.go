// Command ner trains the name finder of internal/ner and writes its model:
//
//	go run ./internal/train/ner -data DIR
//
// DIR holds stories/train.jsonl.gz, whole stories with their labelled blocks and
// entities as the root package writes them, one analysis a line, and what
// -sets=false leaves out: the stories of news/*.jsonl.gz whose names package news has;
// ner/wikigold-train.jsonl.gz, articles of an encyclopedia with names of four types;
// the treebanks of the folder syntax, for words with capitals that are no names; and
// the folder gazetteers, of which names are put in the place of others. Of the sentences of the stories a share is read once more on
// its own, some in capitals, title case or small letters, and a share with other
// names; tables of results of games and of other figures are made up.
// stories/dev.jsonl.gz is only measured and may be missing, and so are the sets of
// the folder ner with -outside. The same data give the same bytes.
//
// With -engine the same is learned from ner/conll03-train.jsonl.gz alone and
// measured on ner/conll03-dev.jsonl.gz; nothing is written.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

var (
	data        = flag.String("data", "", "data folder")
	out         = flag.String("out", "internal/ner/ner.model", "model to write; empty for none")
	epochs      = flag.Int("epochs", 4, "passes over the examples")
	minimum     = flag.Int("min", 8, "times that a feature must occur to count")
	runs        = flag.Int("runs", 2, "times that a model is learned, from nothing, for the mean of all")
	rate        = flag.Float64("rate", 0.1, "length of the steps of learning")
	decay       = flag.Float64("decay", 0.0005, "pull of weights to zero")
	least       = flag.Float64("least", 0.1, "weights that are smaller are left out")
	most        = flag.Int("features", 345_000, "features that the model keeps, those of the largest weights; each takes 22 bytes")
	dropout     = flag.Float64("dropout", 0.4, "share of features that are left out at each visit, so that none is leaned on")
	sets        = flag.Bool("sets", true, "learn from more than stories")
	single      = flag.Float64("single", 0.3, "share of the sentences that are read once more, without their story")
	swapped     = flag.Float64("swap", 0.5, "share of the sentences with names that are read once more with other names")
	results     = flag.Int("results", 100, "tables of results of games to learn from")
	reports     = flag.Int("reports", 60, "tables of figures from several places to learn from")
	engine      = flag.Bool("engine", false, "train on CoNLL-2003 alone, measure, write nothing")
	outsideSets = flag.Bool("outside", false, "measure on other sets besides the stories")
	seed        = flag.Uint64("seed", 1, "seed of the order of training")
	held        lines.Fold
)

func main() {
	log.SetFlags(0)
	flag.Var(&held, "held", "stories that are not learned from, as i/n: each n-th from the i-th on")
	flag.Parse()
	if *data == "" {
		log.Fatal("ner: -data is missing")
	}
	if *engine {
		checkEngine()
		return
	}
	train := load(filepath.Join(*data, "stories", "train.jsonl.gz"))
	train = slices.DeleteFunc(train, func(s *story) bool { return held.Has(s.number) })
	whole := train
	var dev stories
	if path := filepath.Join(*data, "stories", "dev.jsonl.gz"); exists(path) {
		dev = load(path)
	}
	if *sets {
		train = slices.Concat(train, newsStories(), wikigold(), treebanks())
	}
	more := alone(train)
	if *sets {
		more = append(append(more, swap(train)...), tables(*results, *reports)...)
	}
	for _, s := range whole { // twice: the others were read once, and at speed
		s.all, s.at = append(s.all, s.all...), append(s.at, s.at...)
	}
	train = append(train, more...)
	model, sections := learn(train.examples(), dev.examples())
	if *outsideSets {
		measureOutside(loadMeasured(), model)
	}
	if *out == "" {
		return
	}
	file, err := linear.Encode("names", sections)
	check(err)
	check(os.WriteFile(*out, file, 0o644))
	fmt.Println(*out, len(file), "bytes")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// wikigold are the articles of Wikigold, whose names of type MISC may be of three
// of ours.
func wikigold() stories {
	types := map[string]uint32{"PER": person, "ORG": org, "LOC": place, "MISC": misc}
	return roughStories("wikigold", loadSet(filepath.Join(*data, "ner", "wikigold-train.jsonl.gz"), types), rough.cleaned)
}

// checkEngine trains on CoNLL-2003 alone and measures on its first test part.
func checkEngine() {
	types := map[string]uint32{"PER": person, "ORG": org, "LOC": place, "MISC": 1 << ner.Group}
	read := func(part string) []*example {
		return roughStories(part, loadSet(filepath.Join(*data, "ner", part+".jsonl.gz"), types), rough.exact).examples()
	}
	learn(read("conll03-train"), read("conll03-dev"))
}

func check(err error) {
	if err != nil {
		log.Fatal("ner: ", err)
	}
}

// example is a sentence with its features and gold labels.
type example struct {
	lattice ner.Lattice
	gold    []uint8
	allowed []uint32 // labels that each token may have, as bits, where gold is not sure; else nil
	names   int
}

type story struct {
	doc    *ner.Doc
	all    []*example
	at     []int // sentence of each example
	number int   // of the story in its file
	lost   int   // names that no tokens fit
	known  []ner.Name
	Text   string
	Blocks []struct {
		Kind       article.Kind
		Start, End int
	}
	Entities []struct {
		Type     string
		Mentions []article.Span
	}
}

type stories []*story

// examples returns the examples of all stories.
func (x stories) examples() (out []*example) {
	for _, s := range x {
		out = append(out, s.all...)
	}
	return out
}

func load(path string) stories {
	var out stories
	lost := 0
	check(lines.Each(path, func(line []byte) error {
		s := new(story)
		if err := json.Unmarshal(line, s); err != nil {
			return err
		}
		s.number = len(out)
		lost += prepare(s)
		out = append(out, s)
		return nil
	}))
	names, all := 0, out.examples()
	for _, x := range all {
		names += x.names
	}
	fmt.Printf("%s: %d sentences, %d names, %d names that no tokens fit\n", path, len(all), names, lost)
	return out
}

// prepare makes the examples of a story and counts the names that are not made
// of whole tokens.
func prepare(s *story) (lost int) {
	types := map[string]ner.Type{"person": ner.Person, "org": ner.Org, "place": ner.Place, "group": ner.Group, "event": ner.Event, "work": ner.Work}
	d := new(ner.Doc)
	s.doc = d
	d.Reset(article.Parse(s.Text))
	first, end := map[int]int{}, map[int]int{}
	for i, t := range d.Tokens {
		first[int(t.Start)] = i
		end[int(t.End)] = i + 1
	}
	var names []ner.Name
	used := make([]bool, len(d.Tokens))
	for _, e := range s.Entities {
		for _, m := range e.Mentions {
			a, ok1 := first[m.Start]
			b, ok2 := end[m.End]
			if !ok1 || !ok2 || a >= b || used[a] || used[b-1] {
				lost++
				continue
			}
			for i := a; i < b; i++ {
				used[i] = true
			}
			names = append(names, ner.Name{First: a, End: b, Type: types[e.Type]})
		}
	}
	labels := ner.ToLabels(names, len(d.Tokens))
	for i := range d.Sentences {
		x := &d.Sentences[i]
		if !s.labelled(int(d.Tokens[x.First].Start)) {
			continue
		}
		e := &example{gold: labels[x.First:x.End]}
		e.lattice.Fill(d, x)
		for _, n := range names {
			if n.First >= x.First && n.End <= x.End {
				e.names++
			}
		}
		s.all, s.at = append(s.all, e), append(s.at, i)
	}
	return lost
}

// labelled reports whether the gold blocks have labelled text at an offset.
func (s *story) labelled(at int) bool {
	for _, b := range s.Blocks {
		if b.Start <= at && at < b.End {
			return ner.Read(b.Kind)
		}
	}
	return false
}

// learn trains a conditional random field and makes a model of it. The weights are
// the mean of those of several runs, which is steadier than any of them.
func learn(train, dev []*example) (*ner.Model, []linear.Section) {
	m := newCRF(train, *minimum)
	rows := m.rows(train)
	r := rand.New(rand.NewPCG(*seed, 0))
	for run := range *runs {
		m.forget()
		for epoch := 1; epoch <= *epochs; epoch++ {
			r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
			for _, x := range rows {
				m.learn(x, *dropout, r)
			}
			if 2*epoch > *epochs {
				m.average()
			}
		}
		fmt.Printf("run %d of %d\n", run+1, *runs)
	}
	packed := m.pack(*least, *most)
	sections, err := linear.ModelSections("names", ner.LabelNames(), packed)
	check(err)
	file, err := linear.Encode("names", sections)
	check(err)
	f, err := linear.Open(string(file))
	check(err)
	packedModel, err := f.Model("names")
	check(err)
	model := ner.NewModel(packedModel)
	fmt.Printf("%d features in %d bytes\n", len(packed), len(file))
	if len(dev) > 0 {
		fmt.Println("dev:", measure(model, dev))
	}
	return model, sections
}

// measure returns precision, recall and F1 of names with their types.
func measure(m *ner.Model, dev []*example) string {
	right, found, gold := 0, 0, 0
	for _, x := range dev {
		gold += x.names
		guess := x.lattice.Decode(m)
		found += count(guess, guess)
		right += count(guess, x.gold)
	}
	p, r := float64(right)/float64(max(found, 1)), float64(right)/float64(max(gold, 1))
	return fmt.Sprintf("P %.2f R %.2f F1 %.2f", 100*p, 100*r, 200*p*r/max(p+r, 1e-9))
}

// count counts the names that both rows of labels have.
func count(a, b []uint8) int {
	n := 0
	in := map[ner.Name]bool{}
	for _, x := range ner.FromLabels(nil, a, 0) {
		in[x] = true
	}
	for _, x := range ner.FromLabels(nil, b, 0) {
		if in[x] {
			n++
		}
	}
	return n
}
