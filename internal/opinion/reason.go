package opinion

import (
	"cmp"
	"math"
	"slices"
)

// Reason is a part of why the trees see a stance, in log-odds: figures of one
// kind taken together.
type Reason struct {
	What   string // "frame", "words", "holder", "target", "link", "quote", "story"
	Weight float32
}

// reasonKinds is how many kinds there are.
const reasonKinds = 7

// reasonOf says of what kind each figure is.
var reasonOf = func() (kinds [FigureCount]uint8) {
	of := func(kind uint8, figures ...int) {
		for _, f := range figures {
			kinds[f] = kind
		}
	}
	of(1, dFill, dFillHow, dFillTrust, dFillNegated, dFills, dFillReverse, dFillOther, dFillVoice, dFillOfHolder, dMeetFrame, dWayFrames, dTriggerFrame, dTargetFrame, dHolderFrame, dNearFrames, dGoodBetween, dBadBetween, dGood, dBad)
	of(2, dEvidenceMax, dEvidenceSum, dEvidenceSide, dEvidenceBetween, dEvidenceNear, dEvidenceNearSide, dTriggerSome, dTriggerSide, dTriggerUpTarget, dTriggerDownTarget, dTriggerUpHolder, dTriggerDownHolder,
		dTriggerRelTarget, dTriggerRelHolder, dTriggerTag, dTriggerOrder, dTriggerGap, dTriggerRank, dEvidenceTarget, dMeetValence, dWayValence, dPlusBetween, dMinusBetween, dPlus, dMinus, dNearValence, dTargetValence, dNegation, dHedge, dQuestion, dSentenceSome)
	of(3, dHolderKind, dHolderModifier, dHolderPossessive, dHolderSome, dHolderSide, dHolderAsTarget, dHolderRank, dHolderOrder, dHolderRel, dHolderUnder, dHolderPerson, dHolderBody, dHolderAbove)
	of(4, dTargetKind, dTargetModifier, dTargetPossessive, dTargetSome, dTargetSide, dTargetAsHolder, dTargetRank, dTargetBest, dTargetOrder, dDeterminer, dPlural, dTargetRel, dTargetUnder, dTargetPerson, dTargetBody, dTargetAbove, dTargetBelow)
	of(5, dDirection, dGap, dPartiesBetween, dClausesBetween, dUp, dDown, dRelationUp, dRelationDown, dMeetTag, dMeetNegated, dMeetPassive, dCase)
	of(6, dVoice, dQuotes, dQuoteClass, dQuoteKind, dQuoteLength, dQuotePlace, dQuoteValence, dQuoteFrames, dFirstPerson, dTriggerInQuote, dEvidenceQuote, dEvidenceQuoteSide)
	return kinds
}()

// reasonNames are the kinds of reasons; what is of no other kind is the story's.
var reasonNames = [reasonKinds]string{"story", "frame", "words", "holder", "target", "link", "quote"}

// leastReason is the smallest weight that is told.
const leastReason = 0.1

// reasons says what gave how much to the odds of a meeting.
func (s *Scene) reasons(m *Meeting, j *Judges) []Reason {
	if j.explain == nil {
		return nil
	}
	var sums [reasonKinds]float32
	j.explain().Explain(sums[:], m.Figures[:])
	out := make([]Reason, 0, reasonKinds)
	for k, v := range sums {
		if math.Abs(float64(v)) >= leastReason {
			out = append(out, Reason{reasonNames[k], v})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int {
		return cmp.Compare(math.Abs(float64(b.Weight)), math.Abs(float64(a.Weight)))
	})
	return out
}
