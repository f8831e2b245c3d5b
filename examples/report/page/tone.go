package page

import (
	"cmp"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// tone is how the story as a whole speaks of somebody.
type tone struct {
	Label  string
	Score  string
	Left   int // where the bar starts, in percent of the scale from −1 to 1
	Width  int
	Center int
	Words  []link // that weigh most, the weightiest first
	score  float64
}

const (
	maxTones     = 20
	maxToneWords = 5
)

// tones gives people, and whom else the story names more than once, their tone, the
// friendliest first.
func (p *report) tones() {
	for _, t := range p.analysis.Tones {
		if t.Entity < 0 {
			continue
		}
		s := p.Subjects[t.Entity]
		s.Tone = &tone{Label: t.Label.String(), Score: signed(t.Score), score: t.Score}
		x := int(math.Round(50 + 50*math.Max(-1, math.Min(1, t.Score))))
		s.Tone.Left, s.Tone.Width = min(50, x), max(x, 50)-min(50, x)
		words := slices.Clone(t.Evidence)
		slices.SortStableFunc(words, func(a, b sentiment.Contribution) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
		for _, w := range words {
			l := link{clean(p.analysis.Article.Slice(w.Span)), w.Start, "+"}
			if w.Weight < 0 {
				l.Sign = "−"
			}
			if len(s.Tone.Words) < maxToneWords && !slices.ContainsFunc(s.Tone.Words, func(o link) bool { return o.Words == l.Words }) {
				s.Tone.Words = append(s.Tone.Words, l)
			}
		}
	}
	shown := slices.Clone(p.Subjects)
	shown = slices.DeleteFunc(shown, func(s *subject) bool {
		return s.Tone == nil || len(s.Tone.Words) == 0 || s.Count < 2 && s.Type != entity.Person.String()
	})
	slices.SortStableFunc(shown, byCount)
	shown = shown[:min(maxTones, len(shown))]
	slices.SortStableFunc(shown, func(a, b *subject) int { return cmp.Compare(b.Tone.score, a.Tone.score) })
	p.Tones = shown
}
