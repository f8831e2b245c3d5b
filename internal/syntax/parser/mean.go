package parser

// Mean is a learner with the mean of the averaged weights of several that learned
// the same with other seeds. Each has chances of its own; their mean is better
// than any of them.
func Mean(all []*Learner) *Learner {
	if len(all) == 1 {
		return all[0]
	}
	m := NewLearner(all[0].pass.tables, 0, 0)
	share := 1 / float32(len(all))
	for _, l := range all {
		l.Averaged(true)
		for i, s := range l.structure.mean {
			if s.key != 0 {
				for action, w := range s.w {
					m.structure.update(l.structure.hashes[i:i+1], action, w*share, 0)
				}
			}
		}
		t := l.labels
		for i, at := range t.index {
			if at == 0 {
				continue
			}
			for rel, w := range t.mean[int(at)*t.width : (int(at)+1)*t.width] {
				if w != 0 {
					m.labels.update(t.hashes[i:i+1], rel, w*share, 0)
				}
			}
		}
		l.Averaged(false)
	}
	return m
}
