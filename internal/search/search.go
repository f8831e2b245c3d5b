// Package search searches in what is in order.
package search

// First returns the first of the numbers 0 to n−1 of which is says true, n where there is
// none, as sort.Search does: whatever is true of one is true of those behind it. It has no
// branch that depends on what is found, since half of those would be guessed wrong.
func First(n int, is func(i int) bool) int {
	first := 0 // all before it are not
	for n > 0 {
		half := int(uint(n+1) / 2)
		skip := 1
		if is(first + half - 1) {
			skip = 0
		}
		first += half & -skip
		n -= half
	}
	return first
}
