package boost

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
)

// grower grows trees on examples whose numbers are sorted into bins.
type grower struct {
	o     Options
	rows  int
	bins  [][]uint8   // feature, then example: the bin of its number
	upper [][]float32 // feature, then bin: the largest number in it
	used  []int       // features with more than one bin
}

const maxBins = 255

func newGrower(features []string, examples []Example, o Options) *grower {
	g := &grower{o: o, rows: len(examples), bins: make([][]uint8, len(features)), upper: make([][]float32, len(features))}
	parallel(len(features), func(f int) {
		values := make([]float32, len(examples))
		for i, e := range examples {
			values[i] = e.X[f]
		}
		g.upper[f] = uppers(slices.Clone(values))
		g.bins[f] = make([]uint8, len(values))
		for i, v := range values {
			b, _ := slices.BinarySearch(g.upper[f], v)
			g.bins[f][i] = uint8(min(b, len(g.upper[f])-1))
		}
	})
	for f, u := range g.upper {
		if len(u) > 1 {
			g.used = append(g.used, f)
		}
	}
	return g
}

// uppers are the ends of at most maxBins bins with about as many values each.
// The values are sorted.
func uppers(values []float32) []float32 {
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(distinct) <= maxBins {
		return distinct
	}
	var u []float32
	for b := 1; b <= maxBins; b++ {
		v := values[(len(values)-1)*b/maxBins]
		if len(u) == 0 || u[len(u)-1] < v {
			u = append(u, v)
		}
	}
	return u
}

// parallel calls f with 0 … n-1 on all processors.
func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	workers := min(n, runtime.GOMAXPROCS(0))
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

// sample chooses the examples that the trees of a round see.
func (g *grower) sample(r *rand.Rand) []int32 {
	rows := make([]int32, 0, g.rows)
	for i := range g.rows {
		if g.o.RowShare >= 1 || r.Float64() < g.o.RowShare {
			rows = append(rows, int32(i))
		}
	}
	return rows
}

// part is a leaf that may be split further.
type part struct {
	node  int // in the tree
	rows  []int32
	hist  [][]slopeSum // feature (of those that the tree sees), then bin
	total slopeSum
	best  split
}

type slopeSum struct {
	g, h float64
	n    int
}

type split struct {
	gain    float64
	feature int // 0 … len(features of the tree)
	bin     int // the last that goes left
}

// grow makes a tree: the leaf whose split gains most is split first.
func (g *grower) grow(rows []int32, slopes []slope, class int, r *rand.Rand) tree {
	k := g.o.outputs()
	at := func(row int32) slope { return slopes[int(row)*k+class] }
	features := g.used
	if g.o.FeatureShare < 1 {
		features = slices.Clone(features)
		r.Shuffle(len(features), func(i, j int) { features[i], features[j] = features[j], features[i] })
		features = features[:max(1, int(float64(len(features))*g.o.FeatureShare+0.5))]
		slices.Sort(features)
	}
	root := &part{rows: rows}
	for _, row := range rows {
		s := at(row)
		root.total.g += s.g
		root.total.h += s.h
		root.total.n++
	}
	root.hist = g.histogram(rows, features, at)
	g.search(root, features)
	t := tree{{value: g.value(root.total)}}
	open := []*part{root}
	for leaves := 1; leaves < g.o.Leaves && len(t)+2 < 1<<16; leaves++ {
		i := -1
		for j, p := range open {
			if p.best.gain > g.o.MinGain && (i < 0 || p.best.gain > open[i].best.gain) {
				i = j
			}
		}
		if i < 0 {
			break
		}
		p := open[i]
		open = slices.Delete(open, i, i+1)
		left, right := g.divide(p, features, at)
		f := features[p.best.feature]
		t[p.node].feature, t[p.node].threshold, t[p.node].left = uint16(f), g.upper[f][p.best.bin], uint16(len(t))
		left.node, right.node = len(t), len(t)+1
		t = append(t, node{value: g.value(left.total)}, node{value: g.value(right.total)})
		open = append(open, left, right)
	}
	return t
}

func (g *grower) value(s slopeSum) float32 {
	return float32(-g.o.Rate * s.g / (s.h + g.o.L2))
}

func (g *grower) histogram(rows []int32, features []int, at func(int32) slope) [][]slopeSum {
	hist := make([][]slopeSum, len(features))
	parallel(len(features), func(i int) {
		bins := g.bins[features[i]]
		h := make([]slopeSum, len(g.upper[features[i]]))
		for _, row := range rows {
			s, b := at(row), bins[row]
			h[b].g += s.g
			h[b].h += s.h
			h[b].n++
		}
		hist[i] = h
	})
	return hist
}

// search finds the best split of a leaf.
func (g *grower) search(p *part, features []int) {
	best := make([]split, len(features))
	whole := p.total.g * p.total.g / (p.total.h + g.o.L2)
	parallel(len(features), func(i int) {
		var left slopeSum
		h := p.hist[i]
		for b := range len(h) - 1 {
			left.g += h[b].g
			left.h += h[b].h
			left.n += h[b].n
			right := slopeSum{p.total.g - left.g, p.total.h - left.h, p.total.n - left.n}
			if h[b].n == 0 || left.n < g.o.MinLeaf || right.n < g.o.MinLeaf {
				continue
			}
			gain := left.g*left.g/(left.h+g.o.L2) + right.g*right.g/(right.h+g.o.L2) - whole
			if gain > best[i].gain {
				best[i] = split{gain, i, b}
			}
		}
	})
	p.best = slices.MaxFunc(append(best, split{}), func(a, b split) int {
		return cmp.Or(cmp.Compare(a.gain, b.gain), cmp.Compare(b.feature, a.feature))
	})
}

// divide splits a leaf in two; only the smaller is counted anew.
func (g *grower) divide(p *part, features []int, at func(int32) slope) (left, right *part) {
	bins, last := g.bins[features[p.best.feature]], uint8(p.best.bin)
	left, right = &part{}, &part{}
	for _, row := range p.rows {
		if bins[row] <= last {
			left.rows = append(left.rows, row)
		} else {
			right.rows = append(right.rows, row)
		}
	}
	small, large := left, right
	if len(left.rows) > len(right.rows) {
		small, large = right, left
	}
	small.hist = g.histogram(small.rows, features, at)
	for _, row := range small.rows {
		s := at(row)
		small.total.g += s.g
		small.total.h += s.h
		small.total.n++
	}
	large.total = slopeSum{p.total.g - small.total.g, p.total.h - small.total.h, p.total.n - small.total.n}
	large.hist = p.hist
	for i, h := range large.hist {
		for b := range h {
			s := small.hist[i][b]
			h[b].g -= s.g
			h[b].h -= s.h
			h[b].n -= s.n
		}
	}
	g.search(left, features)
	g.search(right, features)
	return left, right
}
