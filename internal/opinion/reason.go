package opinion

import (
	"cmp"
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
	of(1, dFill, dFillTrust, dFills, dFillOther, dTriggerFrame, dNearFrames)
	of(2, dEvidenceMax, dEvidenceSum, dEvidenceSide, dEvidenceBetween, dEvidenceNear, dEvidenceNearSide, dEvidenceTarget,
		dTriggerSome, dTriggerSide, dTriggerOrder, dTriggerGap, dNearValence, dNegation, dSentenceSome)
	of(3, dHolderKind, dHolderModifier, dHolderSome, dHolderSide, dHolderAsTarget, dHolderRank, dHolderOrder)
	of(4, dTargetKind, dTargetModifier, dTargetSome, dTargetSide, dTargetAsHolder, dTargetRank, dTargetBest, dTargetOrder, dDeterminer, dTargetRel, dTargetPerson, dTargetBody, dTargetAbove)
	of(5, dDirection, dGap, dLink, dLinkSide)
	of(6, dQuotes, dQuoteKind, dQuoteLength, dQuotePlace, dQuoteValence, dFirstPerson, dEvidenceQuote, dEvidenceQuoteSide)
	return kinds
}()

// reasonNames are the kinds of reasons; what is of no other kind is the story's.
var reasonNames = [reasonKinds]string{"story", "frame", "words", "holder", "target", "link", "quote"}

// leastReason is the smallest weight that is told.
const leastReason = 0.1

// reasons says of up to eight meetings what gave how much to the odds of each.
func (s *Scene) reasons(of []*Meeting, j *Judges) (out [8][]Reason) {
	if j.explain == nil {
		return out
	}
	var sums [8][]float32
	numbers := make([]float32, reasonKinds*len(of))
	o := &s.octet
	o.set(len(of), func(k int) []uint8 { return of[k].Figures[:] })
	for k := range of {
		sums[k] = numbers[reasonKinds*k : reasonKinds*(k+1)]
	}
	j.explain().Explain(sums[:len(of)], &o.words)
	all := make([]Reason, 0, len(numbers))
	for k := range of {
		from := len(all)
		for kind, v := range sums[k] {
			if max(v, -v) >= leastReason {
				all = append(all, Reason{reasonNames[kind], v})
			}
		}
		out[k] = all[from:len(all):len(all)]
		slices.SortStableFunc(out[k], func(a, b Reason) int { return cmp.Compare(max(b.Weight, -b.Weight), max(a.Weight, -a.Weight)) })
	}
	return out
}
