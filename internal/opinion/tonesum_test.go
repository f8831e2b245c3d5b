package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/quote"
)

func TestPullsKeepBothParts(t *testing.T) {
	want := [2]int32{}
	var sum pulls
	for i := range 2000 {
		w := [4]int8{int8(i * 7), int8(i * 31), -127}
		sum += pullOf(w).wide()
		want[0] += int32(w[Negative]) - int32(w[Neutral])
		want[1] += int32(w[Positive]) - int32(w[Neutral])
		negative, positive := sum.split()
		assert.Equal(t, want, [2]int32{negative, positive})
		assert.Equal(t, positive-negative, sum.lean())
	}
}

// What is added up from what is known of each word is what all the features say.
func TestToneIsTheSumOfItsFeatures(t *testing.T) {
	for name, own := range map[string]Own{"the lists alone": nil, "a lexicon of the caller's": ownOfTwoWords{}} {
		t.Run(name, func(t *testing.T) { toneIsTheSumOfItsFeatures(t, own) })
	}
}

func toneIsTheSumOfItsFeatures(t *testing.T, own Own) {
	a := article.Parse(benchtext.Invented + "\n\nCritics who do not like Obama's terrible plan, which failed badly, praised his rivals at Yahoo! Inc. (Coca-Cola, too) – and he never attacked them! Who failed?\n")
	entities := entity.Extract(a)
	(&Reader{Own: own}).Read(a, entities, quote.Extract(a, entities), func(s *Scene) {
		var all Features
		var words []int32
		for first := range s.Words {
			x := s.SentenceOf(first)
			for end := first + 1; end <= min(x.End, first+3); end++ {
				lo, hi := x.around(first, end)
				sum := s.sumTone(s.sentenceIndex(first), first, end)
				s.Tone(&all, first, end)
				var want linear.Scores
				toneModel().Score(&want, all.F)
				negative, positive := sum.all.split()
				assert.Equal(t, [2]int32{want[Negative] - want[Neutral], want[Positive] - want[Neutral]}, [2]int32{negative, positive}, "%d–%d", first, end)
				words = zeroed(words, len(s.Words))
				for k, f := range all.F {
					toneModel().Score(&want, []uint64{f})
					if at := all.At[k]; at >= 0 && int(at) < len(words) {
						words[at] += want[Positive] - want[Negative]
					}
				}
				total := int32(0)
				for i := lo; i < hi; i++ {
					if total += words[i]; i < first || i >= end {
						said, at := s.saidBefore, s.running[sum.k:]
						if i >= end {
							said = s.saidBehind
						}
						assert.Equal(t, words[i], said(&sum.surroundings, at, i).lean(), "%d–%d: %s", first, end, s.Words[i].Lower)
					}
				}
				assert.Equal(t, total, sum.words.lean(), "%d–%d", first, end)
			}
		}
	})
}
