package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// model is a model in the making: the parts of its file.
type model struct {
	linear  []linear.Section
	trees   []linear.Section
	numbers attribution.Numbers
}

// bytes makes the file.
func (m *model) bytes() ([]byte, error) {
	return linear.Encode(attribution.ModelName, slices.Concat(m.linear, m.trees, []linear.Section{m.numbers.Section()}))
}

// open makes a model that finds quotes.
func (m *model) open() (*attribution.Model, error) {
	data, err := m.bytes()
	if err != nil {
		return nil, err
	}
	f, err := linear.Open(string(data))
	if err != nil {
		return nil, err
	}
	return attribution.OpenModel(f)
}

// encode makes small integers of the weights.
func (t *learner) encode() (*model, error) {
	sizes := make([]float32, 0, len(t.weights))
	for _, w := range t.weights {
		if w != 0 {
			sizes = append(sizes, max(w, -w))
		}
	}
	if len(sizes) == 0 {
		return nil, fmt.Errorf("nothing was learned from %d choices", len(t.choices))
	}
	slices.Sort(sizes)
	scale := 127 / float64(sizes[len(sizes)-1-len(sizes)/5000])
	scale = math.Floor(scale*256) / 256
	order := make([]int, 0, len(t.keys))
	for n := range t.keys {
		if math.Round(float64(t.weights[n])*scale) != 0 {
			order = append(order, n)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.keys[a].feature, t.keys[b].feature), cmp.Compare(t.keys[a].class, t.keys[b].class))
	})
	var rows []linear.Row
	for _, n := range order {
		q := max(-127, min(127, math.Round(float64(t.weights[n])*scale)))
		k, w := t.keys[n], linear.Weight{Class: t.keys[n].class, Value: int8(q)}
		if last := len(rows) - 1; last >= 0 && rows[last].Feature == k.feature {
			rows[last].Weights = append(rows[last].Weights, w)
		} else {
			rows = append(rows, linear.Row{Feature: k.feature, Weights: []linear.Weight{w}})
		}
	}
	sections, err := linear.ModelSections(attribution.ModelName, attribution.ModelClasses[:], rows)
	if err != nil {
		return nil, err
	}
	m := &model{linear: sections, numbers: attribution.Defaults}
	m.numbers.Scale = scale
	return m, nil
}
