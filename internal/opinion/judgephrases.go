package opinion

// judgePhrases judges which phrases of a sentence are target or holder of a stance.
func (s *Scene) judgePhrases(x *Sentence, phrases []Phrase, j *Judges, w *Watch) {
	st, n := &s.state, len(phrases)
	st.ways, st.tops = room(st.ways, n), room(st.tops, n)
	st.targets, st.holders = zeroed(st.targets, n), zeroed(st.holders, n)
	st.canHold, st.canBeTarget = zeroed(st.canHold, n), zeroed(st.canBeTarget, n)
	st.bestOdds = logit(0)
	f, v, t := &s.features, &s.phraseView, j.sums
	if t != nil {
		s.lookUpRows(t, x)
	}
	*v = phraseView{seeing: s.seeingBy(j)}
	for i := range phrases {
		p, way := &phrases[i], &st.ways[i]
		top := s.topOf(p)
		st.tops[i] = top
		holds, suffers := s.canHold(p), s.canBeTarget(p, top)
		if !holds && !suffers {
			continue
		}
		if s.hang(way, x, top); !st.own && way.near < j.Gates.Near {
			continue
		}
		st.canHold[i], st.canBeTarget[i] = holds, suffers
		s.seePhrase(v, p, top, way)
		if t != nil {
			a, b := v.sum.split()
			st.targets[i], st.holders[i] = a.leaning(), b.leaning()
		} else {
			v.list.cut(x)
			s.describe(f, v.list)
			if w != nil && w.Party != nil {
				w.Party(st.index, i, p, f)
			}
			if j.Party == nil {
				continue
			}
			st.targets[i], st.holders[i] = j.Party(f)
		}
		st.bestOdds = max(st.bestOdds, st.targets[i].Odds)
	}
}
