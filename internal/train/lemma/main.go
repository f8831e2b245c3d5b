// Command lemma learns the rules and exceptions of the lemmatizer of
// internal/syntax:
//
//	go run ./internal/train/lemma -data DIR
//
// DIR holds syntax/ (see internal/train/treebank) and news/. The same data give
// the same bytes.
//
// It learns from the treebanks, from a list of irregular forms (irregular.tsv),
// and from regular forms whose lemma the vocabulary of the news makes plain.
// Rules are learned from the general to the special: a level's rule for a suffix
// (or word) is kept only where most of its words want another script than the
// levels before it give them.
package main

import (
	"cmp"
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/lemma"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

var (
	data   = flag.String("data", "", "data folder")
	out    = flag.String("out", "internal/syntax/lemma/lemma.model", "model file to write")
	errors = flag.Bool("errors", false, "show errors on the development parts, with gold tags")
)

// script is a way to make a lemma.
type script struct {
	mode lemma.Mode
	cut  int
	add  string
}

// item is a word as it stands in a sentence, and how often.
type item struct {
	word    tagger.Word
	form    string
	fine    tagger.Fine
	capital lemma.Capital
	script  script
	count   int
}

func main() {
	log.SetFlags(log.Ltime)
	flag.Parse()
	if *data == "" {
		log.Fatal("lemma: -data is missing")
	}
	set, err := treebank.ReadSet(*data)
	check(err)
	items := collect(set.Train, true)
	known := map[string]bool{}
	for _, it := range items {
		if it.count >= 10 { // not only in another case
			known[it.form] = true
		}
	}
	news, err := readVocabulary(*data)
	check(err)
	regular := news.regular(known)
	log.Printf("%d words with their lemmas, %d regular forms of the news", len(items), len(regular))
	l := newLearner(append(append(items, listed()...), regular...))
	for level := range lemma.Levels {
		n := l.learn(level)
		log.Printf("level %d: %d rules", level, n)
	}
	b, err := l.encode()
	check(err)
	check(os.WriteFile(*out, b, 0o644))
	log.Printf("%d rules, %d scripts, %d bytes", len(l.rules), len(l.scripts), len(b))
	f, err := linear.Open(string(b))
	check(err)
	m, err := lemma.Open(f)
	check(err)
	for i, dev := range [][]treebank.Document{set.EWTDev, set.Dev} {
		measure([]string{"ewt", "gum"}[i], m, collect(dev, false))
	}
}

func check(err error) {
	if err != nil {
		log.Fatal("lemma: ", err)
	}
}

// collect counts the words of documents with their lemmas; with recased also as
// they stand in headlines.
func collect(docs []treebank.Document, recased bool) []*item {
	type key struct {
		form, lemma string
		fine        tagger.Fine
		capital     lemma.Capital
	}
	seen := map[key]*item{}
	var items []*item
	add := func(s treebank.Sentence, weight int) {
		words := make([]tagger.Word, len(s.Tokens))
		how := tagger.Look(s.Text, s.Tokens, words, nil)
		for i, t := range s.Tokens {
			g := s.Word(i)
			if g == nil || g.Lemma == "_" {
				continue
			}
			form := s.Text[t.Start:t.End]
			k := key{form, g.Lemma, tagger.FineOf(g.UPOS, g.XPOS), lemma.CapitalOf(&words[i], i, how)}
			e := seen[k]
			if e == nil {
				sc, ok := scriptOf(form, g.Lemma, g.UPOS == "NUM")
				if !ok {
					continue
				}
				e = &item{words[i], form, k.fine, k.capital, sc, 0}
				seen[k] = e
				items = append(items, e)
			}
			e.count += weight
		}
	}
	for i := range docs {
		for _, s := range treebank.Segment(&docs[i]) {
			add(s, 10)
			if recased {
				add(s.Recase(treebank.EveryWord), 1)
				add(s.Recase(treebank.Capitals), 1)
				add(s.Recase(treebank.Small), 1)
			}
		}
	}
	return items
}

// scriptOf is the script that makes a lemma of a form.
func scriptOf(form, l string, number bool) (script, bool) {
	best, shared := script{}, -1
	modes := []lemma.Mode{lemma.Lower, lemma.Keep, lemma.Title}
	if number && strings.ContainsAny(form, "0123456789") {
		modes = []lemma.Mode{lemma.Plain, lemma.Lower, lemma.Keep}
	}
	for _, mode := range modes {
		word := lemma.Apply(form, mode, 0, "")
		n := 0
		for n < len(word) && n < len(l) && word[n] == l[n] {
			n++
		}
		for n > 0 && (n < len(word) && !utf8.RuneStart(word[n]) || n < len(l) && !utf8.RuneStart(l[n])) {
			n--
		}
		if n > shared {
			best, shared = script{mode, len(word) - n, l[n:]}, n
		}
	}
	return best, len(best.add) <= lemma.MaxAdd && best.cut < 256
}

type learner struct {
	items   []*item
	now     []script // what the rules so far give each item
	rules   map[uint64]script
	levels  [tagger.FineCount]uint32 // levels that have rules for a tag
	scripts []script
}

func newLearner(items []*item) *learner {
	return &learner{items: items, now: make([]script, len(items)), rules: map[uint64]script{}}
}

// learn makes the rules of a level and returns their number.
func (l *learner) learn(level int) int {
	groups := map[uint64][]int{}
	for i, it := range l.items {
		if key, ok := lemma.Key(level, &it.word, it.fine, it.capital); ok {
			groups[key] = append(groups[key], i)
		}
	}
	n := 0
	for key, group := range groups {
		votes := map[script]float64{}
		words := map[script]map[uint64]bool{}
		keep := 0.0 // votes for what the rules so far give
		for _, i := range group {
			it := l.items[i]
			if words[it.script] == nil {
				words[it.script] = map[uint64]bool{}
			}
			words[it.script][it.word.Low] = true
			weight := float64(it.count)
			if level < lemma.WordLevel {
				weight = min(weight, 10) // a rule for suffixes is about kinds of words
			}
			votes[it.script] += weight
			if l.now[i] == it.script {
				keep += weight
			}
		}
		var best script
		for s, v := range votes {
			if b := votes[best]; v > b || v == b && compare(s, best) < 0 {
				best = s
			}
		}
		if level > 0 && votes[best] <= keep {
			continue
		}
		if level >= lemma.WordLevel && votes[best] < 20 && best.cut >= int(l.items[group[0]].word.Length) {
			continue // another word altogether, seen once: a typing error
		}
		if 0 < level && level < lemma.WordLevel && (len(words[best]) < 3 || votes[best] < keep+10) {
			continue
		}
		l.rules[key] = best
		l.levels[l.items[group[0]].fine] |= 1 << level
		for _, i := range group {
			l.now[i] = best
		}
		n++
	}
	return n
}

func compare(a, b script) int {
	return cmp.Or(cmp.Compare(a.mode, b.mode), cmp.Compare(a.cut, b.cut), strings.Compare(a.add, b.add))
}

func (l *learner) encode() ([]byte, error) {
	count := map[script]int{{}: 1 << 30} // script 0 keeps the word
	for _, s := range l.rules {
		count[s]++
	}
	for s := range count {
		l.scripts = append(l.scripts, s)
	}
	slices.SortFunc(l.scripts, func(a, b script) int { return cmp.Or(cmp.Compare(count[b], count[a]), compare(a, b)) })
	number := map[script]uint16{}
	var data []byte
	for i, s := range l.scripts {
		if i > 0xffff {
			return nil, fmt.Errorf("%d scripts", len(l.scripts))
		}
		number[s] = uint16(i)
		b := lemma.EncodeScript(s.mode, s.cut, s.add)
		data = append(data, b[:]...)
	}
	var entries []linear.Entry
	for key, s := range l.rules {
		entries = append(entries, linear.Entry{Key: key, Value: number[s]})
	}
	var levels []byte
	for _, mask := range l.levels {
		levels = binary.LittleEndian.AppendUint32(levels, mask)
	}
	sections, err := linear.TableSections("rules", entries)
	if err != nil {
		return nil, err
	}
	return linear.Encode("lemma", append(sections, linear.Section{Name: "scripts", Data: data}, linear.Section{Name: "levels", Data: levels}))
}

func measure(name string, m *lemma.Lemmatizer, items []*item) {
	right, all := 0, 0
	type wrong struct {
		text  string
		count int
	}
	var list []wrong
	for _, it := range items {
		all += it.count
		want := lemma.Apply(it.form, it.script.mode, it.script.cut, it.script.add)
		got := m.Lemma(it.form, m.Script(&it.word, it.fine, it.capital))
		if got == want {
			right += it.count
		} else {
			list = append(list, wrong{fmt.Sprintf("%s %s: %s, gold %s (%d)", it.form, it.fine, got, want, it.capital), it.count})
		}
	}
	log.Printf("%s: %.2f %% right with gold tags", name, 100*float64(right)/float64(all))
	if *errors {
		slices.SortFunc(list, func(a, b wrong) int {
			return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.text, b.text))
		})
		for _, w := range list[:min(len(list), 150)] {
			fmt.Println(w.count/10, w.text)
		}
	}
}
