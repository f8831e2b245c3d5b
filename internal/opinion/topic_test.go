package opinion

import (
	"testing"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/stretchr/testify/assert"
)

// readsText hands the scene of a text to use.
func readsText(text string, use func(*Scene)) {
	a := article.Parse(text)
	entities := entity.Extract(a)
	var r Reader
	r.Read(a, entities, quote.Extract(a, entities), use)
}

const canal = "Ada Brandt on the canal\n\nAda Brandt criticized Omar Haddad on Monday. The canal was opened by Lena Holt in 1990."

func TestTheHeadlineTellsWhatAStoryIsAbout(t *testing.T) {
	readsText(canal, func(s *Scene) {
		in := map[string]float32{}
		for _, x := range s.Sentences[1:] {
			for _, p := range s.Phrases(x) {
				in[s.SpanOf(p).In(canal)], _ = s.topic(&p)
			}
		}
		assert.Equal(t, float32(1), in["Ada Brandt"])
		assert.Equal(t, float32(1), in["canal"])
		assert.Equal(t, float32(0), in["Omar Haddad"])
	})
}
