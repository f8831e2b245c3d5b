package article

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTagsAndLemmasOfTokens(t *testing.T) {
	a := Parse("Talks Resume in Springfield\n\nThe ministers hadn't met since May, officials said.")
	var tags, lemmas, penn []string
	for token := range a.Sentence(1).Tokens() {
		tags = append(tags, string(token.Tag()))
		lemmas = append(lemmas, token.Lemma())
		penn = append(penn, token.Penn())
	}
	assert.Equal(t, "DET NOUN AUX PART VERB ADP PROPN PUNCT NOUN VERB PUNCT", strings.Join(tags, " "))
	assert.Equal(t, "the minister have not meet since May , official say .", strings.Join(lemmas, " "))
	assert.Equal(t, "DT NNS VBD RB VBN IN NNP , NNS VBD .", strings.Join(penn, " "))
	assert.Equal(t, VERB, a.Token(1).Tag(), "a headline")
}

func TestTagsFromManyGoroutines(t *testing.T) {
	a := Parse("The ministers had met before, and they will meet again.")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for token := range a.Tokens() {
				assert.NotEqual(t, X, token.Tag())
			}
		})
	}
	wait.Wait()
}

func TestZeroTokenHasNoTag(t *testing.T) {
	assert.Equal(t, X, Token{}.Tag())
	assert.Empty(t, Token{}.Lemma())
	assert.Empty(t, Token{}.Penn())
}
