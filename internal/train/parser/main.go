// Command parser trains the dependency parser of internal/syntax:
//
//	go run ./internal/train/tagger -data DIR -epochs 4 -jackknife TAGS
//	go run ./internal/train/parser -data DIR -tags TAGS
//
// DIR holds syntax/ (the treebanks EWT and GUM, see internal/train/treebank) and
// news/. TAGS has the tags of the training sentences by taggers that did not see
// them, so that the parser learns to live with their mistakes. The same data and
// flags give the same bytes.
//
// First guides learn, each from all but a part of the sentences, and find the trees
// of that part; with -guides FILE an interrupted run need not do that again. Then
// everything that the model is made of learns at the same time: the guide, from all
// sentences, and the nets of the second pass, from the sentences with the guides'
// trees; and for both the weights for a first look ([parser.Learner]).
// Each has its own random numbers, so that it does not matter which is done first.
// With -dump FILE the command writes the trees of the development sentences beside the gold ones,
// and figures by relation. With -settle MODEL it trains nothing, only settles anew
// which choices are clear after a first look (settle.go), and measures.
package main

import (
	"flag"
	"log"
	"os"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

var (
	data       = flag.String("data", "", "data folder")
	tagFile    = flag.String("tags", "", "tags of the sentences, as internal/train/tagger -jackknife writes them")
	taggerFile = flag.String("tagger", "internal/syntax/tagger/tagger.model", "model file of the tagger in use")
	out        = flag.String("out", "internal/syntax/parser/parser.model", "model file to write")
	seed       = flag.Uint64("seed", 1, "seed of the first weights, the order of sentences and what is left out")
	part       = flag.Int("part", 1, "learn from one sentence in so many, to try something out")
	settleOnly = flag.String("settle", "", "model file: it is only found out anew, for it, which choices are clear after a first look")
	dump       = flag.String("dump", "", "file for the trees of the development sentences")
)

func check(err error) {
	if err != nil {
		log.Fatal("parser: ", err)
	}
}

func main() {
	log.SetFlags(log.Ltime)
	flag.Parse()
	if *data == "" || *tagFile == "" && *settleOnly == "" {
		log.Fatal("parser: -data or -tags is missing")
	}
	set, err := treebank.ReadSet(*data)
	check(err)
	used := openTagger(*taggerFile)
	if *settleOnly != "" {
		report(settle(*settleOnly, *data, used), set, used)
		return
	}
	tags, err := readTags(*tagFile)
	check(err)
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
	forms := commonForms(examples)
	sections := append(forms.sections, tables.Section(), parser.Never().Section())

	backward := guideExamples(examples, tables)
	var guide, net *parser.NetLearner
	var guideLook, mainLook []linear.Section
	var all sync.WaitGroup
	all.Go(func() { guide = learnGuide(backward, tables) })
	all.Go(func() { net = learnNet(tables, examples, *hidden, *epochs, *leastSeen, *seed) })
	all.Go(func() { guideLook = learnLook(tables.Reversed(), backward, "guide") })
	all.Go(func() { mainLook = learnLook(tables, examples, "main") })
	all.Wait()
	sections = append(append(sections, guideLook...), guide.Sections("guide", *guideRows, *guideRels)...)
	sections = append(append(sections, mainLook...), net.Sections("main", *rows, *relRows)...)

	write(sections)
	report(settle(*out, *data, used), set, used)
}

// report logs how good a model is, and writes trees and figures to the file of -dump.
func report(model *parser.Model, set *treebank.Set, t *tagger.Tagger) {
	p, rels := model.NewParser(), model.Relations()
	log.Printf("ewt %v, gum %v, its news and interviews %v", measure(p, set.EWTDev, t, rels, nil), measure(p, set.Dev, t, rels, nil), measure(p, newsOf(set.Dev), t, rels, nil))
	if *dump != "" {
		f, err := os.Create(*dump)
		check(err)
		measure(p, set.Dev, t, rels, f).report(f)
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

func openTagger(name string) *tagger.Tagger {
	t, err := tagger.Open(openFile(name))
	check(err)
	return t
}

func openFile(name string) *linear.File {
	b, err := os.ReadFile(name)
	check(err)
	f, err := linear.Open(string(b))
	check(err)
	return f
}

// write writes the model file.
func write(sections []linear.Section) {
	for _, s := range sections {
		log.Printf("%s: %d bytes", s.Name, len(s.Data))
	}
	b, err := linear.Encode("parser", sections)
	check(err)
	check(os.WriteFile(*out, b, 0o644))
}
