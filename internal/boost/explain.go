package boost

// Explainer tells what kinds of features gave how much to the score of a model with
// one output: on the way to a leaf, each step's change of the expected value counts for
// the feature that was asked (Saabas 2014). What the kinds gave and what the roots of
// the trees expect sum up to the score. It is safe for concurrent use.
type Explainer struct {
	model *Model
	kinds int
	parts []float32 // by node, what each kind gave on the way to it
	of    []uint8   // the kind of each feature
}

// Explainer makes one; of has the kind of each feature, below kinds. It is nil for a
// model that is too large to be walked fast.
func (m *Model) Explainer(of []uint8, kinds int) *Explainer {
	if m.walk == nil {
		return nil
	}
	e := &Explainer{model: m, kinds: kinds, of: of}
	for _, t := range m.trees {
		first := len(e.parts)
		e.parts = append(e.parts, make([]float32, len(t)*kinds)...)
		parts := e.parts[first:]
		for at, n := range t {
			if n.left == 0 {
				continue
			}
			for _, below := range []int{int(n.left), int(n.left) + 1} {
				p := parts[below*kinds:][:kinds]
				copy(p, parts[at*kinds:])
				p[of[n.feature]] += t[below].value - n.value
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
	sums = sums[:e.kinds]
	var reached [chunk]uint32
	w := e.model.walk
	for first := 0; first < w.trees; first += chunk {
		groups, n := w.of(first)
		w.leaves(&reached, groups, x)
		for _, at := range reached[:n] {
			for k, v := range e.parts[int(at)*e.kinds:][:e.kinds] {
				sums[k] += v
			}
		}
	}
}
