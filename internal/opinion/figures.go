package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
)

// Figures are what the trees know of a pair in one place, in numbers of 0 to
// [boost.Most] (numbers.go).
type Figures [FigureCount]uint8

// The figures, by what shares them. Many more were tried; these are what the trees ask
// for.
const (
	// of the holder, which all pairs with one that does not speak share
	dHolderKind = iota
	dHolderModifier
	dHolderSome
	dHolderSide
	dHolderAsTarget
	dHolderRank
	dHolderOrder
	dHolderCount
	dHolderFirst
	dHolderSpeaks

	// of the target and its sentence
	dTargetKind
	dTargetModifier
	dTargetSome
	dTargetSide
	dTargetAsHolder
	dTargetRank
	dTargetBest
	dTargetOrder
	dTargetCount
	dTargetFirst
	dTargetSpeaks
	dTargetRel
	dTargetPerson
	dTargetBody
	dTargetAbove
	dTargetWords
	dSentence
	dPlace
	dHeadline
	dNearValence
	dNearFrames
	dNegation
	dDeterminer
	dEvidenceMax
	dEvidenceSum
	dEvidenceSide
	dEvidenceNear
	dEvidenceNearSide
	dEvidenceTarget
	dSentenceSome

	// of both
	dSameCountry
	dDirection
	dGap
	dFill
	dFillTrust
	dFills
	dFillOther
	dQuotes
	dQuoteKind
	dQuoteLength
	dQuotePlace
	dQuoteValence
	dFirstPerson
	dEvidenceBetween
	dTriggerSome
	dTriggerSide
	dTriggerFrame
	dTriggerOrder
	dTriggerGap
	dEvidenceQuote
	dEvidenceQuoteSide
	dLink
	dLinkSide
	FigureCount
)

// holderFigures is how many figures are of the holder alone; they come first.
const holderFigures = dHolderSpeaks + 1

// FigureNames are the names of the figures, by which the models have them.
var FigureNames = []string{
	"holder kind", "holder modifier", "holder some", "holder side", "holder as target", "holder rank", "holder order",
	"holder count", "holder first", "holder speaks", "target kind", "target modifier", "target some", "target side",
	"target as holder", "target rank", "target best", "target order", "target count", "target first", "target speaks",
	"target rel", "target person", "target body", "target above", "target words", "sentence", "place",
	"headline", "near valence", "near frames", "negation", "determiner", "evidence max", "evidence sum",
	"evidence side", "evidence near", "evidence near side", "evidence target", "sentence some", "same country", "direction",
	"gap", "fill", "fill trust", "fills", "fill other", "quotes", "quote kind",
	"quote length", "quote place", "quote valence", "first person", "evidence between", "trigger some", "trigger side",
	"trigger frame", "trigger order", "trigger gap", "evidence quote", "evidence quote side", "link", "link side",
}

// nothing is the figures of a pair of which nothing is known: those that may be on
// both sides of 0 are there.
var nothing = func() (d Figures) {
	for _, f := range []int{dFill, dFillOther, dTriggerFrame} {
		d[f] = sign(0)
	}
	for _, f := range []int{dTriggerSide, dEvidenceQuoteSide} {
		d[f] = tenths(0)
	}
	d[dQuoteValence], d[dSameCountry] = quoteValence(0), 1
	return d
}()

// figures makes the figures of a pair with this holder.
func (s *Scene) figures(m *Meeting, holder *Leaning) {
	p := &m.Pair
	t := s.asTarget(p)
	m.Figures = t.figures
	d := &m.Figures
	var h *holderState
	if p.Voice {
		s.speakerFigures(d, p, holder)
		s.voiceFigures(d, p)
	} else {
		h = s.asHolder(p)
		*(*[holderFigures]uint8)(d[:]) = h.figures
		s.placeFigures(d, p)
	}
	d[dSameCountry] = s.sameCountry(p)
	s.fillFigures(m, t)
	s.evidenceFigures(m, t, h)
	s.quoteFigures(d, p)
}

// asTarget returns what the pairs with the target of a pair share.
func (s *Scene) asTarget(p *Pair) *targetState {
	st, t := &s.state, &s.paired.target
	if t.order == p.TargetOrder {
		return t
	}
	t.order, t.words.made, t.climbed, t.kind = p.TargetOrder, false, 0, s.kindOf(&p.Target)
	s.targetFigures(&t.figures, p)
	if t.fills = t.fills[:0]; s.filling.any(p.Target.First, p.Target.End) {
		for i := range s.fills {
			if s.covers(&p.Target, s.fills[i].Target) {
				t.fills = append(t.fills, int32(i))
			}
		}
	}
	t.left = &st.ways[p.TargetOrder].left
	if head := p.Target.Head; s.evidence[head].Some > 0 && s.Words[head].Tag != Noun {
		if k := slices.Index(s.triggers, head); k >= 0 {
			t.left[k] = 0
		}
	}
	return t
}

// asHolder returns what the pairs share with a holder who does not speak.
func (s *Scene) asHolder(p *Pair) *holderState {
	st, h := &s.state, &s.paired.holders[p.HolderOrder]
	if h.made {
		return h
	}
	h.made, h.words.made, h.kind = true, false, s.kindOf(&p.Holder)
	s.holderFigures(&h.figures, p)
	way := &st.ways[p.HolderOrder]
	for k := range s.triggers {
		h.fades[k] = fade(way.sum(k))
	}
	return h
}

// sentenceFigures makes the figures that all pairs of a sentence share.
func (s *Scene) sentenceFigures(d *Figures, x *Sentence) {
	*d = nothing
	st := &s.state
	d[dTargetBest] = tenths(st.bestOdds)
	d[dSentence], d[dSentenceSome] = count(st.index), tenths(st.shows)
	d[dPlace] = share(float32(st.index) / float32(max(1, len(s.Sentences))))
	d[dHeadline] = flag(x.Kind == article.Headline)
	s.shownFigures(d, x)
}

// targetFigures makes the figures that all pairs with a target share: those of the
// sentence, and of the target itself.
func (s *Scene) targetFigures(d *Figures, p *Pair) {
	st, ps, t, x := &s.state, &s.paired, &p.Target, &p.Sentence
	if !ps.known {
		ps.known = true
		s.count(*x)
		s.sentenceFigures(&ps.figures, x)
	}
	*d = ps.figures
	d[dTargetKind], d[dTargetModifier] = uint8(ps.target.kind&7), flag(t.Modifier)
	d[dTargetSome], d[dTargetSide] = tenths(st.targets[p.TargetOrder].Odds), tenths(st.targets[p.TargetOrder].Side)
	d[dTargetRank] = count(rank(st.targets, p.TargetOrder))
	d[dTargetAsHolder] = tenths(st.holders[p.TargetOrder].Odds)
	d[dTargetOrder] = count(p.TargetOrder)
	d[dTargetCount], d[dTargetFirst], d[dTargetSpeaks] = s.weigh(t)
	d[dTargetWords] = count(max(t.End, s.complement(*t)) - t.First)
	s.targetStanding(d, p)
	s.nearFigures(d, x, t)
	s.shownAt(d, x, t)
}

// holderFigures makes those that all pairs with a holder who does not speak share.
func (s *Scene) holderFigures(d *[holderFigures]uint8, p *Pair) {
	st, h, k := &s.state, &p.Holder, p.HolderOrder
	*d = [holderFigures]uint8{
		dHolderKind: s.holderKind(h), dHolderModifier: flag(h.Modifier), dHolderSome: tenths(st.holders[k].Odds), dHolderSide: tenths(st.holders[k].Side),
		dHolderAsTarget: tenths(st.targets[k].Odds), dHolderRank: count(rank(st.holders, k)), dHolderOrder: count(k),
	}
	d[dHolderCount], d[dHolderFirst], d[dHolderSpeaks] = s.weigh(h)
}

// speakerFigures makes the same of one who speaks.
func (s *Scene) speakerFigures(d *Figures, p *Pair, holder *Leaning) {
	d[dHolderKind], d[dHolderModifier] = s.holderKind(&p.Holder), flag(p.Holder.Modifier)
	d[dHolderSome], d[dHolderSide] = tenths(holder.Odds), tenths(holder.Side)
	d[dHolderCount], d[dHolderFirst], d[dHolderSpeaks] = s.weigh(&p.Holder)
}

// holderKind is the type of an entity, from 1.
func (s *Scene) holderKind(h *Phrase) uint8 {
	if h.Entity < 0 {
		return 0
	}
	return uint8(1 + s.Entities[h.Entity].Type)
}
