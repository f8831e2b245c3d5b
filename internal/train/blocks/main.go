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

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

var (
	data    = flag.String("data", "", "data folder: stories, news, gazetteers, article")
	out     = flag.String("out", "internal/segment/lines.model", "model file to write")
	seed    = flag.Uint64("seed", 1, "seed of the composed pages and of the order of training")
	epochs  = flag.Int("epochs", 12, "passes over the stories")
	pages   = flag.Int("pages", 2, "composed pages for each story in each pass")
	size    = flag.Int("size", 250_000, "largest size of the model of the kinds, in bytes")
	updates = flag.Int("updates", 10, "times that a feature must be needed in training before it counts")
	share   = flag.Int("share", 96, "share of the paragraphs to be decided at first look, in per cent")
	bare    = flag.Int("bare", 50, "pieces of bare text for each hundred stories")
	errors  = flag.Int("errors", 0, "errors on the dev sets to print")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	stories, err := readStories(filepath.Join(*data, "stories", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	relabelPosts(stories)
	c, err := newComposer(*data, stories, *seed)
	if err != nil {
		return err
	}
	sure, err := calibrate(c, stories)
	if err != nil {
		return err
	}
	m, err := train(c, stories, sure)
	if err != nil {
		return err
	}
	return measure(m)
}

// train trains a model and writes it.
func train(c *composer, stories []story, sure int32) (*segment.LineModel, error) {
	t := newTrainer(*updates)
	for epoch := range *epochs {
		wrong, lines := t.pass(c.batch(stories, *pages))
		fmt.Printf("pass %d: %d of %d lines wrong\n", epoch+1, wrong, lines)
	}
	model, err := t.encode(sure)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(*out, model, 0o644); err != nil {
		return nil, err
	}
	fmt.Printf("%s: %d bytes\n", *out, len(model))
	return segment.OpenLineModel(string(model))
}

// calibrate finds how sure the first look must be, on pages of stories that it
// has not learned from.
func calibrate(c *composer, stories []story) (sure int32, err error) {
	half := len(stories) / 2
	for _, part := range [][2][]story{{stories[:half], stories[half:]}, {stories[half:], stories[:half]}} {
		t := newTrainer(*updates)
		for range *epochs / 2 {
			for _, p := range c.batch(part[0], *pages) {
				t.learn(&p)
			}
		}
		m, err := t.plain.Model(segment.PlainName, plainOptions)
		if err != nil {
			return 0, err
		}
		paragraphs, others := plainMargins(m, c.batch(part[1], *pages))
		least := paragraphs[len(paragraphs)/100*(100-*share)]
		n := 0
		for n < len(others) && others[n] <= least {
			n++
		}
		fmt.Printf("first look: %d %% of paragraphs are sure at %d, and %d of %d others\n", *share, least, len(others)-n, len(others))
		sure += least / 2
	}
	return sure, nil
}

var plainOptions = linear.PackOptions{MaxBytes: 40_000}

// pass learns from all pages once.
func (t *trainer) pass(batch []page) (wrong, lines int) {
	for i := range batch {
		wrong += t.learn(&batch[i])
		lines += len(batch[i].lines)
	}
	return wrong, lines
}

// batch makes the pages of one pass, in random order.
func (c *composer) batch(stories []story, pages int) []page {
	var batch []page
	for i := range stories {
		batch = append(batch, c.plain(&stories[i]))
		if c.chance(*bare) {
			batch = append(batch, c.bare(&stories[i]))
		}
		for range pages {
			batch = append(batch, c.page(&stories[i]))
		}
	}
	c.rng.Shuffle(len(batch), func(i, j int) { batch[i], batch[j] = batch[j], batch[i] })
	return batch
}

// encode makes the model file.
func (t *trainer) encode(sure int32) ([]byte, error) {
	sections, err := linear.ModelSections(segment.LinesName, t.kinds.Labels(), t.kinds.Pack(linear.PackOptions{MaxBytes: *size}))
	if err != nil {
		return nil, err
	}
	plain, err := linear.ModelSections(segment.PlainName, t.plain.Labels(), t.plain.Pack(plainOptions))
	if err != nil {
		return nil, err
	}
	sections = append(sections, plain...)
	sections = append(sections, linear.Section{Name: segment.LinesExtra, Data: []byte{byte(sure), byte(sure >> 8), byte(sure >> 16), byte(sure >> 24)}})
	return linear.Encode("lines", sections)
}
