package opinion

// placeFigures tell where the two stand.
func (s *Scene) placeFigures(d *Figures, p *Pair) {
	h, t := &p.Holder, &p.Target
	d[dDirection], d[dGap] = flag(t.First < h.First), count(1+gap(h, t))
	if !separate(h, t) {
		d[dDirection] = 2
	}
}

// targetStanding tells on what a target hangs, and what kind of thing it is.
func (s *Scene) targetStanding(d *Figures, p *Pair) {
	st := &s.state
	d[dTargetRel] = uint8(s.Words[st.tops[p.TargetOrder]].Rel)
	d[dTargetPerson], d[dTargetBody] = s.sortOf(&p.Target)
	if k := s.above(p.TargetOrder); k >= 0 {
		d[dTargetAbove] = tenths(st.targets[k].Odds)
	}
}

// above returns the phrase that another is a part of or hangs on, −1 for none: the plan
// of "Day's plan", the head of "head of the party".
func (s *Scene) above(phrase int) int {
	h := int(s.Words[s.state.tops[phrase]].Head)
	for k := len(s.phrases) - 1; k >= 0; k-- {
		if q := &s.phrases[k]; q.has(h) && k != phrase && (h == q.Head || s.phrases[phrase].Modifier) {
			return k
		}
	}
	return -1
}

// sortOf tells how often a common noun is said of persons, and of bodies, in
// tenths and two more; 1 for nouns that are not known, 0 for names.
func (s *Scene) sortOf(p *Phrase) (person, body uint8) {
	if p.Entity >= 0 || p.Head < 0 {
		return 0, 0
	}
	w := &s.Words[p.Head]
	return uint8(w.Person + 2), uint8(w.Body + 2)
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

// weigh returns how often the story speaks of a party, where it does first (from 1; 0 for
// words), and how many quotes it speaks.
func (s *Scene) weigh(p *Phrase) (times, first, speaks uint8) {
	switch {
	case p.Entity >= 0:
		m := s.Entities[p.Entity].Mentions
		if len(m) > 0 {
			first = scaled(float32(m[0].Start)/float32(max(1, s.Words[len(s.Words)-1].End)), 126, 1)
		}
		return count(len(m)), first, count(int(s.speaks[p.Entity]))
	case p.Head >= 0:
		return count(s.counts.of(s.Words[p.Head].Mark)), 0, 0
	}
	return 0, 0, 0
}

// sameCountry is 0 for two of different countries, 2 for two of one, 1 where that is not
// known.
func (s *Scene) sameCountry(p *Pair) uint8 {
	if p.Holder.Entity < 0 || p.Target.Entity < 0 {
		return 1
	}
	switch h, t := s.Entities[p.Holder.Entity].Country, s.Entities[p.Target.Entity].Country; {
	case h == "" || t == "":
		return 1
	case h == t:
		return 2
	}
	return 0
}
