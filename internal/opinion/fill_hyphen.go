package opinion

import (
	"slices"
	"strings"
)

// hyphenated fills "Russian-backed rebels" and "pro-Russian rebels", whether the
// text is cut at the hyphen or the word has it inside.
func (s *Scene) hyphenated(i int) {
	w := &s.Words[i]
	if w.is(hyphen) {
		if i > 0 && i+1 < len(s.Words) && s.Words[i-1].End == w.Start && s.Words[i+1].Start == w.End {
			s.compound(i-1, i+1, s.Words[i-1].Lower, s.Words[i+1].Lower)
		}
		return
	}
	if k := strings.LastIndexByte(w.Lower, '-'); k > 0 {
		s.compound(i, i, w.Lower[:k], w.Lower[k+1:])
	}
}

// compound fills a compound adjective of two parts at the words first and last.
func (s *Scene) compound(first, last int, prefix, suffix string) {
	// What it describes: the noun that it hangs on, or that comes next.
	head := -1
	for j := last + 1; j < min(len(s.Words), last+5); j++ {
		if w := &s.Words[j]; w.Tag == Noun || w.Tag == ProperNoun {
			head = j
			for w := &s.Words[j]; (w.Rel == Compound || w.Rel == Flat) && int(w.Head) > j && int(w.Head) <= j+4; w = &s.Words[j] {
				j = int(w.Head)
				head = j
			}
			break
		} else if w.Tag != Adjective && w.Tag != Number && w.Tag != Adverb {
			break
		}
	}
	if head < 0 {
		return
	}
	switch {
	case slices.Contains(backedSuffixes, suffix):
		s.emit(Fill{Holder: first, Target: head, Trigger: last, Sign: 2, How: Hyphenated, Frame: &backed, Plain: s.Words[first].Mention >= 0})
	case prefix == "pro":
		s.emit(Fill{Holder: head, Target: last, Trigger: first, Sign: 2, How: Hyphenated, Frame: &pro})
	case prefix == "anti":
		s.emit(Fill{Holder: head, Target: last, Trigger: first, Sign: -2, How: Hyphenated, Frame: &anti})
	}
}

var backedSuffixes = []string{"backed", "supported", "allied", "ally", "funded", "sponsored", "trained", "armed", "friendly"}

var (
	backed = Frame{Lemma: "-backed", POS: 'a', Class: "support", classID: classID("support"), AgentTheme: 2}
	pro    = Frame{Lemma: "pro-", POS: 'a', Class: "support", classID: classID("support"), AgentTheme: 2}
	anti   = Frame{Lemma: "anti-", POS: 'a', Class: "oppose", classID: classID("oppose"), AgentTheme: -2}
	polar  = Frame{Lemma: "", POS: 'a', Class: "evaluation", classID: classID("evaluation")}
)
