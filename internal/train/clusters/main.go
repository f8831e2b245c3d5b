// Command clusters learns the word classes of internal/linear/clusters from
// unlabelled news:
//
//	go run ./internal/train/clusters -data DIR
//
// DIR holds news/*.jsonl.gz, stories with the fields "headline" and "text". The
// words are those of internal/segment, once as they are written and once in
// small letters, so that one table serves both. Classes are found by the exchange
// algorithm (Kneser & Ney 1993, Martin, Liermann & Ney 1998): each word in turn
// moves to the class in which the likelihood of the class bigram model is
// highest, until few words move. Then classes are merged two by two, each time
// those whose merging loses least mutual information (Brown et al. 1992), which
// gives the tree. Nothing is random: the same data give the same bytes.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

func main() {
	log.SetFlags(log.Ltime)
	data := flag.String("data", "", "data folder")
	out := flag.String("out", "internal/linear/clusters/clusters.model", "model file to write")
	list := flag.String("list", "", "file for a readable list of the classes, if any")
	classes := flag.Int("classes", 1000, "number of classes")
	words := flag.Int("words", 60000, "number of words")
	rounds := flag.Int("rounds", 12, "rounds of exchange")
	flag.Parse()
	if *data == "" {
		log.Fatal("clusters: -data is missing")
	}
	c, err := readCorpus(*data, *words)
	if err != nil {
		log.Fatal("clusters: ", err)
	}
	log.Printf("%d words, %d bigrams", len(c.words), len(c.right))
	e := newExchange(c, *classes)
	for round := 1; round <= *rounds; round++ {
		moved := e.round()
		log.Printf("round %d: %d words moved, likelihood %.0f", round, moved, e.likelihood())
		if moved < len(c.words)/500 {
			break
		}
	}
	paths := tree(e.bigrams, *classes)
	if err := write(*out, c, e.class, paths); err != nil {
		log.Fatal("clusters: ", err)
	}
	if *list != "" {
		if err := writeList(*list, c, e.class, paths); err != nil {
			log.Fatal("clusters: ", err)
		}
	}
}

// order numbers the classes by their place in the tree.
func order(paths []string) []int {
	byPath := make([]int, len(paths))
	for i := range byPath {
		byPath[i] = i
	}
	slices.SortFunc(byPath, func(a, b int) int { return compareStrings(paths[a], paths[b]) })
	return byPath
}

func write(name string, c *corpus, class []int32, paths []string) error {
	id := make([]uint16, len(paths))
	var pathBytes []byte
	for i, k := range order(paths) {
		id[k] = uint16(i + 1)
		turns, n := uint16(0), min(len(paths[k]), 16)
		for j := range n {
			if paths[k][j] == '1' {
				turns |= 1 << (15 - j)
			}
		}
		pathBytes = binary.LittleEndian.AppendUint16(pathBytes, turns)
		pathBytes = append(pathBytes, byte(n), 0)
	}
	var entries []linear.Entry
	for w, word := range c.words {
		if w >= firstWord {
			entries = append(entries, linear.Entry{Key: linear.Hash(word), Value: id[class[w]]})
		}
	}
	sections, err := linear.TableSections("words", entries)
	if err != nil {
		return err
	}
	data, err := linear.Encode("clusters", append(sections, linear.Section{Name: "paths", Data: pathBytes}))
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// writeList writes a class a line: its path, and its words by frequency.
func writeList(name string, c *corpus, class []int32, paths []string) error {
	members := make([][]int, len(paths))
	for w := range c.words { // words are sorted by frequency
		members[class[w]] = append(members[class[w]], w)
	}
	var text []byte
	for _, k := range order(paths) {
		text = fmt.Appendf(text, "%s\t%d", paths[k], len(members[k]))
		for _, w := range members[k][:min(40, len(members[k]))] {
			text = fmt.Appendf(text, " %s", c.words[w])
		}
		text = append(text, '\n')
	}
	return os.WriteFile(name, text, 0o644)
}
