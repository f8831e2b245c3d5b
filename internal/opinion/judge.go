package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// The classes of the models of stance.
const (
	None = iota
	For
	Against
)

// Thresholds on the probability that there is a stance, for pairs within a
// sentence and for speakers; tuned on a part of the training stories.
const (
	pairThreshold  = 0.20
	voiceThreshold = 0.20
)

// Found is a stance that a model sees in a pair.
type Found struct {
	Pair
	Class       int     // For or Against
	Probability float64 // that there is a stance
	Trigger     int     // the word that says most for it, −1 if none does
	Frame       string  // its frame, or the word
	Negated     bool
	Hedged      bool
	Conditional bool
	Questioned  bool
	Quoted      bool // somebody else is reported to say it
	Evidence    []article.Span
}

// Stances returns the stances of a story in order of their evidence. Where a
// pair is found several times the strongest counts and the others add evidence.
func (s *Scene) Stances() []Found {
	var out []Found
	pair, voice := pairModel(), voiceModel()
	var scores linear.Scores
	f := &s.features
	s.Pairs(func(p Pair) {
		m, threshold := pair, pairThreshold
		if p.Voice {
			m, threshold = voice, voiceThreshold
		}
		s.Features(f, &p)
		o := judge(m, &scores, f)
		if o[For]+o[Against] < threshold {
			return
		}
		x := Found{Pair: p, Class: For, Probability: o[For] + o[Against]}
		if o[Against] > o[For] {
			x.Class = Against
		}
		s.explain(&x, m, &scores, f)
		out = append(out, x)
	})
	return s.merge(out)
}

// explain finds the word that says most for a stance, and what weakens it.
func (s *Scene) explain(x *Found, m *linear.Model, scores *linear.Scores, f *Features) {
	first, end := x.Sentence.First, x.Sentence.End
	words := make([]float64, end-first)
	contributions(m, scores, f, x.Class, None, first, words)
	best, at := 0.0, -1
	for i, v := range words {
		w := &s.Words[first+i]
		if w.Closed != Open || w.Name() || first+i == x.Target.Head && !x.Voice {
			continue
		}
		if len(w.frames) > 0 {
			v += 0.5
		}
		if v > best {
			best, at = v, first+i
		}
	}
	if at < 0 {
		at = x.Target.Head
	}
	x.Trigger = at
	w := &s.Words[at]
	x.Frame = w.Lower
	for k := range w.frames {
		if sign := w.frames[k].Sign(); sign > 0 == (x.Class == For) && sign != 0 {
			x.Frame = w.frames[k].Lemma
			break
		}
	}
	x.Evidence = []article.Span{w.Span}
	x.Negated = s.negated(at, first)
	for i := max(first, at-5); i < at; i++ {
		switch s.Words[i].Modifier {
		case Hedge:
			x.Hedged = true
		case Conditional:
			x.Conditional = true
		}
	}
	if q := s.Words[at].Quote; q >= 0 && !x.Voice {
		x.Quoted = x.Holder.Entity < 0 || !s.Quotes[q].Speaker.Is(x.Holder.Entity)
	}
	for i := end - 1; i >= max(first, end-3); i-- {
		x.Questioned = x.Questioned || s.Words[i].Lower == "?"
	}
}

// merge joins what is found of the same two parties, the most probable first,
// and sorts by evidence.
func (s *Scene) merge(all []Found) []Found {
	slices.SortStableFunc(all, func(a, b Found) int {
		switch {
		case a.Probability > b.Probability:
			return -1
		case a.Probability < b.Probability:
			return 1
		}
		return 0
	})
	var out []Found
	byParty := map[[2]int][]int{}
	for _, x := range all {
		k := [2]int{s.partyKey(x.Holder), s.partyKey(x.Target)}
		joined := false
		for _, i := range byParty[k] {
			if y := &out[i]; s.sameParty(x.Holder, y.Holder) && s.sameParty(x.Target, y.Target) {
				joined = true
				if x.Class == y.Class && !slices.Contains(y.Evidence, x.Evidence[0]) && len(y.Evidence) < 8 {
					y.Evidence = append(y.Evidence, x.Evidence[0])
				}
				break
			}
		}
		if !joined {
			byParty[k] = append(byParty[k], len(out))
			out = append(out, x)
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Evidence, article.Span.Compare)
	}
	slices.SortStableFunc(out, func(a, b Found) int {
		if c := a.Evidence[0].Compare(b.Evidence[0]); c != 0 {
			return c
		}
		if c := a.Holder.First - b.Holder.First; c != 0 {
			return c
		}
		return a.Target.First - b.Target.First
	})
	return out
}

// partyKey files parties so that the same are filed together.
func (s *Scene) partyKey(p Phrase) int {
	if p.Entity >= 0 {
		return p.Entity
	}
	return -1 - p.Head
}

func (s *Scene) sameParty(a, b Phrase) bool { return s.partyKey(a) == s.partyKey(b) }
