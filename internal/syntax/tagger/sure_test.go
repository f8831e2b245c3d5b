package tagger

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

func openTagger(t testing.TB) *Tagger {
	t.Helper()
	b, err := os.ReadFile("tagger.model")
	require.NoError(t, err)
	f, err := linear.Open(string(b))
	require.NoError(t, err)
	m, err := Open(f)
	require.NoError(t, err)
	return m
}

const example = "Ministers said on Monday that talks over the port had failed , and blamed Ruritania ."

func exampleTokens() (tokens []segment.Token) {
	start := 0
	for i := 0; i <= len(example); i++ {
		if i == len(example) || example[i] == ' ' {
			tokens = append(tokens, segment.Token{Start: uint32(start), End: uint32(i)})
			start = i + 1
		}
	}
	return tokens
}

// TestStagesAreAllFeatures sees to it that a tagger which is never sure decides by
// all features, stage by stage or at once.
func TestStagesAreAllFeatures(t *testing.T) {
	m := openTagger(t)
	require.NotZero(t, m.Sure)
	var s Sentence
	m.Sure = Sure{}
	at := append([]Fine(nil), m.Tag(&s, example, exampleTokens())...)
	m.Sure = Sure{1 << 30, 1 << 30}
	assert.Equal(t, at, m.Tag(&s, example, exampleTokens()))
}

func TestLeadsTellWhatIsClearEarly(t *testing.T) {
	m := openTagger(t)
	var s Sentence
	m.Read(&s, example, exampleTokens())
	words, clear := 0, 0
	m.Leads(&s, func(leads Sure, same [stages - 1]bool) {
		words++
		if leads[0] > m.Sure[0] {
			clear++
			assert.True(t, same[0])
		}
	})
	assert.Greater(t, words, 5)
	assert.Positive(t, clear)
}

func TestModelWithoutLeadsIsRefused(t *testing.T) {
	b, err := os.ReadFile("tagger.model")
	require.NoError(t, err)
	f, err := linear.Open(string(b))
	require.NoError(t, err)
	var rest []linear.Section
	for _, s := range f.Sections() {
		if s.Name != (Sure{}).Section().Name {
			rest = append(rest, s)
		}
	}
	b, err = linear.Encode("tagger", rest)
	require.NoError(t, err)
	f, err = linear.Open(string(b))
	require.NoError(t, err)
	_, err = Open(f)
	assert.ErrorIs(t, err, linear.ErrDamaged)
}
