package opinion

// topOf returns the word of a phrase that hangs on a word outside of it.
func (s *Scene) topOf(p *Phrase) int {
	for i := p.First; i < p.End; i++ {
		if h := int(s.Words[i].Head); !p.has(h) {
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

// entityAt is the entity that a word mentions, −2 for none: −1 is what a phrase without one has.
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
func (p *Phrase) has(i int) bool { return uint(i-p.First) < uint(p.End-p.First) }
