package main

import "math"

// exchange is the state of the exchange algorithm.
type exchange struct {
	corpus  *corpus
	classes int
	class   []int32 // of each word
	count   []int64 // of words in each class
	size    []int32 // number of words in each class
	bigrams []int32 // classes × classes, by left class
	turned  []int32 // the same, by right class
	xlogx   []float64
}

const xlogxTable = 1 << 17

func newExchange(c *corpus, classes int) *exchange {
	e := &exchange{
		corpus:  c,
		classes: classes,
		class:   make([]int32, len(c.words)),
		count:   make([]int64, classes),
		size:    make([]int32, classes),
		bigrams: make([]int32, classes*classes),
		turned:  make([]int32, classes*classes),
		xlogx:   make([]float64, xlogxTable),
	}
	for i := 1; i < xlogxTable; i++ {
		e.xlogx[i] = float64(i) * math.Log(float64(i))
	}
	for w := range c.words {
		k := w % classes
		e.class[w] = int32(k)
		e.count[k] += c.count[w]
		e.size[k]++
	}
	for w := range c.words {
		for _, n := range c.right[c.rightOf[w]:c.rightOf[w+1]] {
			a, b := int(e.class[w]), int(e.class[n.word])
			e.bigrams[a*classes+b] += n.count
			e.turned[b*classes+a] += n.count
		}
	}
	return e
}

func (e *exchange) f(n int64) float64 {
	if n < xlogxTable {
		return e.xlogx[n]
	}
	return float64(n) * math.Log(float64(n))
}

// likelihood is the logarithm of the likelihood of the text, but for a constant.
func (e *exchange) likelihood() float64 {
	sum := 0.0
	for _, n := range e.bigrams {
		sum += e.f(int64(n))
	}
	for _, n := range e.count {
		sum -= 2 * e.f(n)
	}
	return sum
}

// classCount is how often a word stands beside a class.
type classCount struct{ class, count int32 }

// round moves each word to its best class and returns how many moved.
func (e *exchange) round() int {
	c := e.corpus
	moved := 0
	right := make([]int32, e.classes)
	left := make([]int32, e.classes)
	var r, l []classCount
	for w := range c.words {
		if w == boundary {
			continue // the ends of sentences keep their class
		}
		self := int32(0)
		for _, n := range c.right[c.rightOf[w]:c.rightOf[w+1]] {
			if int(n.word) == w {
				self = n.count
				continue
			}
			right[e.class[n.word]] += n.count
		}
		for _, n := range c.left[c.leftOf[w]:c.leftOf[w+1]] {
			if int(n.word) != w {
				left[e.class[n.word]] += n.count
			}
		}
		r, l = r[:0], l[:0]
		for k := range e.classes {
			if right[k] > 0 {
				r = append(r, classCount{int32(k), right[k]})
				right[k] = 0
			}
			if left[k] > 0 {
				l = append(l, classCount{int32(k), left[k]})
				left[k] = 0
			}
		}
		old := int(e.class[w])
		if e.size[old] == 1 {
			continue // no class becomes empty
		}
		e.add(old, r, l, self, c.count[w], -1)
		best, gain := old, e.gain(old, r, l, self, c.count[w])
		for k := range e.classes {
			if k == old || k == int(e.class[boundary]) {
				continue
			}
			if g := e.gain(k, r, l, self, c.count[w]); g > gain {
				best, gain = k, g
			}
		}
		e.add(best, r, l, self, c.count[w], 1)
		if best != old {
			e.class[w] = int32(best)
			moved++
		}
	}
	return moved
}

// gain is how much the likelihood rises when a word, now in no class, joins
// class k.
func (e *exchange) gain(k int, r, l []classCount, self int32, count int64) float64 {
	sum := -2 * (e.f(e.count[k]+count) - e.f(e.count[k]))
	row := e.bigrams[k*e.classes : (k+1)*e.classes]
	table := e.xlogx
	inner := self
	for _, n := range r {
		if int(n.class) == k {
			inner += n.count
			continue
		}
		old := row[n.class]
		if now := old + n.count; int(now) < len(table) {
			sum += table[now] - table[old]
		} else {
			sum += e.f(int64(now)) - e.f(int64(old))
		}
	}
	row = e.turned[k*e.classes : (k+1)*e.classes]
	for _, n := range l {
		if int(n.class) == k {
			inner += n.count
			continue
		}
		old := row[n.class]
		if now := old + n.count; int(now) < len(table) {
			sum += table[now] - table[old]
		} else {
			sum += e.f(int64(now)) - e.f(int64(old))
		}
	}
	old := e.bigrams[k*e.classes+k]
	return sum + e.f(int64(old+inner)) - e.f(int64(old))
}

// add puts a word into class k or, with sign −1, takes it out.
func (e *exchange) add(k int, r, l []classCount, self int32, count int64, sign int32) {
	for _, n := range r {
		e.bigrams[k*e.classes+int(n.class)] += sign * n.count
		e.turned[int(n.class)*e.classes+k] += sign * n.count
	}
	for _, n := range l {
		e.bigrams[int(n.class)*e.classes+k] += sign * n.count
		e.turned[k*e.classes+int(n.class)] += sign * n.count
	}
	e.bigrams[k*e.classes+k] += sign * self
	e.turned[k*e.classes+k] += sign * self
	e.count[k] += int64(sign) * count
	e.size[k] += sign
}
