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

// builtinFrames appends the frames of the list whose lemma is this one stem, which has
// this hash.
func builtinFrames(dst []Frame, hash lexicon.Hash, stem string) []Frame {
	e, ok := lexicon.Frames.Find(hash, stem)
	for ; ok; e, ok = e.Next() {
		dst = append(dst, frameOf(e))
	}
	return dst
}

func frameOf(e lexicon.Entry) Frame {
	number := func(column int) int {
		value := e.Field(column)
		if value == "" {
			return 0
		}
		v, _ := strconv.Atoi(value)
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

// asFrame is what a word is to frames: of which parts of speech are those that consist of
// it alone and show who holds what, what it may be to those of several words, and, above
// all these, the sign of the first that shows a stance.
type asFrame uint8

// The parts of speech, and the places in frames of several words.
const (
	asVerb asFrame = 1 << iota
	asNoun
	asAdjective
	beginsLonger
	secondOfLonger
	signs = iota // where the sign begins

	fillsFrames = asVerb | asNoun | asAdjective | beginsLonger
)

// sign is the sign of the first of its frames that shows a stance, −2 to 2.
func (x *traits) sign() int { return int(int8(x.asFrame) >> signs) }

// signed is the same for a word of which that is the sign.
func (p asFrame) signed(sign int) asFrame { return p&(1<<signs-1) | asFrame(sign<<signs) }

// part is the part of speech of a frame.
func (f *Frame) part() asFrame {
	switch f.POS {
	case 'v':
		return asVerb
	case 'n':
		return asNoun
	case 'a':
		return asAdjective
	}
	return 0
}

// fills is the part of speech of a frame that shows who holds what, of another 0.
func (f *Frame) fills() asFrame {
	if f.classID == classNeutral || f.classID == classSay {
		return 0
	}
	return f.part()
}

// parts are the parts of speech of the frames that a word may be of where it stands.
func (w *Word) parts() asFrame {
	participle := flag(w.Tag == Verb) & flag(w.Ending == Ed)
	return partsOfTag[w.Tag] | asAdjective*asFrame(participle)
}

var partsOfTag = [tags]asFrame{Verb: asVerb, Noun: asNoun, ProperNoun: asNoun, Adjective: asAdjective, Adposition: asAdjective}

// fits reports whether a word is of the part of speech of a frame.
func (w *Word) fits(f *Frame) bool { return w.parts()&f.part() != 0 }

func asFrames(frames []Frame) (p asFrame) {
	for k := range frames {
		p |= frames[k].fills()
	}
	return p
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

var classNeutral, classSay = classID("neutral"), classID("say")

// classID is the number of a class, 0 of another one.
func classID(class string) uint8 { return uint8(max(0, slices.Index(frameClasses, class))) }
