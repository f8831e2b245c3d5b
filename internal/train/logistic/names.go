package logistic

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
)

// Top writes the features with the largest differences between two classes, as
// the rows of a table, by the names that name gives them; features without a
// name are left out.
func (m *Weights) Top(w io.Writer, n, class, against int, name func(uint64) string) {
	fs := m.Features()
	diff := func(f Feature) float64 { return float64(f.Weights[class] - f.Weights[against]) }
	slices.SortStableFunc(fs, func(a, b Feature) int { return cmp.Compare(math.Abs(diff(b)), math.Abs(diff(a))) })
	for _, f := range fs {
		if n == 0 {
			return
		}
		if s := name(f.Hash); s != "" {
			fmt.Fprintf(w, "| %s | %+.2f | %d |\n", s, diff(f), f.Count)
			n--
		}
	}
}
