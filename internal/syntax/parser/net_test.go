package parser

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// learned is a learner of small nets that has learned from two sentences.
func learned(t testing.TB, seed uint64) *NetLearner {
	t.Helper()
	tables := NewTables([]string{"dep", "nsubj", "obj", "root"})
	l := NewNetLearner(tables, 64, seed)
	l.Rate, l.Thin, l.Dropout, l.Explore = 0.05, 0.2, 0.1, 0.9
	var sentences [2]Sentence
	sentences[0].Read(sentence("Ministers/NOUN|NNS met/VERB|VBD farmers/NOUN|NNS"))
	sentences[1].Read(sentence("She/PRON|PRP left/VERB|VBD"))
	golds := [2]*Gold{
		{Head: []int32{0, 2, 0, 2}, Rel: []uint8{0, 1, 3, 2}},
		{Head: []int32{0, 2, 0}, Rel: []uint8{0, 1, 3}},
	}
	for i := range sentences {
		tables.See(&sentences[i], golds[i])
		l.Count(&sentences[i], golds[i])
	}
	l.Begin(1)
	for range 100 {
		for i := range sentences {
			l.Learn(&sentences[i], golds[i])
		}
	}
	l.Explore, l.Thin, l.Dropout = 0, 0, 0
	for i := range sentences {
		require.Zero(t, l.Learn(&sentences[i], golds[i]), "choices that are wrong in the end")
	}
	return l
}

func openLayer(t testing.TB, n *layer) (*net, error) {
	t.Helper()
	b, err := linear.Encode("net", n.sections("x"))
	require.NoError(t, err)
	f, err := linear.Open(string(b))
	require.NoError(t, err)
	return openNet(f, "x", uint32(len(n.index)), n.out)
}

// TestUnitsArePlainSums sees to it that adding eight bytes at a time is adding.
func TestUnitsArePlainSums(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, hidden := range []int{64, 128, mostUnits} {
		n := newLayer(hidden, 3, 5000)
		for i := range n.index {
			n.index[i] = int32(i % 3)
		}
		n.begin(1, r)
		for i := range n.w[hidden:] {
			n.w[hidden+i] = float32(r.Float64()*6 - 3)
		}
		for i := range n.bias {
			n.bias[i] = float32(r.Float64()*20 - 10)
		}
		m, err := openLayer(t, n)
		require.NoError(t, err)
		for _, count := range []int{0, 1, 90, 256} {
			atoms := make([]uint32, count)
			for i := range atoms {
				atoms[i] = uint32(r.IntN(5000))
			}
			var units active
			m.units(atoms, &units)
			var got [mostUnits]int32
			for i, u := range units.unit[:units.count] {
				got[u] = units.value[i]
			}
			for i := range hidden {
				want := m.bias[i]
				for _, a := range atoms {
					if row := int(binary.LittleEndian.Uint16(m.index[2*a:])); row > 0 {
						want += int32(m.rows[row*hidden+i]) - zero
					}
				}
				require.Equal(t, max(want, 0), got[i], "%d atoms, unit %d of %d", count, i, hidden)
			}
		}
	}
}

// TestScoresArePlainSums sees to it that two products in one number do not disturb each
// other.
func TestScoresArePlainSums(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	n := &net{hidden: 64, base: make([]int64, 32), pairs: make([]int64, 32*64+mostUnits)}
	var base, want, got [mostClasses]int32
	var weights [mostClasses][64]int32
	var units active
	for class := range weights {
		base[class] = r.Int32N(2e6) - 1e6
		n.base[class/2] += int64(base[class]) << (class % 2 * 32)
		for u := range weights[class] {
			weights[class][u] = r.Int32N(2e4) - 1e4
			n.pairs[class/2*64+u] += int64(weights[class][u]) << (class % 2 * 32)
		}
	}
	for u := range 64 {
		units.count = units.add(units.count, u, r.Int32N(4000)-2000)
	}
	for _, mask := range []uint64{0, 1, 2, 7, 1 << 63, 0xf0f0_5a5a_8001_0000, math.MaxUint64} {
		n.scores(mask, &units, &got)
		for class := range weights {
			want[class] = base[class]
			for i, u := range units.unit[:units.count] {
				want[class] += units.value[i] * weights[class][u]
			}
			if mask>>class&1 != 0 {
				require.Equal(t, want[class], got[class], "class %d of %x", class, mask)
			}
		}
	}
}

func TestNetsLearnTheSameTwice(t *testing.T) {
	a, b, other := learned(t, 1).Sections("main", 1000, 1000), learned(t, 1).Sections("main", 1000, 1000), learned(t, 2).Sections("main", 1000, 1000)
	assert.Equal(t, a, b)
	assert.NotEqual(t, a, other, "with another seed")
}

func TestNetsInWholeNumbersChooseTheSame(t *testing.T) {
	l := learned(t, 1)
	m, err := openLayer(t, l.transitions)
	require.NoError(t, err)
	w := &weights{transitions: m}
	var s Sentence
	s.Read(sentence("Farmers/NOUN|NNS met/VERB|VBD ministers/NOUN|NNS"))
	p := &l.pass
	p.begin(&s)
	for !p.config.done() {
		ok := p.config.legal()
		action, single := only(ok)
		if !single {
			action = l.Transition(p, ok)
			assert.Equal(t, action, w.transition(p, ok))
		}
		p.apply(action, 0)
	}
}

func TestPruningKeepsWhatMatters(t *testing.T) {
	n := newLayer(64, 3, 4)
	n.count([]uint32{0, 0, 0, 1, 2, 2, 2, 3})
	n.begin(1, rand.New(rand.NewPCG(1, 1)))
	for i := range n.w[64:] {
		n.w[64+i] = 1
	}
	n.w[3*64] = 3 // the row of atom 2
	kept := slices.Clone(n.w[3*64 : 4*64])
	n.prune(2)
	assert.Equal(t, []int32{1, 0, 2, 0}, n.index)
	assert.Equal(t, kept, n.w[2*64:])
	assert.Equal(t, []int32{0, 3, 3}, n.seen)
}

func TestDamagedNetsAreRefused(t *testing.T) {
	n := learned(t, 1).transitions
	sections := n.sections("x")
	_, err := openLayer(t, n)
	require.NoError(t, err)
	for name, damage := range map[string]func([]linear.Section) []linear.Section{
		"no head":                   func(s []linear.Section) []linear.Section { return s[1:] },
		"a head cut off":            func(s []linear.Section) []linear.Section { s[0].Data = s[0].Data[:40]; return s },
		"too many units":            func(s []linear.Section) []linear.Section { s[0].Data[1] = 8; return s },
		"units not in blocks":       func(s []linear.Section) []linear.Section { s[0].Data[0] = 96; return s },
		"another number of classes": func(s []linear.Section) []linear.Section { s[0].Data[4] = 9; return s },
		"atoms missing":             func(s []linear.Section) []linear.Section { s[1].Data = s[1].Data[:100]; return s },
		"a row that is not there":   func(s []linear.Section) []linear.Section { s[1].Data[21] = 255; return s },
		"half a row":                func(s []linear.Section) []linear.Section { s[2].Data = s[2].Data[:len(s[2].Data)-8]; return s },
		"no rows":                   func(s []linear.Section) []linear.Section { return s[:2] },
	} {
		t.Run(name, func(t *testing.T) {
			damaged := slices.Clone(sections)
			for i := range damaged {
				damaged[i].Data = slices.Clone(damaged[i].Data)
			}
			b, err := linear.Encode("net", damage(damaged))
			require.NoError(t, err)
			f, err := linear.Open(string(b))
			require.NoError(t, err)
			_, err = openNet(f, "x", uint32(len(n.index)), n.out)
			require.ErrorIs(t, err, linear.ErrDamaged)
			assert.Contains(t, err.Error(), "section \"x.")
		})
	}
}
