package parser

// Beamed learns from one sentence with beam search, by the update at the step
// where the best wrong analysis is furthest ahead of the right one (Huang,
// Fayong and Guo 2012). Where several transitions are right, the right analysis
// takes the one that the model likes best.
func (l *Learner) Beamed(ws []Word, g *Gold) (wrong int) {
	p := l.P
	g.prepare()
	p.load(ws)
	a := &p.arena
	l.step++

	gold := []int32{a.start()}
	for !a.done(&a.items[gold[len(gold)-1]]) {
		cur := gold[len(gold)-1]
		it := a.items[cur]
		ok := a.legal(&it)
		cost := a.costs(&it, g)
		p.fs = a.structure(p.words, &it, p.fs[:0])
		sc := l.Structure(p.fs)
		low := 1 << 30
		for act := range NumActions {
			if ok[act] && cost[act] < low {
				low = cost[act]
			}
		}
		best := cand{action: 99}
		for act := range NumActions {
			if !ok[act] || cost[act] != low {
				continue
			}
			c := cand{from: cur, action: uint8(act), score: it.score + float64(sc[act])}
			if act != Shift {
				lb, ls := p.label(&it, act)
				if d, h := a.arcOf(&it, act); g.head(d) == h && h <= a.n {
					if want := g.Rel[d]; want != lb {
						lb, ls = want, l.labelScore(p.fs, want)
					}
				}
				c.label = lb
				c.score += float64(ls)
			}
			if best.action == 99 || c.score > best.score {
				best = c
			}
		}
		gold = append(gold, a.apply(cur, int(best.action), best.label, p.Tables.Marks>>best.label&1 != 0, best.score))
	}

	p.beam = append(p.beam[:0], a.start())
	at, worst := 0, 0.0
	var rival int32
	for step := 1; step < len(gold); step++ {
		p.step()
		// Mark what went wrong.
		for _, i := range p.beam {
			it := &a.items[i]
			if it.wrong {
				continue
			}
			from := &a.items[it.prev]
			if from.wrong {
				it.wrong = true
				continue
			}
			cost := a.costs(from, g)
			ok := a.legal(from)
			low := 1 << 30
			for act := range NumActions {
				if ok[act] && cost[act] < low {
					low = cost[act]
				}
			}
			if cost[it.action] > low {
				it.wrong = true
			} else if it.action != Shift {
				d, h := a.arcOf(from, int(it.action))
				if g.head(d) == h && h <= a.n && g.Rel[d] != it.label {
					it.wrong = true
				}
			}
		}
		top := p.beam[0]
		right := false
		for _, i := range p.beam {
			right = right || !a.items[i].wrong
		}
		if a.items[top].wrong {
			v := a.items[top].score - a.items[gold[step]].score
			if !right || step == len(gold)-1 {
				v += 1e-6
			}
			if (rival == 0 || v > worst) && (!right || step == len(gold)-1) {
				rival, at, worst = top, step, v
			}
		}
	}
	if rival == 0 {
		return 0
	}
	if worst < 0 {
		return 1
	}
	l.compare(gold[at], rival)
	return 1
}

// compare moves the weights of all transitions after the two analyses part.
func (l *Learner) compare(gold, bad int32) {
	a := &l.P.arena
	l.goldPath, l.badPath = a.path(gold, l.goldPath[:0]), a.path(bad, l.badPath[:0])
	n := len(l.goldPath)
	for n > 0 {
		g, b := &a.items[l.goldPath[n-1]], &a.items[l.badPath[n-1]]
		if g.action != b.action || g.label != b.label {
			break
		}
		n--
	}
	for i := range n {
		l.learnStep(l.goldPath[i], 1)
		l.learnStep(l.badPath[i], -1)
	}
}

// path lists an item and those before it, the last first.
func (a *arena) path(i int32, to []int32) []int32 {
	for ; a.items[i].prev != 0; i = a.items[i].prev {
		to = append(to, i)
	}
	return to
}

// learnStep moves the weights of the transition that led to an item.
func (l *Learner) learnStep(i int32, by float32) {
	p := l.P
	a := &p.arena
	act, label := int(a.items[i].action), a.items[i].label
	it := a.items[a.items[i].prev]
	p.fs = a.structure(p.words, &it, p.fs[:0])
	l.structure.update(p.fs, act, by, l.step)
	l.learnLabel(&it, act, label, by)
}
