// Package fixed makes fractions the same on every machine.
package fixed

import "math"

// Round returns x to six places. Processors differ in the last bits of a fraction:
// some multiply and add in one step, and exponentials are worked out in several ways.
// What leaves the library, or is compared with other fractions, is rounded first.
func Round(x float64) float64 { return math.Round(x*1e6) / 1e6 }
