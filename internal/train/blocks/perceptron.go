package main

import (
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// trainer is a structured perceptron with averaged weights (Collins 2002): it
// decodes each page with the weights so far, and moves them from the kinds found
// towards the right ones. A wrong kind is made to look better than it is while
// training, so that the right one wins by a margin, and by more of it where a
// mistake would lose running text.
type trainer struct {
	reader segment.LineReader
	rows   map[uint32]int32 // feature → row of weights
	w      []weights
	sum    []weights64 // of weights × step, for the average
	trans  segment.Transitions
	tsum   [segment.NumKinds + 1][segment.NumKinds]int64
	step   int64

	blocks   []segment.Block
	features [][]uint32
	scores   []segment.Scores
	found    []segment.Kind
	row      []int32
}

type (
	weights   [segment.NumKinds]int32
	weights64 [segment.NumKinds]int64
)

func newTrainer() *trainer { return &trainer{rows: make(map[uint32]int32)} }

const (
	unit     = 1 // a step of the weights
	margin   = 3
	lostText = 12 // margin of a paragraph over the kinds that nobody reads
)

// learn learns from a page and returns how many of its lines were wrong.
func (t *trainer) learn(p *page) (wrong int) {
	t.step++
	text := p.text()
	t.blocks = segment.CutLines(t.blocks[:0], text)
	if len(t.blocks) != len(p.lines) {
		return 0 // a label that holds a line break
	}
	t.reader.Read(text, t.blocks, p.headlineKnown)
	t.features, t.scores = t.features[:0], t.scores[:0]
	for i := range t.blocks {
		f := t.reader.Features(nil, i)
		t.features = append(t.features, f)
		s := segment.Scores{}
		for _, x := range f {
			if r, ok := t.rows[x]; ok {
				for k := range s {
					s[k] += t.w[r][k]
				}
			}
		}
		gold := p.lines[i].kind
		for k := range s {
			switch {
			case segment.Kind(k) == gold:
			case gold == segment.Paragraph && skipped(segment.Kind(k)):
				s[k] += lostText
			default:
				s[k] += margin
			}
		}
		t.scores = append(t.scores, s)
	}
	t.found = segment.DecodeLines(t.found[:0], t.scores, &t.trans, segment.NumKinds)
	before, goldBefore := segment.NumKinds, segment.NumKinds
	for i := range t.blocks {
		gold, found := p.lines[i].kind, t.found[i]
		if gold != found {
			wrong++
			for _, x := range t.features[i] {
				r, ok := t.rows[x]
				if !ok {
					r = int32(len(t.w))
					t.rows[x] = r
					t.w = append(t.w, weights{})
					t.sum = append(t.sum, weights64{})
				}
				t.w[r][gold] += unit
				t.w[r][found] -= unit
				t.sum[r][gold] += unit * t.step
				t.sum[r][found] -= unit * t.step
			}
		}
		if gold != found || before != goldBefore {
			t.trans[goldBefore][gold] += unit
			t.trans[before][found] -= unit
			t.tsum[goldBefore][gold] += unit * t.step
			t.tsum[before][found] -= unit * t.step
		}
		before, goldBefore = int(found), int(gold)
	}
	return wrong
}

// skipped says whether later stages skip a kind.
func skipped(k segment.Kind) bool {
	switch k {
	case segment.Share, segment.Link, segment.Advert, segment.Newsletter, segment.Copyright:
		return true
	}
	return false
}
