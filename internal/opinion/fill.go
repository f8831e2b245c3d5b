package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Fill is a frame in a sentence with its holder and target: the words at the
// heads of their phrases.
type Fill struct {
	Holder  int // −1 where the sentence has none: the one who speaks or writes
	Target  int
	Trigger int
	Sign    int // −2 to 2, shifters counted in
	How     How
	Frame   *Frame
	Negated bool
	// Plain: the words leave nothing to judge: "Russian-backed rebels", "a deal that
	// Day sought and Lee opposed".
	Plain bool
}

// How says how holder and target hang on the frame.
type How uint8

// The ways.
const (
	Plainly    How = iota // subject and object
	Passively             // "by"
	Nominally             // "X's attack on Y"
	Lightly               // "X launched an attack on Y"
	AsRole                // "critics of Y": the holder is the noun itself
	AsLabel               // "X, a critic of Y", "X is a critic of Y"
	AsQuality             // "X is critical of Y"
	Reversed              // "X drew criticism from Y", "X angered Y"
	Through               // "X condemned the attack on Y"
	Recipient             // "accuse X of Y", Y
	Hyphenated            // "Russian-backed rebels", "pro-Russian"
	Evaluated             // "Y is a disaster": of the one who speaks
	Contrasted            // "X wants Z rather than Y"
)

// Fills returns the frames of a sentence with their fillers. The slice is valid
// until the next call.
func (s *Scene) Fills(x Sentence) []Fill {
	s.fills = s.fills[:0]
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		s.hyphenated(i)
		s.contrasted(x, i)
		if w.Closed != Open && w.Modifier != Shifter || w.Name() && w.Mention >= 0 {
			continue
		}
		if len(w.frames) == 0 && !w.phrases {
			if w.Valence != 0 {
				s.evaluated(i)
			}
			continue
		}
		if !w.phrases || !s.phraseFrames(x, i) {
			for k := range w.frames {
				s.fill(i, i, &w.frames[k])
			}
		}
		if w.Valence != 0 {
			s.evaluated(i)
		}
	}
	s.opposed()
	return s.fills
}

// opposed notes where two are told apart by what they hold toward one thing: "Day
// sought the deal and Lee opposed it".
func (s *Scene) opposed() {
	for i := range s.fills {
		f := &s.fills[i]
		if f.How != Plainly || f.Holder < 0 || f.Negated {
			continue
		}
		for k := range s.fills[:i] {
			if g := &s.fills[k]; g.How == Plainly && g.Holder >= 0 && !g.Negated && g.Target == f.Target && g.Holder != f.Holder && g.Trigger != f.Trigger && f.Sign*g.Sign < 0 && f.Target < min(f.Trigger, g.Trigger) {
				f.Plain, g.Plain = true, true
			}
		}
	}
}

// phraseFrames fills the frames of several words that begin at a word.
func (s *Scene) phraseFrames(x Sentence, i int) bool {
	e, n, ok := lexicon.Frames.Longest(func(k int) (string, bool) {
		if i+k >= x.End || k > 5 {
			return "", false
		}
		return s.Words[i+k].Stem, k > 0 && s.Words[i+k].Start > s.Words[i+k-1].End
	})
	if !ok || n < 2 {
		return false
	}
	before := len(s.fills)
	for ; ok; e, ok = e.Next() {
		s.fill(i, i+n-1, s.keep(frameOf(e)))
	}
	return len(s.fills) > before
}

// keep gives a frame of several words a place of its own.
func (s *Scene) keep(f Frame) *Frame {
	if len(s.frames) == cap(s.frames) {
		s.frames = make([]Frame, 0, 64) // fills still point into the old ones
	}
	s.frames = append(s.frames, f)
	return &s.frames[len(s.frames)-1]
}

// fits reports whether a word is of the part of speech of a frame.
func (w *Word) fits(f *Frame) bool {
	switch f.POS {
	case 'v':
		return w.Tag == Verb
	case 'n':
		return w.Tag == Noun || w.Tag == ProperNoun
	case 'a':
		return w.Tag == Adjective || w.Tag == Verb && w.Ending == Ed || w.Tag == Adposition
	}
	return false
}

// fill fills one frame whose words are first to last.
func (s *Scene) fill(first, last int, f *Frame) {
	w := &s.Words[first]
	if !w.fits(f) || f.Class == "neutral" || f.Class == "say" {
		return
	}
	switch f.POS {
	case 'v':
		s.fillVerb(first, last, f)
	case 'n':
		s.fillNoun(first, last, f)
	case 'a':
		s.fillAdjective(first, last, f)
	}
}

func (s *Scene) fillVerb(i, last int, f *Frame) {
	holder, how := s.subject(i), Plainly
	theme := -1
	if s.passive(i) {
		how = Passively
		theme = holder
		if s.Words[i].Rel == AdnominalClause {
			theme = s.lastOf(int(s.Words[i].Head), i)
		}
		holder = s.byAgent(i)
		if f.Preposition() != "" && f.Theme != "obj" {
			theme = -1
		}
	}
	if theme < 0 {
		theme = s.theme(i, last, f)
	}
	sign := s.shifted(i, f.AgentTheme)
	switch f.Class {
	case "draw":
		// The subject is the target, the one behind the preposition the holder.
		if theme >= 0 && holder >= 0 && how == Plainly {
			s.emit(Fill{Holder: theme, Target: holder, Trigger: i, Sign: s.shifted(i, f.ThemeAgent), How: Reversed, Frame: f})
		}
		return
	case "label":
		s.label(i, holder, theme, f)
		return
	case "shifter":
		return
	case "propagate":
		if theme >= 0 {
			s.through(i, holder, theme, f)
		}
		return
	}
	if theme < 0 && how == Plainly && f.Theme == "obj" {
		theme = s.sharedTheme(i, holder)
	}
	if theme < 0 {
		return
	}
	if sign != 0 {
		plain := how == Passively && f.Class == "support" && sign == 2 && holder >= 0 && s.Words[holder].Mention >= 0
		s.emit(Fill{Holder: holder, Target: theme, Trigger: i, Sign: sign, How: how, Frame: f, Plain: plain})
	} else if f.ThemeAgent != 0 && holder >= 0 {
		s.emit(Fill{Holder: theme, Target: holder, Trigger: i, Sign: s.shifted(i, f.ThemeAgent), How: Reversed, Frame: f})
	}
	if f.AgentRecipient != 0 && f.Agent != "" {
		if r := s.slot(i, last, f.Agent); r >= 0 && r != theme {
			s.emit(Fill{Holder: holder, Target: r, Trigger: i, Sign: s.shifted(i, f.AgentRecipient), How: Recipient, Frame: f})
		}
	}
}

// theme finds the target of a verb.
func (s *Scene) theme(i, last int, f *Frame) int {
	if f.Theme == "obj" {
		for r := range maxClimb {
			if o := s.childOf(i, Object); o >= 0 {
				return s.antecedent(o, i)
			}
			w := &s.Words[i]
			// "something the Russians have long sought": the noun is the object.
			if c := s.anySubject(i); (w.Rel == RelativeClause || w.Rel == AdnominalClause) && c >= 0 {
				if a := s.antecedent(c, i); a == c {
					return int(w.Head)
				}
			}
			// "sought and resisted": a shared object stands with the last.
			shared := -1
			if r == 0 {
				for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
					if s.Words[c].Rel == Conjunct && s.Words[c].Tag == Verb && c > i && s.childOf(c, Subject) < 0 {
						if o := s.childOf(c, Object); o >= 0 && c-i <= 4 {
							shared = o
						}
					}
				}
			}
			if shared >= 0 {
				return shared
			}
			if w.Rel != Conjunct || w.Head < 0 || s.Words[w.Head].Rel != RelativeClause && s.Words[w.Head].Rel != AdnominalClause {
				return -1
			}
			i = int(w.Head)
		}
		return -1
	}
	return s.slot(i, last, f.Theme)
}

// lastOf returns the last of some coordinated nouns before a participle: "villagers
// and rebels backed by the Finns" says it of the rebels.
func (s *Scene) lastOf(head, participle int) int {
	last := head
	for c := s.firstChild(head); c >= 0; c = s.nextChild(c) {
		if c > last && c < participle && s.Words[c].Rel == Conjunct && s.Words[c].Tag != Verb {
			last = c
		}
	}
	return last
}

// sharedTheme finds the theme of a verb that has a subject of its own and shares
// what the clause before it is about: "a deal that Day has sought and Lee resisted".
func (s *Scene) sharedTheme(i, holder int) int {
	if holder < 0 || holder >= i || i-holder > 3 || len(s.fills) == 0 {
		return -1
	}
	f := &s.fills[len(s.fills)-1]
	if f.How != Plainly || f.Target > f.Trigger || f.Trigger >= holder || holder-f.Trigger > 4 {
		return -1
	}
	for k := f.Trigger + 1; k < holder; k++ {
		if w := &s.Words[k]; w.Tag == Coordinator {
			return f.Target
		}
	}
	return -1
}

// slot finds the word in a place that a frame names.
func (s *Scene) slot(i, last int, place string) int {
	if place == "comp" {
		for _, r := range []Relation{OpenClause, ClauseComplement} {
			if c := s.childOf(i, r); c >= 0 {
				if o := s.childOf(c, Object); o >= 0 {
					return o
				}
				return c
			}
		}
		return -1
	}
	if place == "obj" {
		return s.childOf(i, Object)
	}
	if len(place) < 4 || place[:3] != "pp:" {
		return -1
	}
	want := place[3:]
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		switch w := &s.Words[c]; w.Rel {
		case Oblique, NominalModifier, Agent, Object:
			if c > i && oneOf(s.caseOf(c), want) {
				return c
			}
		case AdverbialClause, AdnominalClause:
			// "concerns about Russia holding up its end", "blamed for lying"
			if c > i && (oneOf(s.markOf(c), want) || oneOf(s.caseOf(c), want)) {
				if a := s.childOf(c, Subject); a >= 0 {
					return a
				}
				return c
			}
		}
	}
	// The preposition is a part of the frame: the noun behind it, whatever it
	// hangs on.
	if last > i && oneOf(s.Words[last].Lower, want) {
		if h := int(s.Words[last].Head); h > last && s.Words[last].Rel == Case {
			return h
		}
	}
	return -1
}

func (s *Scene) markOf(i int) string {
	if c := s.childOf(i, Marker); c >= 0 {
		return s.Words[c].Lower
	}
	return ""
}

// oneOf reports whether a word is one of those that slashes separate.
func oneOf(word, list string) bool {
	for word != "" && list != "" {
		n := len(list)
		for k := 0; k < len(list); k++ {
			if list[k] == '/' {
				n = k
				break
			}
		}
		if list[:n] == word {
			return true
		}
		list = list[min(len(list), n+1):]
	}
	return false
}

// byAgent finds the one who acts in a passive.
func (s *Scene) byAgent(i int) int {
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if w := &s.Words[c]; w.Rel == Agent || (w.Rel == Oblique || w.Rel == NominalModifier) && s.caseOf(c) == "by" {
			return c
		}
	}
	return -1
}

// label fills "X calls Y a liar": the complement says what X holds toward Y.
func (s *Scene) label(i, holder, theme int, f *Frame) {
	sign := f.AgentTheme
	complement := -1
	if sign == 0 {
		complement = s.childOf(i, OpenClause)
		if complement < 0 {
			for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
				if w := &s.Words[c]; c > i && (w.Rel == Oblique || w.Rel == AdverbialClause) && (s.caseOf(c) == "as" || s.markOf(c) == "as") {
					complement = c
				}
			}
		}
		if complement < 0 {
			return
		}
		sign = s.signOf(complement)
	}
	if theme < 0 {
		theme = s.childOf(i, Object)
	}
	if theme < 0 || sign == 0 {
		return
	}
	s.emit(Fill{Holder: holder, Target: theme, Trigger: max(i, complement), Sign: sign, How: AsLabel, Frame: f})
}

// signOf returns the sign of the valence of a word and what hangs on it.
func (s *Scene) signOf(i int) int {
	v := s.Words[i].Valence
	for c := s.firstChild(i); c >= 0; c = s.nextChild(c) {
		if r := s.Words[c].Rel; r == Adjectival || r == Compound || r == Conjunct || r == Adverbial {
			v += s.Words[c].Valence
		}
	}
	switch {
	case v > 0.1:
		return 1
	case v < -0.1:
		return -1
	}
	return 0
}

// through fills "X condemned the attack on Y": against the attack, and for Y.
func (s *Scene) through(i, holder, event int, f *Frame) {
	w := &s.Words[event]
	for k := range w.frames {
		g := &w.frames[k]
		if !w.fits(g) || g.POS != 'n' || g.Class == "role" {
			continue
		}
		effect := g.AgentTheme
		if effect == 0 {
			continue
		}
		if theme := s.slot(event, event, g.Theme); theme >= 0 {
			s.emit(Fill{Holder: holder, Target: theme, Trigger: i, Sign: s.shifted(i, f.AgentRecipient*effect), How: Through, Frame: f})
		}
		return
	}
}

// shifted turns the sign where a shifter governs the predicate: "refused to
// back", "withdrew support for".
func (s *Scene) shifted(i, sign int) int {
	for range 3 {
		w := &s.Words[i]
		h := int(w.Head)
		if h < 0 {
			return sign
		}
		switch w.Rel {
		case OpenClause, Object, AdverbialClause, ClauseComplement:
			if s.Words[h].Modifier == Shifter && (w.Rel != AdverbialClause || s.markOf(i) == "from") {
				sign = -sign
			}
			if w.Rel == Object {
				return sign
			}
		case Conjunct:
		default:
			return sign
		}
		i = h
	}
	return sign
}

// evaluated fills "Y is a disaster" and "the disastrous Y": what the one who
// speaks holds toward Y.
func (s *Scene) evaluated(i int) {
	w := &s.Words[i]
	target := -1
	switch {
	case w.Rel == Adjectival && w.Head >= 0:
		target = int(w.Head)
	case w.Tag == Adjective || w.Tag == Noun:
		if s.childOf(i, Copula) >= 0 || w.Rel == OpenClause {
			target = s.subject(i)
		}
	case w.Tag == Verb:
		if s.passive(i) {
			return
		}
		target = s.subject(i)
	}
	if target < 0 {
		return
	}
	sign := 1
	if w.Valence < 0 {
		sign = -1
	}
	s.emit(Fill{Holder: -1, Target: target, Trigger: i, Sign: sign, How: Evaluated, Frame: &polar})
}

// contrasted fills "X wants Z rather than Y": what X holds toward Z turns round
// for Y, whatever Y hangs on.
func (s *Scene) contrasted(x Sentence, i int) {
	if i+2 >= x.End || (s.Words[i].Lower != "rather" || s.Words[i+1].Lower != "than") && (s.Words[i].Lower != "instead" || s.Words[i+1].Lower != "of") {
		return
	}
	j := i + 2
	for j < x.End && s.Words[j].Closed == Determiner {
		j++
	}
	from := j
	for j < x.End && s.nominal(j) && (j == from || !s.splits(j)) {
		j++
	}
	if j == from {
		return
	}
	for k := len(s.fills) - 1; k >= 0; k-- {
		f := s.fills[k]
		if f.How == Plainly && f.Sign > 0 && f.Holder >= 0 && f.Holder < f.Trigger && f.Trigger < f.Target && f.Target < i {
			s.fills[k].Plain = true
			f.Target, f.Sign, f.How, f.Plain = j-1, -1, Contrasted, true
			s.emit(f)
			return
		}
	}
}

// instead reports whether a conjunct is what the first is not: "talks rather than
// strikes".
func (s *Scene) instead(i int) bool {
	c := s.childOf(i, CoordinatorRelation)
	return c >= 0 && (s.Words[c].Lower == "rather" || s.Words[c].Lower == "instead" || s.Words[c].Lower == "not")
}

// standsFor returns what an empty word stands for: "a deal, something the Finns
// have sought". Of "talks with voters, something …" these are the talks.
func (s *Scene) standsFor(i int) int {
	w := &s.Words[i]
	switch w.Lower {
	case "something":
		if i > 1 && s.Words[i-1].Lower == "," && s.Words[i-2].End <= s.Words[i-1].Start {
			if d := s.deed(i - 2); d >= 0 {
				return d
			}
		}
	case "one", "ones", "move", "step", "thing", "that":
	default:
		return i
	}
	if w.Rel == Apposition && w.Head >= 0 {
		return int(w.Head)
	}
	return i
}

// deed climbs from a word to the first noun that is no name, person or body.
func (s *Scene) deed(i int) int {
	for range maxClimb {
		w := &s.Words[i]
		if w.Tag == Noun && w.Mention < 0 && w.Person+w.Body < 5 {
			return i
		}
		h := int(w.Head)
		if h < 0 || w.Tag == Verb && w.Rel != AdnominalClause && w.Rel != RelativeClause {
			return -1
		}
		i = h
	}
	return -1
}

// emit adds a fill, and one for each of the words that share its place.
func (s *Scene) emit(f Fill) {
	f.Target = s.standsFor(f.Target)
	if f.Holder >= 0 {
		f.Holder = s.standsFor(f.Holder)
	}
	if f.Sign == 0 || f.Holder == f.Target {
		return
	}
	if f.Negated = f.Trigger >= 0 && s.negatedBy(f.Trigger); f.Negated && f.Sign > 0 && f.How != Evaluated {
		f.Sign = -1 // who does not back somebody is against him; who does not attack him is not for him
	}
	if len(s.fills) >= maxFills || s.filled(&f) {
		return
	}
	s.fills = append(s.fills, f)
	if f.Holder >= 0 {
		for c := s.firstChild(f.Holder); c >= 0; c = s.nextChild(c) {
			if s.Words[c].Rel == Conjunct && s.Words[c].Tag != Verb && c != f.Target {
				g := f
				g.Holder = c
				s.fills = append(s.fills, g)
			}
		}
	}
	for c := s.firstChild(f.Target); c >= 0; c = s.nextChild(c) {
		if s.Words[c].Rel == Conjunct && s.Words[c].Tag != Verb && c != f.Holder && !s.instead(c) {
			g := f
			g.Target = c
			s.fills = append(s.fills, g)
		}
	}
}

// filled reports whether a fill is there already.
func (s *Scene) filled(f *Fill) bool {
	return slices.ContainsFunc(s.fills, func(g Fill) bool {
		return g.Holder == f.Holder && g.Target == f.Target && g.Trigger == f.Trigger && g.Sign == f.Sign && g.How == f.How
	})
}

// maxFills bounds the fills of a sentence.
const maxFills = 64
