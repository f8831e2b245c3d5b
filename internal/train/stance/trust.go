package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/opinion"
)

// Bounds of what gets into the list of trust.
const (
	leastFills = 8   // times that a fill was seen
	leastShare = 0.1 // of them with a stance
)

// drawn is how many fills of a lemma weigh as much as its class does.
const drawn = 4

// trusts counts how often fills of each kind show a stance in the stories, but for
// those of a fold. Shares are drawn toward 0, or toward that of the class, where
// there are few.
func trusts(docs []*doc, fold int) (shares opinion.Trusts, counts map[opinion.Trust]int) {
	type tally struct{ right, all int }
	tallies := map[opinion.Trust]tally{}
	for _, d := range docs {
		if d.kind != story || d.group == fold {
			continue
		}
		for _, c := range d.pairs {
			if !c.framed || c.label < 0 {
				continue
			}
			right := c.label == opinion.For && c.trust.Sign > 0 || c.label == opinion.Against && c.trust.Sign < 0
			class := c.trust
			class.Lemma = ""
			for _, k := range []opinion.Trust{c.trust, class} {
				t := tallies[k]
				t.all++
				if right {
					t.right++
				}
				tallies[k] = t
				if c.trust == class {
					break
				}
			}
		}
	}
	shares, counts = opinion.Trusts{}, map[opinion.Trust]int{}
	for k, t := range tallies {
		class := k
		class.Lemma = ""
		of := tallies[class]
		share := float64(of.right+1) / float64(of.all+5)
		if k.Lemma != "" {
			share = (float64(t.right) + drawn*share) / float64(t.all+drawn)
		}
		if t.all >= leastFills && (share >= leastShare || k.Lemma != "") {
			shares[k], counts[k] = math.Round(100*share)/100, t.all
		}
	}
	return shares, counts
}

// trustList writes the list of trust.
func trustList(docs []*doc) string {
	shares, counts := trusts(docs, -1)
	var rows []string
	for k, share := range shares {
		whose := "other"
		if k.Voice {
			whose = "speaker"
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%d\t%s\t%.2f\t%d", k.How, k.Class, k.Lemma, k.Sign, whose, share, counts[k]))
	}
	slices.SortFunc(rows, cmp.Compare)
	return "how\tclass\tlemma\tsign\twhose\tshare\tcount\n" + strings.Join(rows, "\n") + "\n"
}
