package attribution

// A noun that speaks has often been mentioned before with whose it is: "a report
// by the Harbour Board …. The report said". Those mentions are its echoes.

// How an entity hangs together with an echo.
const (
	echoNone    = iota
	echoNear    // a subject in its sentence
	echoSaid    // spoke in its sentence: "Stone said in a letter"
	echoInside  // depends on it: "a letter from Stone"
	echoSpeaker // it spoke for the entity before
)

const (
	maxEchoes    = 3   // mentions of the noun that are looked at
	maxEchoReach = 600 // tokens that are searched for them
	maxEchoBack  = 12  // drafts that may stand in the sentence of one
)

// listEchoes notes which candidates an earlier mention of the speaker's noun
// points to, and adds those that are not among them yet.
func (e *engine) listEchoes(i int) {
	s, w := &e.story, e.drafts[i].speaker
	if !w.known() {
		return
	}
	h := s.headOf(w)
	head := &s.tokens[h]
	if head.class != classNone || head.entity >= 0 {
		return
	}
	found := 0
	for k := w.first - 1; k >= 0 && k > w.first-maxEchoReach && found < maxEchoes; k-- {
		if s.tokens[k].form != head.form {
			continue
		}
		found++
		a := s.arcs[k]
		for j := int(a.lo); j <= int(a.hi); j++ {
			e.echo(s.tokens[j].entity, j, echoInside)
		}
		sentence := s.tokens[k].sentence
		for n := i - 1; n >= 0 && n >= i-maxEchoBack; n-- {
			d := &e.drafts[n]
			if d.speaker.has(k) {
				e.echoAll(d.who, k, echoSpeaker)
			} else if s.tokens[d.at()].sentence == sentence {
				e.echoAll(d.who, k, echoSaid)
			}
		}
		x := s.sentences[sentence]
		for j := int(x.first); j < int(x.end) && j < w.first; j++ {
			if s.tokens[j].entity >= 0 && s.isSubject(j) {
				e.echo(s.tokens[j].entity, j, echoNear)
			}
		}
	}
}

func (e *engine) echoAll(who []int, token int, how uint64) {
	for _, x := range who {
		e.echo(int32(x), token, how)
	}
}

// echo notes how an entity hangs together with an echo, the first time that it
// does, and makes it a candidate.
func (e *engine) echo(id int32, token int, how uint64) {
	if id < 0 {
		return
	}
	for k := range e.persons {
		if p := &e.persons[k]; p.entity == id {
			if p.echo == echoNone {
				p.echo = how
			}
			return
		}
	}
	if len(e.persons) < maxCandidates {
		e.persons = append(e.persons, person{entity: id, token: token, rank: len(e.persons), echo: how})
	}
}

// maxCandidates is how many entities may be candidates for a speaker.
const maxCandidates = 24

// headOf returns the token of some words that the others depend on.
func (s *story) headOf(w piece) int {
	for j := w.first; j <= w.last; j++ {
		if h := int(s.arcs[j].head); (h < w.first || h > w.last) && s.tokens[j].isWord() {
			return j
		}
	}
	return w.last
}
