package parser

import (
	"cmp"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// layer is a net that learns.
type layer struct {
	hidden, out int
	index       []int32   // row of each atom, 0 where it has none; how often it was seen while they are counted
	seen        []int32   // how often the atom of a row was seen before
	w           []float32 // rows of hidden weights; that of 0 is noughts
	grad        []float32 // what AdaGrad has summed up for each row, in place 0 for bias
	bias        []float32
	o, ob       []float32 // a row of hidden weights for each class, and a bias
	og, obg     []float32 // what AdaGrad has summed up for them

	sum  []float32 // the units in the last forward
	at   []int32   // the rows of its atoms
	keep []float32 // 0 for a unit that was left out
	dh   []float32 // slope by unit
}

// learnBlock divides the number of hidden units of a net that learns.
const learnBlock = 32

func newLayer(hidden, out int, atoms uint32) *layer {
	return &layer{hidden: hidden, out: out, index: make([]int32, atoms), sum: make([]float32, hidden), dh: make([]float32, hidden), keep: make([]float32, hidden)}
}

// count notes that atoms were seen.
func (n *layer) count(atoms []uint32) {
	for _, a := range atoms {
		n.index[a]++
	}
}

// begin gives rows to the atoms that were seen so often, and first weights to all.
func (n *layer) begin(least int, r *rand.Rand) {
	rows := int32(1)
	n.seen = append(n.seen[:0], 0)
	for a, count := range n.index {
		n.index[a] = 0
		if count >= int32(least) {
			n.index[a] = rows
			n.seen = append(n.seen, count)
			rows++
		}
	}
	random := func(k int, size float64) []float32 {
		w := make([]float32, k)
		for i := range w {
			w[i] = float32((r.Float64()*2 - 1) * size)
		}
		return w
	}
	n.w = random(int(rows)*n.hidden, 0.12)
	clear(n.w[:n.hidden])
	n.o = random(n.out*n.hidden, 0.15)
	n.bias, n.ob = make([]float32, n.hidden), make([]float32, n.out)
	start := func(k int) []float32 {
		g := make([]float32, k)
		for i := range g {
			g[i] = 1e-4
		}
		return g
	}
	n.grad, n.og, n.obg = start(int(rows)), start(n.out), start(n.out)
}

// forward computes the scores of all classes. In training, thin units are left out.
func (n *layer) forward(atoms []uint32, scores []float32, random *rand.Rand, thin float64) {
	sum := n.sum
	copy(sum, n.bias)
	n.at = n.at[:0]
	for _, a := range atoms {
		if r := n.index[a]; r != 0 {
			n.at = append(n.at, r)
		}
	}
	add(sum, n.w, n.at)
	if thin > 0 {
		up := float32(1 / (1 - thin))
		for i := range n.keep {
			n.keep[i] = 0
			if random.Float64() >= thin {
				n.keep[i] = up
			}
		}
	}
	for i, x := range sum {
		if x < 0 {
			sum[i] = 0
		} else if thin > 0 {
			sum[i] = x * n.keep[i]
		}
	}
	for k := range n.out {
		scores[k] = n.ob[k] + dot(n.o[k*n.hidden:(k+1)*n.hidden], sum)
	}
}

// learn follows the slope of the loss by each score, after forward.
func (n *layer) learn(slope []float32, rate float32, thin float64) {
	clear(n.dh)
	for k := range n.out {
		d := slope[k]
		if d == 0 {
			continue
		}
		row := n.o[k*n.hidden : (k+1)*n.hidden]
		addScaled(n.dh, row, d)
		n.og[k] += d * d * dot(n.sum, n.sum) / float32(n.hidden)
		addScaled(row, n.sum, -rate*d/root32(n.og[k]))
		n.obg[k] += d * d
		n.ob[k] -= rate * d / root32(n.obg[k])
	}
	size := float32(0)
	for i, x := range n.sum {
		switch {
		case x <= 0:
			n.dh[i] = 0
		case thin > 0:
			n.dh[i] *= n.keep[i]
		}
		size += n.dh[i] * n.dh[i]
	}
	if size /= float32(n.hidden); size == 0 {
		return
	}
	n.grad[0] += size
	addScaled(n.bias, n.dh, -rate/root32(n.grad[0]))
	for _, r := range n.at {
		n.grad[r] += size
		addScaled(n.w[int(r)*n.hidden:][:n.hidden], n.dh, -rate/root32(n.grad[r]))
	}
}

func root32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// prune leaves the rows out that add least to the units, measured by their squares
// and how often their atoms were seen, until no more than most are left.
func (n *layer) prune(most int) {
	type row struct {
		number int32
		adds   float64
	}
	rows := make([]row, 0, len(n.seen))
	for r := int32(1); int(r) < len(n.seen); r++ {
		w := n.w[int(r)*n.hidden:][:n.hidden]
		rows = append(rows, row{r, float64(n.seen[r]) * float64(dot(w, w))})
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(b.adds, a.adds), cmp.Compare(a.number, b.number)) })
	rows = rows[:min(len(rows), most)]
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.number, b.number) })
	number := make([]int32, len(n.seen)) // the new one of a row
	w, seen := slices.Clone(n.w[:n.hidden]), []int32{0}
	for i, r := range rows {
		number[r.number] = int32(i + 1)
		w = append(w, n.w[int(r.number)*n.hidden:][:n.hidden]...)
		seen = append(seen, n.seen[r.number])
	}
	index := make([]int32, len(n.index))
	for a, r := range n.index {
		index[a] = number[r]
	}
	n.index, n.w, n.seen = index, w, seen
}

// add adds rows of w to a sum, four at a time and a block at a time.
func add(sum, w []float32, rows []int32) {
	size := len(sum)
	for ; len(rows) >= 4; rows = rows[4:] {
		p, q, r, s := w[int(rows[0])*size:][:size], w[int(rows[1])*size:][:size], w[int(rows[2])*size:][:size], w[int(rows[3])*size:][:size]
		for i := 0; i+learnBlock <= size; i += learnBlock {
			to, p, q, r, s := (*[learnBlock]float32)(sum[i:]), (*[learnBlock]float32)(p[i:]), (*[learnBlock]float32)(q[i:]), (*[learnBlock]float32)(r[i:]), (*[learnBlock]float32)(s[i:])
			for k := range to {
				to[k] += (p[k] + q[k]) + (r[k] + s[k])
			}
		}
	}
	for _, r := range rows {
		addScaled(sum, w[int(r)*size:][:size], 1)
	}
}

// addScaled adds a row times a number; both are whole blocks.
func addScaled(to, from []float32, by float32) {
	for ; len(from) >= learnBlock; to, from = to[learnBlock:], from[learnBlock:] {
		to, from := (*[learnBlock]float32)(to), (*[learnBlock]float32)(from)
		for i := range to {
			to[i] += float32(from[i] * by)
		}
	}
}

func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float32(a[i] * b[i])
		s1 += float32(a[i+1] * b[i+1])
		s2 += float32(a[i+2] * b[i+2])
		s3 += float32(a[i+3] * b[i+3])
	}
	return s0 + s1 + s2 + s3
}

// softmax makes scores into probabilities of the classes of a mask, 0 of others.
func softmax(scores []float32, mask uint64) {
	top := float32(math.Inf(-1))
	for m := mask; m != 0; m &= m - 1 {
		top = max(top, scores[bits.TrailingZeros64(m)])
	}
	sum := float32(0)
	for i := range scores {
		p := float32(0)
		if mask>>i&1 != 0 {
			p = float32(math.Exp(float64(scores[i] - top)))
		}
		scores[i] = p
		sum += p
	}
	for i := range scores {
		scores[i] /= sum
	}
}
