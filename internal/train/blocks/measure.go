package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// measure prints how many lines of the dev sets get the right kind.
func measure(m *segment.LineModel) error {
	var stories []page
	dev, err := readStories(filepath.Join(*data, "stories", "dev.jsonl.gz"))
	if err != nil {
		return err
	}
	for _, s := range dev {
		stories = append(stories, page{lines: s.lines})
	}
	count(m, "stories", stories)
	var pages []page
	err = lines.Each(filepath.Join(*data, "article", "lines-dev.jsonl"), func(raw []byte) error {
		var l struct {
			Lines []struct{ Text, Class string }
		}
		if err := json.Unmarshal(raw, &l); err != nil {
			return err
		}
		var p page
		for _, x := range l.Lines {
			p.lines = append(p.lines, line{kinds[x.Class], x.Text})
		}
		pages = append(pages, p)
		return nil
	})
	if err != nil {
		return err
	}
	count(m, "pages", pages)
	return nil
}

func count(m *segment.LineModel, name string, pages []page) {
	errors := *errors
	var lines, right, running, paragraphs, lost, kept int
	var gold, found, both [segment.NumKinds]int
	for n, p := range pages {
		text := p.text()
		blocks := segment.BlocksWith(m, text, false)
		b, at := 0, 0
		for _, l := range p.lines {
			start := at
			at += len(l.text) + 1
			if strings.TrimSpace(l.text) == "" {
				continue
			}
			for b < len(blocks) && int(blocks[b].End) <= start {
				b++
			}
			if b == len(blocks) {
				break
			}
			k := blocks[b].Kind
			lines++
			gold[l.kind]++
			found[k]++
			if k == l.kind {
				right++
				both[k]++
			} else if errors > 0 {
				errors--
				fmt.Printf("  %s %d: %s taken for %s: %.110s\n", name, n+1, l.kind, k, l.text)
			}
			if (k == segment.Paragraph) == (l.kind == segment.Paragraph) {
				running++
			}
			if l.kind == segment.Paragraph {
				paragraphs++
				if skipped(k) {
					lost++
				}
				if k == segment.Paragraph {
					kept++
				}
			}
		}
	}
	percent := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	fmt.Printf("%s: %d lines, kind right %.2f %%, running text against the rest %.2f %%, running text kept %.2f %%, as paragraph %.2f %%\n",
		name, lines, percent(right, lines), percent(running, lines), 100-percent(lost, paragraphs), percent(kept, paragraphs))
	for k := range gold {
		if gold[k]+found[k] > 0 {
			fmt.Printf("  %-11s %4d gold, F1 %.1f (precision %.1f, recall %.1f)\n", segment.Kind(k), gold[k], percent(2*both[k], gold[k]+found[k]), percent(both[k], found[k]), percent(both[k], gold[k]))
		}
	}
}
