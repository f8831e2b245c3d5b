package boost

import "encoding/binary"

// Rows are up to [MostRows] rows, as an [Oblivious] reads them: eight by eight, of each
// feature a word, of each row a byte in it. They are asked together, so that a tree is
// fetched once for all of them. The zero value has none.
type Rows struct {
	n, width int
	last     [8][]uint8 // the last octet, until it is full
	words    [octets * octetFeatures]uint64
}

// MostRows is how many rows are asked together.
const MostRows = 8 * octets

const (
	octets        = 8
	octetFeatures = 256
	ones          = 0x0101010101010101
	tops          = ones << 7
)

// octet is eight rows.
type octet [octetFeatures]uint64

// Len is how many rows there are.
func (r *Rows) Len() int { return r.n }

// Clear forgets all rows.
func (r *Rows) Clear() { r.n = 0 }

// Add adds a row to less than [MostRows], which are all of one length, 8 to 256, and hold
// numbers of 0 to [Most]. Until they are cleared it must not change.
func (r *Rows) Add(row []uint8) {
	r.last[r.n&7], r.width = row, len(row)
	if r.n++; r.n&7 == 0 {
		r.turn()
	}
}

// close fills up the last octet, and returns how many there are.
func (r *Rows) close() int {
	if n := r.n % 8; n > 0 {
		for k := n; k < 8; k++ {
			r.last[k] = r.last[0]
		}
		r.turn()
	}
	return (r.n + 7) / 8
}

// octet returns one of them.
func (r *Rows) octet(k int) *octet { return (*octet)(r.words[k*r.width:]) }

// turn makes words of the rows of the last octet.
func (r *Rows) turn() {
	c := r.octet((r.n - 1) / 8)
	for f := 0; f < r.width; f += 8 {
		c.setEight(min(f, r.width-8), &r.last) // the last eight may be in part those before
	}
}

// setEight makes words of eight bytes of each row: the transpose of a square.
func (c *octet) setEight(f int, rows *[8][]uint8) {
	// With its end given a part of a row costs fewer checks.
	le := binary.LittleEndian
	a0, a4 := swap(le.Uint64(rows[0][f:f+8:f+8]), le.Uint64(rows[4][f:f+8:f+8]), 32, 0x00000000ffffffff)
	a1, a5 := swap(le.Uint64(rows[1][f:f+8:f+8]), le.Uint64(rows[5][f:f+8:f+8]), 32, 0x00000000ffffffff)
	a2, a6 := swap(le.Uint64(rows[2][f:f+8:f+8]), le.Uint64(rows[6][f:f+8:f+8]), 32, 0x00000000ffffffff)
	a3, a7 := swap(le.Uint64(rows[3][f:f+8:f+8]), le.Uint64(rows[7][f:f+8:f+8]), 32, 0x00000000ffffffff)
	a0, a2 = swap(a0, a2, 16, 0x0000ffff0000ffff)
	a1, a3 = swap(a1, a3, 16, 0x0000ffff0000ffff)
	a4, a6 = swap(a4, a6, 16, 0x0000ffff0000ffff)
	a5, a7 = swap(a5, a7, 16, 0x0000ffff0000ffff)
	a0, a1 = swap(a0, a1, 8, 0x00ff00ff00ff00ff)
	a2, a3 = swap(a2, a3, 8, 0x00ff00ff00ff00ff)
	a4, a5 = swap(a4, a5, 8, 0x00ff00ff00ff00ff)
	a6, a7 = swap(a6, a7, 8, 0x00ff00ff00ff00ff)
	to := (*[8]uint64)(c[f:])
	to[0], to[1], to[2], to[3] = a0, a1, a2, a3
	to[4], to[5], to[6], to[7] = a4, a5, a6, a7
}

// swap changes the parts of x that lie above those in the mask for those of y below.
func swap(x, y uint64, by uint, mask uint64) (uint64, uint64) {
	t := (x>>by ^ y) & mask
	return x ^ t<<by, y ^ t
}
