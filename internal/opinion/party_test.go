package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/quote"
)

func TestPhrasesJudgedTogetherAreWhatEachIsAlone(t *testing.T) {
	a := article.Parse(benchtext.Invented)
	entities := entity.Extract(a)
	new(Reader).Read(a, entities, quote.Extract(a, entities), func(s *Scene) {
		s.prepare()
		j := judges()
		var f Features
		judged := 0
		for _, x := range s.Sentences {
			s.judgeWords(&x, j, nil)
			s.listTriggers(&x, j.Gates.Evidence)
			s.Fills(x)
			phrases := s.Phrases(x)
			s.judgePhrases(&x, phrases, j, nil)
			for i := range phrases {
				if !s.state.canHold[i] && !s.state.canBeTarget[i] {
					continue
				}
				judged++
				s.PartyFeatures(&f, &x, &phrases[i], s.state.ways[i])
				target, holder := j.Party(&f)
				assert.Equal(t, target, s.state.targets[i])
				assert.Equal(t, holder, s.state.holders[i])
			}
		}
		assert.NotZero(t, judged)
	})
}
