package lexicon

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Stem returns the stem of an English word under Porter's second algorithm
// (Porter 2001, "Snowball"), in lower case: "accusing", "accused" and "accuses"
// are "accus". It is what keys of a list marked "stem" consist of.
func Stem(word string) string { return english.Stem(word, true) }

// Stemmer is [Stem] with a memory of the words seen last, so that running text
// costs next to no allocation. The zero value is ready. Not for concurrent use.
type Stemmer struct {
	cache [1 << 10]struct{ word, stem string }
}

// Stem returns the stem of word.
func (s *Stemmer) Stem(word string) string {
	c := &s.cache[Hash(0).Add(word).mix()>>22]
	if c.word != word || word == "" {
		c.word = strings.Clone(word)
		c.stem = Stem(word)
	}
	return c.stem
}

// stemWords stems every word of a key, leaving marks and spaces.
func stemWords(key string) string {
	var b strings.Builder
	for i := 0; i < len(key); {
		j := i
		for j < len(key) && (wordByte(key[j]) || key[j] == '\'') {
			j++
		}
		if j == i {
			b.WriteByte(key[i])
			i++
			continue
		}
		b.WriteString(Stem(key[i:j]))
		i = j
	}
	return b.String()
}

// FindNoun finds a noun, of which h is the hash, or else the one of which it is the plural.
func (t Table) FindNoun(h Hash, noun string) (Entry, bool) {
	if e, ok := t.Find(h, noun); ok {
		return e, true
	}
	return t.LookupPlural(noun)
}

// LookupPlural finds the noun of which a word is the plural: "companies", "mangoes".
func (t Table) LookupPlural(word string) (Entry, bool) {
	stem, ok := strings.CutSuffix(word, "s")
	if !ok || len(stem) < 3 {
		return Entry{}, false
	}
	if e, ok := t.Lookup(stem); ok {
		return e, true
	}
	if stem, ok = strings.CutSuffix(stem, "e"); !ok {
		return Entry{}, false
	}
	if y, ok := strings.CutSuffix(stem, "i"); ok {
		return t.Lookup(y + "y")
	}
	return t.Lookup(stem)
}
