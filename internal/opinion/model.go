package opinion

import (
	_ "embed"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Scale is how many units of a model's small integer weights make one unit of
// log-odds.
const Scale = 200

// StanceScale is Scale for the models of stance, whose weights are larger.
const StanceScale = 80

// ToneModel is the name under which the model of tone stands in its file.
const ToneModel = "tone"

// The names under which the models of stance stand in their file. Party has the
// weights of two models with the same features.
const (
	EvidenceModel = "evidence"
	ShowModel     = "show"
	PartyModel    = "party"
	SpeakerModel  = "speaker"
	LinkModel     = "link"
	MeetModel     = "meet"
	MeetSideModel = "meet.side"
	TieModel      = "tie"
	TieSideModel  = "tie.side"
	Thresholds    = "thresholds"
	GatesSection  = "gates"
)

var (
	//go:embed models/tone.model
	toneData string
	//go:embed models/stance.model
	stanceData string

	toneModel = sync.OnceValue(func() *linear.Model { return open(toneData, ToneModel) })
	toneTable = sync.OnceValue(func() *toneTables { return newToneTables(toneModel()) })
	judges    = sync.OnceValue(func() *Judges {
		j, err := OpenJudges(stanceData)
		if err != nil {
			return &Judges{} // a test opens the models
		}
		j.sums = newSums(j.sparse)
		return j
	})
)

// open opens an embedded model. A test opens all of them, so that none can be
// damaged.
func open(data, name string) *linear.Model {
	f, err := linear.OpenEmbedded(data)
	if err != nil {
		return nil
	}
	m, err := f.Model(name)
	if err != nil {
		return nil
	}
	return m
}

// OpenJudges opens the models of stance in a file.
func OpenJudges(data string) (*Judges, error) {
	f, err := linear.OpenEmbedded(data)
	if err != nil {
		return nil, err
	}
	var sparse [models]*linear.Model
	for i, name := range [models]string{EvidenceModel, LinkModel, PartyModel} {
		if sparse[i], err = f.Model(name); err != nil {
			return nil, err
		}
	}
	speakers, err := f.Model(SpeakerModel)
	if err != nil {
		return nil, err
	}
	phrases := sparse[2]
	j := &Judges{Evidence: twoSides(sparse[0]), Link: twoSides(sparse[1]), Speaker: threeClasses(speakers), sparse: sparse}
	j.Party = func(f *Features) (target, holder Leaning) {
		phrases.Score(&f.scores, f.F)
		return leaningOf(0, f.scores[0], f.scores[1]), leaningOf(0, f.scores[2], f.scores[3])
	}
	for _, x := range []struct {
		name string
		to   **boost.Oblivious
		of   []string
	}{{ShowModel, &j.Show, SentenceNames}, {MeetModel, &j.Meet, FigureNames}, {MeetSideModel, &j.MeetSide, FigureNames}, {TieModel, &j.Tie, TieNames}, {TieSideModel, &j.TieSide, TieNames}} {
		if *x.to, err = boost.OpenOblivious(f, x.name, x.of); err != nil {
			return nil, err
		}
	}
	j.explain = sync.OnceValue(func() *boost.Explainer { return j.Meet.Explainer(reasonOf[:]) })
	j.Trust = trusts()
	if err := numbers(f, Thresholds, &j.Threshold, &j.ShortThreshold, &j.WordsThreshold); err != nil {
		return nil, err
	}
	if err := numbers(f, GatesSection, j.Gates.numbers()...); err != nil {
		return nil, err
	}
	return j, nil
}

// numbers reads the numbers of a section.
func numbers(f *linear.File, section string, to ...any) error {
	text, ok := f.Section(section)
	if !ok {
		return fmt.Errorf("no %s", section)
	}
	if _, err := fmt.Sscan(text, to...); err != nil {
		return fmt.Errorf("%s: %w", section, err)
	}
	return nil
}

// twoSides reads a model of the classes for and against, each less none.
func twoSides(m *linear.Model) func(*Features) Leaning {
	return func(f *Features) Leaning {
		m.Score(&f.scores, f.F)
		return leaningOf(0, f.scores[0], f.scores[1])
	}
}

// threeClasses reads a model of the classes none, for and against.
func threeClasses(m *linear.Model) func(*Features) Leaning {
	return func(f *Features) Leaning {
		m.Score(&f.scores, f.F)
		return leaningOf(f.scores[None], f.scores[For], f.scores[Against])
	}
}

// mostOdds are the log-odds of 9,999 in 10,000, by StanceScale.
const mostOdds = 737

// oddsTable has what is asked of log-odds by StanceScale.
type oddsTable struct {
	more [512]uint8              // of two odds together than of the greater, by their difference; the last is 0
	some [2*mostOdds + 1]float32 // the probability
}

// knownOdds is made when it is first asked.
var knownOdds atomic.Pointer[oddsTable]

func makeOdds() *oddsTable {
	t := &oddsTable{}
	for i := range t.more {
		t.more[i] = uint8(math.Round(StanceScale * math.Log1p(math.Exp(-float64(i)/StanceScale))))
	}
	for i := range t.some {
		t.some[i] = fraction(1 / (1 + math.Exp(-float64(i-mostOdds)/StanceScale)))
	}
	knownOdds.Store(t)
	return t
}

// leaningOf makes a leaning of the scores of none, for and against.
func leaningOf(none, pro, con int32) Leaning {
	t := knownOdds.Load()
	if t == nil {
		t = makeOdds()
	}
	side, behind := pro-con, (pro-con)>>31 // −1 where against is ahead
	apart := min((side^behind)-behind, int32(len(t.more)-1))
	odds := pro - side&behind - none + int32(t.more[apart]) // the greater, and more
	odds = max(-mostOdds, min(mostOdds, odds))
	return Leaning{Some: t.some[odds+mostOdds], Odds: float32(odds) / StanceScale, Side: float32(side) / StanceScale}
}
