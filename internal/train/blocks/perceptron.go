package main

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// trainer is a structured perceptron with averaged weights (Collins 2002): it
// decodes each page with the weights so far, and moves them from the kinds found
// towards the right ones. A wrong kind is made to look better than it is while
// training, so that the right one wins by a margin, and by more of it where a
// mistake would lose running text.
type trainer struct {
	reader segment.LineReader
	kinds  *linear.Trainer
	plain  *linear.Trainer // of the lines that look like running text at sight

	blocks   []segment.Block
	features [][]uint64
	scores   []segment.LineScores
	trans    segment.LineModel
	one      [1]uint64
}

func newTrainer(minUpdates int) *trainer {
	var names []string
	for k := range segment.Kind(segment.NumKinds) {
		names = append(names, k.String())
	}
	t := &trainer{
		kinds: linear.NewTrainer(names, linear.TrainerOptions{MinUpdates: minUpdates}),
		plain: linear.NewTrainer([]string{"other", "running"}, linear.TrainerOptions{}),
	}
	t.trans.Kinds = t.kinds
	return t
}

const (
	margin      = 4
	lostText    = 16 // margin of a paragraph over the kinds that nobody reads
	takenText   = 10 // and over the others
	keptText    = 2
	plainMargin = 10
)

// learn learns from a page and returns how many of its lines were wrong.
func (t *trainer) learn(p *page) (wrong int) {
	text := p.text()
	t.blocks = segment.CutLines(t.blocks[:0], text)
	if len(t.blocks) != len(p.lines) {
		return 0 // a label that holds a line break
	}
	t.reader.Read(text, t.blocks, p.headlineKnown)
	t.features, t.scores = t.features[:0], t.scores[:0]
	var sums linear.Scores
	for i := range t.blocks {
		t.reader.LookAt(i)
		gold := p.lines[i].kind
		t.learnPlain(gold)
		f := t.reader.Features(nil)
		t.kinds.Score(&sums, f)
		var s segment.LineScores
		copy(s[:], sums[:])
		for k := range s {
			switch {
			case segment.Kind(k) == gold:
			case gold == segment.Paragraph && skipped(segment.Kind(k)):
				s[k] += lostText
			case gold == segment.Paragraph:
				s[k] += takenText
			case segment.Kind(k) == segment.Paragraph:
				s[k] += keptText
			default:
				s[k] += margin
			}
		}
		t.features = append(t.features, f)
		t.scores = append(t.scores, s)
	}
	t.trans.ReadTransitions()
	segment.DecodeLines(t.blocks, t.scores, &t.trans.Trans)
	before, goldBefore := segment.NumKinds, segment.NumKinds
	for i := range t.blocks {
		gold, found := p.lines[i].kind, t.blocks[i].Kind
		if gold != found {
			wrong++
			t.kinds.Update(t.features[i], int(gold), 1)
			t.kinds.Update(t.features[i], int(found), -1)
		}
		if gold != found || before != goldBefore {
			t.updateKind(goldBefore, gold, 1)
			t.updateKind(before, found, -1)
		}
		before, goldBefore = int(found), int(gold)
	}
	t.kinds.Tick()
	return wrong
}

func (t *trainer) updateKind(before int, k segment.Kind, by int32) {
	t.one[0] = segment.KindFeature(before)
	t.kinds.Update(t.one[:], int(k), by)
}

// learnPlain learns whether the line that is looked at is running text.
func (t *trainer) learnPlain(gold segment.Kind) {
	if !t.reader.LooksRunning() || readsLikeText(gold) {
		return
	}
	f := t.reader.PlainFeatures(nil)
	var s linear.Scores
	t.plain.Score(&s, f)
	ahead, class := s[1]-s[0], 1
	if gold != segment.Paragraph {
		ahead, class = -ahead, 0
	}
	if ahead < plainMargin {
		t.plain.Update(f, class, 1)
		t.plain.Update(f, 1-class, -1)
	}
	t.plain.Tick()
}

// readsLikeText says whether lines of a kind are often whole sentences, which
// only what stands around them can tell from running text.
func readsLikeText(k segment.Kind) bool {
	return k == segment.List || k == segment.PullQuote || k == segment.Subhead
}

// plainMargins are by how much running text is ahead in the lines of pages that
// look like it at sight, for those that are paragraphs and those that are not.
func plainMargins(m linear.Scorer, pages []page) (paragraphs, others []int32) {
	var r segment.LineReader
	var s linear.Scores
	for i := range pages {
		text := pages[i].text()
		blocks := segment.CutLines(nil, text)
		if len(blocks) != len(pages[i].lines) {
			continue
		}
		r.Read(text, blocks, pages[i].headlineKnown)
		for k := range blocks {
			if r.LookAt(k); !r.LooksRunning() || readsLikeText(pages[i].lines[k].kind) {
				continue
			}
			m.Score(&s, r.PlainFeatures(nil))
			if pages[i].lines[k].kind == segment.Paragraph {
				paragraphs = append(paragraphs, s[1]-s[0])
			} else {
				others = append(others, s[1]-s[0])
			}
		}
	}
	slices.Sort(paragraphs)
	slices.Sort(others)
	return paragraphs, others
}

// skipped says whether later stages skip a kind.
func skipped(k segment.Kind) bool {
	switch k {
	case segment.Share, segment.Link, segment.Advert, segment.Newsletter, segment.Copyright:
		return true
	}
	return false
}
