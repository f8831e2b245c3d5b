package opinion

// judgePhrases judges which phrases of a sentence are holder or target of a stance.
func (s *Scene) judgePhrases(x *Sentence, phrases []Phrase, j *Judges, w *Watch) {
	st, n := &s.state, len(phrases)
	st.steps, st.ways, st.tops = st.steps[:0], st.ways[:0], st.tops[:0]
	st.targets, st.holders = zeroed(st.targets, n), zeroed(st.holders, n)
	st.targetOdds, st.holderOdds = zeroed(st.targetOdds, n), zeroed(st.holderOdds, n)
	st.canHold, st.canBeTarget = zeroed(st.canHold, n), zeroed(st.canBeTarget, n)
	st.targetRank, st.holderRank = zeroed(st.targetRank, n), zeroed(st.holderRank, n)
	st.holderFigures, st.holderKnown = zeroed(st.holderFigures, n), zeroed(st.holderKnown, n)
	st.speakerOf, st.heard, st.target = -2, -2, -1
	st.bestOdds = logit(0)
	f, v, t := &s.features, &s.view, j.summed()
	for i := range phrases {
		top := s.topOf(&phrases[i])
		from := len(st.steps)
		st.steps = s.hang(st.steps, top)
		st.ways = append(st.ways, st.steps[from:len(st.steps):len(st.steps)])
		st.tops = append(st.tops, top)
		st.canHold[i], st.canBeTarget[i] = s.canHold(&phrases[i]), s.canBeTarget(&phrases[i], top)
		if !st.own && s.nearness(top, st.ways[i]) < j.Gates.Near {
			st.canHold[i], st.canBeTarget[i] = false, false
		}
		if !st.canHold[i] && !st.canBeTarget[i] {
			continue
		}
		s.seePhrase(v, x, &phrases[i], top, st.ways[i])
		if t != nil {
			st.targets[i], st.holders[i] = s.saidOfPhrase(t, v)
		} else {
			s.describe(f, v)
			if w != nil && w.Party != nil {
				w.Party(st.index, i, &phrases[i], f)
			}
			if j.Party == nil {
				continue
			}
			st.targets[i], st.holders[i] = j.Party(f)
		}
		st.targetOdds[i], st.holderOdds[i] = st.targets[i].Odds, st.holders[i].Odds
		st.bestOdds = max(st.bestOdds, st.targetOdds[i])
	}
	s.hangings(phrases)
	for i := range phrases {
		for k := range phrases {
			if st.targets[k].Some > st.targets[i].Some {
				st.targetRank[i]++
			}
			if st.holders[k].Some > st.holders[i].Some {
				st.holderRank[i]++
			}
		}
	}
}

// hangings finds, for each phrase, the one that it is a part of or hangs on: the
// plan of "Day's plan", the head of "head of the party".
func (s *Scene) hangings(phrases []Phrase) {
	st := &s.state
	st.above = zeroed(st.above, len(phrases))
	for i := range phrases {
		st.above[i] = -1
	}
	for i := range phrases {
		h := int(s.Words[st.tops[i]].Head)
		for k := range phrases {
			if q := &phrases[k]; k != i && h >= q.First && h < q.End && (h == q.Head || phrases[i].Modifier) {
				st.above[i] = k
			}
		}
	}
}
