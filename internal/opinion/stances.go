package opinion

import (
	"cmp"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/boost"
)

// The classes of the models of stance.
const (
	None = iota
	For
	Against
)

// Found is a stance between two parties.
type Found struct {
	Holder, Target Phrase
	Class          int     // For or Against
	Probability    float64 // that there is a stance
	Trigger        int     // the word that says most for it
	Frame          string  // its frame, or the word
	Negated        bool
	Hedged         bool
	Conditional    bool
	Questioned     bool
	Quoted         bool // somebody else is reported to say it
	Evidence       []article.Span
	Reasons        []Reason // why the trees say so, the weightiest first
}

// Stances returns the stances of a story in order of their evidence. The slice and the
// reasons in it are valid until the scene is read again.
func (s *Scene) Stances() []Found { return s.StancesBy(judges()) }

// StancesBy returns the stances that these judges find.
func (s *Scene) StancesBy(j *Judges) []Found {
	all := s.Meetings(j, nil)
	if len(all) == 0 {
		return nil
	}
	ties := s.Ties(all, j)
	chosen := s.choose(ties, j)
	shown := 0
	for _, t := range chosen {
		shown += min(len(t.Meetings), maxEvidence)
	}
	out, evidence := s.found[:0], make([]article.Span, 0, shown)
	for _, t := range chosen {
		from := len(evidence)
		x := s.foundIn(t, all, evidence[from:])
		evidence = evidence[:from+len(x.Evidence)]
		out = append(out, x)
	}
	s.found, s.whys = out, s.whys[:0]
	for from := 0; from < len(chosen); from += boost.MostRows {
		end := min(from+boost.MostRows, len(chosen))
		s.reasons(out[from:end], chosen[from:end], all, j)
	}
	slices.SortStableFunc(out, func(a, b Found) int {
		return cmp.Or(a.Evidence[0].Compare(b.Evidence[0]), a.Holder.First-b.Holder.First, a.Target.First-b.Target.First)
	})
	return out
}

// choose returns the ties that are likely enough, the likeliest first.
func (s *Scene) choose(ties []Tie, j *Judges) []*Tie {
	out, unlikely := s.tied.chosen[:0], j.tooUnlikely()
	for i := range ties {
		t := &ties[i]
		if t.Some <= unlikely {
			continue
		}
		if t.probability = t.Probability(); t.probability >= j.least(s, t) {
			out = append(out, t)
		}
	}
	s.tied.chosen = out
	slices.SortStableFunc(out, func(a, b *Tie) int { return cmp.Compare(b.probability, a.probability) })
	return out
}

// foundIn tells a tie with its words, which are appended to the evidence.
func (s *Scene) foundIn(t *Tie, all []Meeting, evidence []article.Span) Found {
	x := Found{Holder: t.Holder, Target: t.Target, Class: For, Probability: sigmoid(t.Some), Trigger: -1, Evidence: evidence}
	if t.Side < 0 {
		x.Class = Against
	}
	for n, k := range t.Meetings {
		m := &all[k]
		if n > 0 && (len(x.Evidence) == maxEvidence || sigmoid(m.Some) < leastShown || m.Side > 0 != (x.Class == For)) {
			continue
		}
		at, frame := s.triggerOf(m, x.Class)
		if n == 0 {
			x.Trigger, x.Frame = at, frame
			s.flags(&x, m)
		}
		if e := s.around(at, m); !slices.Contains(x.Evidence, e) {
			x.Evidence = append(x.Evidence, e)
		}
	}
	x.Evidence = slices.Clip(x.Evidence)
	slices.SortFunc(x.Evidence, article.Span.Compare)
	return x
}

const (
	maxEvidence = 8
	leastShown  = 0.15 // meetings less probable are no evidence
)

// triggerOf finds the word that shows a stance in one place, and the lexicon entry
// that it is filed under: the word of the frame that holds both parties, or the
// likeliest word on which they hang.
func (s *Scene) triggerOf(m *Meeting, class int) (at int, frame string) {
	if x := &m.fill; x.frame != nil && x.sign > 0 == (class == For) && x.trigger >= 0 {
		if x.frame.Lemma != "" {
			return x.trigger, x.frame.Lemma
		}
		return x.trigger, s.Words[x.trigger].Lower
	}
	at = m.Trigger
	if at < 0 {
		at = m.Target.Head
	}
	w := &s.Words[at]
	for k := range w.frames {
		if f := &w.frames[k]; w.fits(f) && f.Sign() != 0 {
			return at, f.Lemma
		}
	}
	return at, w.Lower
}

// around widens a trigger to the words beside it that show the stance too.
func (s *Scene) around(at int, m *Meeting) article.Span {
	first, end := at, at+1
	for first > m.Sentence.First && s.belongs(first-1, m) {
		first--
	}
	for end < m.Sentence.End && s.belongs(end, m) {
		end++
	}
	return article.Span{Start: s.Words[first].Start, End: s.Words[end-1].End}
}

func (s *Scene) belongs(i int, m *Meeting) bool {
	if i >= m.Target.First && i < m.Target.End || i >= m.Holder.First && i < m.Holder.End {
		return false
	}
	return s.evidence[i].Some >= 0.25
}

// flags notes what weakens a stance.
func (s *Scene) flags(x *Found, m *Meeting) {
	first, end, at := m.Sentence.First, m.Sentence.End, x.Trigger
	x.Negated = s.negated(at, first) || s.negatedBy(at)
	for i := max(first, at-5); i < at; i++ {
		switch s.Words[i].Modifier {
		case Hedge:
			x.Hedged = true
		case Conditional:
			x.Conditional = true
		}
	}
	if q := s.Words[at].Quote; q >= 0 && !m.Voice {
		x.Quoted = x.Holder.Entity < 0 || !s.Quotes[q].Speaker.Is(x.Holder.Entity)
	}
	for i := end - 1; i >= max(first, end-3); i-- {
		x.Questioned = x.Questioned || s.Words[i].is(question)
	}
}

// PartyKey is the same for phrases that stand for the same party: names of one
// entity, and words with the same head.
func (s *Scene) PartyKey(p Phrase) uint64 {
	switch {
	case p.Entity >= 0:
		return uint64(p.Entity)
	case p.Head >= 0:
		return s.Words[p.Head].ID | 1<<63
	}
	return 1<<63 - 1
}
