package opinion

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/quote"
)

// What is added up from what is kept with each word is what all the features say.
func TestJudgesOfWordsAndPhrasesAddUpTheirFeatures(t *testing.T) {
	for name, own := range map[string]Own{"the lists alone": nil, "a lexicon of the caller's": ownOfTwoWords{}} {
		t.Run(name, func(t *testing.T) { sumsAreFeatures(t, own) })
	}
}

// ownOfTwoWords has a term and a frame of two words each.
type ownOfTwoWords struct{}

func (ownOfTwoWords) Valence(word, _ string) (float64, bool) { return -1, word == "terrible plan" }
func (ownOfTwoWords) Starts(stem string) bool {
	return stem == Stem("terrible") || stem == Stem("failed")
}
func (ownOfTwoWords) Frames(dst []Frame, stem string) []Frame {
	if stem == Stem("failed")+" "+Stem("badly") {
		dst = append(dst, Frame{POS: 'v', Own: true, Lemma: "fail badly", Class: "oppose", AgentTheme: -2})
	}
	return dst
}

func sumsAreFeatures(t *testing.T, own Own) {
	a := article.Parse(benchtext.Invented + "\n\nYahoo! critics who may not like Obama's terrible plan, which failed badly, praised his rivals – and he never attacked them!\n")
	entities := entity.Extract(a)
	(&Reader{Own: own}).Read(a, entities, quote.Extract(a, entities), func(s *Scene) {
		s.prepare()
		j := judges()
		var f Features
		words, parties := 0, 0
		for _, x := range s.Sentences {
			from := len(s.likely)
			s.judgeWords(&x, j, nil)
			for i := x.First; i < x.End; i++ {
				if !s.Words[i].shows() {
					continue
				}
				words++
				s.seeWord(&s.view, &x, i)
				s.describe(&f, &s.view)
				assert.Equal(t, j.Evidence(&f), s.evidence[i], s.Words[i].Lower)
			}
			s.listTriggers(&x, s.likely[from:])
			s.Fills(x)
			phrases := s.Phrases(x)
			s.judgePhrases(&x, phrases, j, nil)
			for i := range phrases {
				if !s.state.canHold[i] && !s.state.canBeTarget[i] {
					continue
				}
				parties++
				v := phraseView{seeing: seeing{list: &s.view}}
				s.seePhrase(&v, &phrases[i], s.state.tops[i], &s.state.ways[i])
				v.list.cut(&x)
				s.describe(&f, v.list)
				target, holder := j.Party(&f)
				assert.Equal(t, target, s.state.targets[i])
				assert.Equal(t, holder, s.state.holders[i])
			}
		}
		assert.NotZero(t, words)
		assert.NotZero(t, parties)
	})
}

func TestPairsAreTheSameListedAndSummed(t *testing.T) {
	a := article.Parse(benchtext.Invented + "\n\n“The minister's plan is a disgrace,” said Obama, who attacked Putin's allies and praised the French.\n")
	entities := entity.Extract(a)
	new(Reader).Read(a, entities, quote.Extract(a, entities), func(s *Scene) {
		summed := slices.Clone(s.Meetings(judges(), nil))
		listing := *judges()
		listing.sums = nil
		assert.NotEmpty(t, summed)
		assert.Equal(t, summed, s.Meetings(&listing, nil))
	})
}

func TestSumsSideBySideDoNotMix(t *testing.T) {
	sum := quad(0)
	for range 100 {
		sum += quadOf(duoOf(-127, 127), duoOf(127, -1)) + quadOf(duoOf(-1, 3), duoOf(-127, -127))
	}
	target, holder := sum.split()
	assert.Equal(t, leaningOf(0, -12800, 13000), target.leaning())
	assert.Equal(t, leaningOf(0, 0, -12800), holder.leaning())
}

func TestEachPlaceOfPairsAndPhrasesHasItsOwnInARow(t *testing.T) {
	seen := map[uint8]bool{}
	for p := ofPairs; p < places; p++ {
		at := inRow[p]
		assert.Equal(t, p, lines[at/8][at%8], p)
		assert.False(t, seen[at], p)
		seen[at] = true
	}
}

func TestFactsAndPlacesHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for p := range places {
		assert.False(t, seen[p.String()], p)
		seen[p.String()] = true
		assert.NotContains(t, p.String(), "?")
	}
	assert.Len(t, factSizes, len(templateBlocks[len(templateBlocks)-1].names))
	assert.LessOrEqual(t, len(frameClasses), frameClassCount)
}
