package opinion

import "slices"

// What tone asks of the words of a sentence is the same for all targets there. It is made
// when the first of them is judged.

// running is what the words of a sentence that stand before some place add up to.
type running struct {
	far     [clauses]sides // what is said of them by the number of clauses between
	valence int32
	ends    int32 // how many of them end a clause
	tellers int32 // how many may explain a tone
}

// briefing is of a sentence whose words are briefed.
type briefing struct {
	done    bool
	quoted  bool      // some of its words are
	turning wordRange // in [Scene.turning]
	tellers int       // where its own begin in [Scene.tellers]
	breaks  int       // and in [Scene.breaks]
}

// brief makes what tone needs of the words of a sentence.
func (s *Scene) brief(t *toneTables, k int) (b briefing) {
	x := &s.Sentences[k]
	words, at := s.Words[x.First:x.End], s.running[x.First+k:]
	b.done = true
	b.turning.first, b.tellers, b.breaks = len(s.turning), len(s.tellers), len(s.breaks)
	s.briefWords(t, words, s.briefs[x.First:], at)
	b.quoted = s.listWords(int32(x.First), words, at)
	b.turning.end = len(s.turning)
	return b
}

// briefWords briefs the words of a sentence and adds up what is said of them.
func (s *Scene) briefWords(t *toneTables, words []Word, briefs []*toneWord, at []running) {
	briefs, at = briefs[:len(words)], at[:len(words)+1]
	var none, one, more sides // clauses between
	for i := range words {
		w := &words[i]
		at[i].far = [clauses]sides{none, one, more}
		var says *toneWord
		if w.Name() {
			says = &t.names[flag(s.toneRoleOf(w) != speaks)][w.Mark-markPerson]
		} else if says = w.said.tone.Load(); says == nil {
			says = t.ask(w.Info)
		}
		briefs[i] = says
		none, one, more = none+says.far[0], one+says.far[1], more+says.far[2]
	}
	at[len(words)].far = [clauses]sides{none, one, more}
}

// listWords counts and lists those words of a sentence, which begins with this one, that may
// explain a tone, and those that end a clause; of the latter, two more stand before the first
// and behind the last. It adds up valences, lists the words that are negated or ask, and
// reports whether some words are quoted.
func (s *Scene) listWords(first int32, words []Word, at []running) (quoted bool) {
	at = at[:len(words)+1]
	s.tellers = slices.Grow(s.tellers, len(words))
	listed := s.tellers[len(s.tellers):][:len(words)]
	s.breaks = append(s.breaks, first, first)
	var sum turns
	tellers := int32(0)
	quotes := int32(-1) // negative while all are
	for i := range words {
		w, here, word := &words[i], &at[i], first+int32(i)
		here.valence, here.ends, here.tellers = sum.valence, sum.ends, tellers
		listed[tellers] = word
		tellers += int32(w.opens())
		quotes &= w.Quote
		if w.turns() || word < sum.free {
			s.turn(&sum, w, word)
		}
	}
	end := &at[len(words)]
	end.valence, end.ends, end.tellers = sum.valence, sum.ends, tellers
	last := first + int32(len(words))
	s.breaks = append(s.breaks, last, last)
	s.tellers = s.tellers[:len(s.tellers)+int(tellers)]
	return quotes >= 0
}

// turns is what those words of a sentence come to that are more than words.
type turns struct {
	valence, ends int32 // see running
	free          int32 // words from here on stand behind no negation that reaches them
}

// turns reports whether a word ends a clause, asks, negates or has a valence.
func (w *Word) turns() bool {
	return flag(w.is(valued|divider|relative|question|exclamation))|flag(w.Closed == Conjunction)|flag(w.Modifier == Negation) != 0
}

// turn counts and lists such a word, or one that may be negated.
func (s *Scene) turn(x *turns, w *Word, i int32) {
	if s.ends(w) {
		s.breaks = append(s.breaks, i)
		x.ends++
	}
	open, mark, negated := w.opens() != 0, w.Closed == Mark, false
	if open {
		negated = i < x.free
	}
	if negated || mark && w.is(question|exclamation) {
		s.turning = append(s.turning, i)
	}
	if open && w.is(valued) && !s.owns(w) {
		x.valence += w.valenceHere(negated)
	}
	if mark {
		x.free = 0
	}
	if w.Modifier == Negation {
		x.free = i + 1 + negationReach
	}
}

// ends reports whether another clause begins behind a word.
func (s *Scene) ends(w *Word) bool {
	return (w.is(divider) || endsClause(w)) && !(s.owned && s.toneRoleOf(w) == silent)
}

// opens is 1 for an open word that is no name.
func (w *Word) opens() uint8 { return flag(w.Closed == Open) &^ flag(w.Name()) }

// surroundings are the words lo to hi of a sentence that surround a target, and where clauses
// begin and end there, of which one is that of the target.
type surroundings struct {
	k, first, end int // the sentence and the target
	lo, hi        int
	before        [clauses - 1]int // where that clause begins, and the one before it
	behind        [clauses - 1]int // where it ends, and the one behind it
}

// surround finds the surroundings of the target first to end in the k-th sentence.
func (s *Scene) surround(k, first, end int) surroundings {
	x := surroundings{k: k, first: first, end: end}
	x.lo, x.hi = s.Sentences[k].around(first, end)
	breaks := s.breaks[s.briefed[k].breaks:]
	n := s.running[k+first].ends // two stand before it
	x.before = [...]int{max(x.lo, int(breaks[n+1])), max(x.lo, int(breaks[n]))}
	n = s.running[k+end].ends + 2
	x.behind = [...]int{min(x.hi, int(breaks[n])+1), min(x.hi, int(breaks[n+1])+1)}
	return x
}
