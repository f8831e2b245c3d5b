package ner

import (
	"testing"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/stretchr/testify/assert"
)

// wordOf finds a word of a document.
func wordOf(d *Doc, form string) *word {
	for i := range d.Tokens {
		if d.Tokens[i].Form == form {
			return &d.words.list[d.Tokens[i].Word]
		}
	}
	return nil
}

func docOf(text string) *Doc {
	d := new(Doc)
	d.Reset(article.New(article.Meta{}, text))
	return d
}

func TestAcronymsAreKnownByTheNamesTheyStandFor(t *testing.T) {
	for _, c := range []struct{ shows, text, acronym, want string }{
		{"first letters of words", "He has since left the lender Velden Storm Securities (VSS) again. VSS said no.", "VSS", "Velden Storm Securities"},
		{"small words may be passed over", "The Union of Harbour Brokers (UHB) met. UHB left.", "UHB", "Union of Harbour Brokers"},
		{"small words may count", "The Bank of Norland (BON) met.", "BON", "Bank of Norland"},
		{"other letters", "The Union of Harbour Brokers (XYZ) met.", "XYZ", ""},
		{"another clause", "Union Harbour, Brokers (UHB) met.", "UHB", ""},
		{"no name before", "(UHB) met.", "UHB", ""},
	} {
		t.Run(c.shows, func(t *testing.T) {
			d := docOf(c.text)
			got := ""
			if w := wordOf(d, c.acronym); w.long >= 0 {
				got = d.Text[d.Tokens[w.long].Start:d.Tokens[w.longEnd].End]
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestWhatDescribesAName(t *testing.T) {
	for _, c := range []struct{ shows, text, name, want string }{
		{"apposition", "Holt Velden, an old auction house in Norland, sold it.", "Velden", "house"},
		{"apposition with a mark inside", "Velden, the city's largest bank, sold it.", "Velden", "bank"},
		{"noun before", "The company Velden sold it.", "Velden", "company"},
		{"a clause is none", "Velden, which a bank owns, sold it.", "Velden", ""},
		{"a list is none", "Velden, Holt and the bank sold it.", "Velden", ""},
	} {
		t.Run(c.shows, func(t *testing.T) {
			d := docOf(c.text)
			got := ""
			if w := wordOf(d, c.name); w.described >= 0 {
				got = d.Tokens[w.described].Form
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestNicknamesStandWithinNames(t *testing.T) {
	for _, c := range []struct {
		shows, text string
		want        int // tokens of the longest run
	}{
		{"straight marks", `The boxer Carlos "Macho" Velden lost.`, 5},
		{"typographic marks, several words", "The boxer Carlos “Hands of Stone” Velden lost.", 7},
		{"a quotation is none", `The boxer Carlos "lost" Velden.`, 1},
		{"a title behind a name is none", `The boxer Carlos wrote "Stone". Velden lost.`, 1},
	} {
		t.Run(c.shows, func(t *testing.T) {
			d := docOf(c.text)
			longest := 0
			for _, r := range d.runs {
				longest = max(longest, int(r.end-r.first))
			}
			assert.Equal(t, c.want, longest)
		})
	}
}

func TestKindsOfNamesByTheirLastWords(t *testing.T) {
	for w, want := range map[string]string{"Brook": "water", "ministry": "government", "Herald": "media", "Olympiad": "event", "Velden": ""} {
		d := docOf("We saw " + w + " there.")
		assert.Equal(t, headKinds[want], wordOf(d, w).head, w)
	}
}
