package opinion

import "github.com/seed05c9d22b/newstext/internal/linear"

// Features are the features of one target or pair, each with the word that it
// comes from.
type Features struct {
	F  []uint64
	At []int32 // index of the word, −1 for none

	// Trace is called with the parts of each feature, where it is not nil: the
	// training commands use it to give the features names.
	Trace func(feature uint64, template Template, a, b uint64)

	scores linear.Scores
}

// Template is the kind of a feature.
type Template uint64

func (f *Features) reset() { f.F, f.At = f.F[:0], f.At[:0] }

func featureOf(t Template, a, b uint64) uint64 { return linear.Mix(linear.Mix(uint64(t), a), b) }

func (f *Features) add(at int, t Template, a, b uint64) {
	h := featureOf(t, a, b)
	f.F = append(f.F, h)
	f.At = append(f.At, int32(at))
	if f.Trace != nil {
		f.Trace(h, t, a, b)
	}
}

// The templates of tone. Their numbers are part of its model: add new ones at the end.
const (
	tBias Template = iota
	tTargetForm
	tTargetType
	tNext
	tPrevious
	tNext2
	tPrevious2
	tWord
	tWordSide
	tWordNear
	tWordClause
	tValenceNear
	tValenceClause
	tFrameNear
	tFrameClause
	tNegatedWord
	tNegatedValence
	tNegatedFrame
	tAsks
	tInQuote
	tSpeaker
	tLength
	tTop
	tGovernorTag
	tGovernorNegated
	tValenceSum
	tPlaced // and the aspect: a word in the tree
)

var templateNames = []string{"bias", "form of target", "type of target", "next", "previous", "next but one", "previous but one", "word", "word:side", "word:near", "word:clause",
	"valence:near", "valence:clause", "frame:near", "frame:clause", "negated", "negated valence", "negated frame", "mark", "in quote", "speaker", "length", "no governor", "tag of governor", "negated governor", "valence sum",
	"word in the tree", "class in the tree", "coarse class in the tree", "valence in the tree", "sign of frame in the tree", "class of frame in the tree"}

// String returns the template's name.
func (t Template) String() string { return nameOf(t) }

// distance puts a number of words into one of seven classes.
func distance(d int) uint64 {
	if d < len(distances) {
		return uint64(distances[max(d, 0)])
	}
	return 7
}

var distances = [...]uint8{1, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6}

// level puts a valence into one of seven classes.
func level(v float64) uint64 {
	switch {
	case v <= -0.55:
		return 1
	case v <= -0.3:
		return 2
	case v < 0:
		return 3
	case v == 0:
		return 0
	case v < 0.3:
		return 4
	case v < 0.55:
		return 5
	}
	return 6
}
