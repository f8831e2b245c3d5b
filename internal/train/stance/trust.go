package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/opinion"
)

// Bounds of what gets into the list of trust.
const (
	leastFills = 8   // times that a fill was seen
	leastShare = 0.1 // of them with a stance
)

// trustList counts how often fills of each kind show a stance in the stories, and
// writes the list. Shares are drawn toward 0 where there are few.
func trustList(docs []*doc) string {
	type tally struct{ right, all int }
	tallies := map[opinion.Trust]*tally{}
	for i := range docs {
		for _, c := range docs[i].pairs {
			if docs[i].kind != story || !c.framed || c.label < 0 {
				continue
			}
			t := tallies[c.trust]
			if t == nil {
				t = &tally{}
				tallies[c.trust] = t
			}
			t.all++
			if c.label == opinion.For && c.trust.Sign > 0 || c.label == opinion.Against && c.trust.Sign < 0 {
				t.right++
			}
		}
	}
	var rows []string
	for k, t := range tallies {
		share := float64(t.right+1) / float64(t.all+5)
		if t.all < leastFills || share < leastShare {
			continue
		}
		whose := "other"
		if k.Voice {
			whose = "speaker"
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%d\t%s\t%.2f\t%d", k.How, k.Class, k.Sign, whose, share, t.all))
	}
	slices.SortFunc(rows, cmp.Compare)
	return "how\tclass\tsign\twhose\tshare\tcount\n" + strings.Join(rows, "\n") + "\n"
}
