package main

import (
	"fmt"
	"math"
	"os"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// judged is a quote that was found: how sure the choices were, and whether it is
// right.
type judged struct {
	p     float64
	right bool
}

// calibrate fits the confidence to the stories of a file: the log odds of being
// right as a straight line over the log odds of the choices. It prints the
// reliability table of the card.
func (t *trainer) calibrate(data []byte, path string) error {
	f, err := linear.Open(string(data))
	if err != nil {
		return err
	}
	m, err := attribution.OpenModel(f)
	if err != nil {
		return err
	}
	var all []judged
	err = eachStory(path, func(s *story) error {
		gold := s.goldFound()
		for _, q := range m.Find(s.article, s.found) {
			all = append(all, judged{q.P, rightQuote(q, gold)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	t.slope, t.offset = fit(all)
	reliability(all, t.slope, t.offset)
	return nil
}

// rightQuote reports whether a labelled quote has half of the content of q, and
// the same speaker.
func rightQuote(q attribution.Quote, gold []attribution.Gold) bool {
	for _, g := range gold {
		common := 0
		for _, a := range q.Content {
			for _, b := range g.Content {
				common += max(0, min(a.End, b.End)-max(a.Start, b.Start))
			}
		}
		if 2*common < length(q.Content) || 2*common < length(g.Content) {
			continue
		}
		if len(g.Entities) > 0 {
			for _, x := range g.Entities {
				for _, y := range q.Speaker.Entities {
					if x == y {
						return true
					}
				}
			}
			continue
		}
		if g.Speaker.Empty() && !g.Lost {
			return q.Speaker.Words.Empty() && len(q.Speaker.Entities) == 0
		}
		return g.Speaker.Overlaps(q.Speaker.Words)
	}
	return false
}

func length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// fit is logistic regression with one variable, by Newton's method.
func fit(all []judged) (slope, offset float64) {
	slope = 1
	for range 25 {
		var g0, g1, h00, h01, h11 float64
		h00, h11 = 1e-6, 1e-6
		for _, j := range all {
			x := attribution.LogOdds(j.p)
			p := 1 / (1 + math.Exp(-slope*x-offset))
			d := p
			if j.right {
				d--
			}
			g1, g0 = g1+d*x, g0+d
			w := p * (1 - p)
			h11, h01, h00 = h11+w*x*x, h01+w*x, h00+w
		}
		det := h11*h00 - h01*h01
		slope -= (g1*h00 - g0*h01) / det
		offset -= (g0*h11 - g1*h01) / det
	}
	return slope, offset
}

// reliability prints how often quotes of a confidence are right.
func reliability(all []judged, slope, offset float64) {
	var n, right [10]int
	var sum [10]float64
	for _, j := range all {
		c := 1 / (1 + math.Exp(-slope*attribution.LogOdds(j.p)-offset))
		k := min(9, int(c*10))
		n[k]++
		sum[k] += c
		if j.right {
			right[k]++
		}
	}
	fmt.Fprintf(os.Stderr, "confidence: slope %.3f, offset %.3f\n", slope, offset)
	for k := range n {
		if n[k] > 0 {
			fmt.Fprintf(os.Stderr, "| %.1f–%.1f | %d | %.2f | %.2f |\n", float64(k)/10, float64(k+1)/10, n[k], sum[k]/float64(n[k]), float64(right[k])/float64(n[k]))
		}
	}
}
