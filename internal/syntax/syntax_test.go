package syntax

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// tokensOf cuts a text without segmentation: at blanks.
func tokensOf(text string) []segment.Token {
	var tokens []segment.Token
	at := 0
	for _, w := range strings.SplitAfter(text, " ") {
		if n := len(strings.TrimRight(w, " ")); n > 0 {
			tokens = append(tokens, segment.Token{Start: uint32(at), End: uint32(at + n)})
		}
		at += len(w)
	}
	return tokens
}

func analysed(text string) (tags, lemmas []string) {
	tokens := tokensOf(text)
	words := make([]Word, len(tokens))
	Tags(text, tokens, words)
	for i, w := range words {
		tags = append(tags, w.Tag().String())
		lemmas = append(lemmas, w.Lemma(text[tokens[i].Start:tokens[i].End]))
	}
	return tags, lemmas
}

func TestEmbeddedModelsAreWhole(t *testing.T) {
	for name, data := range map[string]string{"tagger": taggerData, "lemma": lemmaData, "parser": parserData} {
		f, err := linear.Open(data)
		require.NoError(t, err, name)
		assert.Equal(t, name, f.Name())
	}
}

func TestClassOfAWord(t *testing.T) {
	text := "Jakarta JAKARTA jakarta 1,200 1984 “Said said’s ‛em Élysée ÉLYSÉE U.S. \xff\xfe " + strings.Repeat("long", 13) + " " + strings.Repeat("long", 20)
	tokens := tokensOf(text)
	words := make([]Word, len(tokens))
	Tags(text, tokens, words)
	for i, x := range tokens {
		w := text[x.Start:x.End]
		assert.Equal(t, clusters.Of(w), words[i].Class, w)
	}
}

func TestTagsAndLemmas(t *testing.T) {
	for _, c := range []struct{ name, text, tags, lemmas string }{
		{
			"plain news",
			"She told reporters that trade had n't slowed .",
			"PRON VERB NOUN SCONJ NOUN AUX PART VERB PUNCT",
			"she tell reporter that trade have not slow .",
		},
		{
			"a headline in title case",
			"Ministers Say Talks Have Failed in Geneva",
			"NOUN VERB NOUN AUX VERB ADP PROPN",
			"minister say talk have fail in Geneva",
		},
		{
			"a headline in capitals",
			"MINISTERS LEAVE TALKS IN GENEVA",
			"NOUN VERB NOUN ADP PROPN",
			"minister leave talk in Geneva",
		},
		{
			"numbers and money",
			"It cost $ 1,200 and 30 % more .",
			"PRON VERB SYM NUM CCONJ NUM SYM ADJ PUNCT",
			"it cost $ 1200 and 30 % more .",
		},
		{
			"typographic quotation marks",
			"“ We do n’t know , ” she said .",
			"PUNCT PRON AUX PART VERB PUNCT PUNCT PRON VERB PUNCT",
			`" we do not know , " she say .`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			tags, lemmas := analysed(c.text)
			assert.Equal(t, c.tags, strings.Join(tags, " "))
			assert.Equal(t, c.lemmas, strings.Join(lemmas, " "))
		})
	}
}

func TestAnyInputIsAnswered(t *testing.T) {
	for _, text := range []string{
		"", ".", "a", "... --- !!! ???", "\xff\xfe \x80", "Привет мир", "你好 世界", "مرحبا بالعالم",
		strings.Repeat("x", 1<<20), strings.Repeat("É", 1<<19), strings.Repeat("\xff", 1<<20),
		strings.Repeat("word ", 10000), strings.Repeat(", ", 10000),
	} {
		tags, lemmas := analysed(text)
		assert.Len(t, lemmas, len(tags))
	}
}

func TestSameAnswerFromManyGoroutines(t *testing.T) {
	text := "Prosecutors in Ruritania have charged three men over the theft of paintings ."
	tags, lemmas := analysed(text)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				t2, l2 := analysed(text)
				assert.Equal(t, tags, t2)
				assert.Equal(t, lemmas, l2)
			}
		})
	}
	wait.Wait()
}

func FuzzTags(f *testing.F) {
	f.Add("The talks had n't failed .")
	f.Add("MINISTERS “ LEAVE ” 1,200 \xff É")
	f.Fuzz(func(t *testing.T, text string) {
		tags, lemmas := analysed(text)
		again, _ := analysed(text)
		assert.Equal(t, tags, again)
		assert.Len(t, lemmas, len(tags))
	})
}
