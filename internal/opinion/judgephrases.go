package opinion

// judgePhrases judges which phrases of a sentence are target or holder of a stance.
func (s *Scene) judgePhrases(x *Sentence, phrases []Phrase, j *Judges, w *Watch) {
	st, n := &s.state, len(phrases)
	st.ways, st.tops = room(st.ways, n), room(st.tops, n)
	st.targets, st.holders = zeroed(st.targets, n), zeroed(st.holders, n)
	st.canHold, st.canBeTarget = zeroed(st.canHold, n), zeroed(st.canBeTarget, n)
	st.bestOdds = logit(0)
	f, v, t := &s.features, &s.phraseView, j.summed()
	v.sums, v.rows = t, nil
	if t != nil {
		s.lookUpRows(t, x)
		v.rows = s.rows
	}
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
			s.describe(f, v.listed(x))
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

// rank returns how many phrases are likelier than one.
func rank(of []Leaning, phrase int) (n int) {
	some := of[phrase].Some
	for k := range of {
		if of[k].Some > some {
			n++
		}
	}
	return n
}

// above returns the phrase that another is a part of or hangs on, −1 for none: the plan
// of "Day's plan", the head of "head of the party".
func (s *Scene) above(phrase int) int {
	h := int(s.Words[s.state.tops[phrase]].Head)
	for k := len(s.phrases) - 1; k >= 0; k-- {
		if q := &s.phrases[k]; k != phrase && h >= q.First && h < q.End && (h == q.Head || s.phrases[phrase].Modifier) {
			return k
		}
	}
	return -1
}
