package lemma

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name, word string
		mode       Mode
		cut        int
		add        string
		want       string
	}{
		{"a regular plural", "ministers", Lower, 1, "", "minister"},
		{"capitals at the start of a sentence", "Ministers", Lower, 1, "", "minister"},
		{"a name keeps its capitals", "McMaster", Keep, 0, "", "McMaster"},
		{"a name in a headline in capitals", "SPRINGFIELD", Title, 0, "", "Springfield"},
		{"another word altogether", "them", Lower, 4, "they", "they"},
		{"a typographic apostrophe", "’s", Lower, 0, "", "'s"},
		{"a number", "1,200,000", Plain, 0, "", "1200000"},
		{"more is cut than there is", "is", Lower, 5, "be", "be"},
		{"no cut inside a character", "né", Keep, 1, "", "n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, Apply(c.word, c.mode, c.cut, c.add))
		})
	}
}

func TestCapitalOf(t *testing.T) {
	kind := func(word string, i int, how tagger.Case) Capital {
		var w [1]tagger.Word
		tagger.Look(word, []segment.Token{{Start: 0, End: uint32(len(word))}}, w[:], nil)
		return CapitalOf(&w[0], i, how)
	}
	assert.Equal(t, NoCapital, kind("talks", 0, tagger.Usual))
	assert.Equal(t, FirstLetterExpected, kind("Talks", 0, tagger.Usual))
	assert.Equal(t, FirstLetter, kind("Talks", 3, tagger.Usual))
	assert.Equal(t, FirstLetterExpected, kind("Talks", 3, tagger.Titled))
	assert.Equal(t, Mixed, kind("NATO", 3, tagger.Usual))
	assert.Equal(t, AllExpected, kind("TALKS", 3, tagger.Capitals))
}

// model is a lemmatizer with a rule for plurals, one for "-ies" and an exception.
func model(t *testing.T) *Lemmatizer {
	t.Helper()
	noun := tagger.FineOf("NOUN", "NNS")
	key := func(level int, word string) uint64 {
		var w [1]tagger.Word
		tagger.Look(word, []segment.Token{{Start: 0, End: uint32(len(word))}}, w[:], nil)
		k, ok := Key(level, &w[0], noun, NoCapital)
		require.True(t, ok)
		return k
	}
	var scripts []byte
	for _, s := range [][scriptSize]byte{EncodeScript(Keep, 0, ""), EncodeScript(Lower, 1, ""), EncodeScript(Lower, 3, "y"), EncodeScript(Lower, 2, "an")} {
		scripts = append(scripts, s[:]...)
	}
	levels := make([]byte, 4*tagger.FineCount)
	levels[4*int(noun)] = 1<<0 | 1<<6
	levels[4*int(noun)+1] = 1 << (WordLevel - 8)
	sections, err := linear.TableSections("rules", []linear.Entry{
		{Key: key(0, "x"), Value: 1}, {Key: key(6, "parties"), Value: 2}, {Key: key(WordLevel, "men"), Value: 3},
	})
	require.NoError(t, err)
	data, err := linear.Encode("lemma", append(sections, linear.Section{Name: "scripts", Data: scripts}, linear.Section{Name: "levels", Data: levels}))
	require.NoError(t, err)
	f, err := linear.Open(string(data))
	require.NoError(t, err)
	l, err := Open(f)
	require.NoError(t, err)
	return l
}

func TestTheLongestRuleDecides(t *testing.T) {
	l := model(t)
	for word, want := range map[string]string{"talks": "talk", "parties": "party", "Parties": "party", "men": "man", "MEN": "man"} {
		var w [1]tagger.Word
		tagger.Look(word, []segment.Token{{Start: 0, End: uint32(len(word))}}, w[:], nil)
		s := l.Script(&w[0], tagger.FineOf("NOUN", "NNS"), CapitalOf(&w[0], 0, tagger.Usual))
		assert.Equal(t, want, l.Lemma(word, s))
		assert.Equal(t, want, string(l.Append(nil, word, s)))
	}
	var w tagger.Word
	assert.Equal(t, "Talks", l.Lemma("Talks", l.Script(&w, tagger.FineOf("VERB", "VBZ"), NoCapital)), "no rules for the tag")
	assert.Equal(t, "x", l.Lemma("x", 999), "no such script")
}

func FuzzApply(f *testing.F) {
	f.Add("Ministers", uint8(1), uint8(1))
	f.Add("\xffé’", uint8(0), uint8(2))
	f.Fuzz(func(t *testing.T, word string, mode, cut uint8) {
		Apply(word, Mode(mode%4), int(cut), "y")
	})
}
