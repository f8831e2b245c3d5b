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
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f, pair F1 %.1f", 100*p, 100*q, 100*r.f1(), 100*r.pairF1())
}

func (r result) pairF1() float64 { return 2 * float64(r.pairs) / float64(max(1, r.found+r.gold)) }

func (r result) f1() float64 { return 2 * float64(r.right) / float64(max(1, r.found+r.gold)) }

// leastPrecision, in %, is what is asked of stances in single sentences, whatever
// their F1.
const leastPrecision = 62

// alike is a difference of F1, of all stances, all pairs and named stances together,
// that is chance.
const alike = 0.003

// steps are the thresholds that are tried.
func steps() (out []float64) {
	for th := 0.12; th < 0.6; th += 0.02 {
		out = append(out, th)
	}
	return out
}

// measure tries thresholds on the stories and sentences, each judged by models
// that have not seen it, and returns the best and a table: for stances between
// named parties, for others, and for single sentences.
func (t *trainer) measure() (best [3]float64, report string) {
	var b strings.Builder
	topSentence := -1.0
	inParallel(len(t.docs), func(i int) {
		if d := t.docs[i]; d.measured() {
			d.match()
		}
	})
	for _, th := range steps() {
		all, named := t.measureStories(th, th)
		var sentences result
		for _, d := range t.docs {
			if d.kind == sentence {
				d.measureSentence(th, &sentences)
			}
		}
		fmt.Fprintf(&b, "| %.2f | %s | %s | %s |\n", th, all, named, sentences)
		if f := sentences.f1(); f > topSentence && sentences.right*100 >= leastPrecision*sentences.found {
			topSentence, best[2] = f, th
		}
	}
	// Of thresholds that are as good as the best, the highest: what is told is right
	// more often. Stances between named parties count twice: most readers want those.
	grid := steps()
	sums := make([]float64, len(grid)*len(grid))
	inParallel(len(sums), func(i int) {
		all, named := t.measureStories(grid[i/len(grid)], grid[i%len(grid)])
		sums[i] = all.f1() + all.pairF1() + named.f1()
	})
	for i, v := range sums {
		if n, w := grid[i/len(grid)], grid[i%len(grid)]; v >= slices.Max(sums)-alike && n+w >= best[0]+best[1] {
			best[0], best[1] = n, w
		}
	}
	all, named := t.measureStories(best[0], best[1])
	fmt.Fprintf(&b, "\nAt %.2f between named parties and %.2f otherwise: all %s; named %s\n", best[0], best[1], all, named)
	b.WriteString("\n" + t.byPlace(best[0], best[1]))
	return best, b.String()
}

func (t *trainer) measureStories(named, words float64) (all, both result) {
	for _, d := range t.docs {
		if d.measured() {
			d.measure(named, words, &all, &both)
		}
	}
	return all, both
}

// match notes for each label which ties agree with it.
func (d *doc) match() {
	d.matches = make([][]int, len(d.Stances))
	for i := range d.Stances {
		g := &d.Stances[i]
		for k, x := range d.ties {
			if d.agree(labelled(g.Holder), labelled(g.Target), x.holder, x.target) {
				d.matches[i] = append(d.matches[i], k)
			}
		}
	}
}

// told reports whether a tie is likely enough.
func (x *tie) told(named, words float64) bool {
	if x.named() {
		return x.p >= named
	}
	return x.p >= words
}

func (x *tie) named() bool { return x.holder.entity >= 0 && x.target.entity >= 0 }

func (d *doc) measure(namedThreshold, wordsThreshold float64, all, named *result) {
	all.gold += len(d.Stances)
	told := make([]bool, len(d.ties))
	for k := range d.ties {
		x := &d.ties[k]
		if told[k] = x.told(namedThreshold, wordsThreshold); told[k] {
			all.found++
			if x.named() {
				named.found++
			}
		}
	}
	triple, pair := make([]bool, len(d.ties)), make([]bool, len(d.ties))
	for i := range d.Stances {
		g := &d.Stances[i]
		both := g.Holder.Entity >= 0 && g.Target.Entity >= 0
		if both {
			named.gold++
		}
		gotTriple, gotPair := false, false
		for _, k := range d.matches[i] {
			x := &d.ties[k]
			if !told[k] {
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
					if !x.named() {
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
func (t *trainer) byPlace(named, words float64) string {
	places := []string{"headline", "speech", "elsewhere"}
	var counts [3]result
	for _, d := range t.docs {
		if !d.measured() {
			continue
		}
		for i := range d.Stances {
			g := &d.Stances[i]
			r := &counts[d.placeOf(g.Evidence[0])]
			r.gold++
			for _, k := range d.matches[i] {
				if x := &d.ties[k]; x.told(named, words) && (x.side < 0) == (g.Polarity == sentiment.Against) {
					r.right++
					break
				}
			}
		}
	}
	var b strings.Builder
	b.WriteString("Found at these thresholds, by where the evidence stands:")
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
