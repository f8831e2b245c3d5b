package sentiment_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func TestReadLexicon(t *testing.T) {
	l, err := sentiment.ReadLexicon(strings.NewReader("\ufeffterm\tvalence\n# a comment\n\nfiasco\t-0.8\r\nTriumph\t1\nframe\tlambast\tv\tobj\t-1\nframe\tfond\ta\tpp:of\t0.5\n"))
	require.NoError(t, err)
	assert.Equal(t, 4, l.Len())
	assert.Equal(t, []string{"fiasco", "triumph"}, l.Terms())
	assert.Equal(t, []sentiment.Frame{{Lemma: "fond", POS: "a", Theme: "pp:of", Stance: 0.5}, {Lemma: "lambast", POS: "v", Theme: "obj", Stance: -1}}, l.Frames())

	for _, c := range []struct {
		word  string
		want  float64
		found bool
	}{
		{"fiasco", -0.8, true},
		{"FIASCO", -0.8, true},
		{"fiascos", -0.8, true}, // by its stem
		{"triumph", 1, true},
		{"triumphs", 1, true},
		{"table", 0, false},
		{"", 0, false},
	} {
		v, ok := l.Valence(c.word)
		assert.Equal(t, c.found, ok, c.word)
		assert.Equal(t, c.want, v, c.word)
	}
}

func TestLexiconTermsOfSeveralWords(t *testing.T) {
	l, err := sentiment.ReadLexicon(strings.NewReader("train  wreck\t-0.9\nframe\tthrow shade\tv\tpp:at\t-1\n"))
	require.NoError(t, err)
	v, ok := l.Valence("Train wrecks")
	assert.True(t, ok)
	assert.Equal(t, -0.9, v)
	_, ok = l.Valence("wreck")
	assert.False(t, ok, "a word of the term is none itself")

	a := article.Parse("Deputies discuss the canal\n\nAda Brandt threw shade at Omar Haddad on Monday. Lena Holt called the plan of Carl Moss a train wreck.")
	entities := entity.Extract(a)
	r := sentiment.Scorer{Lexicon: l}.Score(a, entities, quote.Extract(a, entities))
	found := false
	for _, s := range r.Stances {
		if s.Holder.Name() == "Ada Brandt" && s.Target.Name() == "Omar Haddad" {
			found = true
			assert.Equal(t, sentiment.Against, s.Polarity)
			assert.Equal(t, "throw shade", s.Frame)
		}
	}
	assert.True(t, found, "the frame of two words fires")
}

func TestReadLexiconNamesLineAndReason(t *testing.T) {
	for _, c := range []struct{ shows, in, want string }{
		{"one column", "fiasco\n", "line 1: 1 columns; a word has 2, a frame 5"},
		{"three columns", "a\t1\n\nfiasco\t1\t2\n", "line 3: 3 columns; a word has 2, a frame 5"},
		{"a frame of four columns", "frame\tlambast\tv\tobj\n", "line 1: 4 columns; a frame has 5: frame, lemma, part of speech, theme, stance"},
		{"no number", "fiasco\tbad\n", `line 1: "bad" is no number`},
		{"NaN", "fiasco\tNaN\n", "line 1: valence NaN is not between -1 and 1"},
		{"infinity", "fiasco\t-Inf\n", "line 1: valence -Inf is not between -1 and 1"},
		{"out of range", "fiasco\t-3.4\n", "line 1: valence -3.4 is not between -1 and 1"},
		{"no term", "\t1\n", "line 1: no term"},
		{"seven words", "a train wreck of a whole government\t-1\n", `line 1: term "a train wreck of a whole government" has more than 6 words`},
		{"the same word twice", "fiasco\t-1\nFiasco\t-0.5\n", `line 2: "fiasco" twice, first on line 1`},
		{"the same frame twice", "frame\tback\tv\tobj\t1\nframe\tback\tv\tobj\t1\n", `line 2: "frame back v" twice, first on line 1`},
		{"part of speech", "frame\tback\tx\tobj\t1\n", `line 1: part of speech "x" is none of v, n, a`},
		{"theme", "frame\tback\tv\tsubj\t1\n", `line 1: theme "subj" is none of obj, comp, pp:PREPOSITION`},
		{"stance", "frame\tback\tv\tobj\t2\n", "line 1: stance: valence 2 is not between -1 and 1"},
		{"Latin-1", "caf\xe9\t1\n", "line 1: not UTF-8"},
		{"UTF-16", "\xff\xfef\x00", "line 1: not UTF-8 but UTF-16 or binary"},
		{"binary", "\x7fELF\x00\x01\n\n", "line 1: not UTF-8 but UTF-16 or binary"},
		{"a zero byte", "good\t1\nframe\t\x00\ta\tobj\t0\n", `line 2: lemma "\x00" has a character that cannot be seen`},
		{"a mark of byte order within", "good\t1\n\ufeffbad\t-1\n", `line 2: term "\ufeffbad" has a character that cannot be seen`},
		{"a term like a comment", " #shame\t-1\n", `line 1: term "#shame" begins as a comment does`},
		{"a long line", "good\t1\n" + strings.Repeat("x", 200_000) + "\t1\nbad\t-1\n", "line 2: longer than 1024 bytes"},
		{"a long term", strings.Repeat("x", 65) + "\t1", "line 1: a term of 65 bytes; 64 are possible"},
		{"all bad lines at once", "a\tx\nb\t1\nc\ty\n", "line 1: \"x\" is no number\nline 3: \"y\" is no number"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			l, err := sentiment.ReadLexicon(strings.NewReader(c.in))
			assert.Nil(t, l, "nothing is half loaded")
			require.ErrorIs(t, err, sentiment.ErrLexicon)
			assert.Equal(t, "sentiment: lexicon\n"+c.want, err.Error())
			var lines *sentiment.LexiconError
			require.ErrorAs(t, err, &lines)
		})
	}
}

func TestReadLexiconPassesOnErrorsOfTheReader(t *testing.T) {
	broken := errors.New("broken pipe")
	_, err := sentiment.ReadLexicon(io.MultiReader(strings.NewReader("good\t1\n"), iotest.ErrReader(broken)))
	assert.ErrorIs(t, err, broken)
}

// endless is a file without end.
type endless struct{ line string }

func (e endless) Read(p []byte) (int, error) {
	n := 0
	for n+len(e.line) <= len(p) {
		n += copy(p[n:], e.line)
	}
	return n, nil
}

func TestReadLexiconStopsInFilesWithoutEnd(t *testing.T) {
	_, err := sentiment.ReadLexicon(endless{"good\t1\n"})
	var lines *sentiment.LexiconError
	require.ErrorAs(t, err, &lines)
	assert.Len(t, lines.Lines, 100)
}

func TestLexiconSetMergeWrite(t *testing.T) {
	var a, b sentiment.Lexicon
	require.NoError(t, a.Set("Tariff", -0.5))
	require.NoError(t, a.Set("deal", 0.5))
	require.NoError(t, b.Set("deal", 0))
	require.NoError(t, b.SetFrame(sentiment.Frame{Lemma: "stonewall", POS: "v", Theme: "obj", Stance: -1}))
	assert.Error(t, a.Set("one two three four five six seven", 1))
	assert.Error(t, a.Set("x", 1.5))
	assert.Error(t, a.SetFrame(sentiment.Frame{Lemma: "x", POS: "v", Theme: "where", Stance: 1}))

	a.Merge(&b)
	a.Merge(nil)
	v, ok := a.Valence("deals")
	assert.True(t, ok)
	assert.Zero(t, v, "the other lexicon's entry counts")

	var w bytes.Buffer
	_, err := a.WriteTo(&w)
	require.NoError(t, err)
	assert.Equal(t, "deal\t0\ntariff\t-0.5\nframe\tstonewall\tv\tobj\t-1\n", w.String())
	back, err := sentiment.ReadLexicon(&w)
	require.NoError(t, err)
	assert.Equal(t, a.Terms(), back.Terms())
	assert.Equal(t, a.Frames(), back.Frames())
}

func FuzzReadLexicon(f *testing.F) {
	f.Add("fiasco\t-0.8\nframe\tback\tv\tobj\t1\n")
	f.Add("\nframe\t\x00\ta\tobj\t0")
	f.Add("\xff\xfe\tx\nframe\t\t\t\t\n\r\t\n")
	f.Fuzz(func(t *testing.T, s string) {
		l, err := sentiment.ReadLexicon(strings.NewReader(s))
		if (l == nil) == (err == nil) {
			t.Fatalf("lexicon %v and error %v", l, err)
		}
		if err != nil {
			return
		}
		var w bytes.Buffer
		if _, err := l.WriteTo(&w); err != nil {
			t.Fatal(err)
		}
		again, err := sentiment.ReadLexicon(&w)
		if err != nil {
			t.Fatalf("what is written cannot be read: %v", err)
		}
		if again.Len() != l.Len() {
			t.Fatalf("%d entries written, %d read", l.Len(), again.Len())
		}
	})
}

func ExampleReadLexicon() {
	l, err := sentiment.ReadLexicon(strings.NewReader("fiasco\t-0.8\nframe\tlambast\tv\tobj\t-1\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	v, _ := l.Valence("fiascos")
	fmt.Println(l.Len(), v)

	_, err = sentiment.ReadLexicon(strings.NewReader("fiasco\tvery bad\n"))
	fmt.Println(err)
	// Output:
	// 2 -0.8
	// sentiment: lexicon
	// line 1: "very bad" is no number
}
