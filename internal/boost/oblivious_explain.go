package boost

// Explainer tells what kinds of features gave how much to the score of an [Oblivious]:
// on the way to a leaf, each step's change of the expected value counts for the feature
// that was asked (Saabas 2014). What the kinds gave and what the roots of the trees
// expect sum up to the score. It is safe for concurrent use.
type Explainer struct {
	model *Oblivious
	kinds int
	parts [][treeLeaves]packed // by tree and leaf, what the kinds gave
}

// packed is a number a kind, three in a word of 64 bits: v₀ + v₁·2²¹ + v₂·2⁴², so that
// three are added at a time.
type packed [3]int64

const (
	maxKinds  = 9
	partBits  = 21
	lowestBit = 64 - partBits
)

// Explainer makes one; of has the kind of each feature, below kinds, which are 9 at
// most.
func (m *Oblivious) Explainer(of []uint8, kinds int) *Explainer {
	e := &Explainer{model: m, kinds: min(kinds, maxKinds), parts: make([][treeLeaves]packed, len(m.trees))}
	for i := range m.trees {
		for leaf := range treeLeaves {
			value := int32(m.means[i][1])
			for l, f := range m.trees[i].feature {
				next := m.valueAt(i, leaf)
				if l+1 < treeDepth {
					next = int32(m.means[i][onWay(l+1, leaf)])
				}
				k := of[f] % maxKinds
				e.parts[i][leaf][k/3] += (int64(next) - int64(value)) << (k % 3 * partBits)
				value = next
			}
		}
	}
	return e
}

// onWay is the inner node of a level through which the way to a leaf leads.
func onWay(level, leaf int) int { return 1<<level | leaf&(1<<level-1) }

// Explain sets, for each of the rows of an octet, what the kinds gave: sums has a slice
// a row, with a place for each kind.
func (e *Explainer) Explain(sums [][]float32, c *Octet) {
	sums = sums[:min(len(sums), 8)]
	var all [8]packed
	var at reached
	for trees, parts := e.model.trees, e.parts; len(trees) > 0; {
		n := min(len(trees), len(parts), chunk)
		at.reach(trees[:n], c)
		for i := range parts[:n] {
			for k := range sums {
				p, to := &parts[i][at[i][k%8]%treeLeaves], &all[k%8]
				to[0] += p[0]
				to[1] += p[1]
				to[2] += p[2]
			}
		}
		trees, parts = trees[n:], parts[n:]
	}
	for k := range sums {
		for kind := range min(e.kinds, len(sums[k])) {
			sums[k][kind] = inOdds(all[k].take(kind))
		}
	}
}

// take takes the number of a kind, when those before it are taken.
func (p *packed) take(kind int) int32 {
	w := &p[kind/3]
	v := *w << lowestBit >> lowestBit
	*w = (*w - v) >> partBits
	return int32(v)
}
