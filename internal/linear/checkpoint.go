package linear

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"slices"
)

// checkpoint is a trainer on disk; the caller's own state (epoch, position,
// random numbers) travels with it.
type checkpoint struct {
	Labels []string
	Clock  int64
	State  []byte
	Rows   []checkpointRow
}

type checkpointRow struct {
	Feature uint64
	Updates uint32
	Params  []int64 // total, stamp, value, class of each
}

// Checkpoint writes all that is needed to go on training later, with a state of
// the caller's.
func (t *Trainer) Checkpoint(w io.Writer, state []byte) error {
	c := checkpoint{Labels: t.labels, Clock: t.clock, State: state}
	for slot, key := range t.keys {
		if key == 0 {
			continue
		}
		r := t.rows[slot]
		row := checkpointRow{Feature: key, Updates: r.updates}
		for _, p := range t.arena[r.offset : r.offset+uint32(r.n)] {
			row.Params = append(row.Params, p.total, p.stamp, int64(p.value), int64(p.class))
		}
		c.Rows = append(c.Rows, row)
	}
	if err := gob.NewEncoder(w).Encode(c); err != nil {
		return fmt.Errorf("linear: checkpoint: %w", err)
	}
	return nil
}

// Restore reads a checkpoint into a trainer that was made with the same labels
// and options, and returns the caller's state.
func (t *Trainer) Restore(r io.Reader) ([]byte, error) {
	var c checkpoint
	if err := gob.NewDecoder(r).Decode(&c); err != nil {
		return nil, fmt.Errorf("linear: checkpoint: %w", err)
	}
	if !slices.Equal(c.Labels, t.labels) {
		return nil, fmt.Errorf("linear: checkpoint: it has other classes")
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
	return c.State, nil
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
