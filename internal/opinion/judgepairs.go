package opinion

// Meeting is a pair in one place, with what the judges say of it.
type Meeting struct {
	Pair
	Figures Figures
	Some    float32 // log-odds
	Side    float32 // log-odds of for against against
	Trigger int     // the word that shows it most, −1 if none does
	Own     int     // sign of a frame that holds the pair and decides by itself
	// What figures say of the parties, as it was before it became small numbers.
	HolderSome, TargetSome, TargetSide float32
	fill                               fillBrief
}

// fillBrief is what is told of the frame that holds a pair.
type fillBrief struct {
	frame         *Frame // nil where none does
	trigger, sign int
}

// meet judges a pair in one place.
func (s *Scene) meet(p *Pair, j *Judges, w *Watch) {
	if w != nil && w.Pair != nil {
		w.Pair(p)
	}
	st, f := &s.state, &s.features
	var holder float32
	if p.Voice {
		if st.speakerOf != p.Quote || p.Quote >= 0 && len(s.Quotes[p.Quote].Speaker.Entities) > 1 {
			s.SpeakerFeatures(f, p.Quote, &p.Holder)
			if w != nil && w.Speaker != nil {
				w.Speaker(p, f)
			}
			if j.Speaker != nil {
				st.speaker = j.Speaker(f)
			}
			st.speakerOf, st.speakerOdds = p.Quote, st.speaker.Odds
		}
		holder = st.speakerOdds
	} else {
		holder = st.holderOdds[p.HolderOrder]
	}
	if j.Party == nil {
		return
	}
	own := 0
	if st.own {
		own = s.plainFill(p)
	}
	if own == 0 && holder+st.targetOdds[p.TargetOrder] < j.Gates.Pair {
		return
	}
	s.meetings = append(s.meetings, Meeting{Pair: *p, Own: own})
	m := &s.meetings[len(s.meetings)-1]
	s.figures(m)
	s.linkFigures(m, j, w)
	if len(s.meetings) == s.judged+len(s.octet.rows) {
		s.judgeMeetings(j)
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
		o.set(len(waiting), func(k int) []uint8 { return waiting[k].Figures[:] })
		j.Meet.Score(&o.scores, &o.words)
	}
	for k := range waiting {
		m := &waiting[k]
		if j.Meet != nil {
			if m.Some = o.scores[k]; m.Some < j.Gates.Meet && m.Own == 0 {
				continue
			}
		}
		if s.judged != len(s.meetings)-len(waiting)+k {
			s.meetings[s.judged] = *m
		}
		s.judged++
	}
	s.meetings = s.meetings[:s.judged]
}

// judgeSides asks the trees on which side the meetings of a story are: those that are
// likely enough. Others are on the side of which it is to be the target.
func (s *Scene) judgeSides(j *Judges) {
	var q waiting
	for i := range s.meetings {
		m := &s.meetings[i]
		switch {
		case m.Own != 0:
			m.Some, m.Side = max(m.Some, 3), float32(m.Own)*3
		case j.Meet != nil:
			if m.Side = m.TargetSide; m.Some > j.Gates.Side {
				q.ask(j.MeetSide, m.Figures[:], &m.Side)
			}
		}
	}
	q.answer(j.MeetSide)
}

// plainFill returns the sign of a frame that holds both parties and leaves nothing
// to judge: one of the caller's, or a plain one.
func (s *Scene) plainFill(p *Pair) int {
	for i := range s.fills {
		x := &s.fills[i]
		if !x.Frame.Own && !x.Plain || x.Holder < 0 || !s.covers(&p.Target, x.Target) {
			continue
		}
		if !p.Voice && s.covers(&p.Holder, x.Holder) || p.Voice && x.Plain && s.isSpeaker(p, x.Holder) {
			return x.Sign
		}
	}
	return 0
}
