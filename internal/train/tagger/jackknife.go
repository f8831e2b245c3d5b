package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// folds is the number of parts of the training documents that are tagged by
// taggers trained on the others.
const folds = 5

// taggedDocument is a line of the file of tags.
type taggedDocument struct {
	ID    string
	Sents [][][2]uint32 // spans of the tokens of each sentence
	Tags  [][]uint8     // their fine tags, by number
}

// writeJackknife writes the tags of the gold sentences of the training
// documents, by taggers that did not see them, and those of the sentences of the
// development documents as the library cuts them.
func writeJackknife(name string, set *treebank.Set, all []example) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	fold := map[*treebank.Document]int{}
	for i := range set.Train {
		fold[&set.Train[i]] = i % folds
	}
	for k := range folds + 1 {
		var part, rest []example
		for _, e := range all {
			if fold[e.sentence.Doc] == k {
				part = append(part, e)
			} else {
				rest = append(rest, e)
			}
		}
		t := newTraining(rest, nil)
		t.run(*epochs, "", nil)
		model, err := t.tagger()
		if err != nil {
			return err
		}
		if k == folds { // trained on all
			for _, docs := range [][]treebank.Document{set.EWTDev, set.Dev} {
				for i := range docs {
					if err := enc.Encode(tagDocument(model, &docs[i], treebank.Segment(&docs[i]))); err != nil {
						return err
					}
				}
			}
			break
		}
		log.Printf("part %d: %s", k, measure(model, part))
		for i := range set.Train {
			if d := &set.Train[i]; fold[d] == k {
				if err := enc.Encode(tagDocument(model, d, treebank.GoldSentences(d))); err != nil {
					return err
				}
			}
		}
	}
	return f.Close()
}

func tagDocument(m *tagger.Tagger, d *treebank.Document, sentences []treebank.Sentence) taggedDocument {
	line := taggedDocument{ID: d.ID}
	var s tagger.Sentence
	for _, e := range sentences {
		var spans [][2]uint32
		var tags []uint8
		for i, f := range m.Tag(&s, e.Text, e.Tokens) {
			spans = append(spans, [2]uint32{e.Tokens[i].Start, e.Tokens[i].End})
			tags = append(tags, uint8(f))
		}
		line.Sents = append(line.Sents, spans)
		line.Tags = append(line.Tags, tags)
	}
	return line
}
