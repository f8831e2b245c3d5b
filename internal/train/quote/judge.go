package main

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/attribution"
)

// match returns for each quote that was found the place of the labelled one with
// which it shares at least half of the content of both, −1 where there is none.
// Of several the one that shares the most counts.
func match(found []attribution.Quote, gold []attribution.Gold) []int {
	out := make([]int, len(found))
	taken := make([]bool, len(gold))
	share := make([]float64, len(gold)) // of the best so far
	by := make([]int, len(gold))
	for i, q := range found {
		out[i] = -1
		for j, g := range gold {
			common := 0
			for _, a := range q.Content {
				for _, b := range g.Content {
					common += max(0, min(a.End, b.End)-max(a.Start, b.Start))
				}
			}
			if 2*common < length(q.Content) || 2*common < length(g.Content) {
				continue
			}
			f := 2 * float64(common) / float64(length(q.Content)+length(g.Content))
			if taken[j] && share[j] >= f {
				continue
			}
			if taken[j] {
				out[by[j]] = -1
			}
			if out[i] >= 0 {
				taken[out[i]] = false
			}
			taken[j], share[j], by[j], out[i] = true, f, i, j
			break
		}
	}
	return out
}

// rightSpeaker reports whether a quote has the speaker of the labelled one.
func rightSpeaker(q attribution.Quote, g attribution.Gold) bool {
	for _, x := range g.Entities {
		for _, y := range q.Speaker.Entities {
			if x == y {
				return true
			}
		}
	}
	switch {
	case len(g.Entities) > 0 || g.Lost:
		return false
	case g.Speaker.Empty():
		return q.Speaker.Words.Empty() && len(q.Speaker.Entities) == 0
	}
	return g.Speaker.Overlaps(q.Speaker.Words)
}

func length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
