// Command blocks trains the model of package segment that tells headlines,
// bylines, captions and the rest from running text.
//
//	go run ./internal/train/blocks -data DIR [-out internal/segment/lines.model]
//
// It learns from the labelled stories of the data folder as they are, and from
// pages composed of their paragraphs and the invented lines of pages.tsv, which
// show what surrounds a story on the web: navigation, share bars, adverts,
// sign-up boxes, lists of other stories. The same data and seed give the same
// bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "data folder: stories, news, gazetteers, article")
	out := flag.String("out", "internal/segment/lines.model", "model file to write")
	seed := flag.Uint64("seed", 1, "seed of the composed pages and of the order of training")
	epochs := flag.Int("epochs", 8, "passes over the stories")
	pages := flag.Int("pages", 2, "composed pages for each story in each pass")
	rows := flag.Int("rows", 12000, "features kept in the model")
	errors := flag.Int("errors", 0, "errors on the dev sets to print")
	flag.Parse()
	if err := run(*data, *out, *seed, *epochs, *pages, *rows, *errors); err != nil {
		log.Fatal(err)
	}
}

func run(data, out string, seed uint64, epochs, pages, rows, errors int) error {
	stories, err := readStories(filepath.Join(data, "stories", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	composer, err := newComposer(data, stories, seed)
	if err != nil {
		return err
	}
	trainer := newTrainer()
	for epoch := range epochs {
		var batch []page
		for i := range stories {
			batch = append(batch, composer.plain(&stories[i]))
			for range pages {
				batch = append(batch, composer.page(&stories[i]))
			}
		}
		composer.rng.Shuffle(len(batch), func(i, j int) { batch[i], batch[j] = batch[j], batch[i] })
		wrong, lines := 0, 0
		for i := range batch {
			w := trainer.learn(&batch[i])
			wrong += w
			lines += len(batch[i].lines)
		}
		fmt.Printf("pass %d: %d of %d lines wrong\n", epoch+1, wrong, lines)
	}
	model := trainer.model(rows)
	if err := os.WriteFile(out, model, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", out, len(model))
	segment.SetLineModel(model)
	return measure(data, errors)
}
