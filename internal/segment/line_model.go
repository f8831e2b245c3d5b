package segment

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// NumKinds is the number of kinds of blocks.
const NumKinds = int(Note) + 1

// LineScores are the scores of the kinds for one line.
type LineScores [NumKinds]int32

// Transitions are the scores of one kind after another; the last row is for the
// first line.
type Transitions [NumKinds + 1][NumKinds]int32

//go:embed lines.model
var embeddedLines string

// LineModel tells the kinds of lines.
type LineModel struct {
	Kinds linear.Scorer // of the features of a line, a class for each kind
	Plain linear.Scorer // of few features: class 1 is running text, 0 what needs a closer look
	Trans Transitions
	Sure  int32 // by how much class 1 must be ahead
}

// lineModel is the model in use, opened when it is first needed.
var lineModel = sync.OnceValue(func() *LineModel {
	m, err := OpenLineModel(embeddedLines)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	return m
})

// Names of the parts of the model file.
const (
	LinesName  = "lines"
	PlainName  = "plain"
	LinesExtra = "lines.sure"
)

// OpenLineModel opens a model file.
func OpenLineModel(data string) (*LineModel, error) {
	file, err := linear.OpenEmbedded(data)
	if err != nil {
		return nil, err
	}
	kinds, err := file.Model(LinesName)
	if err != nil {
		return nil, err
	}
	plain, err := file.Model(PlainName)
	if err != nil {
		return nil, err
	}
	sure, _ := file.Section(LinesExtra)
	m := &LineModel{Kinds: kinds, Plain: plain}
	for i := range len(sure) {
		m.Sure |= int32(sure[i]) << (8 * i)
	}
	m.ReadTransitions()
	return m, nil
}

// KindFeature is the feature of a line that says which kind the line before is;
// NumKinds if there is none.
func KindFeature(before int) uint64 { return linear.Mix(fKind, uint64(before)) }

// ReadTransitions takes the transitions from the weights of the kind features.
func (m *LineModel) ReadTransitions() {
	var s linear.Scores
	for before := range m.Trans {
		m.Kinds.Score(&s, []uint64{KindFeature(before)})
		copy(m.Trans[before][:], s[:])
	}
}

// forced is more than all weights of a line together.
const forced = 1 << 20

// windowLines is how many lines are decided together, so that memory does not
// grow with the text.
const windowLines = 256

// classifier classifies the lines of one text after the other.
type classifier struct {
	reader   LineReader
	features []uint64
	sums     linear.Scores
	scores   [windowLines]LineScores
	plain    [windowLines]bool
	from     [windowLines][NumKinds]Kind
}

var classifiers = sync.Pool{New: func() any { return new(classifier) }}

// classify fills in the kinds of the lines.
func classify(blocks []Block, text string, headlineKnown bool) {
	if len(blocks) == 0 {
		return
	}
	c := classifiers.Get().(*classifier)
	c.classify(lineModel(), blocks, text, headlineKnown)
	classifiers.Put(c)
}

func (c *classifier) classify(m *LineModel, blocks []Block, text string, headlineKnown bool) {
	c.reader.Read(text, blocks, headlineKnown)
	before := NumKinds
	for start := 0; start < len(blocks); start += windowLines {
		window := blocks[start:min(start+windowLines, len(blocks))]
		for i := range window {
			c.reader.LookAt(start + i)
			c.scores[i], c.plain[i] = c.score(m, headlineKnown)
		}
		n := len(window)
		decodeLines(window, c.scores[:n], c.plain[:n], c.from[:n], &m.Trans, before)
		if found := c.singleHeadline(window); found > 0 {
			headlineKnown = true // in the windows to come
			if found > 1 {
				decodeLines(window, c.scores[:n], c.plain[:n], c.from[:n], &m.Trans, before)
			}
		}
		before = int(window[n-1].Kind)
	}
	c.reader.Clear()
}

// singleHeadline counts the headlines in a window. Where there are several, it
// forbids all but the first: what follows is a standfirst or another story.
func (c *classifier) singleHeadline(window []Block) (found int) {
	for i := range window {
		if found > 0 {
			c.scores[i][Headline] -= forced
		}
		if window[i].Kind == Headline {
			found++
		}
	}
	return found
}

// score returns the scores of the kinds for the line that is looked at, or that
// it is plainly running text.
func (c *classifier) score(m *LineModel, headlineKnown bool) (s LineScores, plain bool) {
	if c.reader.LooksRunning() {
		c.features = c.reader.PlainFeatures(c.features[:0])
		m.Plain.Score(&c.sums, c.features)
		if c.sums[1]-c.sums[0] > m.Sure {
			return s, true
		}
	}
	opens, whole := c.reader.dateline()
	if opens || c.reader.isWholeText() {
		return s, true
	}
	c.features = c.reader.Features(c.features[:0])
	m.Kinds.Score(&c.sums, c.features)
	copy(s[:], c.sums[:])
	if headlineKnown {
		s[Headline] -= forced
	}
	if whole {
		s[DatelineLine] += forced
	}
	return s, false
}

// decodeLines sets the kinds of the lines to the best sequence (Viterbi), after
// a line of kind before; NumKinds at the start of the text. A plain line is a
// paragraph.
func decodeLines(lines []Block, scores []LineScores, plain []bool, from [][NumKinds]Kind, trans *Transitions, before int) {
	var best, next LineScores
	best = trans[before]
	for i := range lines {
		if i > 0 {
			if plain[i-1] { // only one way
				base := best[Paragraph]
				for k := range next {
					next[k] = base + trans[Paragraph][k]
				}
				from[i] = [NumKinds]Kind{}
			} else if plain[i] {
				next[Paragraph], from[i][Paragraph] = bestBefore(&best, trans, Paragraph)
			} else {
				for k := range next {
					next[k], from[i][k] = bestBefore(&best, trans, Kind(k))
				}
			}
			best = next
		}
		if !plain[i] {
			for k := range best {
				best[k] += scores[i][k]
			}
		}
	}
	last := len(lines) - 1
	kind := Paragraph
	if !plain[last] {
		for k := range best {
			if best[k] > best[kind] {
				kind = Kind(k)
			}
		}
	}
	for i := last; i >= 0; i-- {
		lines[i].Kind = kind
		if i > 0 {
			kind = from[i][kind]
		}
	}
}

// bestBefore is the best score of a kind given the kinds of the line before, and
// which of them it comes from.
func bestBefore(best *LineScores, trans *Transitions, k Kind) (int32, Kind) {
	top, at := best[0]+trans[0][k], Kind(0)
	for j := 1; j < NumKinds; j++ {
		if s := best[j] + trans[j][k]; s > top {
			top, at = s, Kind(j)
		}
	}
	return top, at
}

// DecodeLines is decodeLines for training: it sets the kinds of a whole text.
func DecodeLines(lines []Block, scores []LineScores, trans *Transitions) {
	decodeLines(lines, scores, make([]bool, len(lines)), make([][NumKinds]Kind, len(lines)), trans, NumKinds)
}

// BlocksWith is [Blocks] with another model, for measuring one.
func BlocksWith(m *LineModel, text string, headlineKnown bool) []Block {
	lines := joinWrapped(cutLines(nil, text, 0), text)
	if len(lines) > 0 {
		new(classifier).classify(m, lines, text, headlineKnown)
	}
	return lines
}

// KindName is the name of a kind as in the Analysis.
func (k Kind) String() string {
	names := "paragraph headline subhead byline dateline time crosshead caption credit pullquote list link share advert newsletter copyright note"
	for range k {
		_, names, _ = strings.Cut(names, " ")
	}
	name, _, _ := strings.Cut(names, " ")
	return name
}
