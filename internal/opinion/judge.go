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

// Thresholds on the probability that there is a stance, all the places of a pair
// in the story taken together; tuned by cross-validation on the training stories.
const (
	pairThreshold  = 0.30
	voiceThreshold = 0.30
	least          = 0.03 // places less probable do not count
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

	odds odds
}

// Stances returns the stances of a story in order of their evidence. Where a
// pair is found several times the strongest counts and the others add evidence.
func (s *Scene) Stances() []Found {
	var out []Found
	pair, voice := pairModel(), voiceModel()
	pairs, voices := pairGate(), voiceGate()
	var scores linear.Scores
	f := &s.features
	s.Pairs(func(p Pair) {
		m, gate, threshold := pair, pairs, pairThreshold
		if p.Voice {
			m, gate, threshold = voice, voices, voiceThreshold
		}
		var o odds
		if sign := s.ownFill(&p); sign != 0 {
			o = ownOdds(sign)
		} else {
			_, framed := s.FillOf(&p)
			if s.GateFeatures(f, &p); !framed && !passes(gate, &scores, f) {
				return
			}
			s.Features(f, &p)
			o = judge(m, &scores, f)
			s.trust(&o, &p)
		}
		if o[For]+o[Against] < least {
			return
		}
		x := Found{Pair: p, odds: o}
		x.settle()
		if x.Probability >= threshold/2 {
			s.explain(&x, m, f)
		}
		out = append(out, x)
	})
	return s.merge(out)
}

// ownFill returns the sign of a frame of the caller's that holds both parties.
func (s *Scene) ownFill(p *Pair) int {
	for i := range s.fills {
		x := &s.fills[i]
		if x.Frame.Own && x.Holder >= 0 && !p.Voice && s.covers(&p.Holder, x.Holder) && s.covers(&p.Target, x.Target) {
			return x.Sign
		}
	}
	return 0
}

// ownOdds are the odds of a stance that a caller's frame shows.
func ownOdds(sign int) odds {
	if sign > 0 {
		return odds{0.1, 0.9, 0}
	}
	return odds{0.1, 0, 0.9}
}

// settle takes the side that is more probable.
func (x *Found) settle() {
	x.Class = For
	if x.odds[Against] > x.odds[For] {
		x.Class = Against
	}
	x.Probability = min(1, x.some())
}

// explain finds the word that shows a stance, and what weakens it.
func (s *Scene) explain(x *Found, m *linear.Model, f *Features) {
	first, end := x.Sentence.First, x.Sentence.End
	at := -1
	if fill, ok := s.FillOf(&x.Pair); ok && fill.Sign > 0 == (x.Class == For) {
		at, x.Frame = fill.Trigger, fill.Frame.Lemma
	} else {
		at = s.weightiest(x, m, f)
	}
	x.Trigger = at
	w := &s.Words[at]
	if x.Frame == "" {
		x.Frame = w.Lower
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

// weightiest returns the word whose features say most for a stance, one with a
// frame before others, or the target's head where none does.
func (s *Scene) weightiest(x *Found, m *linear.Model, f *Features) int {
	first := max(x.Sentence.First, x.Target.First-2*window)
	words := make([]float64, min(x.Sentence.End, x.Target.End+2*window)-first)
	contributions(m, f, x.Class, None, first, words)
	best, at := 0.0, x.Target.Head
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
	return at
}

// merge joins what is found of the same two parties, the most probable first,
// and sorts by evidence.
func (s *Scene) merge(all []Found) []Found {
	s.compete(all)
	var countries map[string]int
	for i := range all {
		all[i].Holder.Entity = s.actor(&all[i].Holder, &countries)
	}
	var out []Found
	byParty := map[[2]uint64]int{}
	for _, x := range all {
		k := [2]uint64{s.PartyKey(x.Holder), s.PartyKey(x.Target)}
		i, ok := byParty[k]
		if !ok {
			byParty[k] = len(out)
			out = append(out, x)
			continue
		}
		y := &out[i]
		// Several places speak for it independently.
		for c := For; c <= Against; c++ {
			y.odds[c] = 1 - (1-y.odds[c])*(1-x.odds[c])
		}
		if y.Evidence == nil {
			y.Frame, y.Trigger = x.Frame, x.Trigger
		}
		if x.Class == y.Class && x.Evidence != nil && !slices.Contains(y.Evidence, x.Evidence[0]) && len(y.Evidence) < 8 {
			y.Evidence = append(y.Evidence, x.Evidence[0])
		}
	}
	for i := range out {
		out[i].settle()
	}
	out = slices.DeleteFunc(out, func(x Found) bool {
		threshold := pairThreshold
		if x.Voice {
			threshold = voiceThreshold
		}
		return x.odds[For]+x.odds[Against] < threshold || x.Evidence == nil
	})
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

// PartyKey is the same for phrases that stand for the same party: names of one
// entity, and words with the same head.
func (s *Scene) PartyKey(p Phrase) uint64 {
	switch {
	case p.Entity >= 0:
		return uint64(p.Entity)
	case p.Head >= 0:
		return s.Words[p.Head].ID | 1<<63
	}
	return 1<<63 - 1
}
