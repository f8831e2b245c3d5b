package opinion

import (
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
)

// Modifier says how a word changes the force of polar words near it.
type Modifier uint8

// The kinds of modifiers.
const (
	Plain       Modifier = iota
	Negation             // "not": damps, it does not flip
	Intensifier          // "deeply"
	Diminisher           // "slightly"
	Hedge                // "may", "reportedly"
	Conditional          // "if", "would"
	Shifter              // "refuse": turns the sign of what it governs
)

var modifierNames = []string{"", "negation", "intensifier", "diminisher", "hedge", "conditional", "shifter"}

// Closed says to which closed class a word mostly belongs.
type Closed uint8

// The closed classes.
const (
	Open Closed = iota
	Pronoun
	Determiner
	Auxiliary
	Preposition
	Conjunction
	Mark // punctuation and symbols
)

var closedNames = []string{"", "pronoun", "determiner", "auxiliary", "preposition", "conjunction", "mark"}

// Info is what the lists and the models say of a word, whatever its place. What is asked of
// every word stands in it; with its spelling it takes a line of memory ([entry]).
type Info struct {
	said said
	ID   uint64 // hash of the stem of an open word, of the word itself otherwise
	traits
	*known
	hash         lexicon.Hash // of the stem, as the list of frames has it
	valenceUnits int16        // Valence, of which 1 is valenceUnit
}

// said is what the models say of a word, of which each is asked when an answer is first
// wanted: most words of a story are in no sentence that is looked at closely, and a third
// of those that are new are names. An Info that is asked of from many sides at once may be
// given the same answer twice.
type said struct {
	stance atomic.Pointer[stanceWord]
	tone   atomic.Pointer[toneWord]
}

// take takes over what another is.
func (x *Info) take(of *Info) {
	x.ID, x.traits, x.known, x.hash, x.valenceUnits = of.ID, of.traits, of.known, of.hash, of.valenceUnits
	x.said.stance.Store(of.said.stance.Load())
	x.said.tone.Store(of.said.tone.Load())
}

// changed returns an Info for a place of a story where something else is known of a word.
func (x *Info) changed(change func(x *Info)) *Info {
	of := *x.known
	y := &Info{ID: x.ID, traits: x.traits, known: &of, hash: x.hash}
	change(y)
	y.settle()
	return y
}

// settle sets what follows from the rest.
func (x *Info) settle() {
	x.kinds = x.kindsOf()
	x.form &^= valued
	if x.valenceUnits = int16(x.Valence * valenceUnit); x.Valence != 0 {
		x.form |= valued
	}
	x.standing &^= shows | fills
	if x.Closed == Open || x.Modifier != Plain {
		x.standing |= shows
	}
	if x.asFrame&fillsFrames != 0 || x.is(hyphen|hyphened|contrast|valued) {
		x.standing |= fills
	}
}

// known is what the lists say of a word and few ask for.
type known struct {
	Valence float64 // −1 to 1, 0 for a word without one
	Class   uint32  // its class among words of like use, 0 for none
	Coarse  uint32  // that of a coarser division

	Lower  string    // in lower case
	frames []Frame   // that consist of this word alone
	Person float32   // how often the noun is said of persons, in tenths; −1 if it is not known
	Body   float32   // the same of organizations and places
	Stem   string    // its stem under Porter's second algorithm
	Own    bool      // the valence is the caller's
	starts bool      // terms or frames of several words of the caller's may begin here
	first  int8      // sign of the first of its frames, 0 without one
	word   string    // as it is written
	_      [3]uint64 // so that each begins a line of memory
}

// traits are what is asked of a word again and again; each word of a story has a copy.
type traits struct {
	form     form // what is asked of it by its letters
	kinds    kindSet
	Closed   Closed
	Modifier Modifier
	Ending   Ending
	asFrame  asFrame // what it is to frames
	standing
}

// Ending is the part of a word's form that tells verbs from nouns.
type Ending uint8

// The endings.
const (
	NoEnding Ending = iota
	Ed
	Ing
	S
	Er // an agent: "supporter", "accuser"
	Ly
)

// Own is what a caller's lexicon says. It must be safe for concurrent use.
type Own interface {
	// Valence returns the valence of a word in lower case, or of its stem.
	Valence(word, stem string) (float64, bool)
	// Frames appends the frames that are filed under a stem, or under several with
	// spaces between.
	Frames(dst []Frame, stem string) []Frame
	// Starts reports whether a term or lemma of several words begins with a stem.
	Starts(stem string) bool
}

// MaxTermWords is how many words a term or a lemma of the caller's may have.
const MaxTermWords = 6

// Stem is the stem under which the lists and a caller's lexicon have a word in
// lower case.
func Stem(word string) string {
	if e, ok := lexicon.Irregular.Lookup(word); ok {
		word = e.Field(lexicon.IrregularLemma)
	}
	return lexicon.Stem(word)
}

// coarse is how many turns of the tree of word classes make the coarser division.
const coarse = 8

// look asks the lists, and the caller's lexicon where it is not nil, about a word.
func look(own Own, word string) *Info {
	word = strings.Clone(word) // the text need not be kept
	x := &Info{known: &known{word: word}}
	const longest = 64 // no entry is longer, and a stem costs its length
	if len(word) > longest {
		word = strings.ToValidUTF8(word[:longest], "")
	}
	x.Lower = strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	if word != "" && 'A' <= word[0] && word[0] <= 'Z' {
		x.standing = upper
	} else if word == x.Lower {
		x.standing = lower
	}
	x.Stem = Stem(x.Lower)
	x.hash = lexicon.Frames.Hash(x.Stem)
	x.asFrame |= inLonger(x.hash)
	x.Ending = endingOf(x.Lower)
	hash := lexicon.FunctionWords.Hash(x.Lower) // all lists of words as they are share it
	if e, ok := lexicon.FunctionWords.Find(hash, x.Lower); ok && word != "US" {
		x.Closed = Closed(index(closedNames, e.Field(lexicon.FunctionWordsClass)))
	} else if !hasLetter(x.Lower) {
		x.Closed = Mark
	}
	if e, ok := lexicon.Modifiers.Find(hash, x.Lower); ok {
		x.Modifier = Modifier(index(modifierNames, e.Field(lexicon.ModifiersKind)))
	}
	x.Person, x.Body = -1, -1
	if x.Closed == Open {
		if e, ok := lexicon.NounTypes.Lookup(singular(x.Lower)); ok {
			tenths := func(column int) float32 { v, _ := strconv.Atoi(e.Field(column)); return float32(v) }
			x.Person, x.Body = tenths(lexicon.NounTypesPerson), tenths(lexicon.NounTypesOrg)+tenths(lexicon.NounTypesPlace)
		}
		if c := clusters.Of(x.Lower); c > 0 {
			x.Class, x.Coarse = uint32(c), uint32(c.Path().Prefix(coarse))
		}
		x.ID = linear.Hash(x.Stem)
		if e, ok := lexicon.Polarity.Find(hash, x.Lower); ok {
			x.Valence, _ = strconv.ParseFloat(e.Field(lexicon.PolarityValence), 64)
		}
		x.file(builtinFrames(nil, x.hash, x.Stem))
	} else {
		x.ID = linear.Hash(x.Lower)
	}
	if own != nil {
		x.starts = own.Starts(x.Stem)
		if v, ok := own.Valence(x.Lower, x.Stem); ok {
			x.Valence, x.Own = v, true
		}
		x.file(own.Frames(nil, x.Stem))
	}
	x.form |= formOf(x.Lower)
	if x.Closed == Open && isDated(hash, x.Lower) {
		x.form |= dated
	}
	if word == "US" { // the country, not "us"
		x.form &= framed | dated
	}
	x.settle()
	return x
}

// file puts frames before those that a word has.
func (x *Info) file(frames []Frame) {
	if len(frames) == 0 {
		return
	}
	for k := range frames { // the caller's come without
		frames[k].classID = classID(frames[k].Class)
	}
	x.frames = append(frames, x.frames...)
	x.form |= framed
	x.asFrame |= asFrames(frames)
	x.first = int8(x.frames[0].Sign())
	shown := slices.IndexFunc(x.frames, func(f Frame) bool { return f.Sign() != 0 })
	if shown >= 0 {
		x.asFrame = x.asFrame.signed(x.frames[shown].Sign())
	}
}

// singular is the singular of a noun, mostly.
func singular(w string) string {
	if e, ok := lexicon.Irregular.Lookup(w); ok {
		return e.Field(lexicon.IrregularLemma)
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

func endingOf(w string) Ending {
	switch {
	case strings.HasSuffix(w, "ing"):
		return Ing
	case strings.HasSuffix(w, "ed"), strings.HasSuffix(w, "en"):
		return Ed
	case strings.HasSuffix(w, "er"), strings.HasSuffix(w, "or"), strings.HasSuffix(w, "ers"), strings.HasSuffix(w, "ors"), strings.HasSuffix(w, "ist"), strings.HasSuffix(w, "ists"), strings.HasSuffix(w, "ics"), strings.HasSuffix(w, "ic"), strings.HasSuffix(w, "ent"), strings.HasSuffix(w, "ents"):
		return Er
	case strings.HasSuffix(w, "ly"):
		return Ly
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return S
	}
	return NoEnding
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

func index(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return 0
}
