package main

import (
	"cmp"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// model packs the averaged weights of the features that say most.
func (t *trainer) model(keep int) []byte {
	type entry struct {
		feature uint32
		row     [segment.NumKinds]float64
		worth   float64
	}
	var entries []entry
	for x, r := range t.rows {
		e := entry{feature: x}
		least, most := 0.0, 0.0
		for k := range e.row {
			e.row[k] = float64(t.w[r][k]) - float64(t.sum[r][k])/float64(t.step+1)
			least, most = min(least, e.row[k]), max(most, e.row[k])
		}
		e.worth = most - least
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.feature, b.feature))
	})
	entries = entries[:min(len(entries), keep)]
	largest := 1.0
	for _, e := range entries[:min(len(entries), 40)] {
		for _, w := range e.row {
			largest = max(largest, max(w, -w))
		}
	}
	scale := 127 / largest
	features := make([]uint32, 0, len(entries))
	rows := make([][segment.NumKinds]int8, 0, len(entries))
	for _, e := range entries {
		var row [segment.NumKinds]int8
		for k, w := range e.row {
			row[k] = int8(round(w * scale))
		}
		features = append(features, e.feature)
		rows = append(rows, row)
	}
	var trans segment.Transitions
	for i := range trans {
		for k := range trans[i] {
			trans[i][k] = int32(round((float64(t.trans[i][k]) - float64(t.tsum[i][k])/float64(t.step+1)) * scale))
		}
	}
	return segment.PackLineModel(features, rows, &trans)
}

func round(x float64) float64 {
	if x < 0 {
		return float64(int(x - 0.5))
	}
	return float64(int(x + 0.5))
}
