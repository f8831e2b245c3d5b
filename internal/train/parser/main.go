// Command parser trains the dependency parser of internal/syntax:
//
//	go run ./internal/train/tagger -data DIR -jackknife TAGS
//	go run ./internal/train/parser -data DIR -tags TAGS
//
// DIR holds syntax/ (the treebanks EWT and GUM, see internal/train/treebank) and
// news/. TAGS has the tags of the training sentences by taggers that did not see
// them, so that the parser learns to live with their mistakes. The same data and
// flags give the same bytes.
//
// With -guides FILE an interrupted run need not make the guides' trees again. With
// -dump FILE it writes the trees of the development sentences beside the gold ones,
// and figures by relation. With -news N and -teacher MODEL it learns from news too.
// With -settle MODEL it trains nothing, see settle.go.
package main

import (
	"encoding/gob"
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

var (
	data          = flag.String("data", "", "data folder")
	tagFile       = flag.String("tags", "", "tags of the sentences, as internal/train/tagger -jackknife writes them")
	taggerFile    = flag.String("tagger", "internal/syntax/tagger/tagger.model", "model file of the tagger in use")
	out           = flag.String("out", "internal/syntax/parser/parser.model", "model file to write")
	epochs        = flag.Int("epochs", 6, "passes over the training data")
	guideEpochs   = flag.Int("guide-epochs", 2, "passes over the training data for the guide")
	folds         = flag.Int("folds", 4, "parts of the training data whose trees a guide finds that did not see them")
	minUpdates    = flag.Int("min-updates", 3, "updates before a feature counts")
	margin        = flag.Float64("margin", 12, "by how much a right transition must beat every wrong one")
	labelMargin   = flag.Float64("label-margin", 8, "the same for relations")
	dropout       = flag.Float64("dropout", 0.1, "share of words whose form is hidden while learning")
	seed          = flag.Uint64("seed", 1, "seed of the order of sentences")
	runs          = flag.Int("runs", 2, "times to learn, each with another seed; the mean is taken, and written after each")
	part          = flag.Int("part", 1, "learn from one sentence in so many, to try something out")
	guides        = flag.String("guides", "", "file to keep the guides' trees in")
	news          = flag.Int("news", 0, "sentences of the news to learn from besides, those whose trees the teacher is sure of")
	teacherFile   = flag.String("teacher", "", "model file of the parser that finds the trees of the news")
	settleOnly    = flag.String("settle", "", "model file: it is only found out anew, for it, which choices are clear after a look at a part of the features")
	dump          = flag.String("dump", "", "file for the trees of the development sentences")
	scale         = flag.Float64("scale", 2, "what a weight of 1 becomes in the model file")
	features      = flag.Int("features", 600000, "features of transitions that the model file has")
	guideFeatures = flag.Int("guide-features", 300000, "the same for the guide")
	least         = flag.Float64("least", 0.8, "weights of relations smaller than this are left out of the model file")
)

func check(err error) {
	if err != nil {
		log.Fatal("parser: ", err)
	}
}

func main() {
	log.SetFlags(log.Ltime)
	flag.Parse()
	if *data != "" && *settleOnly != "" {
		settle(*settleOnly, *data, openTagger(*taggerFile))
		return
	}
	if *data == "" || *tagFile == "" || *news > 0 && *teacherFile == "" {
		log.Fatal("parser: -data, -tags or -teacher is missing")
	}
	set, err := treebank.ReadSet(*data)
	check(err)
	tags, err := readTags(*tagFile)
	check(err)
	used := openTagger(*taggerFile)
	rels := newRelations(set.Train)
	examples := trees(set.Train, tags, rels)
	if *part > 1 {
		var few []example
		for i := 0; i < len(examples); i += *part {
			few = append(few, examples[i])
		}
		examples = few
	}
	tables := parser.NewTables(rels.names)
	for i := range examples {
		tables.See(&examples[i].sentence, examples[i].gold)
	}
	log.Printf("%d sentences, %d relations", len(examples), len(rels.names))

	figures := func(p *parser.Parser) (ewt, gum, news *figures) {
		return measure(p, set.EWTDev, used, rels.names, nil), measure(p, set.Dev, used, rels.names, nil),
			measure(p, newsOf(set.Dev), used, rels.names, nil)
	}
	guide := learnGuide(examples, tables)
	var extra []example
	if *news > 0 {
		teacher, err := parser.Open(openFile(*teacherFile))
		check(err)
		extra = newsExamples(*data, used, teacher, rels, *news)
	}
	showGuides(examples)
	var all []*parser.Learner
	var model *parser.Model
	for run := range *runs {
		main := newLearner(tables, *seed+10*uint64(run))
		train(main, examples, extra, *epochs, *seed+uint64(run), func() {
			main.Averaged(true)
			ewt, gum, news := figures(parser.Learned(guide, main))
			log.Printf("ewt %v, gum %v, its news %v", ewt, gum, news)
			main.Averaged(false)
		})
		all = append(all, main)
		write(guide, parser.Mean(all), tables)
		model = settle(*out, *data, used)
		ewt, gum, news := figures(model.NewParser())
		log.Printf("as written after run %d: ewt %v, gum %v, its news %v", run+1, ewt, gum, news)
	}
	if *dump != "" {
		f, err := os.Create(*dump)
		check(err)
		measure(model.NewParser(), set.Dev, used, rels.names, f).report(f)
		check(f.Close())
	}
}

// newsOf are the documents nearest to what the library is for.
func newsOf(docs []treebank.Document) (news []treebank.Document) {
	for _, d := range docs {
		if d.Genre == "news" || d.Genre == "interview" {
			news = append(news, d)
		}
	}
	return news
}

// newLearner is a learner with the settings of the flags.
func newLearner(tables *parser.Tables, seed uint64) *parser.Learner {
	l := parser.NewLearner(tables, *minUpdates, seed)
	l.Margin, l.LabelMargin, l.Dropout = float32(*margin), float32(*labelMargin), *dropout
	return l
}

// train learns from the examples, in another order each time, and each time from
// another third of the extra ones; after, if any, is called at the end.
func train(l *parser.Learner, examples, extra []example, epochs int, seed uint64, after func()) {
	order := rand.New(rand.NewPCG(seed, 2))
	for e := range epochs {
		l.Explore = 0.9
		if e == 0 {
			l.Explore = 0
		}
		from := slices.Clone(examples)
		for i := e % 3; i < len(extra); i += 3 {
			from = append(from, extra[i])
		}
		wrong := 0
		for _, i := range order.Perm(len(from)) {
			wrong += l.Learn(&from[i].sentence, from[i].gold)
		}
		a, b := l.Features()
		log.Printf("pass %d: %d wrong, %d + %d features", e+1, wrong, a, b)
	}
	if after != nil {
		after()
	}
}

// learnGuide returns the guide, and puts beside every example the tree that a
// guide that did not see it finds.
func learnGuide(examples []example, tables *parser.Tables) *parser.Learner {
	backward := make([]example, len(examples))
	for i := range examples {
		backward[i].sentence.Reverse(&examples[i].sentence)
		backward[i].gold = examples[i].gold.Reverse()
	}
	reversed := tables.Reversed()
	learn := func(from []example) *parser.Learner {
		l := newLearner(reversed, *seed+1)
		train(l, from, nil, *guideEpochs, *seed, nil)
		l.Averaged(true)
		return l
	}
	found := readGuides(len(examples))
	if found == nil {
		found = make([][]parser.Arc, len(examples))
		// Neighbours are of one document, so they stay together.
		fold := func(i int) int { return i / 40 % *folds }
		for k := range *folds {
			var rest []example
			for i := range backward {
				if fold(i) != k {
					rest = append(rest, backward[i])
				}
			}
			l := learn(rest)
			for i := range backward {
				if fold(i) == k {
					found[i] = slices.Clone(l.Parse(&backward[i].sentence))
				}
			}
		}
		writeGuides(found)
	}
	for i := range examples {
		examples[i].guide = found[i]
	}
	return learn(backward)
}

// showGuides lets the sentences have the guides' trees.
func showGuides(examples []example) {
	for i := range examples {
		examples[i].sentence.Guide(examples[i].guide)
	}
}

func readGuides(n int) (found [][]parser.Arc) {
	if *guides == "" {
		return nil
	}
	f, err := os.Open(*guides)
	if err != nil {
		return nil
	}
	defer f.Close()
	check(gob.NewDecoder(f).Decode(&found))
	if len(found) != n {
		log.Fatalf("parser: %s has the trees of %d sentences, there are %d", *guides, len(found), n)
	}
	return found
}

func writeGuides(found [][]parser.Arc) {
	if *guides == "" {
		return
	}
	f, err := os.Create(*guides)
	check(err)
	check(gob.NewEncoder(f).Encode(found))
	check(f.Close())
}

// write writes the model file.
func write(guide, main *parser.Learner, tables *parser.Tables) {
	g, err := guide.Sections("guide", parser.Packing{Scale: float32(*scale), Features: *guideFeatures, Least: float32(*least)})
	check(err)
	m, err := main.Sections("main", parser.Packing{Scale: float32(*scale), Features: *features, Least: float32(*least)})
	check(err)
	sections := append(append(g, m...), tables.Section())
	for _, s := range sections {
		log.Printf("%s: %d bytes", s.Name, len(s.Data))
	}
	b, err := linear.Encode("parser", sections)
	check(err)
	check(os.WriteFile(*out, b, 0o644))
}
