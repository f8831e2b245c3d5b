package opinion

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Frame is a predicate and what its agent thereby holds toward its theme. "A
// accuses B of C" is the frame accuse with agent A, theme B and recipient C.
//
// The list of frames (internal/lexicon/lists/frames.tsv) has a row for each
// reading of a lemma; those of several words are found in phrasal.go. Most classes
// only say what kind of act it is, for the models; these are read in ways of their
// own (fill.go):
//
//	role       a noun for one who takes sides: "critic of B" is the agent himself
//	attitude   an adjective: "A is critical of B"
//	draw       the subject is the target, who stands behind the preposition the
//	           holder: "A drew criticism from B"; the value is theme_agent
//	label      "A calls B a liar": the complement's valence, unless a value is given
//	propagate  the object is an act of its own: "A condemned the attack on B" is
//	           for B; agent_recipient is the sign by which the act's is multiplied
//	shifter    turns the sign of what it governs: "A refused to back B"
//	say        reports speech and shows no stance; neutral shows none either
type Frame struct {
	POS     byte  // 'v', 'n' or 'a'
	Own     bool  // the caller's
	classID uint8 // of the class, as features have it
	// What the agent holds toward theme and recipient, what the theme holds
	// toward the agent, what happens to the theme, and what the writer implies:
	// −2 to 2.
	AgentTheme, ThemeAgent, AgentRecipient, Effect, AuthorAgent, AuthorTheme int

	Lemma string // "accuse", "take issue with"
	Class string // accuse, support, role, draw, label …
	Theme string // where the theme stands: obj, comp, pp:with
	Agent string // where the agent of a noun stands: poss, appos, pp:between
}

// Sign returns what the frame shows of the one toward the other: of the agent
// toward the theme, or of the theme toward the agent where it is only that
// ("draw criticism from", "anger").
func (f *Frame) Sign() int {
	if f.AgentTheme != 0 {
		return f.AgentTheme
	}
	return f.ThemeAgent
}

// builtinFrames appends the frames of the list whose lemma is this one stem.
func builtinFrames(dst []Frame, stem string) []Frame {
	e, ok := lexicon.Frames.Lookup(stem)
	for ; ok; e, ok = e.Next() {
		dst = append(dst, frameOf(e))
	}
	return dst
}

func frameOf(e lexicon.Entry) Frame {
	number := func(column int) int {
		v, _ := strconv.Atoi(e.Field(column))
		return v
	}
	f := Frame{
		Lemma: e.Field(lexicon.FramesLemma), Class: e.Field(lexicon.FramesClass),
		Theme: e.Field(lexicon.FramesTheme), Agent: e.Field(lexicon.FramesRecipient),
		AgentTheme: number(lexicon.FramesAgentTheme), AgentRecipient: number(lexicon.FramesAgentRecipient),
		ThemeAgent: number(lexicon.FramesThemeAgent), Effect: number(lexicon.FramesEffectTheme),
		AuthorAgent: number(lexicon.FramesAuthorAgent), AuthorTheme: number(lexicon.FramesAuthorTheme),
	}
	if p := e.Field(lexicon.FramesPos); p != "" {
		f.POS = p[0]
	}
	f.classID = classID(f.Class)
	return f
}

// Preposition returns the preposition before the theme, or "".
func (f *Frame) Preposition() string {
	p, ok := strings.CutPrefix(f.Theme, "pp:")
	if !ok {
		return ""
	}
	return p
}

// frameClasses are the classes of the list of frames. Their order is part of the models.
var frameClasses = []string{
	"", "oppose", "support", "attitude", "accuse", "draw", "role", "attack", "legal", "praise", "ally", "anger", "demand", "conflict", "help", "dislike",
	"label", "threaten", "abandon", "please", "propagate", "defeat", "say", "neutral", "betray", "urge", "shifter", "debunk", "warn", "clear", "evaluation",
}

// classID is the number of a class, 0 of another one.
func classID(class string) uint8 { return uint8(max(0, slices.Index(frameClasses, class))) }
