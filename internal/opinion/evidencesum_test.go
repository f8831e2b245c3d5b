package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/quote"
)

// What is added up from what is known of each word is what all the features say.
func TestEvidenceIsTheSumOfItsFeatures(t *testing.T) {
	a := article.Parse(benchtext.Invented + "\n\nYahoo! critics who may not like Obama's terrible plan, which failed badly, praised his rivals – and he never attacked them!\n")
	entities := entity.Extract(a)
	new(Reader).Read(a, entities, quote.Extract(a, entities), func(s *Scene) {
		words := judges().words
		require.NotNil(t, words)
		s.prepare()
		var f Features
		for _, x := range s.Sentences {
			s.sumEvidence(words, &x, 0)
			for i := x.First; i < x.End; i++ {
				if !s.Words[i].shows() || s.Words[i].Name() {
					continue
				}
				s.EvidenceFeatures(&f, &x, i)
				assert.Equal(t, judges().Evidence(&f), s.evidence[i], s.Words[i].Lower)
			}
		}
	})
}
