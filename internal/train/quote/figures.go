package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/quote"
)

// tally counts quotes.
type tally struct{ gold, found, content, right int }

func f1(right, found, gold int) float64 {
	return 200 * float64(right) / float64(max(1, found+gold))
}

// tallies counts what is found and at least as likely as this: all, and by the
// kind of the labelled quote, or of the one that was found where there is none.
func (c *course) tallies(least float64) (all tally, kinds [3]tally) {
	for s, quotes := range c.found {
		labelled := c.stories[s].Quotes
		for _, q := range labelled {
			all.gold++
			kinds[q.Kind].gold++
		}
		for _, q := range quotes {
			if q.said+q.p < 2*least {
				continue
			}
			kind := [...]quote.Kind{quote.Indirect, quote.Mixed, quote.Direct}[q.marked]
			if q.match >= 0 {
				kind = labelled[q.match].Kind
			}
			for _, t := range []*tally{&all, &kinds[kind]} {
				t.found++
				if q.match >= 0 {
					t.content++
				}
				if q.right {
					t.right++
				}
			}
		}
	}
	return all, kinds
}

// threshold returns how likely quotes must be to be given: so that the sum of F1
// for content and for content and speaker is best, or nearly: of thresholds that
// do as well the lowest, which leaves out the least.
func (c *course) threshold() (least float64) {
	var scores [60]float64
	for k := range scores {
		a, _ := c.tallies(float64(k) / 100)
		if k%5 == 0 {
			fmt.Fprintf(os.Stderr, "from %.2f on: content %.2f, all %.2f\n", float64(k)/100, f1(a.content, a.found, a.gold), f1(a.right, a.found, a.gold))
		}
		scores[k] = f1(a.content, a.found, a.gold) + f1(a.right, a.found, a.gold)
	}
	best := slices.Max(scores[:])
	for scores[int(math.Round(least*100))] < best-enough {
		least += 0.01
	}
	return least
}

// enough is how near to the best sum of F1 is as good.
const enough = 0.1

// figures tells how well quotes of at least a confidence are found.
func (c *course) figures(least float64) string {
	var b strings.Builder
	a, kinds := c.tallies(least)
	fmt.Fprintf(&b, "from %.2f on: half of the content %.2f, and the speaker %.2f", least, f1(a.content, a.found, a.gold), f1(a.right, a.found, a.gold))
	for k, t := range kinds {
		fmt.Fprintf(&b, "; %s %.2f, %.2f", quote.Kind(k), f1(t.content, t.found, t.gold), f1(t.right, t.found, t.gold))
	}
	fmt.Fprintf(&b, "; speaker of what is found %.2f %%", 100*float64(a.right)/float64(max(1, a.content)))
	return b.String()
}

// reliability prints how often quotes of a confidence are right.
func (c *course) reliability() {
	var n, right [10]int
	var sum [10]float64
	for _, quotes := range c.found {
		for _, q := range quotes {
			k := min(9, int(q.p*10))
			n[k]++
			sum[k] += q.p
			if q.right {
				right[k]++
			}
		}
	}
	for k := range n {
		if n[k] > 0 {
			fmt.Fprintf(os.Stderr, "| %.1f–%.1f | %d | %.2f | %.2f |\n", float64(k)/10, float64(k+1)/10, n[k], sum[k]/float64(n[k]), float64(right[k])/float64(n[k]))
		}
	}
}
