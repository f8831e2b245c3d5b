package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/quote"
)

// pathFeatures tells how holder and target hang together in the tree: the
// relations from each up to the word where their ways meet, and that word.
func (s *Scene) pathFeatures(f *Features, h, t *Phrase, dir uint64) {
	hs, ts := s.topOf(h), s.topOf(t)
	var up, down [maxClimb]int
	nu, nd := s.climb(hs, &up), s.climb(ts, &down)
	mu, md := meeting(up[:nu], down[:nd])
	if mu < 0 {
		f.add(-1, pPath, 0, dir)
		return
	}
	path := uint64(1)
	for i := 0; i < min(mu, 4); i++ {
		path = path<<6 | uint64(s.Words[up[i]].Rel)
	}
	path = path<<6 | 63
	for j := 0; j < min(md, 4); j++ {
		path = path<<6 | uint64(s.Words[down[j]].Rel)
	}
	meet := up[mu]
	w := &s.Words[meet]
	f.add(meet, pPath, path, 1)
	f.add(meet, pPathLength, uint64(min(mu, 5))<<4|uint64(min(md, 5)), dir)
	f.add(meet, pMeet, w.Mark, 0)
	ru, rd := uint64(0), uint64(0)
	if mu > 0 {
		ru = uint64(s.Words[up[mu-1]].Rel)
	}
	if md > 0 {
		rd = uint64(s.Words[down[md-1]].Rel)
	}
	f.add(meet, pMeetRelations, ru<<8|rd, uint64(w.Tag))
	f.add(meet, pMeetWord, w.Mark, ru<<8|rd)
	if c := w.class(); c > 0 {
		f.add(meet, pMeetWord, 1<<32|c, ru<<8|rd)
		f.add(meet, pMeetWord, 2<<32|w.coarse(), ru<<8|rd)
	}
	f.add(meet, pPathWord, w.Mark, path)
	// The words on the way to the target say what is done to it.
	for j := 1; j < md && j < 4; j++ {
		x := &s.Words[down[j]]
		f.add(down[j], pOnWay, x.Mark, uint64(s.Words[down[j-1]].Rel))
		if c := x.class(); c > 0 {
			f.add(down[j], pOnWay, 1<<32|c, uint64(s.Words[down[j-1]].Rel))
		}
		if x.Valence != 0 {
			f.add(down[j], pOnWay, level(x.Valence), 1<<40)
		}
	}
	for i := 1; i < mu && i < 4; i++ {
		f.add(up[i], pOnWay, s.Words[up[i]].Mark, 1<<20|uint64(s.Words[up[i-1]].Rel))
	}
	if s.negatedBy(meet) {
		f.add(meet, pMeetRelations, 1<<40, 0)
		f.add(meet, pMeetWord, w.Mark, 1<<40)
	}
	prep := s.caseOf(ts)
	if prep != "" {
		c := s.childOf(ts, Case)
		f.add(c, pMeetWord, s.Words[c].ID, 1<<41|rd)
		if md > 0 {
			f.add(c, pPathWord, s.Words[down[1]].Mark, s.Words[c].ID)
		}
	}
}

// topOf returns the word of a phrase that hangs on a word outside of it.
func (s *Scene) topOf(p *Phrase) int {
	for i := p.First; i < p.End; i++ {
		if h := int(s.Words[i].Head); h < p.First || h >= p.End {
			if s.Words[i].Rel != Case && s.Words[i].Rel != DeterminerRelation {
				return i
			}
		}
	}
	return p.Head
}

// climb lists a word and those above it, and returns their number.
func (s *Scene) climb(i int, way *[maxClimb]int) int {
	n := 0
	for i >= 0 && n < maxClimb {
		way[n] = i
		n++
		i = int(s.Words[i].Head)
	}
	return n
}

// meeting finds the first word of the one way up that is on the other: how many
// steps up it is on each, −1 where the ways do not meet.
func meeting(a, b []int) (up, down int) {
	for i, w := range a {
		if j := slices.Index(b, w); j >= 0 {
			return i, j
		}
	}
	return -1, -1
}

// governorFeatures tells on what the target hangs, and what hangs beside it.
func (s *Scene) governorFeatures(f *Features, first, end int) {
	p := Phrase{First: first, End: end, Head: end - 1}
	t := s.topOf(&p)
	w := &s.Words[t]
	h := int(w.Head)
	if h < 0 {
		f.add(t, tGovernor, 0, uint64(w.Rel))
		return
	}
	g := &s.Words[h]
	f.add(h, tGovernor, g.Mark, uint64(w.Rel))
	f.add(h, tGovernorTag, uint64(g.Tag), uint64(w.Rel))
	if prep := s.childOf(t, Case); prep >= 0 {
		f.add(h, tGovernor, g.Mark, s.Words[prep].ID)
	}
	if g.Valence != 0 {
		f.add(h, tGovernorValence, level(g.Valence), uint64(w.Rel))
	}
	if len(g.frames) > 0 {
		f.add(h, tGovernorValence, 1<<20|uint64(g.first+8), uint64(w.Rel))
	}
	if s.negatedBy(h) {
		f.add(h, tGovernor, g.Mark, 1<<40|uint64(w.Rel))
	}
	n := 0
	for c := s.firstChild(h); c >= 0 && n < 12; c = s.nextChild(c) {
		x := &s.Words[c]
		if c == t || x.Closed == Mark {
			continue
		}
		n++
		f.add(c, tBeside, x.Mark, uint64(w.Rel)<<8|uint64(x.Rel))
		if x.Valence != 0 {
			f.add(c, tBesideValence, level(x.Valence), uint64(w.Rel)<<8|uint64(x.Rel))
		}
	}
	n = 0
	for c := s.firstChild(t); c >= 0 && n < 8; c = s.nextChild(c) {
		if x := &s.Words[c]; x.Closed == Open && (c < first || c >= end) {
			n++
			f.add(c, tBelow, x.Mark, uint64(x.Rel))
			if x.Valence != 0 {
				f.add(c, tBesideValence, level(x.Valence), 1<<20|uint64(x.Rel))
			}
		}
	}
	if hh := int(g.Head); hh >= 0 {
		f.add(hh, tAbove, s.Words[hh].Mark, uint64(w.Rel)<<8|uint64(g.Rel))
		if v := s.Words[hh].Valence; v != 0 {
			f.add(hh, tAboveValence, level(v), uint64(w.Rel)<<8|uint64(g.Rel))
		}
	}
}

// fillFeatures tells which frames hold the target, and whose they are.
func (s *Scene) fillFeatures(f *Features, p *Pair) {
	t := &p.Target
	for i := range s.fills {
		x := &s.fills[i]
		if !s.covers(t, x.Target) {
			if x.Holder >= 0 && !p.Voice && s.covers(&p.Holder, x.Holder) {
				f.add(x.Trigger, pFillElse, uint64(x.Sign+8), 0)
			}
			continue
		}
		whose := uint64(0) // somebody else's
		switch {
		case p.Voice && s.isSpeaker(p, x.Holder):
			whose = 1
		case !p.Voice && x.Holder >= 0 && s.covers(&p.Holder, x.Holder):
			whose = 2
		case x.Holder >= 0 && p.Holder.Entity >= 0 && s.entityAt(x.Holder) == p.Holder.Entity:
			whose = 3
		case x.Holder < 0:
			whose = 4
		}
		sign := uint64(x.Sign + 8)
		if x.Negated {
			sign |= 32
		}
		f.add(x.Trigger, pFill, sign, whose)
		f.add(x.Trigger, pFill, sign<<8|uint64(x.How), 1<<20|whose)
		f.add(x.Trigger, pFillClass, x.Frame.classID, whose<<8|sign)
		f.add(x.Trigger, pFillLemma, s.Words[x.Trigger].Mark, whose<<8|uint64(x.How))
	}
}

// isSpeaker reports whether the holder of a frame is the one who speaks: nobody is
// named, "we", or a pronoun for him where his words are reported ("said it wants
// a cease-fire").
func (s *Scene) isSpeaker(p *Pair, holder int) bool {
	if holder < 0 {
		return true
	}
	w := &s.Words[holder]
	if firstPerson(w) {
		return true
	}
	if p.Quote < 0 || w.Closed != Pronoun || int(w.Quote) != p.Quote || s.Quotes[p.Quote].Kind == quote.Direct {
		return false
	}
	switch w.Lower {
	case "he", "she", "it", "they":
		id := s.entityAt(holder)
		return id < 0 || id == p.Holder.Entity
	}
	return false
}

func firstPerson(w *Word) bool { return w.is(speaking) }

func (s *Scene) entityAt(i int) int {
	if m := s.Words[i].Mention; m >= 0 {
		return s.Mentions[m].Entity
	}
	return -2
}

// covers reports whether a word stands for a phrase: it is in it, and in no
// smaller one that is not its head.
func (s *Scene) covers(p *Phrase, i int) bool {
	if i < p.First || i >= p.End {
		return false
	}
	if i == p.Head {
		return true
	}
	m := s.Words[i].Mention
	return m >= 0 && m == s.Words[p.Head].Mention || s.topOf(p) == i
}
