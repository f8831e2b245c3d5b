package opinion

import (
	_ "embed"
	"math"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Scale is how many units of a model's small integer weights make one unit of
// log-odds.
const Scale = 200

// The names under which the models stand in their files.
const (
	ToneModel  = "tone"
	PairModel  = "pair"
	VoiceModel = "voice"
	PairGate   = "pair.gate"
	VoiceGate  = "voice.gate"
)

var (
	//go:embed models/tone.model
	toneData string
	//go:embed models/stance.model
	stanceData string

	toneModel  = sync.OnceValue(func() *linear.Model { return open(toneData, ToneModel) })
	pairModel  = sync.OnceValue(func() *linear.Model { return open(stanceData, PairModel) })
	voiceModel = sync.OnceValue(func() *linear.Model { return open(stanceData, VoiceModel) })
	pairGate   = sync.OnceValue(func() *linear.Model { return open(stanceData, PairGate) })
	voiceGate  = sync.OnceValue(func() *linear.Model { return open(stanceData, VoiceGate) })
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

// odds are three classes' probabilities.
type odds [3]float64

// judge returns the probabilities of the classes of a model.
func judge(m *linear.Model, scores *linear.Scores, f *Features) odds {
	m.Score(scores, f.F)
	return softmax(scores)
}

func softmax(scores *linear.Scores) odds {
	top := max(scores[0], scores[1], scores[2])
	var p odds
	sum := 0.0
	for c := range p {
		p[c] = math.Exp(float64(scores[c]-top) / Scale)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return p
}

// passes reports whether a small model of the classes none and some lets a pair
// through.
func passes(m *linear.Model, scores *linear.Scores, f *Features) bool {
	m.Score(scores, f.F)
	return float64(scores[1]-scores[0]) >= gateOdds*Scale
}

// contributions adds to each word what its features say for one class against
// another, in log-odds; words counts from the first word of the range given.
func contributions(m *linear.Model, f *Features, class, against, first int, words []float64) {
	clear(words)
	if cap(f.contrast) < len(f.F) {
		f.contrast = make([]int32, 2*len(f.F))
	}
	contrast := f.contrast[:len(f.F)]
	m.Contrast(contrast, f.F, class, against)
	for i, c := range contrast {
		if at := int(f.At[i]) - first; f.At[i] >= 0 && at >= 0 && at < len(words) {
			words[at] += float64(c) / Scale
		}
	}
}
