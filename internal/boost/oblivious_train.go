package boost

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// Small is an example whose numbers are small, 0 to [Most].
type Small struct {
	X      []uint8
	Class  int     // 0 or 1
	Weight float32 // 0 counts as 1
	Group  int
}

// TrainOblivious learns the log-odds of Class 1 against Class 0 with trees that ask
// one question a level. Of the options it heeds Rounds, Rate, L2, RowShare,
// FeatureShare, MinGain and Seed. It is deterministic, and panics like [Train].
func TrainOblivious(features []string, examples []Small, o Options) *Oblivious {
	o = o.withDefaults()
	if len(features) > octetFeatures {
		panic("boost: too many features")
	}
	g := newLeveler(features, examples, o)
	m := &Oblivious{features: features, bias: g.bias()}
	r := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Rounds {
		m.add(g.grow(r))
	}
	return m
}

// leveler grows trees level by level.
type leveler struct {
	o       Options
	columns [][]uint8 // feature, then example
	bins    []int     // one more than the largest number of each feature
	used    []int     // features with several numbers
	class   []float32
	weight  []float32
	score   []int32
	rows    []int32 // those that a tree sees
	slopes  []levelSum
	leaf    []uint8 // of the rows

	// What is counted: rows, their slopes, and where they go by their leaves.
	fewer []int32
	lower []levelSum
	slots []uint16
}

// stride is how many numbers a feature may have.
const stride = Most + 1

type levelSum struct{ g, h float32 }

func newLeveler(features []string, examples []Small, o Options) *leveler {
	g := &leveler{o: o, columns: make([][]uint8, len(features)), bins: make([]int, len(features))}
	for i, e := range examples {
		if len(e.X) != len(features) {
			panic(fmt.Sprintf("boost: example %d has %d numbers for %d features", i, len(e.X), len(features)))
		}
		w := e.Weight
		if w == 0 {
			w = 1
		}
		g.class, g.weight = append(g.class, float32(e.Class)), append(g.weight, w)
	}
	parallel(len(features), func(f int) {
		c := make([]uint8, len(examples))
		for i := range examples {
			c[i] = min(examples[i].X[f], Most)
		}
		g.columns[f] = c
		if len(c) > 0 {
			g.bins[f] = int(slices.Max(c)) + 1
		}
	})
	for f, n := range g.bins {
		if n > 1 {
			g.used = append(g.used, f)
		}
	}
	return g
}

// bias is the log-odds of the classes, with which sums begin; all scores become it.
func (g *leveler) bias() int32 {
	var sum [2]float64
	for i, c := range g.class {
		sum[int(c)] += float64(g.weight[i])
	}
	b := int32(math.Round(unit * math.Log((sum[1]+1)/(sum[0]+1))))
	g.score = make([]int32, len(g.class))
	for i := range g.score {
		g.score[i] = b
	}
	return b
}

// slope is the slope of the loss of an example at its present score.
func (g *leveler) slope(i int32) levelSum {
	p, w := Probability(inOdds(g.score[i])), g.weight[i]
	return levelSum{float32(w * float32(p-g.class[i])), float32(w * float32(p*(1-p)))}
}

// grow makes a tree and adds what it says to the scores.
func (g *leveler) grow(r *rand.Rand) (t levels, values, means [treeLeaves]int16) {
	g.rows, g.slopes, g.leaf = g.rows[:0], g.slopes[:0], g.leaf[:0]
	for i := range int32(len(g.class)) {
		if g.o.RowShare >= 1 || r.Float64() < g.o.RowShare {
			g.rows, g.slopes, g.leaf = append(g.rows, i), append(g.slopes, g.slope(i)), append(g.leaf, 0)
		}
	}
	features := slices.Clone(g.used)
	r.Shuffle(len(features), func(i, j int) { features[i], features[j] = features[j], features[i] })
	features = features[:min(len(features), max(1, int(float64(len(features))*g.o.FeatureShare+0.5)))]
	slices.Sort(features)
	sums := make([][]levelSum, len(features)) // by leaf and number
	for level := range treeDepth {
		g.count(sums, features, level)
		g.setValues(means[1<<level:][:1<<level])
		f, least := uint8(0), uint8(Most) // where nothing gains
		if best := g.search(sums, features, level); best.feature >= 0 {
			f, least = uint8(best.feature), uint8(best.bin)
		}
		t[level] = question{f, least}
		column := g.columns[f]
		for k, row := range g.rows {
			if column[row] >= least {
				g.leaf[k] |= 1 << level
			}
		}
	}
	g.setValues(values[:])
	at := make([]uint8, len(g.score))
	for l, ask := range t {
		for i, v := range g.columns[ask.feature] {
			if v >= ask.least {
				at[i] |= 1 << l
			}
		}
	}
	for i, k := range at {
		g.score[i] += int32(values[k])
	}
	return t, values, means
}

// setValues sets those of the present leaves.
func (g *leveler) setValues(values []int16) {
	sums := make([]struct{ g, h float64 }, len(values))
	for k, s := range g.slopes {
		x := &sums[g.leaf[k]]
		x.g += float64(s.g)
		x.h += float64(s.h)
	}
	for i, s := range sums {
		v := math.Round(-unit * g.o.Rate * s.g / (s.h + g.o.L2))
		values[i] = int16(min(max(v, math.MinInt16), math.MaxInt16))
	}
}

// count sums up the slopes by leaf and number. Behind the first level only the smaller
// half of each former leaf is counted anew.
func (g *leveler) count(sums [][]levelSum, features []int, level int) {
	n, half := 1<<level, 1<<level>>1
	// Which rows are counted, and where.
	rows, slopes, slots := g.rows, g.slopes, g.slots[:0]
	var swap [treeLeaves]bool
	if level == 0 {
		for range rows {
			slots = append(slots, 0)
		}
	} else {
		var sizes [treeLeaves]int
		for _, k := range g.leaf {
			sizes[k]++
		}
		for p := range half {
			swap[p] = sizes[p] < sizes[p+half]
		}
		rows, slopes = g.fewer[:0], g.lower[:0]
		for i, k := range g.leaf {
			p := int(k) & (half - 1)
			if (int(k) < half) == swap[p] {
				rows, slots, slopes = append(rows, g.rows[i]), append(slots, uint16(p+half)*stride), append(slopes, g.slopes[i])
			}
		}
		g.fewer, g.lower = rows, slopes
	}
	g.slots = slots
	parallel(len(features), func(i int) {
		f := features[i]
		bins, column := g.bins[f], g.columns[f]
		if level == 0 {
			sums[i] = make([]levelSum, treeLeaves*stride)
		}
		h := sums[i][:n*stride]
		slots, slopes := slots[:len(rows)], slopes[:len(rows)]
		for k, row := range rows {
			x, s := &h[slots[k]|uint16(column[row])], slopes[k]
			x.g += s.g
			x.h += s.h
		}
		for p := range half {
			low, high := h[p*stride:][:bins], h[(p+half)*stride:][:bins]
			for b := range low {
				low[b].g -= high[b].g
				low[b].h -= high[b].h
				if swap[p] {
					low[b], high[b] = high[b], low[b]
				}
			}
		}
	})
}

// search finds the question that gains most over all leaves.
func (g *leveler) search(sums [][]levelSum, features []int, level int) split {
	best := make([]split, len(features))
	parallel(len(features), func(i int) {
		bins := g.bins[features[i]]
		gains := make([]float64, bins)
		for k := range 1 << level {
			h := sums[i][k*stride:][:bins]
			var allG, allH, leftG, leftH float64
			for _, s := range h {
				allG += float64(s.g)
				allH += float64(s.h)
			}
			whole := allG * allG / (allH + g.o.L2)
			for b := 1; b < bins; b++ {
				leftG += float64(h[b-1].g)
				leftH += float64(h[b-1].h)
				rightG, rightH := allG-leftG, allH-leftH
				gains[b] += leftG*leftG/(leftH+g.o.L2) + rightG*rightG/(rightH+g.o.L2) - whole
			}
		}
		best[i] = split{feature: -1}
		for b := 1; b < bins; b++ {
			if gains[b] > max(best[i].gain, g.o.MinGain) {
				best[i] = split{gains[b], features[i], b}
			}
		}
	})
	return slices.MaxFunc(append(best, split{feature: -1}), func(a, b split) int {
		return cmp.Or(cmp.Compare(a.gain, b.gain), cmp.Compare(b.feature, a.feature))
	})
}
