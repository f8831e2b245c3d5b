package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/train/treebank"
)

// corpus is the words of the stories and the counts of their bigrams.
type corpus struct {
	words []string // by frequency; the first are the stand-ins below
	count []int64
	// bigrams by left and by right word
	right, left []neighbour
	rightOf     []int // right[rightOf[w]:rightOf[w+1]] follow w
	leftOf      []int // left[leftOf[w]:leftOf[w+1]] stand before w
}

type neighbour struct{ word, count int32 }

// Stand-ins for the ends of a sentence and for words outside the vocabulary.
const (
	boundary = iota
	rareSmall
	rareCapital
	rareOther
	firstWord
)

var standIns = []string{"<boundary>", "<small>", "<capital>", "<other>"}

func compareStrings(a, b string) int { return cmp.Compare(a, b) }

// readCorpus reads the stories twice: for the vocabulary and for the bigrams.
func readCorpus(data string, vocabulary int) (*corpus, error) {
	counts := map[string]int64{}
	err := eachSentence(data, func(words []string) {
		for _, w := range words {
			counts[w]++
		}
	})
	if err != nil {
		return nil, err
	}
	type counted struct {
		word string
		n    int64
	}
	all := make([]counted, 0, len(counts))
	for w, n := range counts {
		all = append(all, counted{w, n})
	}
	slices.SortFunc(all, func(a, b counted) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.word, b.word)) })
	all = all[:min(len(all), vocabulary)]
	c := &corpus{words: slices.Clone(standIns)}
	ids := map[string]int32{}
	for _, w := range all {
		ids[w.word] = int32(len(c.words))
		c.words = append(c.words, w.word)
	}
	c.count = make([]int64, len(c.words))
	bigrams := map[uint64]int32{}
	err = eachSentence(data, func(words []string) {
		before := int32(boundary)
		for i := 0; i <= len(words); i++ {
			w := int32(boundary)
			if i < len(words) {
				var ok bool
				if w, ok = ids[words[i]]; !ok {
					w = standIn(words[i])
				}
			}
			c.count[w]++
			bigrams[uint64(before)<<32|uint64(w)]++
			before = w
		}
	})
	if err != nil {
		return nil, err
	}
	keys := make([]uint64, 0, len(bigrams))
	for k := range bigrams {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	c.right, c.rightOf = neighbours(keys, bigrams, len(c.words), false)
	slices.SortFunc(keys, func(a, b uint64) int { return cmp.Compare(a<<32|a>>32, b<<32|b>>32) })
	c.left, c.leftOf = neighbours(keys, bigrams, len(c.words), true)
	return c, nil
}

func neighbours(keys []uint64, count map[uint64]int32, words int, swap bool) ([]neighbour, []int) {
	list := make([]neighbour, 0, len(keys))
	starts := make([]int, 0, words+1)
	for _, k := range keys {
		word, other := int(k>>32), int32(k)
		if swap {
			word, other = int(uint32(k)), int32(k>>32)
		}
		for len(starts) <= word {
			starts = append(starts, len(list))
		}
		list = append(list, neighbour{other, count[k]})
	}
	for len(starts) <= words {
		starts = append(starts, len(list))
	}
	return list, starts
}

func standIn(word string) int32 {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsUpper(r):
		return rareCapital
	case unicode.IsLower(r):
		return rareSmall
	}
	return rareOther
}

// eachSentence calls f with the words of each sentence as they are written, and
// again with the words in small letters.
func eachSentence(data string, f func(words []string)) error {
	var blocks []segment.Block
	var sentences []segment.Sentence
	var tokens []segment.Token
	var words []string
	intern := map[string]string{}
	one := func(text string) {
		blocks = segment.Blocks(blocks[:0], text, 0, false)
		for _, b := range blocks {
			sentences, tokens = segment.Sentences(text, b.Span, b.Kind == segment.Headline, sentences[:0], tokens[:0])
			for _, s := range sentences {
				words = words[:0]
				small := true
				for _, t := range tokens[s.FirstToken:s.EndToken] {
					if w, ok := clusters.Normal(text[t.Start:t.End]); ok {
						if v, ok := intern[w]; ok {
							w = v
						} else {
							intern[w] = w
						}
						words = append(words, w)
						small = small && w == strings.ToLower(w)
					}
				}
				f(words)
				if small {
					f(words)
					continue
				}
				for i, w := range words {
					words[i] = strings.ToLower(w)
				}
				f(words)
			}
		}
	}
	return treebank.EachStory(data, func(headline, text string) error {
		one(headline)
		one(text)
		return nil
	})
}
