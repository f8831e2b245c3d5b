package main

import (
	"cmp"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

// tagCounts counts the tags of words, by the hash of the word in small letters.
type tagCounts map[uint64]*[64]uint32

func (c tagCounts) add(word uint64, tag int) {
	n := c[word]
	if n == nil {
		n = new([64]uint32)
		c[word] = n
	}
	n[tag]++
}

// Thresholds of tags that count as known: how often a word was seen, and the
// share that a tag has of that. A word has but one tag when it was seen so often
// and had another so rarely.
const (
	goldMin, goldShare = 4, 0.03
	onlyMin, onlyShare = 60, 0.003
)

// only is the tag of a frequent word that has but one.
func only(n *[64]uint32) (tagger.Fine, bool) {
	total, best := uint32(0), 0
	for tag, k := range n {
		total += k
		if k > n[best] {
			best = tag
		}
	}
	return tagger.Fine(best), total >= onlyMin && float64(total-n[best]) <= onlyShare*float64(total)
}

// set is the tags that count, as bits; 0 where the word is too rare.
func set(n *[64]uint32, least uint32, share float64) (bits uint64) {
	total := uint32(0)
	for _, k := range n {
		total += k
	}
	if total < least {
		return 0
	}
	for tag, k := range n {
		if float64(k) >= share*float64(total) && (k > 1 || total < 10) {
			bits |= 1 << tag
		}
	}
	return bits
}

func goldCounts(train []example) tagCounts {
	counts := tagCounts{}
	var s tagger.Sentence
	reader := &tagger.Tagger{}
	for _, e := range train {
		reader.Read(&s, e.sentence.Text, e.sentence.Tokens)
		for i, w := range s.Words() {
			if e.gold[i] >= 0 {
				counts.add(w.Low, e.gold[i])
			}
		}
	}
	return counts
}

// knownTags makes the table of the tags that words have: it numbers the sets of
// tags by how many words have them. Frequent words that have but one are marked.
func knownTags(gold tagCounts) ([]linear.Section, error) {
	of := map[uint64]uint64{}
	var entries []linear.Entry
	for word, n := range gold {
		if tag, ok := only(n); ok {
			entries = append(entries, linear.Entry{Key: word, Value: tagger.OnlyTag(tag)})
		} else if bits := set(n, goldMin, goldShare); bits != 0 {
			of[word] = bits
		}
	}
	count := map[uint64]int{}
	for _, bits := range of {
		count[bits]++
	}
	var order []uint64
	for bits := range count {
		order = append(order, bits)
	}
	slices.SortFunc(order, func(a, b uint64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	number := map[uint64]uint16{}
	for i, bits := range order {
		number[bits] = uint16(i + 1)
	}
	for word, bits := range of {
		entries = append(entries, linear.Entry{Key: word, Value: number[bits]})
	}
	return linear.TableSections("known", entries)
}

func openTable(sections []linear.Section) *linear.Table {
	b, err := linear.Encode("table", sections)
	check(err)
	f, err := linear.Open(string(b))
	check(err)
	t, err := f.Table("known")
	check(err)
	return t
}
