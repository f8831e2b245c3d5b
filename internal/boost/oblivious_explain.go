package boost

// Explainer tells what kinds of features gave how much to the score of an [Oblivious]:
// on the way to a leaf, each step's change of the expected value counts for the feature
// that was asked (Saabas 2014). What the kinds gave and what the roots of the trees
// expect sum up to the score. It is safe for concurrent use.
type Explainer struct {
	model *Oblivious
	base  int32                       // the score where no kind gives anything
	gave  [][treeLeaves][2]threeKinds // by tree and place of the leaf, what the kinds gave but the first, which is what is left
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
			for l, ask := range m.trees[i].asks {
				next := m.valueAt(i, leaf)
				if l+1 < treeDepth {
					next = int32(m.means[i][onWay(l+1, leaf)])
				}
				if k := of[ask.feature] % MaxKinds; k > 0 {
					e.gave[i][placeOf(leaf)][(k-1)/3] += threeKinds(next-value) << ((k - 1) % 3 * partBits)
				}
				value = next
			}
		}
	}
	return e
}

// onWay is the inner node of a level through which the way to a leaf leads.
func onWay(level, leaf int) int { return 1<<level | leaf&(1<<level-1) }

// Explain sets what the kinds gave to each of some rows, which have these scores.
func (e *Explainer) Explain(of []Parts, rows *Rows, scores []float32) {
	n := rows.close()
	var at reached
	var all [MostRows][2]threeKinds
	for trees, gave := e.model.trees, e.gave; len(trees) > 0; {
		some := min(len(trees), len(gave), chunk)
		for o := range n {
			at.reach(trees[:some], rows.octet(o))
			for k := range min(8, rows.n-8*o) {
				a, b := all[8*o+k][0], all[8*o+k][1]
				for i := range gave[:some] {
					p := &gave[i][at[i%chunk][k%8]%treeLeaves]
					a += p[0]
					b += p[1]
				}
				all[8*o+k] = [2]threeKinds{a, b}
			}
		}
		trees, gave = trees[some:], gave[some:]
	}
	for k := range of[:rows.n] {
		left := int32(scores[k]*unit) - e.base
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
