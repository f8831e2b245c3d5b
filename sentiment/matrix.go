package sentiment

import "slices"

// Matrix is who holds what toward whom in an article: a cell for each holder and
// target with a stance between them.
type Matrix []Cell

// Cell is what one holder holds toward one target.
type Cell struct {
	Holder, Target Party
	// Value is the mean over the evidence, from −1 against to 1 for; a long
	// story does not make it larger.
	Value    float64
	Evidence int // how many places show it
}

// Matrix sums the stances up, in the order in which a pair is first seen. Words
// that are no entity are each a party of their own.
func (l List) Matrix() Matrix {
	var m Matrix
	at := map[[2]partyKey]int{}
	for _, s := range l {
		k := [2]partyKey{s.Holder.key(), s.Target.key()}
		i, ok := at[k]
		if !ok {
			i = len(m)
			at[k] = i
			m = append(m, Cell{Holder: s.Holder, Target: s.Target})
		}
		n := max(1, len(s.Evidence))
		c := &m[i]
		c.Value = (c.Value*float64(c.Evidence) + s.Signed()*float64(n)) / float64(c.Evidence+n)
		c.Evidence += n
	}
	return m
}

// Signed returns the strength, below zero where the stance is against.
func (s Stance) Signed() float64 {
	if s.Polarity == Against {
		return -s.Strength
	}
	return s.Strength
}

type partyKey struct{ entity, start int }

func (p Party) key() partyKey {
	switch {
	case p.Author:
		return partyKey{-2, 0}
	case p.Entity >= 0:
		return partyKey{p.Entity, 0}
	}
	return partyKey{-1, p.Start}
}

// At returns what the entity with one ID holds toward another.
func (m Matrix) At(holder, target int) (Cell, bool) {
	i := slices.IndexFunc(m, func(c Cell) bool { return c.Holder.Entity == holder && c.Target.Entity == target })
	if i < 0 || holder < 0 || target < 0 {
		return Cell{}, false
	}
	return m[i], true
}

// Relation is how two parties of an article stand to each other.
type Relation struct {
	// Direct is the mean of what the one holds toward the other, both ways: −1
	// conflict, 1 alliance.
	Direct float64
	// Shared is the mean over the targets that both have a stance toward of the
	// products of what they hold: above 0 they agree, below they disagree.
	Shared  float64
	Between int // stances between the two
	Targets int // targets that both have a stance toward
}

// Relation compares two entities: what they hold toward each other, and whether
// they are on the same side of others.
func (m Matrix) Relation(a, b int) Relation {
	var r Relation
	if a < 0 || b < 0 || a == b {
		return r
	}
	toward := map[partyKey]float64{}
	for _, c := range m {
		if c.Holder.Entity == a && c.Target.Entity == b || c.Holder.Entity == b && c.Target.Entity == a {
			r.Direct += c.Value
			r.Between++
		} else if c.Holder.Entity == a {
			toward[c.Target.key()] = c.Value
		}
	}
	for _, c := range m {
		if c.Holder.Entity != b {
			continue
		}
		if v, ok := toward[c.Target.key()]; ok {
			r.Shared += v * c.Value
			r.Targets++
		}
	}
	if r.Between > 0 {
		r.Direct /= float64(r.Between)
	}
	if r.Targets > 0 {
		r.Shared /= float64(r.Targets)
	}
	return r
}
