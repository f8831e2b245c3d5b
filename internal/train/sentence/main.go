// Command sentence learns the word statistics that the sentence splitter of
// internal/segment uses, and writes them as reviewed lists:
//
//	go run ./internal/train/sentence -data DIR
//
// DIR holds news/*.jsonl.gz (stories with a "text" field) and
// syntax/ewt/train.conllu.gz (a treebank in CoNLL-U). It writes
// openers.tsv, followers.tsv and verbs.tsv into internal/segment; `go generate
// ./internal/segment` then compiles them into the embedded table. The same data
// give the same bytes.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

func main() {
	data := flag.String("data", "", "data folder")
	out := flag.String("out", "internal/segment", "folder for the lists")
	flag.Parse()
	if *data == "" {
		log.Fatal("sentence: -data is missing")
	}
	files, err := filepath.Glob(filepath.Join(*data, "news", "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		log.Fatalf("sentence: no stories in %s/news", *data)
	}
	slices.Sort(files)
	s := newStatistics()
	for _, f := range files {
		check(eachStory(f, s.add))
	}
	check(write(filepath.Join(*out, "openers.tsv"), "word\tscore", s.openers()))
	check(write(filepath.Join(*out, "followers.tsv"), "word", s.followers()))
	v, err := finiteVerbs(filepath.Join(*data, "syntax", "ewt", "train.conllu.gz"))
	check(err)
	check(write(filepath.Join(*out, "verbs.tsv"), "form", v))
}

func check(err error) {
	if err != nil {
		log.Fatal("sentence: ", err)
	}
}

// eachStory calls f with the text of each story of a gzipped JSONL file.
func eachStory(path string, f func(text string)) error {
	return lines.Each(path, func(line []byte) error {
		var story struct{ Text string }
		if err := json.Unmarshal(line, &story); err != nil {
			return err
		}
		f(story.Text)
		return nil
	})
}

// statistics counts where words stand in the stories.
type statistics struct {
	initial  map[string]int // capitalised, after what surely ends a sentence
	medial   map[string]int // capitalised, amid a sentence
	small    map[string]int // in lower case
	afterUS  map[string]int // capitalised, after "U.S." or "US"
	previous string
}

func newStatistics() *statistics {
	return &statistics{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, ""}
}

func (s *statistics) add(text string) {
	for line := range strings.Lines(text) {
		if len(line) < 80 { // headlines have capitals of another kind
			continue
		}
		previous := ""
		for _, word := range strings.Fields(line) {
			s.word(previous, word)
			previous = word
		}
	}
}

func (s *statistics) word(previous, word string) {
	bare := strings.TrimLeft(word, "\"“‘'([")
	opened := len(bare) < len(word)
	bare = strings.TrimRight(bare, ".,;:!?\"”’')]")
	bare, _, _ = strings.Cut(strings.ReplaceAll(bare, "’", "'"), "'")
	if bare == "" {
		return
	}
	if bare == strings.ToLower(bare) {
		s.small[bare]++
		return
	}
	if !isCapitalised(bare) {
		return
	}
	if previous == "U.S." || previous == "US" {
		s.afterUS[bare]++
		return
	}
	switch end, shape := previousEnd(previous); {
	case previous == "", end == '.' && shape == small:
		s.initial[bare]++
	case !opened && (end == 0 || end == ',') && shape == small:
		s.medial[bare]++
	}
}

func isCapitalised(w string) bool {
	if w[0] < 'A' || w[0] > 'Z' {
		return false
	}
	return w[1:] == strings.ToLower(w[1:]) && !strings.ContainsAny(w, ".0123456789/@&")
}

const (
	other = iota
	small // a word of three or more letters, all in lower case
)

// previousEnd returns the mark at the end of a word, 0 if there is none, and the
// shape of the word.
func previousEnd(w string) (end byte, shape int) {
	t := strings.TrimRight(w, "\"”")
	if t == "" {
		return 0, other
	}
	if c := t[len(t)-1]; strings.IndexByte(".!?,;:", c) >= 0 {
		end = c
		if c == '!' || c == '?' {
			end = '.'
		}
		t = t[:len(t)-1]
	} else if len(t) != len(w) {
		end = '"'
	}
	if len(t) < 3 {
		return end, other
	}
	for i := range len(t) {
		if t[i] < 'a' || t[i] > 'z' {
			return end, other
		}
	}
	return end, small
}

// openers lists the words that, written with a capital, tend to begin a sentence
// rather than to be a name, with a score of 1 to 15: twice the binary logarithm
// of the odds, from 8 up where a capital more often is a beginning.
func (s *statistics) openers() []string {
	var lines []string
	for w, n := range s.initial {
		if n < 4 || s.small[strings.ToLower(w)]+n < 20 {
			continue
		}
		odds := (float64(n) + .5) / (float64(s.medial[w]) + .5)
		score := int(math.Round(2*math.Log2(odds))) + 5
		if score < 1 || w != "I" && s.small[strings.ToLower(w)]*2 < n {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s\t%d", w, min(score, 15)))
	}
	slices.Sort(lines)
	return lines
}

// followers lists the words that stand with a capital after "U.S." as part of
// the same name or phrase.
func (s *statistics) followers() []string {
	var words []string
	for w, n := range s.afterUS {
		if n < 3 || s.initial[w] > 3*s.medial[w] && n < 50 {
			continue
		}
		words = append(words, w)
	}
	slices.Sort(words)
	return words
}

// finiteVerbs lists the word forms that are most often finite verbs in a
// treebank.
func finiteVerbs(path string) ([]string, error) {
	type count struct{ finite, all int }
	counts := map[string]*count{}
	err := lines.Each(path, func(line []byte) error {
		f := strings.Split(string(line), "\t")
		if len(f) != 10 {
			return nil
		}
		w := f[1]
		if w != strings.ToLower(w) || len(w) < 2 || strings.ContainsAny(w, "'’") {
			return nil
		}
		c := counts[w]
		if c == nil {
			c = new(count)
			counts[w] = c
		}
		c.all++
		if strings.Contains(f[5], "VerbForm=Fin") {
			c.finite++
		}
		return nil
	})
	var words []string
	for w, c := range counts {
		if c.finite >= 3 && c.finite*10 >= c.all*6 {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, cmp.Compare)
	return words, err
}

func write(path, header string, lines []string) error {
	return os.WriteFile(path, []byte("#"+header+"\n"+strings.Join(lines, "\n")+"\n"), 0o644)
}
