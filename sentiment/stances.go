package sentiment

import (
	"math"

	"github.com/seed05c9d22b/newstext/internal/fixed"
	"github.com/seed05c9d22b/newstext/internal/opinion"
)

// stances makes the stances of what is found in a scene.
func stances(s *opinion.Scene) List {
	found := s.Stances()
	if len(found) == 0 {
		return nil
	}
	n := 0
	for i := range found {
		n += len(found[i].Reasons)
	}
	out, reasons := make(List, 0, len(found)), make([]Reason, 0, n)
	for i := range found {
		f := &found[i]
		x := Stance{
			Holder: party(s, f.Holder), Target: party(s, f.Target),
			Polarity: For, Evidence: f.Evidence, Frame: f.Frame, Flags: flags(f),
		}
		if f.Class == opinion.Against {
			x.Polarity = Against
		}
		x.Strength = strength(f)
		if len(f.Reasons) > 0 {
			from := len(reasons)
			for _, r := range f.Reasons {
				reasons = append(reasons, Reason{r.What, math.Round(100*float64(r.Weight)) / 100})
			}
			x.Reasons = reasons[from:len(reasons):len(reasons)]
		}
		out = append(out, x)
	}
	return out
}

func party(s *opinion.Scene, p opinion.Phrase) Party {
	return Party{Entity: p.Entity, Span: s.SpanOf(p), Author: p.IsAuthor()}
}

func flags(f *opinion.Found) Flags {
	var out Flags
	if f.Negated {
		out |= Negated
	}
	if f.Hedged {
		out |= Hedged
	}
	if f.Conditional {
		out |= Conditional
	}
	if f.Questioned {
		out |= Questioned
	}
	if f.Quoted {
		out |= Quoted
	}
	return out
}

// strength is how plain a stance is: the probability that it is one, damped by
// what weakens it.
func strength(f *opinion.Found) float64 {
	v := f.Probability
	if f.Negated {
		v *= 0.7
	}
	if f.Hedged {
		v *= 0.8
	}
	if f.Conditional {
		v *= 0.8
	}
	if f.Questioned {
		v *= 0.7
	}
	return fixed.Round(max(0.05, min(1, v)))
}
