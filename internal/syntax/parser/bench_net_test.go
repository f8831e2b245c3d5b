package parser

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkUnits adds up what ninety atoms say to the hidden units of a net whose
// rows fill some megabytes.
func BenchmarkUnits(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	n := newLayer(128, 3, 20000)
	for i := range n.index {
		n.index[i] = 1
	}
	n.begin(1, r)
	m, err := openLayer(b, n)
	if err != nil {
		b.Fatal(err)
	}
	atoms := make([]uint32, 90)
	for i := range atoms {
		atoms[i] = uint32(r.IntN(20000))
	}
	var units active
	for b.Loop() {
		m.units(atoms, &units)
	}
}
