package boost

// Explainer tells what kinds of features gave how much to the score of an [Oblivious]:
// on the way to a leaf, each step's change of the expected value counts for the feature
// that was asked (Saabas 2014). What the kinds gave and what the roots of the trees
// expect sum up to the score. It is safe for concurrent use.
type Explainer struct {
	model *Oblivious
	base  int32      // the score where no kind gives anything
	gave  []fourGave // what the kinds gave but the first, which is what is left
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

// fourGave is what the kinds give in four trees, by the place of the leaf.
type fourGave [4][treeLeaves][2]threeKinds

// Explainer makes one; of has the kind of each feature, below MaxKinds.
func (m *Oblivious) Explainer(of []uint8) *Explainer {
	e := &Explainer{model: m, base: m.bias, gave: make([]fourGave, len(m.asks))}
	for i := range m.means {
		e.base += int32(m.means[i][1])
		for leaf := range treeLeaves {
			value := int32(m.means[i][1])
			for l, ask := range m.tree(i) {
				next := m.valueAt(i, leaf)
				if l+1 < treeDepth {
					next = int32(m.means[i][onWay(l+1, leaf)])
				}
				if k := of[ask.feature] % MaxKinds; k > 0 {
					e.gave[i/4][i%4][placeOf(leaf)][(k-1)/3] += threeKinds(next-value) << ((k - 1) % 3 * partBits)
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
	var all [octets][8][2]threeKinds
	for asks, gave := e.model.asks, e.gave; len(asks) > 0; {
		some := min(len(asks), len(gave), len(at))
		for o := range n {
			at.reach(asks[:some], rows.octet(o))
			at.gave(all[o][:min(8, rows.n-8*o)], gave[:some])
		}
		asks, gave = asks[some:], gave[some:]
	}
	for k := range of[:rows.n] {
		left := int32(scores[k]*unit) - e.base
		for kind := 1; kind < MaxKinds; kind++ {
			v := all[k/8][k%8][(kind-1)/3].take()
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

// gave adds up what the kinds gave to up to eight rows in up to a chunk of trees.
func (r *reached) gave(rows [][2]threeKinds, gave []fourGave) {
	for i := range min(len(gave), len(r)) {
		g, at := &gave[i], &r[i]
		for k := range rows {
			p0, p1 := &g[0][at[0][k&7]%treeLeaves], &g[1][at[1][k&7]%treeLeaves]
			p2, p3 := &g[2][at[2][k&7]%treeLeaves], &g[3][at[3][k&7]%treeLeaves]
			rows[k][0] += p0[0] + p1[0] + p2[0] + p3[0]
			rows[k][1] += p0[1] + p1[1] + p2[1] + p3[1]
		}
	}
}
