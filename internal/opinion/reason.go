package opinion

import (
	"cmp"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/boost"
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

// reasons says of what is found in up to boost.MostRows ties what gave how much to the odds
// of the likeliest meeting of each.
func (s *Scene) reasons(found []Found, ties []*Tie, all []Meeting, j *Judges) {
	if j.explain == nil {
		return
	}
	var parts [boost.MostRows]boost.Parts
	rows, scores := &s.waiting.rows, &s.waiting.scores
	for k, t := range ties {
		m := &all[t.Meetings[0]]
		rows.Add(m.Figures[:])
		if scores[k] = m.Some; m.Own != 0 { // which may be more than the trees say
			scores[k] = j.Meet.ScoreOne(m.Figures[:])
		}
	}
	j.explain().Explain(parts[:], rows, scores[:])
	rows.Clear()
	for k := range found {
		from := len(s.whys)
		for kind, name := range reasonNames {
			if v := parts[k][kind]; max(v, -v) >= leastReason {
				s.whys = append(s.whys, Reason{name, v})
			}
		}
		x := s.whys[from:len(s.whys):len(s.whys)]
		slices.SortStableFunc(x, func(a, b Reason) int { return cmp.Compare(b.size(), a.size()) })
		found[k].Reasons = x
	}
}

func (r Reason) size() float32 { return max(r.Weight, -r.Weight) }
