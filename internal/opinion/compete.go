package opinion

import (
	"cmp"
	"slices"
)

// A sentence that takes sides has one or two targets, but all its phrases share
// the words that show it. So the targets of one holder compete within a sentence:
// the odds of each are cut down once for every likelier one. The factor was tuned
// by cross-validation.
const rivalTarget = 0.5

// compete lets the pairs of each sentence compete. all is in order of the text
// and is put in order of odds, the likeliest first.
func (s *Scene) compete(all []Found) {
	for from := 0; from < len(all); {
		end := from + 1
		for end < len(all) && all[end].Sentence == all[from].Sentence {
			end++
		}
		s.competeInSentence(all[from:end])
		from = end
	}
	sortByOdds(all)
}

func sortByOdds(all []Found) {
	slices.SortStableFunc(all, func(a, b Found) int { return cmp.Compare(b.some(), a.some()) })
}

// some is the probability that there is a stance.
func (x *Found) some() float64 { return x.odds[For] + x.odds[Against] }

func (s *Scene) competeInSentence(all []Found) {
	unnest(all)
	sortByOdds(all)
	seen := map[[2]uint64]bool{}
	likelier := map[uint64]int{}
	for i := range all {
		x := &all[i]
		holder := s.PartyKey(x.Holder)
		k := [2]uint64{holder, s.PartyKey(x.Target)}
		if seen[k] {
			continue
		}
		seen[k] = true
		for range min(likelier[holder], 8) {
			x.odds[For] *= rivalTarget
			x.odds[Against] *= rivalTarget
		}
		likelier[holder]++
	}
}

// maxNested bounds the pairs of a sentence that are compared with each other.
const maxNested = 128

// unnest lets a phrase speak for the names inside it: of "US officials blame
// Russian intelligence" the pairs of "US" and of "Russian" are dropped, and their
// odds go to the pair of the whole phrases.
func unnest(all []Found) {
	if len(all) > maxNested {
		return
	}
	for i := range all {
		x := &all[i]
		for j := range all {
			y := &all[j]
			if i == j || x.Voice != y.Voice || x.some() == 0 || y.some() == 0 {
				continue
			}
			h, t := within(x.Holder, y.Holder), within(x.Target, y.Target)
			if h && t || h && x.Target.First == y.Target.First || t && x.Holder.First == y.Holder.First {
				if x.some() > y.some() {
					y.odds, y.Evidence, y.Frame, y.Trigger = x.odds, x.Evidence, x.Frame, x.Trigger
				}
				x.odds[For], x.odds[Against] = 0, 0
				break
			}
		}
	}
}

// within reports whether a name stands within a larger phrase and is not its
// head.
func within(a, b Phrase) bool {
	return a.Modifier && b.First <= a.First && a.End <= b.Head && !b.Modifier
}
