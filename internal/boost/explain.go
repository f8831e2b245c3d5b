package boost

// Explainer tells what kinds of features gave how much to the score of a model with
// one output: on the way to a leaf, each step's change of the expected value counts for
// the feature that was asked (Saabas 2014). What the kinds gave and what the roots of
// the trees expect sum up to the score. It is safe for concurrent use.
type Explainer struct {
	model *Model
	kinds int
	parts [][maxKinds]float32 // by node, what each kind gave on the way to it
}

const maxKinds = 8

// Explainer makes one; of has the kind of each feature, below kinds, which are 8 at
// most. It is nil for a model that is too large to be walked fast.
func (m *Model) Explainer(of []uint8, kinds int) *Explainer {
	if m.walk == nil {
		return nil
	}
	e := &Explainer{model: m, kinds: min(kinds, maxKinds)}
	for _, t := range m.trees {
		first := len(e.parts)
		e.parts = append(e.parts, make([][maxKinds]float32, len(t))...)
		parts := e.parts[first:]
		for at, n := range t {
			if n.left == 0 {
				continue
			}
			for _, below := range []int{int(n.left), int(n.left) + 1} {
				parts[below] = parts[at]
				parts[below][of[n.feature]] += t[below].value - n.value
			}
		}
	}
	return e
}

// Explain adds to sums, which has a place for each kind, what they gave for x.
func (e *Explainer) Explain(sums, x []float32) {
	if e == nil {
		return
	}
	var all [maxKinds]float32
	copy(all[:], sums[:e.kinds])
	s0, s1, s2, s3, s4, s5, s6, s7 := all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]
	var reached [chunk]uint32
	w := e.model.walk
	for first := 0; first < w.trees; first += chunk {
		groups, n := w.of(first)
		w.leaves(&reached, groups, x)
		for _, at := range reached[:n] {
			p := &e.parts[at]
			s0, s1, s2, s3 = s0+p[0], s1+p[1], s2+p[2], s3+p[3]
			s4, s5, s6, s7 = s4+p[4], s5+p[5], s6+p[6], s7+p[7]
		}
	}
	copy(sums[:e.kinds], []float32{s0, s1, s2, s3, s4, s5, s6, s7})
}
