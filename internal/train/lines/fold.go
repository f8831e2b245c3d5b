package lines

import (
	"fmt"
	"strconv"
	"strings"
)

// Fold is one of N parts that examples are dealt into: those with a number that
// leaves I when divided by N. A model that has not seen a fold finds in it what
// it would find in any text, and makes as many errors; a later model learns from
// that what to expect. The zero value is empty. As the value of a flag it reads
// "1/4".
type Fold struct{ I, N int }

// Has reports whether example number i is in the fold.
func (f Fold) Has(i int) bool { return f.N > 0 && i%f.N == f.I }

// String is the fold as Set reads it, empty for the empty fold.
func (f Fold) String() string {
	if f.N == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", f.I, f.N)
}

// Set reads "1/4".
func (f *Fold) Set(s string) error {
	a, b, _ := strings.Cut(s, "/")
	i, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || i < 0 || i >= n {
		return fmt.Errorf("%q is no fold: want one like 1/4", s)
	}
	*f = Fold{i, n}
	return nil
}
