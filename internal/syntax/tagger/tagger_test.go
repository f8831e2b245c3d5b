package tagger

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

func look(text string) ([]Word, Case) {
	var tokens []segment.Token
	at := 0
	for _, w := range strings.SplitAfter(text, " ") {
		if n := len(strings.TrimRight(w, " ")); n > 0 {
			tokens = append(tokens, segment.Token{Start: uint32(at), End: uint32(at + n)})
		}
		at += len(w)
	}
	words := make([]Word, len(tokens))
	return words, Look(text, tokens, words, nil)
}

func TestCaseOfSentences(t *testing.T) {
	for text, want := range map[string]Case{
		"The ministers met in Springfield on Monday .": Usual,
		"Ministers Meet Again in Springfield":          Titled,
		"MINISTERS MEET AGAIN IN SPRINGFIELD":          Capitals,
		"ministers meet again in springfield":          Small,
		"NATO ministers meet again":                    Usual,
		".":                                            Usual,
	} {
		_, how := look(text)
		assert.Equal(t, want, how, text)
	}
}

func TestShapes(t *testing.T) {
	for word, want := range map[string]Shape{
		"talks":  HasLower,
		"Talks":  FirstUpper | HasLower,
		"NATO":   FirstUpper | OtherUpper,
		"iPhone": OtherUpper | HasLower,
		"30-day": HasDigit | HasHyphen | HasLower,
		"U.S.":   FirstUpper | OtherUpper | HasStop,
		",":      HasMark | BeginsMark,
		"”":      HasMark | BeginsMark,
		"Évian":  FirstUpper | HasLower,
		"'s":     HasMark | BeginsMark | HasLower,
	} {
		w, _ := look(word)
		assert.Equal(t, want, w[0].Shape, word)
	}
}

func TestWordsThatAreReadAlike(t *testing.T) {
	w, _ := look("n't n’t N'T 1998 2016 \" “")
	assert.Equal(t, w[0].Low, w[1].Low)
	assert.Equal(t, w[0].Low, w[2].Low)
	assert.NotEqual(t, w[0].Exact, w[2].Exact)
	assert.Equal(t, w[3].Low, w[4].Low)
	assert.Equal(t, w[5].Low, w[6].Low)
}

func TestFineTags(t *testing.T) {
	assert.Less(t, FineCount, int(boundaryTag), "the boundary is not a tag")
	for i := range FineCount {
		f := Fine(i)
		upos, penn, _ := strings.Cut(f.String(), "|")
		assert.Equal(t, upos, f.Tag().String())
		assert.Equal(t, penn, f.Penn())
		assert.Equal(t, f, FineOf(upos, penn))
	}
	assert.Equal(t, "VERB|VB", FineOf("VERB", "NNP").String(), "a rare pair")
	assert.Equal(t, X, Fine(200).Tag())
}

func FuzzLook(f *testing.F) {
	f.Add("The “talks” of É\xff 1,200")
	f.Fuzz(func(t *testing.T, text string) {
		words, _ := look(text)
		again, _ := look(text)
		assert.Equal(t, words, again)
	})
}
