package opinion

// Templates of the models of stance. Their numbers are part of the models.

// The speaker of a quote as a holder.
const (
	yBias Template = iota + 128
	yKind
	yQuote
	yCue
)

// What is known of a word in a place (places.go).
const (
	aWord Template = iota + 160
	aClass
	aCoarse
	aValence
	aSign
	aFrame
)

// Facts: those of a word that may show a stance, then those of a pair, then those of a
// phrase.
const (
	fSpeech Template = iota + 192
	fTag
	fCue
	fOutside
	fKinds
	fRelations
	fSteps
	fMeeting
	fPairFill
	fQuote
	fKind
	fPart
	fGovernorTag
	fNegated
	fWay
	fStrength
	fTriggerTag
	fAlone
	fFill
	fFillClass
)

const firstFact = fSpeech

// templateBlock is a run of templates with their names.
type templateBlock struct {
	first Template
	what  string
	names []string
}

var templateBlocks = []templateBlock{
	{tBias, "", templateNames},
	{yBias, "speaker ", []string{"bias", "kind", "quote", "cue"}},
	{aWord, "", []string{"word", "class", "coarse class", "valence", "sign of frame", "class of frame"}},
	{firstFact, "", []string{"kind of quote", "tag", "class of quote", "outside of quotes", "kinds", "relations", "steps", "tag of meeting", "frame that holds both",
		"phrase in quote", "kind of phrase", "relation", "governor's tag", "negated", "way to trigger", "strength of trigger", "tag of trigger", "no trigger", "frame filled", "class of frame filled"}},
}

// nameOf names a template.
func nameOf(t Template) string {
	for _, b := range templateBlocks {
		if i := int(t) - int(b.first); i >= 0 && i < len(b.names) {
			return b.what + b.names[i]
		}
	}
	return "?"
}
