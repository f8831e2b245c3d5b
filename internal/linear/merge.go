package linear

// Merge adds what another trainer has learned, of the same classes from the same
// examples in another order, say: the mean of several is better than each. Features
// that were updated too rarely count in neither. The trainer is not to be trained
// any further.
func (t *Trainer) Merge(other *Trainer) {
	for slot, key := range t.keys {
		if key == 0 {
			continue
		}
		r := &t.rows[slot]
		params := t.arena[r.offset : r.offset+uint32(r.n)]
		for i := range params {
			p := &params[i]
			if int(r.updates) < t.options.MinUpdates {
				p.total = 0
			} else {
				p.total += int64(p.value) * (t.clock - p.stamp)
			}
			p.value, p.stamp = 0, t.clock
		}
	}
	for slot, key := range other.keys {
		from := other.rows[slot]
		if key == 0 || int(from.updates) < t.options.MinUpdates {
			continue
		}
		for _, p := range other.arena[from.offset : from.offset+uint32(from.n)] {
			t.update(key, p.class, 0) // makes room
			r := &t.rows[t.find(key)]
			for i := r.offset; i < r.offset+uint32(r.n); i++ {
				if q := &t.arena[i]; q.class == p.class {
					q.total += p.total + int64(p.value)*(other.clock-p.stamp)
				}
			}
		}
		r := &t.rows[t.find(key)]
		r.updates = max(r.updates, from.updates)
	}
}
