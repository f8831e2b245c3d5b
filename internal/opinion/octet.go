package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

// octet is up to eight sentences, pairs or ties that the trees are asked about at once.
type octet struct {
	rows   [8][]uint8
	words  boost.Octet
	scores [8]float32
}

// set takes over n rows.
func (o *octet) set(n int, row func(k int) []uint8) {
	o.rows = [8][]uint8{}
	for k := range n {
		o.rows[k] = row(k)
	}
	o.words.Set(&o.rows)
}

// judge sets the odds of the n rows and, of those whose odds are above a gate, the sides,
// if there is a judge of these.
func (o *octet) judge(odds, sides *boost.Oblivious, gate float32, n int, of func(k int) (some, side *float32)) {
	odds.Score(&o.scores, &o.words)
	sided := false
	for k := range n {
		some, _ := of(k)
		*some = o.scores[k]
		sided = sided || *some > gate
	}
	if !sided || sides == nil {
		return
	}
	sides.Score(&o.scores, &o.words)
	for k := range n {
		if some, side := of(k); *some > gate {
			*side = o.scores[k]
		}
	}
}
