package opinion

import "github.com/seed05c9d22b/newstext/quote"

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
	if known := f.tone.tables; known != nil {
		f.tone.known(h, known.ofGovernor(g, w.Rel))
	} else {
		s.governorFacts(f, h, w.Rel)
	}
	if prep := s.childOf(t, Case); prep >= 0 {
		f.add(h, tGovernor, g.Mark, s.Words[prep].ID)
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

// governorFacts tells of what kind the word is on which the target hangs.
func (s *Scene) governorFacts(f *Features, h int, rel Relation) {
	g := &s.Words[h]
	f.add(h, tGovernorTag, uint64(g.Tag), uint64(rel))
	if g.Valence != 0 {
		f.add(h, tGovernorValence, level(g.Valence), uint64(rel))
	}
	if len(g.frames) > 0 {
		f.add(h, tGovernorValence, 1<<20|uint64(g.first+8), uint64(rel))
	}
}

// ofGovernor is what the model says of that.
func (t *toneTables) ofGovernor(g *Word, rel Relation) pull {
	sum := t.tags[g.Tag][rel]
	if g.Valence != 0 {
		sum += t.levels[level(g.Valence)][rel]
	}
	if g.is(framed) {
		sum += t.signs[g.first+2][rel]
	}
	return sum
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
	return i == p.Head || p.has(i) && s.coversBy(p, s.topOf(p), i)
}

// coversBy is covers for a phrase of which this is the top word.
func (s *Scene) coversBy(p *Phrase, top, i int) bool {
	if !p.has(i) {
		return false
	}
	m := s.Words[i].Mention
	return i == p.Head || i == top || m >= 0 && m == s.Words[p.Head].Mention
}

// has reports whether a word is in a phrase.
func (p *Phrase) has(i int) bool { return i >= p.First && i < p.End }
