package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// result counts stances found and labelled.
type result struct{ right, pairs, found, gold int }

// String returns precision, recall and F1, and the F1 of pairs.
func (r result) String() string {
	p, q := float64(r.right)/float64(max(1, r.found)), float64(r.right)/float64(max(1, r.gold))
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f, pair F1 %.1f", 100*p, 100*q, 100*r.f1(), 200*float64(r.pairs)/float64(max(1, r.found+r.gold)))
}

func (r result) f1() float64 { return 2 * float64(r.right) / float64(max(1, r.found+r.gold)) }

// leastPrecision, in %, is what is asked of stances in single sentences, whatever
// their F1.
const leastPrecision = 62

// alike is a difference of F1, of all and of named stances together, that is chance.
const alike = 0.003

// measure tries thresholds on the stories and sentences, each judged by models
// that have not seen it, and returns the best for both and a table.
func (t *trainer) measure() (best [2]float64, report string) {
	var b strings.Builder
	topSentence := -1.0
	var at, sums []float64
	for th := 0.12; th < 0.6; th += 0.02 {
		var all, named, sentences result
		for _, d := range t.docs {
			switch d.kind {
			case story:
				d.measure(th, &all, &named)
			case sentence:
				d.measureSentence(th, &sentences)
			}
		}
		fmt.Fprintf(&b, "| %.2f | %s | %s | %s |\n", th, all, named, sentences)
		// Stances between named parties count twice: most readers want those.
		at, sums = append(at, th), append(sums, all.f1()+named.f1())
		if f := sentences.f1(); f > topSentence && sentences.right*100 >= leastPrecision*sentences.found {
			topSentence, best[1] = f, th
		}
	}
	// Of thresholds that are as good as the best, the highest: what is told is right more often.
	for i, v := range sums {
		if v >= slices.Max(sums)-alike {
			best[0] = at[i]
		}
	}
	b.WriteString("\n" + t.byPlace(best[0]))
	return best, b.String()
}

func (d *doc) measure(threshold float64, all, named *result) {
	out := slices.DeleteFunc(slices.Clone(d.ties), func(x tie) bool { return x.p < threshold })
	all.found += len(out)
	all.gold += len(d.Stances)
	for _, x := range out {
		if x.holder.entity >= 0 && x.target.entity >= 0 {
			named.found++
		}
	}
	triple, pair := make([]bool, len(out)), make([]bool, len(out))
	for i := range d.Stances {
		g := &d.Stances[i]
		both := g.Holder.Entity >= 0 && g.Target.Entity >= 0
		if both {
			named.gold++
		}
		gotTriple, gotPair := false, false
		for k, x := range out {
			if !d.agree(labelled(g.Holder), labelled(g.Target), x.holder, x.target) {
				continue
			}
			if !pair[k] && !gotPair {
				pair[k], gotPair = true, true
				all.pairs++
				if both {
					named.pairs++
				}
			}
			if !triple[k] && !gotTriple && (x.side < 0) == (g.Polarity == sentiment.Against) {
				triple[k], gotTriple = true, true
				all.right++
				if both {
					named.right++
					if x.holder.entity < 0 || x.target.entity < 0 {
						named.found++
					}
				}
			}
		}
	}
}

// measureSentence takes the likeliest stance between the two names.
func (d *doc) measureSentence(threshold float64, r *result) {
	a, b := article.Span{Start: d.A[0], End: d.A[1]}, article.Span{Start: d.B[0], End: d.B[1]}
	var ties []tie
	for _, x := range d.ties {
		if x.p >= threshold && d.sentenceLabel(a, b, x.holder, x.target) >= 0 {
			ties = append(ties, x)
		}
	}
	if d.Label > 0 {
		r.gold++
	}
	if len(ties) == 0 {
		return
	}
	r.found++
	x := slices.MaxFunc(ties, func(a, b tie) int { return cmp.Compare(a.p, b.p) })
	if l := d.sentenceLabel(a, b, x.holder, x.target); l > 0 {
		r.pairs++
		if (l == opinion.For) == (x.side > 0) {
			r.right++
		}
	}
}

// byPlace tells how many of the stances are found by where their evidence stands.
func (t *trainer) byPlace(threshold float64) string {
	places := []string{"headline", "speech", "elsewhere"}
	var counts [3]result
	for _, d := range t.docs {
		if d.kind != story {
			continue
		}
		for i := range d.Stances {
			g := &d.Stances[i]
			r := &counts[d.placeOf(g.Evidence[0])]
			r.gold++
			for _, x := range d.ties {
				if x.p >= threshold && d.agree(labelled(g.Holder), labelled(g.Target), x.holder, x.target) && (x.side < 0) == (g.Polarity == sentiment.Against) {
					r.right++
					break
				}
			}
		}
	}
	var b strings.Builder
	b.WriteString("Found at that threshold, by where the evidence stands:")
	for i, p := range places {
		fmt.Fprintf(&b, " %s %.1f %% of %d;", p, 100*float64(counts[i].right)/float64(max(1, counts[i].gold)), counts[i].gold)
	}
	return strings.TrimSuffix(b.String(), ";") + ".\n"
}

// placeOf puts evidence into a headline (0), somebody's speech (1), or elsewhere.
func (d *doc) placeOf(e article.Span) int {
	for b := range d.a.Blocks() {
		if b.Kind() == article.Headline && b.Span().Overlaps(e) {
			return 0
		}
	}
	for i := range d.quotes {
		for _, c := range d.quotes[i].Content {
			if c.Overlaps(e) {
				return 1
			}
		}
	}
	return 2
}
