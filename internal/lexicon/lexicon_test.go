package lexicon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sources reads every list of the package.
func sources(t testing.TB) map[string]*lexicon.List {
	paths, err := filepath.Glob("lists/*.tsv")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	out := map[string]*lexicon.List{}
	for _, p := range paths {
		text, err := os.ReadFile(p)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(p), ".tsv")
		l, err := lexicon.ParseList(name, string(text))
		require.NoError(t, err)
		out[name] = l
	}
	return out
}

func TestListsAreWellFormedAndTablesCurrent(t *testing.T) {
	total := 0
	for name, l := range sources(t) {
		assert.NotEmpty(t, l.Doc, "%s.tsv must say in its first line what it holds", name)
		want, err := lexicon.Build(l)
		require.NoError(t, err)
		got, err := os.ReadFile("tables/" + name + ".tab")
		require.NoError(t, err)
		assert.True(t, string(want) == string(got), "tables/%s.tab is not current: run go generate", name)
		total += len(got)
	}
	assert.Less(t, total, 5<<20, "embedded tables")
}

func TestEveryKeyOfEveryListIsFound(t *testing.T) {
	var stem lexicon.Stemmer
	for name, l := range sources(t) {
		table, err := lexicon.Build(l)
		require.NoError(t, err)
		for _, row := range l.Rows {
			for _, c := range l.Keys {
				for _, k := range strings.Split(row[c], ";") {
					if k == "" {
						continue
					}
					words := pieces(k)
					if l.Stem {
						for i := range words {
							words[i].text = stem.Stem(words[i].text)
						}
					} else {
						e, ok := table.Lookup(k)
						for ok && e.Field(0) != row[0] {
							e, ok = e.Next()
						}
						require.True(t, ok, "%s: %q of %q", name, k, row[0])
					}
					e, n, ok := table.Longest(next(words))
					require.True(t, ok, "%s: %q as words", name, k)
					require.Equal(t, len(words), n, "%s: %q as words", name, k)
					_ = e
				}
			}
		}
	}
}

type piece struct {
	text   string
	spaced bool
}

// pieces cuts a text at every place where a token could end.
func pieces(s string) []piece {
	var out []piece
	spaced := false
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			spaced = true
			i++
			continue
		}
		j := i + 1
		if letter(s[i]) {
			for j < len(s) && letter(s[j]) {
				j++
			}
		} else if s[i] >= 0x80 {
			for j < len(s) && s[j]&0xC0 == 0x80 {
				j++
			}
		}
		out = append(out, piece{s[i:j], spaced})
		spaced = false
		i = j
	}
	return out
}

func letter(c byte) bool {
	return c >= 0x80 || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

func next(words []piece) func(int) (string, bool) {
	return func(n int) (string, bool) {
		if n >= len(words) {
			return "", false
		}
		return words[n].text, words[n].spaced
	}
}

func TestLongestFindsPhrasesHoweverTheTextIsCut(t *testing.T) {
	l, err := lexicon.ParseList("test", "# A test.\n#! fold\nkey\tvalue\ncan't stand\t5\ncease\t1\ncease-fire\t2\ncease-fire line\t3\ngroup of 20\t4\n")
	require.NoError(t, err)
	table, err := lexicon.Build(l)
	require.NoError(t, err)
	for _, c := range []struct {
		words []piece
		n     int
		value string
	}{
		{[]piece{{"Cease-fire", false}, {"talks", true}}, 1, "2"},
		{[]piece{{"cease", false}, {"-", false}, {"fire", false}, {"line", true}}, 4, "3"},
		{[]piece{{"cease", false}, {"fire", true}}, 1, "1"},
		{[]piece{{"Group", false}, {"of", true}, {"20", true}, {"said", true}}, 3, "4"},
		{[]piece{{"Group", false}, {"of", true}, {"seven", true}}, 0, ""},
		{[]piece{{"ca", false}, {"n’t", false}, {"stand", true}}, 3, "5"},
		{[]piece{{"fire", false}}, 0, ""},
		{nil, 0, ""},
	} {
		e, n, ok := table.Longest(next(c.words))
		assert.Equal(t, c.n, n, "%v", c.words)
		if assert.Equal(t, c.n > 0, ok) && ok {
			assert.Equal(t, c.value, e.Field(1))
		}
	}
}

func TestStemmedListsAreFoundByStems(t *testing.T) {
	l, err := lexicon.ParseList("test", "# A test.\n#! stem\nkey\tvalue\nback away\t1\n")
	require.NoError(t, err)
	table, err := lexicon.Build(l)
	require.NoError(t, err)
	var stem lexicon.Stemmer
	text := []string{"Backing", "away"}
	e, n, ok := table.Longest(func(n int) (string, bool) {
		if n < len(text) {
			return stem.Stem(text[n]), true
		}
		return "", false
	})
	require.True(t, ok)
	assert.Equal(t, 2, n)
	assert.Equal(t, "1", e.Field(1))
}

func TestFormOfListsIsChecked(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"no columns", "# doc\n", "bad.tsv:1: no line of column names"},
		{"fields", "a\tb\nx\n", "bad.tsv:2: 1 fields for 2 columns"},
		{"order", "a\nx\nc\n", `bad.tsv:3: "c" after "x": not sorted, or twice`},
		{"twice", "a\nx\nx\n", `bad.tsv:3: "x" after "x": not sorted, or twice`},
		{"empty key", "a\tb\n\tx\n", "bad.tsv:2: no key"},
		{"space", "a\nx \n", `bad.tsv:2: a: stray space in "x "`},
		{"option", "#! wild\na\n", `bad.tsv:2: no option "wild"`},
		{"column", "#! keys=z\na\n", `bad.tsv:2: no column "z"`},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, err := lexicon.ParseList("bad", c.text)
			require.ErrorIs(t, err, lexicon.ErrForm)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestLookupDoesNotAllocate(t *testing.T) {
	words := []string{"United", "States", "of", "America"}
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		e, _ := lexicon.Countries.Lookup("Côte d’Ivoire")
		_ = e.Field(lexicon.CountriesIso2)
		e, _, _ = lexicon.Countries.Longest(func(n int) (string, bool) {
			if n < len(words) {
				return words[n], true
			}
			return "", false
		})
		_ = e.Field(lexicon.CountriesName)
	}))
}

func TestCountriesAreFoundByEveryName(t *testing.T) {
	for _, c := range []struct {
		key, iso string
		via      int
	}{
		{"France", "FR", 0},
		{"Britain", "GB", lexicon.CountriesAliases},
		{"Russian", "RU", lexicon.CountriesAdjectives},
		{"Moscow", "RU", lexicon.CountriesCapital},
		{"Kremlin", "RU", lexicon.CountriesMetonyms},
		{"Cote d'Ivoire", "CI", lexicon.CountriesAliases},
	} {
		e, ok := lexicon.Countries.Lookup(c.key)
		if assert.True(t, ok, c.key) {
			assert.Equal(t, c.iso, e.Field(lexicon.CountriesIso2), c.key)
			assert.Equal(t, c.via, e.Via(), c.key)
		}
	}
	_, ok := lexicon.Countries.Lookup("russian")
	assert.False(t, ok, "case counts")
}

func FuzzLookup(f *testing.F) {
	f.Add("Côte d’Ivoire", "a\xffb")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, table := range []lexicon.Table{lexicon.Countries, lexicon.ReportingVerbs, ""} {
			e, ok := table.Lookup(a)
			if ok {
				assert.Equal(t, lexicon.Normal(a, table.Folds()), e.Key())
				e.Field(0)
				e.Next()
			}
			words := []piece{{a, false}, {b, true}}
			_, n, ok := table.Longest(next(words))
			assert.Equal(t, ok, n > 0)
		}
		if utf8.RuneCountInString(a+b) == utf8.RuneCountInString(a)+utf8.RuneCountInString(b) { // no rune is cut
			assert.Equal(t, lexicon.Hash(0).Add(a+b), lexicon.Hash(0).Add(a).Add(b), "valid or not")
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	words := strings.Fields("President Barack Obama said on Monday the US and Russia have not given up on negotiations to stem the bloodshed in Syria")
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, w := range words {
			h := lexicon.Hash(0).Add(w)
			if _, ok := lexicon.Countries.Find(h, w); ok {
				n++
			}
			if _, ok := lexicon.Surnames.Find(h, w); ok {
				n++
			}
			if _, ok := lexicon.GivenNames.Find(h, w); ok {
				n++
			}
		}
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "words/s")
}

func TestNounsAreFoundByTheirPlurals(t *testing.T) {
	for plural, want := range map[string]string{"cities": "city", "brands": "brand", "matches": "match", "Companies": "company", "brand": "", "s": "", "": ""} {
		e, ok := lexicon.NounTypes.LookupPlural(plural)
		assert.Equal(t, want != "", ok, plural)
		if ok {
			assert.Equal(t, want, e.Field(lexicon.NounTypesNoun), plural)
		}
	}
}

func TestPairsHaveTheFirstWordsOfKeys(t *testing.T) {
	l, err := lexicon.ParseList("frames", "lemma\nback\ncease-fire talks\nturn on")
	require.NoError(t, err)
	table, err := lexicon.Build(l)
	require.NoError(t, err)
	pairs := table.Pairs()
	for words, want := range map[string]bool{"turn on": true, "cease -": true, "cease -fire": true, "cease-fire talks": true, "back": false, "turn off": false, "on turn": false} {
		first, second, _ := strings.Cut(words, " ")
		assert.Equal(t, want, pairs.Has(table.Hash(first), table.Hash(second)), words)
	}
	for words, want := range map[string]bool{"turn on": true, "turn on talks": false, "cease -": false, "cease - fire": true, "cease -fire talks": true, "cease-fire talks": true, "cease - talks": false} {
		w := strings.Fields(words)
		got := pairs.AreKey(table.Hash(w[0]), table.Hash(w[1]))
		if len(w) > 2 {
			got = pairs.GoOn(table.Hash(w[0]), table.Hash(w[1]), table.Hash(w[2]))
		}
		assert.Equal(t, want, got, words)
	}
	assert.False(t, lexicon.Table("").Pairs().Has(1, 2))
}
