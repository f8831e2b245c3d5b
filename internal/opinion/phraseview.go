package opinion

// phraseView is a phrase as its judge sees it: it adds up what the models say of all that is
// seen or, where one of them learns, lists that, so that there is one description of a phrase
// for both.
type phraseView struct {
	sums *sums  // nil to list
	rows []*row // what the models say of the words of the sentence; see lookUpRows
	sum  quad

	words       [maxSeen]wordAt
	facts       [maxSeen]fact
	seen, noted int // how many are listed
}

// maxSeen is more words, and more facts, than are seen of any phrase.
const maxSeen = 32

func (v *phraseView) see(word int, at place) {
	if v.sums != nil {
		v.sum += v.rows[word+margin].phrases[at-ofPhrases]
		return
	}
	v.words[v.seen] = wordAt{int32(word), at}
	v.seen++
}

func (v *phraseView) note(kind Template, a, b int) {
	if v.sums != nil {
		f := &v.sums.facts[kind-firstFact]
		v.sum += f.phrases[a*f.width+b]
		return
	}
	v.facts[v.noted] = fact{kind, uint16(a), uint16(b)}
	v.noted++
}

// listed is what is listed of a phrase in a sentence.
func (v *phraseView) listed(x *Sentence) *view {
	for i := range v.words[:v.seen] {
		if u := &v.words[i]; int(u.word) < x.First || int(u.word) >= x.End {
			u.word = -1 // beyond the edge
		}
	}
	return &view{v.words[:v.seen], v.facts[:v.noted]}
}

// lookUpRows looks up what is said of the words of a sentence, and of the edge in the two
// places before and behind. The row of a word stands margin places behind its index in the
// story.
func (s *Scene) lookUpRows(t *sums, x *Sentence) {
	s.rows = room(s.rows, len(s.Words)+2*margin)
	edge := &t.names[markEdge-markPerson].row
	for k := range margin {
		s.rows[x.First+k], s.rows[x.End+margin+k] = edge, edge
	}
	for i := x.First; i < x.End; i++ {
		s.rows[i+margin] = t.rowOf(&s.Words[i])
	}
	s.readAhead(s.rows[x.First+margin : x.End+margin])
}

// readAhead reads a number in each of those lines of memory of some rows that will most
// often be asked for: all at once, so that the reads, most of which go to slow memory, do
// not wait for one another.
func (s *Scene) readAhead(rows []*row) {
	for _, r := range rows {
		s.ahead += r.phrases[atNoun-ofPhrases] + r.phrases[atGovernor-ofPhrases] + r.phrases[atBelow-ofPhrases] + r.phrases[atTrigger-ofPhrases]
	}
}

// margin is how far beyond the edge of its sentence a phrase sees.
const margin = 2
