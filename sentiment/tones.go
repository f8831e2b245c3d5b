package sentiment

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/fixed"
	"github.com/seed05c9d22b/newstext/internal/opinion"
)

// entityMargin is how far the mean score of an entity must be from 0 to be no
// longer neutral.
const entityMargin = 0.15

// maxPlaces bounds the mentions of an entity whose tone is asked; the first of a
// story tell most.
const maxPlaces = 64

// tones makes the tone of each entity and of each span asked about.
func tones(s *opinion.Scene, targets []article.Span) []Tone {
	out := make([]Tone, 0, len(s.Entities)+len(targets))
	var t opinion.Tones
	var all []opinion.Share // of one target
	for _, e := range s.Entities {
		x := Tone{Entity: e.ID}
		all = all[:0]
		n := 0
		for _, m := range e.Mentions {
			if n == maxPlaces {
				break
			}
			first, end := s.WordsOf(m.Span)
			if first >= end || !s.Reads(first) {
				continue
			}
			p, shares := s.Judge(&t, first, end)
			x.Score += fixed.Round(p[opinion.Positive] - p[opinion.Negative])
			switch likeliest(p) {
			case Positive:
				x.Positive++
			case Negative:
				x.Negative++
			}
			all = append(all, rounded(shares)...)
			n++
		}
		if x.Places = n; n > 0 {
			x.Score = fixed.Round(x.Score / float64(n))
			x.Positive = fixed.Round(x.Positive / float64(n))
			x.Negative = fixed.Round(x.Negative / float64(n))
			for i := range all {
				all[i].Weight = fixed.Round(all[i].Weight / float64(n))
			}
		}
		x.Evidence = evidence(s, opinion.Strongest(joined(all), maxEvidence))
		switch {
		case x.Score > entityMargin:
			x.Label = Positive
		case x.Score < -entityMargin:
			x.Label = Negative
		}
		out = append(out, x)
	}
	for _, span := range targets {
		x := Tone{Entity: -1, Span: span}
		if first, end := s.WordsOf(span); !span.Empty() && first < end && end <= len(s.Words) {
			p, shares := s.Judge(&t, first, end)
			x.Score = fixed.Round(p[opinion.Positive] - p[opinion.Negative])
			x.Evidence = evidence(s, rounded(shares))
			x.Label = likeliest(p)
			x.Places = 1
			switch x.Label {
			case Positive:
				x.Positive = 1
			case Negative:
				x.Negative = 1
			}
		}
		out = append(out, x)
	}
	return out
}

// likeliest returns the label of the greatest probability.
func likeliest(p [3]float64) Label {
	switch {
	case p[opinion.Positive] > p[opinion.Neutral] && p[opinion.Positive] > p[opinion.Negative]:
		return Positive
	case p[opinion.Negative] > p[opinion.Neutral] && p[opinion.Negative] > p[opinion.Positive]:
		return Negative
	}
	return Neutral
}

// rounded rounds shares in place.
func rounded(shares []opinion.Share) []opinion.Share {
	for i := range shares {
		shares[i].Weight = fixed.Round(shares[i].Weight)
	}
	return shares
}

// evidence tells what words add to a tone.
func evidence(s *opinion.Scene, shares []opinion.Share) []Contribution {
	if len(shares) == 0 {
		return nil
	}
	out := make([]Contribution, len(shares))
	for i, x := range shares {
		w := &s.Words[x.Word]
		out[i] = Contribution{Span: w.Span, Term: w.Lower, Weight: x.Weight}
	}
	return out
}

// maxEvidence is how many words explain the tone of an entity.
const maxEvidence = 8

// joined joins shares of the same word, in order of the text. It works in place.
func joined(all []opinion.Share) []opinion.Share {
	for i := range all { // mentions in one sentence have words in common; the others are in order
		for k := i; k > 0 && all[k].Word < all[k-1].Word; k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
	out := all[:0]
	for _, x := range all {
		if n := len(out); n > 0 && out[n-1].Word == x.Word {
			out[n-1].Weight += x.Weight
			continue
		}
		out = append(out, x)
	}
	return out
}
