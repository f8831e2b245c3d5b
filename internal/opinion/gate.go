package opinion

import "math"

// A pair passes two models: a small one on a dozen features, which lets through
// what may be a stance at all, and the large one. Nine pairs in ten are none and
// never cost the large one's time.

// GateProbability is what a pair must reach in the small model, unless a frame
// holds it; what it keeps out the large model would hardly have found.
const GateProbability = 0.04

// gateOdds is GateProbability in log-odds.
var gateOdds = math.Log(GateProbability / (1 - GateProbability))

const (
	gBias Template = iota + 128
	gTypes
	gGap
	gParties
	gFrames
	gValence
	gNext
	gPrevious
	gQuotes
	gOrder
	gSalience
	gCue
	gHead
	gGovernor
	gPath
	gFill
)

var gateTemplateNames = []string{"bias", "types", "gap", "parties", "frames", "valence", "next", "previous", "quotes", "order", "salience", "cue", "head", "governor", "path", "fill"}

// tallies are running counts over the words of a sentence.
type tally struct {
	good, bad, plus, minus, mentions, clauses int16
}

// count makes the tallies of a sentence: tallies[k] is of the first k words.
func (s *Scene) count(x Sentence) {
	s.tallies = append(s.tallies[:0], tally{})
	var t tally
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		if w.Closed == Open && !w.Name() {
			for k := range w.frames {
				if sign := w.frames[k].Sign(); sign > 0 {
					t.good++
					break
				} else if sign < 0 {
					t.bad++
					break
				}
			}
			if w.Valence > 0 {
				t.plus++
			} else if w.Valence < 0 {
				t.minus++
			}
		}
		if w.Mention >= 0 && (i == x.First || s.Words[i-1].Mention != w.Mention) {
			t.mentions++
		}
		if w.Lower == "," || w.Closed == Conjunction {
			t.clauses++
		}
		s.tallies = append(s.tallies, t)
	}
}

// GateFeatures makes the few features of the small model.
func (s *Scene) GateFeatures(f *Features, p *Pair) {
	f.reset()
	h, t, x := &p.Holder, &p.Target, &p.Sentence
	at := func(i int) uint64 {
		if i < x.First || i >= x.End {
			return markEdge
		}
		return s.Words[i].Mark
	}
	tk, ts := s.kindOf(*t), s.weight(t)
	f.add(-1, gHead, at(t.Head), 0)
	f.add(-1, gPrevious, at(t.First-1), 0)
	f.add(-1, gOrder, uint64(min(p.TargetOrder, 6)), tk)
	f.add(-1, gGovernor, s.governorID(t), 0)
	theme, own := s.fillOf(p)
	if p.Voice {
		all := s.tallies[len(s.tallies)-1]
		f.add(-1, gFrames, levels(all.good, all.bad), 4)
		f.add(-1, gValence, levels(all.plus, all.minus), 4)
		f.add(-1, gFill, theme, 4|own)
		f.add(-1, gTypes, tk, 4)
		f.add(-1, gSalience, ts<<8|tk, 4)
		q := &s.Quotes[p.Quote]
		f.add(-1, gCue, uint64(q.Class)<<4|uint64(q.Kind), 0)
		return
	}
	dir, first, second := uint64(0), h, t
	if t.First < h.First {
		dir, first, second = 1, t, h
	}
	hk := s.kindOf(*h)
	f.add(-1, gTypes, hk<<8|tk, dir)
	a, b := s.tallies[min(first.End, second.First)-x.First], s.tallies[second.First-x.First]
	g := distance(second.First - first.End)
	f.add(-1, gGap, g, dir)
	f.add(-1, gParties, uint64(min(b.mentions-a.mentions, 4))<<4|uint64(min(b.clauses-a.clauses, 4)), dir)
	f.add(-1, gFrames, levels(b.good-a.good, b.bad-a.bad), dir)
	f.add(-1, gValence, levels(b.plus-a.plus, b.minus-a.minus), dir)
	f.add(-1, gFill, theme, own<<1|dir)
	f.add(-1, gNext, at(h.End), dir)
	f.add(-1, gSalience, s.weight(h)<<8|ts, 0)
	qh, qt := s.Words[h.Head].Quote, s.Words[t.Head].Quote
	rel := uint64(0)
	switch {
	case qh < 0 && qt < 0:
	case qh == qt:
		rel = 1
	case qh < 0:
		rel = 2
	case qt < 0:
		rel = 3
	default:
		rel = 4
	}
	f.add(-1, gQuotes, rel, dir)
	f.add(-1, gOrder, 1<<8|uint64(min(p.HolderOrder, 4)), hk)
}

func levels(a, b int16) uint64 { return uint64(min(max(a, 0), 3))<<4 | uint64(min(max(b, 0), 3)) }

// governorID says on what a phrase hangs.
func (s *Scene) governorID(p *Phrase) uint64 {
	t := s.topOf(p)
	if h := s.Words[t].Head; h >= 0 {
		return s.Words[h].Mark ^ uint64(s.Words[t].Rel)
	}
	return 0
}

// fillOf tells whether the target is that of a frame, and whether the holder is
// its holder.
func (s *Scene) fillOf(p *Pair) (theme, own uint64) {
	x, ok := s.FillOf(p)
	if ok {
		return uint64(x.Sign + 8), 1 << 8
	}
	if x != nil {
		theme = uint64(x.Sign + 8)
	}
	return theme, 0
}

// FillOf returns the frame that holds the pair, the surest of several, and true;
// or one that holds the target alone, and false; or nil.
func (s *Scene) FillOf(p *Pair) (*Fill, bool) {
	var best, theme *Fill
	for i := range s.fills {
		x := &s.fills[i]
		if !s.covers(&p.Target, x.Target) {
			continue
		}
		if p.Voice && (x.Holder < 0 || firstPerson(&s.Words[x.Holder])) || !p.Voice && x.Holder >= 0 && s.covers(&p.Holder, x.Holder) {
			if best == nil || best.How == Evaluated && x.How != Evaluated {
				best = x
			}
		} else if theme == nil {
			theme = x
		}
	}
	if best != nil {
		return best, true
	}
	return theme, false
}
