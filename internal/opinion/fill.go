package opinion

import (
	"math/bits"
	"slices"
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
	for i := x.First; i < x.End; i += int(s.Words[i].skip) {
		w := &s.Words[i]
		if w.standing&fills == 0 {
			continue
		}
		if w.is(hyphen | hyphened) {
			s.hyphenated(i)
		}
		if w.is(contrast) {
			s.contrasted(x, i)
		}
		long := w.asFrame&beginsLonger != 0 && !s.hasOwn(w) && s.fillPhrasal(&x, i)
		if w.Closed != Open && w.Modifier != Shifter || w.Name() && w.Mention >= 0 {
			continue
		}
		if !long && w.asFrame&w.parts() != 0 {
			for k := range w.frames {
				s.fill(i, i, &w.frames[k])
			}
		}
		if w.is(valued) {
			s.evaluated(i)
		}
	}
	s.opposed()
	s.filling = 0
	for i := range s.fills {
		s.filling.add(s.fills[i].Target)
		s.filling.add(s.fills[i].Holder)
	}
	return s.fills
}

// hasOwn reports whether the caller has frames of a word, which stand before all others.
func (s *Scene) hasOwn(w *Word) bool { return s.owned && w.is(framed) && w.frames[0].Own }

// wordSet is a set of words of a sentence: a bit for each, by its index modulo 64. In a
// longer sentence it has some false members.
type wordSet uint64

// add adds a word; −1 is none.
func (x *wordSet) add(i int) {
	if i >= 0 {
		*x |= 1 << (i & 63)
	}
}

// any reports whether one of these words may be in the set: false is certain.
func (x wordSet) any(first, end int) bool {
	all := wordSet(1)<<min(64, end-first) - 1
	return x&wordSet(bits.RotateLeft64(uint64(all), first&63)) != 0
}

// fill fills one frame whose words are first to last.
func (s *Scene) fill(first, last int, f *Frame) {
	if s.Words[first].parts()&f.fills() == 0 {
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
		for c := s.childOf(f.Holder, Conjunct); c >= 0; c = s.nextChild(c) {
			if s.Words[c].Rel == Conjunct && s.Words[c].Tag != Verb && c != f.Target {
				g := f
				g.Holder = c
				s.fills = append(s.fills, g)
			}
		}
	}
	for c := s.childOf(f.Target, Conjunct); c >= 0; c = s.nextChild(c) {
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

// FillOf returns the frame that holds the pair, the surest of several, or nil.
func (s *Scene) FillOf(p *Pair) *Fill {
	var best *Fill
	for i := range s.fills {
		if x := &s.fills[i]; s.covers(&p.Target, x.Target) && s.holds(x, p) && x.surer(best) {
			best = x
		}
	}
	return best
}

// holds reports whether the holder of a frame is that of a pair.
func (s *Scene) holds(x *Fill, p *Pair) bool {
	if p.Voice {
		return s.isSpeaker(p, x.Holder)
	}
	return x.Holder >= 0 && s.covers(&p.Holder, x.Holder)
}

// surer reports whether a frame is to be told rather than one before it, or nil: the
// first, but for words that only evaluate.
func (f *Fill) surer(before *Fill) bool {
	return before == nil || before.How == Evaluated && f.How != Evaluated
}
