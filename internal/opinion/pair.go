package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Pair is a holder and a target that a sentence may bring together.
type Pair struct {
	Sentence Sentence
	Holder   Phrase
	Target   Phrase
	// Voice: the holder is the speaker of the quote in which the target stands;
	// Holder then has the speaker's entity, and his words where they are known.
	Voice bool
	Quote int // that quote; −1 where the author of the story speaks himself
	// Places of the two among the phrases of the sentence.
	HolderOrder, TargetOrder int
}

// reads reports whether stances are looked for in a block of this kind.
func reads(k article.Kind) bool {
	switch k {
	case article.Headline, article.Subhead, article.Paragraph, article.Crosshead, article.Caption, article.ListItem, article.PullQuote:
		return true
	}
	return false
}

// Reads reports whether the k-th sentence stands in a block that is part of the story.
func (s *Scene) Reads(k int) bool {
	kind := s.Sentences[k].Kind
	return reads(kind) || kind == article.BylineBlock
}

// maxReach is how many words may stand between holder and target.
const maxReach = 40

// pairs judges every pair of holder and target of a sentence, but for two phrases whose
// log-odds together are below the gate.
func (s *Scene) pairs(x *Sentence, phrases []Phrase, gate float32, j *Judges, w *Watch) {
	st := &s.state
	s.resetPairs(j, len(phrases))
	holders := s.paired.holding[:0] // those that pass the gate with the likeliest target
	for k := range phrases {
		if st.canHold[k] && st.holders[k].Odds+st.bestOdds >= gate {
			holders = append(holders, k)
		}
	}
	s.paired.holding = holders
	for i := range phrases {
		t := &phrases[i]
		if !st.canBeTarget[i] {
			continue
		}
		for _, k := range holders {
			h := &phrases[k]
			if st.holders[k].Odds+st.targets[i].Odds < gate {
				continue
			}
			if (separate(h, t) || s.inside(t, h)) && gap(h, t) <= maxReach && (h.Entity < 0 || h.Entity != t.Entity) {
				m := s.next()
				m.Pair = Pair{Sentence: *x, Holder: *h, Target: *t, HolderOrder: k, TargetOrder: i}
				s.meet(m, &st.holders[k], j, w)
			}
		}
		if q := s.Words[t.Head].Quote; q >= 0 {
			s.voices(x, t, i, int(q), gate, j, w)
		} else if s.opinionated() {
			s.spoken(x, &author, t, i, author.First, gate, j, w)
		}
	}
}

// voices judges the pairs of the speakers of a quote and a target in it.
func (s *Scene) voices(x *Sentence, t *Phrase, order, quote int, gate float32, j *Judges, w *Watch) {
	sp := &s.Quotes[quote].Speaker
	if !sp.Known() {
		return
	}
	h, named := s.whose(quote).speaker, false
	for _, id := range sp.Entities {
		if id < 0 || id >= s.named {
			continue
		}
		named = true
		if id != t.Entity {
			h.Entity = id
			s.spoken(x, &h, t, order, quote, gate, j, w)
		}
	}
	if !named && h.First < h.End && s.Words[h.Head].Closed != Pronoun {
		s.spoken(x, &h, t, order, quote, gate, j, w)
	}
}

// spoken judges the pair of one who speaks and a target, unless their log-odds together are
// below the gate.
func (s *Scene) spoken(x *Sentence, h, t *Phrase, order, quote int, gate float32, j *Judges, w *Watch) {
	holder := s.speaker(quote, h, j)
	if holder.Odds+s.state.targets[order].Odds < gate {
		return
	}
	m := s.next()
	m.Pair = Pair{Sentence: *x, Holder: *h, Target: *t, TargetOrder: order, Voice: true, Quote: quote}
	s.meet(m, holder, j, w)
}

// inside reports whether a target is a name within the holder's phrase, before a
// noun that takes sides: "Trump supporters".
func (s *Scene) inside(t, h *Phrase) bool {
	return t.Modifier && h.First <= t.First && t.End <= h.Head && h.Entity < 0 && len(s.Words[h.Head].frames) > 0
}

func separate(a, b *Phrase) bool { return a.End <= b.First || b.End <= a.First }

// between returns the words that stand between two phrases; where end is not above
// first there are none.
func between(a, b *Phrase) (first, end int) {
	if b.First < a.First {
		a, b = b, a
	}
	return a.End, b.First
}

func gap(a, b *Phrase) int {
	first, end := between(a, b)
	return max(0, end-first)
}

// canHold reports whether a phrase can be a holder: somebody or a body.
func (s *Scene) canHold(p *Phrase) bool {
	if p.Entity >= 0 {
		t := s.Entities[p.Entity].Type
		return t != entity.Event && t != entity.Work
	}
	w := &s.Words[p.Head]
	if w.Closed != Open || w.is(dated) || p.Modifier {
		return false
	}
	return w.Tag == Noun || w.Tag == ProperNoun || p.Possessive
}

// canBeTarget reports whether a phrase, of which this is the top word in the tree, can
// be a target.
func (s *Scene) canBeTarget(p *Phrase, top int) bool {
	if p.Entity >= 0 {
		return !s.addressed(top)
	}
	w := &s.Words[p.Head]
	return w.Closed == Open && !w.is(dated) && !p.Modifier
}

// addressed reports whether a word is the one to whom something is said, who is no
// target by that: "expressed concerns to Putin".
func (s *Scene) addressed(i int) bool {
	w := &s.Words[i]
	if w.Head < 0 || w.Rel != Oblique && w.Rel != NominalModifier || s.caseOf(i) != "to" {
		return false
	}
	v := &s.Words[w.Head]
	if w.Rel == NominalModifier {
		if v.Rel != Object || v.Head < 0 {
			return false
		}
		v = &s.Words[v.Head]
	}
	e, ok := lexicon.ReportingVerbs.Lookup(v.Lower)
	if !ok || e.Field(lexicon.ReportingVerbsAddressee) != "to" {
		return false
	}
	return !slices.ContainsFunc(v.frames, func(f Frame) bool { return f.Preposition() == "to" && f.Sign() != 0 })
}
