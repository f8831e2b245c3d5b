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

// judgeMeetings asks the trees about the meetings that are not judged yet, eight at most,
// and drops those that do not pass the gate.
func (s *Scene) judgeMeetings(j *Judges) {
	o, waiting := &s.octet, s.meetings[s.judged:]
	if len(waiting) == 0 {
		return
	}
	if j.Meet != nil {
		for k := range waiting {
			waiting[k].Side = waiting[k].TargetSide // where the trees are not asked
		}
		o.set(len(waiting), func(k int) []uint8 { return waiting[k].Figures[:] })
		o.judge(j.Meet, j.MeetSide, j.Gates.Side, len(waiting), func(k int) (some, side *float32) { return &waiting[k].Some, &waiting[k].Side })
	}
	for k := range waiting {
		m := &waiting[k]
		switch {
		case m.Own != 0:
			m.Some, m.Side = max(m.Some, 3), float32(m.Own)*3
		case j.Meet != nil && m.Some < j.Gates.Meet:
			continue
		}
		if s.judged != len(s.meetings)-len(waiting)+k {
			s.meetings[s.judged] = *m
		}
		s.judged++
	}
	s.meetings = s.meetings[:s.judged]
}
