package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// result counts stances found and labelled.
type result struct{ right, pairs, found, gold int }

// String returns precision, recall and F1, and the F1 of pairs.
func (r result) String() string {
	p, q := float64(r.right)/float64(max(1, r.found)), float64(r.right)/float64(max(1, r.gold))
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f, pair F1 %.1f", 100*p, 100*q, 200*p*q/max(1e-9, p+q), 200*float64(r.pairs)/float64(max(1, r.found+r.gold)))
}

// measure counts the stances found above a threshold; mode 1 those within
// sentences only, mode 2 those of speakers only.
func (d *doc) measure(threshold float64, mode int, r *result) {
	cs := slices.Clone(d.pairs)
	slices.SortStableFunc(cs, func(a, b candidate) int { return cmp.Compare(b.p[1]+b.p[2], a.p[1]+a.p[2]) })
	var all []candidate
	for _, c := range cs {
		if mode == 1 && c.voice || mode == 2 && !c.voice || c.p[1]+c.p[2] < 0.03 {
			continue
		}
		i := slices.IndexFunc(all, func(x candidate) bool { return x.key == c.key })
		if i < 0 {
			all = append(all, c)
			continue
		}
		x := &all[i]
		x.p[1] = 1 - (1-x.p[1])*(1-c.p[1])
		x.p[2] = 1 - (1-x.p[2])*(1-c.p[2])
	}
	out := slices.DeleteFunc(all, func(c candidate) bool { return c.p[1]+c.p[2] < threshold })
	r.found += len(out)
	r.gold += len(d.Stances)
	triple, pair := make([]bool, len(out)), make([]bool, len(out))
	for _, g := range d.Stances {
		gotTriple, gotPair := false, false
		for i, c := range out {
			if !agrees(d.Text, d.Entities, d.found, labelled(g.Holder), c.holder) || !agrees(d.Text, d.Entities, d.found, labelled(g.Target), c.target) {
				continue
			}
			if !pair[i] && !gotPair {
				pair[i], gotPair = true, true
				r.pairs++
			}
			if !triple[i] && !gotTriple && (c.p[opinion.Against] > c.p[opinion.For]) == (g.Polarity == sentiment.Against) {
				triple[i], gotTriple = true, true
				r.right++
			}
		}
	}
}
