package opinion

import "github.com/seed05c9d22b/newstext/entity"

// Who belongs to whom: "Day's lawyer", "Labour leader Lee", "the head of the
// council". A lawyer speaks for his client, and a party's people hold together.

// How holder and target belong together.
const (
	bondNone  = iota
	bondUp    // the holder belongs to the target: "Day's lawyer" and Day
	bondDown  // the target belongs to the holder
	bondSame  // both belong to a third
	bondApart // each belongs to somebody, and not to the same
)

// maxBonds bounds the bonds of an entity.
const maxBonds = 8

// bind notes to whom each entity belongs.
func (s *Scene) bind() {
	if n := len(s.Entities); cap(s.bonds) < n {
		s.bonds = make([][]int, n)
	}
	s.bonds = s.bonds[:len(s.Entities)]
	for i := range s.bonds {
		s.bonds[i] = s.bonds[i][:0]
	}
	for id := range s.Entities {
		roles := s.Entities[id].Roles
		for _, r := range roles[:min(len(roles), maxBonds)] {
			first, end := s.WordsOf(r.Span)
			for i := first; i < end; i++ {
				s.bond(id, i)
			}
			s.bond(id, s.ownerBefore(first))
			if end+1 < len(s.Words) && (s.Words[end].Lower == "of" || s.Words[end].Lower == "for") {
				i := end + 1
				if s.Words[i].Closed == Determiner && i+1 < len(s.Words) {
					i++
				}
				s.bond(id, i)
			}
		}
	}
}

// ownerBefore returns the word of the one to whom what begins at a word belongs:
// "Day's", or the name before it as in "Labour leader". It is −1 if there is none.
func (s *Scene) ownerBefore(first int) int {
	i := first - 1
	if i > 0 && isPossessive(&s.Words[i]) {
		i--
	}
	if i < 0 || s.Words[i].Mention < 0 {
		return -1
	}
	return i
}

func (s *Scene) bond(id, i int) {
	if i < 0 || i >= len(s.Words) {
		return
	}
	if e := s.entityAt(i); e >= 0 && e != id && len(s.bonds[id]) < maxBonds {
		s.bonds[id] = append(s.bonds[id], e)
	}
}

// bondOf says how holder and target belong together.
func (s *Scene) bondOf(h, t *Phrase) int {
	if h.Entity < 0 || t.Entity < 0 {
		if h.Entity < 0 && t.Entity >= 0 && s.owns(t.Entity, h) {
			return bondUp
		}
		if t.Entity < 0 && h.Entity >= 0 && s.owns(h.Entity, t) {
			return bondDown
		}
		return bondNone
	}
	hs, ts := s.bonds[h.Entity], s.bonds[t.Entity]
	camps := [2]bool{}
	for _, b := range hs {
		if b == t.Entity {
			return bondUp
		}
		camps[0] = camps[0] || s.Entities[b].Type == entity.Group
	}
	for _, b := range ts {
		if b == h.Entity {
			return bondDown
		}
		camps[1] = camps[1] || s.Entities[b].Type == entity.Group
		for _, a := range hs {
			if a == b {
				return bondSame
			}
		}
	}
	if camps[0] && camps[1] {
		return bondApart
	}
	return bondNone
}

// owns reports whether words say that they belong to an entity: "Day's plan",
// "Day supporters".
func (s *Scene) owns(id int, p *Phrase) bool {
	if p.First < 0 || p.First >= p.End {
		return false
	}
	for i := p.First; i < p.Head; i++ {
		if s.entityAt(i) == id {
			return true
		}
	}
	i := s.ownerBefore(p.First)
	return i >= 0 && s.entityAt(i) == id
}
