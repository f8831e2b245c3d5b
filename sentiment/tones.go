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
	told := make(evidences, 0, averageEvidence*cap(out))
	for i := range s.Entities {
		e := &s.Entities[i]
		x := Tone{Entity: e.ID}
		for _, m := range e.Mentions {
			if x.Places == maxPlaces {
				break
			}
			k, first, end := s.Place(m.Span)
			if first == end || !s.Reads(k) {
				continue
			}
			x.judged(s.Judge(k, first, end))
		}
		if n := float64(x.Places); n > 0 {
			x.Score = fixed.Round(x.Score / n)
			x.Positive = fixed.Round(x.Positive / n)
			x.Negative = fixed.Round(x.Negative / n)
			x.Evidence = told.of(s, s.Shares(maxEvidence), n)
		}
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
		if k, first, end := s.Place(span); first < end {
			x.Label = x.judged(s.Judge(k, first, end))
			x.Evidence = told.of(s, s.Shares(maxSpanEvidence), 1)
		}
		out = append(out, x)
	}
	return out
}

// judged counts one more place, and returns its label.
func (x *Tone) judged(p [3]float64, score float64) Label {
	x.Places++
	x.Score += score
	label := likeliest(p)
	switch label {
	case Positive:
		x.Positive++
	case Negative:
		x.Negative++
	}
	return label
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

// How many words explain the tone of an entity and of a span.
const (
	maxEvidence     = 8
	maxSpanEvidence = 6
	averageEvidence = 6
)

// evidences are what the words of a story add to its tones.
type evidences []Contribution

// of tells what words add to a tone that is the mean over n places.
func (x *evidences) of(s *opinion.Scene, shares []opinion.Share, n float64) []Contribution {
	if len(shares) == 0 {
		return nil
	}
	from := len(*x)
	for _, share := range shares {
		*x = append(*x, Contribution{Span: s.Words[share.Word].Span, Term: s.Term(share.Word), Weight: fixed.Round(share.Weight / n)})
	}
	return (*x)[from:len(*x):len(*x)]
}
