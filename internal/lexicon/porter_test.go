package lexicon_test

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

func TestStemsAreThoseOfSnowball(t *testing.T) {
	same := func(word string) {
		if got, want := lexicon.Stem(word), english.Stem(word, true); got != want {
			t.Errorf("%q: %q for %q", word, got, want)
		}
	}
	for _, word := range strings.Fields(benchtext.Invented) {
		same(word)
		same(strings.ToLower(word))
	}
	for _, word := range []string{"", "a", "'", "'''", "''s", "''as", "'s'", "x's", "skies", "skis", "herrings", "generously", "communism", "arsenal", "yyyed", "sayyed", "eed", "agreedly", "hoping", "hopping", "falling", "bed", "shed", "luxuriated", "troubled", "sized", "ted", "ing", "singing", "cried", "tied", "ies", "gas", "this", "gaps", "us", "say", "by", "cry", "cryy", "logi", "ogi", "apologi", "li", "elli", "ative", "negative", "adoption", "ion", "controll", "ll", "rate", "cease", "abate", "U.S.", "naïvely", "don’t", " spaced "} {
		same(word)
	}
	// all stems and endings that meet
	heads := []string{"", "a", "b", "y", "ab", "ay", "by", "bay", "yab", "sky", "stat", "gener", "commun", "'ad", "happ", "controll", "veil", "at-l", "3x"}
	tails := []string{"", "e", "s", "y", "ed", "es", "ies", "ied", "ing", "ingly", "edly", "eed", "eedly", "at", "bl", "iz", "bb", "ss", "us", "sses", "ll", "li", "ogi", "logi", "ational", "tional", "enci", "anci", "abli", "entli", "izer", "ization", "ation", "ator", "alism", "aliti", "alli", "fulness", "ousli", "ousness", "iveness", "iviti", "biliti", "bli", "fulli", "lessli", "alize", "icate", "ative", "iciti", "ical", "ful", "ness", "ement", "ance", "ence", "able", "ible", "ment", "ent", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "sion", "al", "er", "ic", "'", "'s", "'s'"}
	for _, head := range heads {
		for _, middle := range tails {
			for _, tail := range tails {
				same(head + middle + tail)
			}
		}
	}
}

func TestEveryKeyOfTheListsIsStemmedAsBySnowball(t *testing.T) {
	assert.NotZero(t, lexicon.StemExceptions.Len())
	for _, list := range sources(t) {
		for _, row := range list.Rows {
			for _, c := range list.Keys {
				for _, word := range strings.Fields(row[c]) {
					if got, want := lexicon.Stem(word), english.Stem(word, true); got != want {
						t.Errorf("%q: %q for %q", word, got, want)
					}
				}
			}
		}
	}
}

func FuzzStem(f *testing.F) {
	f.Add("generalizations")
	f.Fuzz(func(t *testing.T, word string) {
		assert.Equal(t, english.Stem(word, true), lexicon.Stem(word))
	})
}

func BenchmarkStem(b *testing.B) {
	words := strings.Fields(strings.ToLower(benchtext.Invented))
	for b.Loop() {
		for _, w := range words {
			lexicon.Stem(w)
		}
	}
}
