package opinion

// Templates of the models of stance. Their numbers are part of the models.

// How holder and target hang together.
const (
	pBias Template = iota + 64
	pTypes
	pOnly
	pPath
	pPathLength
	pPathWord
	pMeet
	pMeetRelations
	pMeetWord
	pOnWay
	pInside
	pFill
	pFillClass
	pFillLemma
	pFillElse
	pSpoken
)

// A phrase as a target or holder.
const (
	yBias Template = iota + 128
	yHead
	yHeadDeterminer
	yKind
	yGovernor
	yGovernorCase
	yGovernorFrame
	yFill
	yFillClass
	yFillLemma
	yNext
	yPrevious
	yPrevious2
	yBeside
	yBelow
	yAbove
	yQuote
	yCue
	yValence
	yClass
	yTrigger
)

// A word as evidence.
const (
	vBias Template = iota + 192
	vWord
	vClass
	vPrevious
	vNext
	vPrevious2
	vNext2
	vBigram
	vTag
	vHead
	vChild
	vFrame
	vValence
	vQuote
	vNear
)

// templateBlock is a run of templates with their names.
type templateBlock struct {
	first Template
	what  string
	names []string
}

var templateBlocks = []templateBlock{
	{tBias, "", templateNames},
	{pBias, "link ", []string{"bias", "types", "only words", "path", "path length", "path:word", "meet", "meet:relations", "meet:word", "on way", "inside", "fill", "fill class", "fill lemma", "other fill", "spoken"}},
	{yBias, "party ", []string{"bias", "head", "head:determiner", "kind", "governor", "governor:case", "governor's frame", "fill", "fill class", "fill lemma",
		"next", "previous", "previous but one", "beside", "below", "above", "quote", "cue", "valence", "class", "trigger"}},
	{vBias, "evidence ", []string{"bias", "word", "class", "previous", "next", "previous but one", "next but one", "bigram", "tag", "head", "child", "frame", "valence", "quote", "near"}},
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
