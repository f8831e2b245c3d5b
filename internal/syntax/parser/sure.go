package parser

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Most decisions are clear after a look at a few of the features. So the features
// of a decision come in stages, and a stage whose best choice is far enough ahead
// of the next is the last. How far is settled on unlabelled text, for each model
// anew: there is no gold in it, only whether the net says the same.

// stages is the number of stages: two of features, then the nets.
const stages = 3

// Sure says by how much the best must be ahead of the next after each stage but the
// last, in each pass.
type Sure struct{ Guide, Main PassSure }

// PassSure is [Sure] for one pass.
type PassSure struct{ Transitions, Labels [stages - 1]int32 }

// stageEnds are the numbers of features up to the end of each stage but the last.
type stageEnds struct{ transitions, labels [stages - 1]int }

var (
	unguidedEnds = stageEnds{transitions: [...]int{12, 26}, labels: [...]int{6, 14}}
	guidedEnds   = stageEnds{transitions: [...]int{15, 29}, labels: [...]int{8, 16}} // with what the guide says
)

func (w *weights) ends() *stageEnds {
	if w.guided {
		return &guidedEnds
	}
	return &unguidedEnds
}

// Never leaves every choice to the nets.
func Never() Sure {
	never := [stages - 1]int32{math.MaxInt32, math.MaxInt32}
	return Sure{PassSure{never, never}, PassSure{never, never}}
}

const sureSection = "sure"

// Section packs the leads.
func (s Sure) Section() linear.Section {
	var data []byte
	for _, p := range [...]PassSure{s.Guide, s.Main} {
		for _, leads := range [...][stages - 1]int32{p.Transitions, p.Labels} {
			for _, lead := range leads {
				data = binary.LittleEndian.AppendUint32(data, uint32(lead))
			}
		}
	}
	return linear.Section{Name: sureSection, Data: data}
}

// readSure reads the leads.
func readSure(f *linear.File) (s Sure, err error) {
	text, _ := f.Section(sureSection)
	data := []byte(text)
	if len(data) != 4*4*(stages-1) {
		return s, fmt.Errorf("parser: %w: section %q has %d bytes", linear.ErrDamaged, sureSection, len(data))
	}
	for _, p := range [...]*PassSure{&s.Guide, &s.Main} {
		for _, leads := range [...]*[stages - 1]int32{&p.Transitions, &p.Labels} {
			for i := range leads {
				leads[i] = int32(binary.LittleEndian.Uint32(data))
				data = data[4:]
			}
		}
	}
	return s, nil
}

// decision is how far ahead the best choice is after each stage but the last, and
// whether it is the one that the net makes.
type decision struct {
	leads [stages - 1]int32
	same  [stages - 1]bool
}

// watch collects decisions.
type watch struct{ transitions, labels []decision }

func (w *weights) watchTransition(p *pass, features []uint64, ok [NumActions]bool) int {
	var d decision
	var sums [NumActions]int32
	last := w.transition(p, ok)
	from := 0
	for stage, to := range w.ends().transitions {
		w.add(&sums, features[from:to])
		best, lead := leading(&sums, ok)
		d.leads[stage], d.same[stage] = lead, best == last
		from = to
	}
	w.watch.transitions = append(w.watch.transitions, d)
	return last
}

func (w *weights) watchLabel(p *pass, j joint, features []uint64, mask uint64) uint8 {
	var d decision
	var scores linear.Scores
	last := w.label(p, j, mask)
	from := 0
	for stage, to := range w.ends().labels {
		w.labels.Add(&scores, features[from:to])
		best, lead := leadingLabel(&scores, mask)
		d.leads[stage], d.same[stage] = lead, best == last
		from = to
	}
	w.watch.labels = append(w.watch.labels, d)
	return last
}

// Shares of decisions that may be other ones at a stage than the net would make
// them. The guide may err more often: it is only asked for advice.
const (
	guideShare = 0.002
	mainShare  = 0.001
	labelShare = 0.001
)

// Settle finds out how far ahead the best choices must be, on sentences that parse
// is to go through with the parser that it is given. The model is not to be used by
// others meanwhile, and has the leads from then on.
func (m *Model) Settle(parse func(*Parser)) Sure {
	m.guide.watch, m.main.watch = &watch{}, &watch{}
	parse(m.NewParser())
	m.guide.sure = PassSure{needed(m.guide.watch.transitions, guideShare), needed(m.guide.watch.labels, labelShare)}
	m.main.sure = PassSure{needed(m.main.watch.transitions, mainShare), needed(m.main.watch.labels, labelShare)}
	m.guide.watch, m.main.watch = nil, nil
	return Sure{m.guide.sure, m.main.sure}
}

// needed is the leads at which no more than a share of the decisions go wrong.
func needed(all []decision, share float64) (sure [stages - 1]int32) {
	left := all
	for stage := range sure {
		var wrong []int32
		for _, d := range left {
			if !d.same[stage] {
				wrong = append(wrong, d.leads[stage])
			}
		}
		slices.Sort(wrong)
		sure[stage] = 1
		if n := len(wrong) - 1 - int(share*float64(len(all))); n >= 0 {
			sure[stage] = max(1, wrong[n])
		}
		var next []decision
		for _, d := range left {
			if d.leads[stage] <= sure[stage] {
				next = append(next, d)
			}
		}
		left = next
	}
	return sure
}
