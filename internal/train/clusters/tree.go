package main

import "math"

// tree merges classes two by two, each time those that lose the least mutual
// information between neighbouring classes, until one is left. It returns the
// path of turns ('0', '1') from the root to each class.
func tree(bigrams []int32, classes int) []string {
	t := &merger{n: classes, p: make([]float64, classes*classes), left: make([]float64, classes), right: make([]float64, classes)}
	total := 0.0
	for _, n := range bigrams {
		total += float64(n)
	}
	for i := range classes {
		for j := range classes {
			p := float64(bigrams[i*classes+j]) / total
			t.p[i*classes+j] = p
			t.left[i] += p
			t.right[j] += p
		}
	}
	alive := make([]bool, classes)
	node := make([]int, classes) // of each class that is alive
	type pair struct{ a, b int }
	var merges []pair // children of node classes+i
	for i := range alive {
		alive[i], node[i] = true, i
	}
	// loss[a][b] for a < b; it changes with every merge only in the terms of
	// the two merged classes.
	loss := make([][]float64, classes)
	for a := range classes {
		loss[a] = make([]float64, classes)
		for b := a + 1; b < classes; b++ {
			loss[a][b] = t.loss(a, b, alive)
		}
	}
	for len(merges) < classes-1 {
		best, a, b := math.Inf(1), -1, -1
		for i := range classes {
			for j := i + 1; alive[i] && j < classes; j++ {
				if alive[j] && loss[i][j] < best {
					best, a, b = loss[i][j], i, j
				}
			}
		}
		for i := range classes {
			for j := i + 1; alive[i] && j < classes; j++ {
				if alive[j] && i != a && i != b && j != a && j != b {
					loss[i][j] -= t.terms(i, j, a) + t.terms(i, j, b)
				}
			}
		}
		t.merge(a, b)
		alive[b] = false
		for i := range classes {
			for j := i + 1; alive[i] && j < classes; j++ {
				if alive[j] && i != a && j != a {
					loss[i][j] += t.terms(i, j, a)
				}
			}
		}
		for k := range classes {
			if alive[k] && k != a {
				loss[min(a, k)][max(a, k)] = t.loss(min(a, k), max(a, k), alive)
			}
		}
		merges = append(merges, pair{node[a], node[b]})
		node[a] = classes + len(merges) - 1
	}
	path := make([]string, 2*classes-1)
	for i := len(merges) - 1; i >= 0; i-- {
		path[merges[i].a] = path[classes+i] + "0"
		path[merges[i].b] = path[classes+i] + "1"
	}
	return path[:classes]
}

// merger has the probabilities of class bigrams.
type merger struct {
	n           int
	p           []float64 // of a bigram
	left, right []float64 // of a class as first and as second word
}

func (t *merger) q(p, left, right float64) float64 {
	if p == 0 {
		return 0
	}
	return p * math.Log(p/(left*right))
}

// terms is what the bigrams of i and j with k lose when i and j are merged.
func (t *merger) terms(i, j, k int) float64 {
	p, n := t.p, t.n
	li, lj, ri, rj := t.left[i], t.left[j], t.right[i], t.right[j]
	lk, rk := t.left[k], t.right[k]
	return t.q(p[i*n+k], li, rk) + t.q(p[j*n+k], lj, rk) - t.q(p[i*n+k]+p[j*n+k], li+lj, rk) +
		t.q(p[k*n+i], lk, ri) + t.q(p[k*n+j], lk, rj) - t.q(p[k*n+i]+p[k*n+j], lk, ri+rj)
}

func (t *merger) loss(i, j int, alive []bool) float64 {
	p, n := t.p, t.n
	sum := 0.0
	for k := range n {
		if alive[k] && k != i && k != j {
			sum += t.terms(i, j, k)
		}
	}
	l, r := t.left, t.right
	return sum + t.q(p[i*n+i], l[i], r[i]) + t.q(p[i*n+j], l[i], r[j]) + t.q(p[j*n+i], l[j], r[i]) + t.q(p[j*n+j], l[j], r[j]) -
		t.q(p[i*n+i]+p[i*n+j]+p[j*n+i]+p[j*n+j], l[i]+l[j], r[i]+r[j])
}

func (t *merger) merge(a, b int) {
	n := t.n
	for k := range n {
		t.p[a*n+k] += t.p[b*n+k]
		t.p[b*n+k] = 0
	}
	for k := range n {
		t.p[k*n+a] += t.p[k*n+b]
		t.p[k*n+b] = 0
	}
	t.left[a] += t.left[b]
	t.right[a] += t.right[b]
}
