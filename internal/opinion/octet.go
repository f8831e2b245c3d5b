package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

// octet is up to eight sentences, pairs or ties that the trees are asked about at once.
type octet struct {
	rows   [8][]uint8
	words  boost.Octet
	scores [8]float32
}

// judgeMeetings asks the trees about the meetings that are not judged yet, eight at most,
// and drops those that do not pass the gate.
func (s *Scene) judgeMeetings(j *Judges) {
	o, waiting := &s.octet, s.meetings[s.judged:]
	if len(waiting) == 0 {
		return
	}
	if j.Meet != nil {
		o.rows = [8][]uint8{}
		for k := range waiting {
			o.rows[k] = waiting[k].Figures[:]
		}
		o.words.Set(&o.rows)
		j.Meet.Score(&o.scores, &o.words)
		sided := false
		for k := range waiting {
			m := &waiting[k]
			m.Some, m.Side = o.scores[k], m.TargetSide
			sided = sided || m.Some > j.Gates.Side
		}
		if sided && j.MeetSide != nil {
			j.MeetSide.Score(&o.scores, &o.words)
			for k := range waiting {
				if m := &waiting[k]; m.Some > j.Gates.Side {
					m.Side = o.scores[k]
				}
			}
		}
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
