package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

// Trees know small whole numbers, 0 to boost.Most. What else figures are is made such
// numbers here: what lies outside of what they can hold is its end.

// flag is 1 for what is so.
func flag(v bool) uint8 {
	if v {
		return 1
	}
	return 0
}

// count is a number that is 0 or more.
func count(n int) uint8 { return uint8(min(max(n, 0), boost.Most)) }

// more counts one more.
func more(n *uint8) { *n = min(*n+1, boost.Most) }

// sign is a number of a few units on both sides of 0.
func sign(n int) uint8 { return count(n + 16) }

// tenths are log-odds, or a side, in tenths around 64.
func tenths(v float32) uint8 { return scaled(v, 10, 64) }

// valence is the sum of the valences of some words.
func valence(v float32) uint8 { return scaled(v, 32, 64) }

// quoteValence is the same of a quote, mostly of more words.
func quoteValence(v float32) uint8 { return scaled(v, 8, 32) }

// evidence is the sum of the probabilities of some words.
func evidence(v float32) uint8 { return scaled(v, 32, 0) }

// share is a fraction of 0 to 1, in 127ths.
func share(v float32) uint8 { return scaled(v, boost.Most, 0) }

// scaled is a number in units of so many a whole, above or below a zero.
func scaled(v, units, zero float32) uint8 {
	v = float32(v*units) + zero
	if v >= boost.Most {
		return boost.Most
	}
	return uint8(max(int32(v+0.5), 0))
}
