package opinion

import "github.com/seed05c9d22b/newstext/article"

// Figures are what the trees know of a pair in one place.
type Figures [FigureCount]float32

// The figures. Their order is part of the models.
const (
	dVoice = iota
	dHolderKind
	dTargetKind
	dHolderModifier
	dTargetModifier
	dHolderPossessive
	dTargetPossessive
	dSameCountry
	dHolderSome
	dHolderSide
	dTargetSome
	dTargetSide
	dHolderAsTarget
	dTargetAsHolder
	dHolderRank
	dTargetRank
	dTargetBest
	dPhrases
	dDirection
	dGap
	dPartiesBetween
	dClausesBetween
	dHolderOrder
	dTargetOrder
	dLength
	dSentence
	dPlace
	dHeadline
	dUp
	dDown
	dRelationUp
	dRelationDown
	dMeetTag
	dMeetFrame
	dMeetValence
	dMeetNegated
	dMeetPassive
	dWayValence
	dWayFrames
	dCase
	dFill
	dFillHow
	dFillTrust
	dFillNegated
	dFills
	dFillReverse
	dFillOther
	dFillVoice
	dFillOfHolder
	dGoodBetween
	dBadBetween
	dPlusBetween
	dMinusBetween
	dGood
	dBad
	dPlus
	dMinus
	dNearValence
	dNearFrames
	dTargetValence
	dTargetFrame
	dHolderFrame
	dQuotes
	dQuoteClass
	dQuoteKind
	dQuoteLength
	dQuotePlace
	dQuoteValence
	dQuoteFrames
	dFirstPerson
	dHolderCount
	dTargetCount
	dHolderFirst
	dTargetFirst
	dHolderSpeaks
	dTargetSpeaks
	dNegation
	dHedge
	dQuestion
	dDeterminer
	dPlural
	dEvidenceMax
	dEvidenceSum
	dEvidenceSide
	dEvidenceBetween
	dEvidenceNear
	dEvidenceNearSide
	dTriggerSome
	dTriggerSide
	dTriggerUpTarget
	dTriggerDownTarget
	dTriggerUpHolder
	dTriggerDownHolder
	dTriggerRelTarget
	dTriggerRelHolder
	dTriggerTag
	dTriggerFrame
	dTriggerOrder
	dTriggerGap
	dTriggerRank
	dTriggerInQuote
	dEvidenceQuote
	dEvidenceQuoteSide
	dEvidenceTarget
	dTargetRel
	dTargetUnder
	dTargetPerson
	dTargetBody
	dTargetAbove
	dTargetBelow
	dHolderRel
	dHolderUnder
	dHolderPerson
	dHolderBody
	dHolderAbove
	dTargetWords
	dTargetName
	dSentenceSome
	FigureCount
)

// FigureNames are the names of the figures, by which the models have them.
var FigureNames = []string{
	"voice", "holder kind", "target kind", "holder modifier", "target modifier", "holder possessive", "target possessive", "same country",
	"holder some", "holder side", "target some", "target side", "holder as target", "target as holder", "holder rank", "target rank",
	"target best", "phrases", "direction", "gap", "parties between", "clauses between",
	"holder order", "target order", "length", "sentence", "place", "headline", "up", "down",
	"relation up", "relation down", "meet tag", "meet frame", "meet valence", "meet negated", "meet passive", "way valence",
	"way frames", "case", "fill", "fill how", "fill trust", "fill negated", "fills", "fill reverse",
	"fill other", "fill voice", "fill of holder", "good between", "bad between", "plus between", "minus between", "good",
	"bad", "plus", "minus", "near valence", "near frames", "target valence", "target frame", "holder frame",
	"quotes", "quote class", "quote kind", "quote length", "quote place", "quote valence", "quote frames", "first person",
	"holder count", "target count", "holder first", "target first", "holder speaks", "target speaks",
	"negation", "hedge", "question", "determiner", "plural", "evidence max",
	"evidence sum", "evidence side", "evidence between", "evidence near", "evidence near side", "trigger some", "trigger side", "trigger up target",
	"trigger down target", "trigger up holder", "trigger down holder", "trigger rel target", "trigger rel holder", "trigger tag", "trigger frame", "trigger order",
	"trigger gap", "trigger rank", "trigger in quote", "evidence quote", "evidence quote side", "evidence target",
	"target rel", "target under", "target person",
	"target body", "target above", "target below", "holder rel", "holder under", "holder person",
	"holder body", "holder above",
	"target words", "target has name", "sentence some",
}

// figures makes the figures of a pair.
func (s *Scene) figures(m *Meeting) {
	st := &s.state
	if st.target != m.TargetOrder {
		st.target = m.TargetOrder
		s.targetFigures(&st.targetFigures, &m.Pair)
	}
	m.Figures = st.targetFigures
	m.Trigger = -1
	d, p := &m.Figures, &m.Pair
	h, t := &p.Holder, &p.Target
	d[dVoice] = one(p.Voice)
	if h.Entity >= 0 {
		d[dHolderKind] = float32(1 + s.Entities[h.Entity].Type)
	}
	d[dHolderModifier], d[dHolderPossessive] = one(h.Modifier), one(h.Possessive)
	if h.Entity >= 0 && t.Entity >= 0 {
		hc, tc := s.Entities[h.Entity].Country, s.Entities[t.Entity].Country
		switch {
		case hc == "" || tc == "":
		case hc == tc:
			d[dSameCountry] = 1
		default:
			d[dSameCountry] = -1
		}
	}
	if p.Voice {
		d[dHolderSome], d[dHolderSide] = st.speakerOdds, st.speaker.Side
		d[dHolderAsTarget] = -9
		d[dGap], d[dUp], d[dDown] = -1, -1, -1
		s.voiceFigures(d, p)
	} else {
		holder := st.holders[p.HolderOrder]
		d[dHolderSome], d[dHolderSide] = st.holderOdds[p.HolderOrder], holder.Side
		d[dHolderAsTarget] = st.targetOdds[p.HolderOrder]
		d[dHolderRank] = float32(st.holderRank[p.HolderOrder])
		s.placeFigures(d, p)
		s.wayFigures(d, p)
		s.holderStanding(d, p)
	}
	s.fillFigures(d, p)
	s.evidenceFigures(m)
	s.quoteFigures(d, p)
	d[dHolderCount], d[dHolderFirst], d[dHolderSpeaks] = s.weigh(h)
}

// targetFigures makes the figures that all pairs with a target share: those of the
// sentence, and of the target itself.
func (s *Scene) targetFigures(d *Figures, p *Pair) {
	*d = Figures{}
	st, t, x := &s.state, &p.Target, &p.Sentence
	d[dTargetKind] = float32(s.kindOf(*t) & 7)
	d[dTargetModifier], d[dTargetPossessive] = one(t.Modifier), one(t.Possessive)
	d[dTargetSome], d[dTargetSide] = st.targetOdds[p.TargetOrder], st.targets[p.TargetOrder].Side
	d[dTargetRank], d[dTargetBest] = float32(st.targetRank[p.TargetOrder]), st.bestOdds
	d[dTargetAsHolder] = st.holderOdds[p.TargetOrder]
	d[dPhrases] = float32(len(st.targets))
	d[dTargetOrder] = float32(p.TargetOrder)
	d[dLength] = float32(x.End - x.First)
	d[dSentence] = float32(st.index)
	d[dSentenceSome] = st.shows
	d[dPlace] = float32(st.index) / float32(max(1, len(s.Sentences)))
	d[dHeadline] = one(x.Kind == article.Headline)
	all := s.tallies[len(s.tallies)-1]
	d[dGood], d[dBad], d[dPlus], d[dMinus] = float32(all.good), float32(all.bad), float32(all.plus), float32(all.minus)
	s.shownFigures(d, x, t)
	s.targetStanding(d, p)
	s.nearFigures(d, x, t)
	d[dTargetCount], d[dTargetFirst], d[dTargetSpeaks] = s.weigh(t)
	s.targetWords(d, p)
}

func one(v bool) float32 {
	if v {
		return 1
	}
	return 0
}
