package boost

// Explainer tells what kinds of features gave how much to the score of an [Oblivious]:
// on the way to a leaf, each step's change of the expected value counts for the feature
// that was asked (Saabas 2014). What the kinds gave and what the roots of the trees
// expect sum up to the score. It is safe for concurrent use.
type Explainer struct {
	model *Oblivious
	base  int32                       // the score where no kind gives anything
	gave  [][treeLeaves][2]threeKinds // by tree and leaf, what the kinds gave but the first, which is what is left
}

// MaxKinds is how many kinds of features there may be.
const MaxKinds = 7

// Parts are what the kinds gave to a score.
type Parts [MaxKinds]float32

// threeKinds is a number a kind, three in a word of 64 bits: v₀ + v₁·2²¹ + v₂·2⁴², so
// that three are added at a time.
type threeKinds int64

const (
	partBits  = 21
	lowestBit = 64 - partBits
)

// Explainer makes one; of has the kind of each feature, below MaxKinds.
func (m *Oblivious) Explainer(of []uint8) *Explainer {
	e := &Explainer{model: m, base: m.bias, gave: make([][treeLeaves][2]threeKinds, len(m.trees))}
	for i := range m.trees {
		e.base += int32(m.means[i][1])
		for leaf := range treeLeaves {
			value := int32(m.means[i][1])
			for l, f := range m.trees[i].feature {
				next := m.valueAt(i, leaf)
				if l+1 < treeDepth {
					next = int32(m.means[i][onWay(l+1, leaf)])
				}
				if k := of[f] % MaxKinds; k > 0 {
					e.gave[i][leaf][(k-1)/3] += threeKinds(next-value) << ((k - 1) % 3 * partBits)
				}
				value = next
			}
		}
	}
	return e
}

// onWay is the inner node of a level through which the way to a leaf leads.
func onWay(level, leaf int) int { return 1<<level | leaf&(1<<level-1) }

// Explain sets what the kinds gave to each of the rows of an octet.
func (e *Explainer) Explain(of []Parts, c *Octet) {
	of = of[:min(len(of), 8)]
	var at reached
	var scores [8]int32
	var all [8][2]threeKinds
	trees, values, gave := e.model.trees, e.model.values, e.gave
	for len(trees) > 0 {
		n := min(len(trees), len(values), len(gave), chunk)
		at.reach(trees[:n], c)
		at.sum(&scores, values[:n])
		for k := range of {
			a, b := all[k%8][0], all[k%8][1]
			for i := range gave[:n] {
				p := &gave[i][at[i%chunk][k%8]%treeLeaves]
				a += p[0]
				b += p[1]
			}
			all[k%8] = [2]threeKinds{a, b}
		}
		trees, values, gave = trees[n:], values[n:], gave[n:]
	}
	for k := range of {
		left := scores[k] + e.model.base() - e.base
		for kind := 1; kind < MaxKinds; kind++ {
			v := all[k][(kind-1)/3].take()
			of[k][kind] = inOdds(v)
			left -= v
		}
		of[k][0] = inOdds(left)
	}
}

// take takes the number of the first kind that is not taken yet.
func (x *threeKinds) take() int32 {
	v := *x << lowestBit >> lowestBit
	*x = (*x - v) >> partBits
	return int32(v)
}
