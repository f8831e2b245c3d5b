package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

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
	var parts [8]boost.Parts
	o := &s.octet
	o.set(len(of), func(k int) []uint8 { return of[k].Figures[:] })
	j.explain().Explain(parts[:len(of)], &o.words)
	all := s.whys
	for k := range of {
		from := len(all)
		for kind, name := range reasonNames {
			if v := parts[k][kind]; max(v, -v) >= leastReason {
				all = append(all, Reason{name, v})
			}
		}
		out[k] = all[from:len(all):len(all)]
		byWeight(out[k])
	}
	s.whys = all
	return out
}

// byWeight sorts a few reasons by falling weight; those of one weight stay as they are.
func byWeight(reasons []Reason) {
	for i := 1; i < len(reasons); i++ {
		for k := i; k > 0 && reasons[k].size() > reasons[k-1].size(); k-- {
			reasons[k], reasons[k-1] = reasons[k-1], reasons[k]
		}
	}
}

func (r *Reason) size() float32 { return max(r.Weight, -r.Weight) }
