package opinion

import "slices"

// What tone asks of the words of a sentence is the same for all targets there. It is made
// when the first of them is judged.

// toneBrief is a word of the story as its part in a tone needs it.
type toneBrief struct {
	word *toneWord
	said pull  // where it is around the target or in it, what is said of it
	ends uint8 // 1 where a clause ends behind it
}

// briefing is of a sentence whose words are briefed.
type briefing struct {
	done    bool
	quoted  bool      // some of its words are
	tellers wordRange // in [Scene.tellers]
	turning wordRange // in [Scene.turning]
}

// brief makes what tone needs of the words of a sentence.
func (s *Scene) brief(t *toneTables, k int) (b briefing) {
	x := &s.Sentences[k]
	b.done = true
	b.tellers.first, b.turning.first = len(s.tellers), len(s.turning)
	s.briefWords(t, x)
	b.quoted = s.listTellers(x)
	s.addValences(x, s.valencesOf(k))
	b.tellers.end, b.turning.end = len(s.tellers), len(s.turning)
	return b
}

// briefWords briefs the words of a sentence.
func (s *Scene) briefWords(t *toneTables, x *Sentence) {
	words, briefs := s.Words[x.First:x.End], s.briefs[x.First:x.End]
	for i := range words {
		w, b := &words[i], &briefs[i]
		b.ends = flag(w.is(divider)) | flag(endsClause(w))
		if w.Name() {
			b.word = &t.names[flag(s.toneRoleOf(w) != speaks)][w.Mark-markPerson]
			continue
		}
		says := w.said.tone.Load()
		if says == nil {
			says = t.ask(w.Info)
		}
		b.word = says
	}
	if !s.owned {
		return
	}
	for i := range words {
		if s.toneRoleOf(&words[i]) == silent {
			briefs[i].ends = 0
		}
	}
}

// listTellers lists the words of a sentence that may explain a tone, and reports whether
// some of its words are quoted.
func (s *Scene) listTellers(x *Sentence) (quoted bool) {
	words, n := s.Words[x.First:x.End], len(s.tellers)
	tellers := slices.Grow(s.tellers, len(words))[:n+len(words)]
	quotes := int32(-1) // negative while all are
	for i := range words {
		w := &words[i]
		tellers[n] = int32(x.First + i)
		n += int(w.opens())
		quotes &= w.Quote
	}
	s.tellers = tellers[:n]
	return quotes >= 0
}

// opens is 1 for an open word that is no name.
func (w *Word) opens() uint8 { return flag(w.Closed == Open) &^ flag(w.Name()) }

// addValences adds up the valences of the first 0, 1 … words of a sentence, and lists those
// that are negated, or ask.
func (s *Scene) addValences(x *Sentence, valences []int32) {
	words := s.Words[x.First:x.End]
	sum, free := int32(0), 0 // words from free on stand behind no negation that reaches them
	for i := range words {
		w := &words[i]
		open, mark := w.opens(), flag(w.Closed == Mark)
		negated := open & flag(i < free)
		if negated|mark&flag(w.is(question|exclamation)) != 0 {
			s.turning = append(s.turning, int32(x.First+i))
		}
		valences[i] = sum
		if open&flag(w.is(valued)) != 0 && !s.owns(w) {
			sum += w.valenceHere(negated != 0)
		}
		free &= int(mark) - 1
		if w.Modifier == Negation {
			free = i + 1 + negationReach
		}
	}
	valences[len(words)] = sum
}

// valencesOf are the sums of the valences of the first 0, 1 … words of the k-th sentence.
func (s *Scene) valencesOf(k int) []int32 {
	x := &s.Sentences[k]
	return s.valences[x.First+k : x.End+k+1]
}
