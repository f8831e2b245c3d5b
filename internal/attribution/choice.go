package attribution

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Task names a kind of choice. Features of different tasks never meet.
type Task uint8

// The choices in the order in which they are made.
const (
	TaskForm         Task = iota // is this a cue, and on which side is its content
	TaskStart                    // first word of content behind the cue
	TaskEnd                      // last word of content behind the cue
	TaskFrontEnd                 // last word of content before the cue
	TaskFrontStart               // first word of content before the cue
	TaskFloat                    // what a segment is that no cue claims
	TaskSpeakerEnd               // last word of the speaker
	TaskSpeakerStart             // first word of the speaker
	TaskPerson                   // entity that speaks
	Tasks                        // number of tasks
)

var taskNames = [Tasks]string{"form", "start", "end", "front end", "front start", "float", "speaker end", "speaker start", "person"}

// String returns the name of the task.
func (t Task) String() string { return taskNames[t] }

// Choice is a set of candidates, each with features. Its buffers are reused.
type Choice struct {
	Task     Task
	Features []uint64
	// Classes is set where the candidates are always the same: all have the same
	// features, but weights of their own; the first has none.
	Classes bool
	Ends    []int32 // where the features of each candidate end, unless Classes
	Values  []int32 // what each candidate stands for; none below −1
	scores  []float64
	first   float64 // probability of the first candidate
	story   *story
	at      int // the token that the choice is about
	base    uint64
	sums    []int32 // of the weights of each candidate
}

// none is the value of the candidate "none of the others".
const none = -1

func (c *Choice) begin(t Task, at int) {
	c.Task, c.at = t, at
	c.Features, c.Ends, c.Values, c.Classes = c.Features[:0], c.Ends[:0], c.Values[:0], false
	c.base = uint64(t)<<56 | 1
}

// add gives the present candidate a feature: a template's number and what fills
// it.
func (c *Choice) add(template uint64, x uint64) {
	c.Features = append(c.Features, linear.Mix(c.base^template, x))
}

func (c *Choice) add2(template uint64, x, y uint64) {
	c.Features = append(c.Features, linear.Mix(linear.Mix(c.base^template, x), y))
}

func (c *Choice) add3(template uint64, x, y, z uint64) {
	c.Features = append(c.Features, linear.Mix(linear.Mix(linear.Mix(c.base^template, x), y), z))
}

// candidate ends the features of the present candidate.
func (c *Choice) candidate(value int) {
	c.Ends = append(c.Ends, int32(len(c.Features)))
	c.Values = append(c.Values, int32(value))
}

// classes ends the choice: its candidates are the numbers from 0 to n−1.
func (c *Choice) classes(n int) {
	c.Classes = true
	for i := range n {
		c.Values = append(c.Values, int32(i))
	}
}

// Of returns the features of candidate i, and the class of their weights.
func (c *Choice) Of(i int) ([]uint64, uint8) {
	switch {
	case !c.Classes:
		return c.of(i), 0
	case i == 0:
		return nil, 0
	}
	return c.Features, uint8(i - 1)
}

func (c *Choice) of(i int) []uint64 {
	if i == 0 {
		return c.Features[:c.Ends[0]]
	}
	return c.Features[c.Ends[i-1]:c.Ends[i]]
}

// Find returns the candidate that stands for a value, −1 where there is none.
func (c *Choice) Find(value int) int {
	for i, v := range c.Values {
		if int(v) == value {
			return i
		}
	}
	return -1
}

// sureOfNone is how likely it must be that a word reports nothing for it to be
// dropped: what speaks for a cue is shared among several forms, and unlikely
// quotes are dropped later.
const sureOfNone = 0.75

// score sets the scores of the candidates. The features are gone then.
func (c *Choice) score(m *Model) {
	c.scores = c.scores[:0]
	if c.Classes {
		var sums [len(ModelClasses)]int32
		m.weights.ScoreRows(sums[:], len(sums), c.Features, []int32{int32(len(c.Features))})
		c.scores = append(c.scores, 0)
		for i := range c.Values[1:] {
			c.scores = append(c.scores, float64(sums[i])/m.Scale)
		}
		return
	}
	c.sums = slices.Grow(c.sums[:0], len(c.Ends))[:len(c.Ends)]
	m.weights.ScoreRows(c.sums, 1, c.Features, c.Ends)
	for _, x := range c.sums {
		c.scores = append(c.scores, float64(x)/m.Scale)
	}
}

// best returns the value of the best candidate, the first of equals, and its
// probability.
func (c *Choice) best(m *Model) (value int, p float64) {
	if len(c.Values) == 0 {
		return none, 1
	}
	c.score(m)
	at, top := 0, math.Inf(-1)
	for i, x := range c.scores {
		if x > top {
			at, top = i, x
		}
	}
	c.first = math.Exp(c.scores[0] - top)
	sum := c.first
	for _, x := range c.scores[1:] {
		sum += math.Exp(x - top)
	}
	c.first /= sum
	if c.Task == TaskForm && at == 0 && 1/sum < sureOfNone {
		at = 1
		for i := 2; i < len(c.scores); i++ {
			if c.scores[i] > c.scores[at] {
				at = i
			}
		}
		return int(c.Values[at]), math.Exp(c.scores[at]-top) / sum
	}
	return int(c.Values[at]), 1 / sum
}

// bucket makes a small number of a distance.
func bucket(n int) uint64 {
	switch {
	case n < 0:
		return 0
	case n <= 5:
		return uint64(n) + 1
	case n <= 7:
		return 7
	case n <= 10:
		return 8
	case n <= 15:
		return 9
	case n <= 25:
		return 10
	case n <= 50:
		return 11
	}
	return 12
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// Describe shows two candidates in the text around the choice, for reading
// errors: the first in ⟦⟧, the second in ⟪⟫, the word that the choice is about
// in ‹›.
func (c *Choice) Describe(one, other int) string {
	s := c.story
	if s == nil || len(s.tokens) == 0 {
		return ""
	}
	x, y := int(c.Values[one]), int(c.Values[other])
	tokens := c.Task != TaskForm && c.Task != TaskFloat && c.Task != TaskPerson
	var b strings.Builder
	if !tokens {
		fmt.Fprintf(&b, "%d not %d: ", x, y)
		if c.Task == TaskPerson {
			for _, v := range []int{x, y} {
				if v >= 0 {
					fmt.Fprintf(&b, "%s | ", s.entities[v].Name)
				} else {
					b.WriteString("- | ")
				}
			}
		}
	}
	first, end := max(0, c.at-40), min(len(s.tokens), c.at+40)
	for i := first; i < end; i++ {
		t := &s.tokens[i]
		w := s.text[t.start:t.end]
		if tokens && i == x {
			w = "⟦" + w + "⟧"
		}
		if tokens && i == y {
			w = "⟪" + w + "⟫"
		}
		if i == c.at {
			w = "‹" + w + "›"
		}
		if t.is(spaced) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
