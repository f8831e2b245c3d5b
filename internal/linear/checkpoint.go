package linear

import (
	"bytes"
	"errors"
	"slices"
)

// Checkpoint is the state of a [Trainer], for writing to disk.
type Checkpoint struct {
	Labels []string
	Clock  int64
	Rows   []CheckpointRow
}

// CheckpointRow is what a trainer knows of a feature.
type CheckpointRow struct {
	Feature uint64
	Updates uint32
	Params  []int64 // total, stamp, value, class of each
}

// Checkpoint is all that is needed to go on training later.
func (t *Trainer) Checkpoint() Checkpoint {
	c := Checkpoint{Labels: t.labels, Clock: t.clock}
	for slot, key := range t.keys {
		if key == 0 {
			continue
		}
		r := t.rows[slot]
		row := CheckpointRow{Feature: key, Updates: r.updates}
		for _, p := range t.arena[r.offset : r.offset+uint32(r.n)] {
			row.Params = append(row.Params, p.total, p.stamp, int64(p.value), int64(p.class))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// Restore puts a trainer that was made with the same labels and options back where
// a checkpoint was taken.
func (t *Trainer) Restore(c Checkpoint) error {
	if !slices.Equal(c.Labels, t.labels) {
		return errors.New("linear: checkpoint: it has other classes")
	}
	*t = *NewTrainer(t.labels, t.options)
	t.clock = c.Clock
	for _, row := range c.Rows {
		for i := 0; i+3 < len(row.Params); i += 4 {
			t.update(row.Feature, int32(row.Params[i+3]), int32(row.Params[i+2]))
		}
		at := &t.rows[t.find(row.Feature)]
		at.updates = row.Updates
		for i := range int(at.n) {
			p := &t.arena[int(at.offset)+i]
			p.total, p.stamp = row.Params[4*i], row.Params[4*i+1]
		}
	}
	return nil
}

// Model makes a model of the averaged weights in memory, for measuring during
// training.
func (t *Trainer) Model(name string, options PackOptions) (*Model, error) {
	sections, err := ModelSections(name, t.labels, t.Pack(options))
	if err != nil {
		return nil, err
	}
	data, err := Encode(name, sections)
	if err != nil {
		return nil, err
	}
	f, err := Open(string(bytes.Clone(data)))
	if err != nil {
		return nil, err
	}
	return f.Model(name)
}
