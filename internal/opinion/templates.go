package opinion

// Templates of the models of stance. Their numbers are part of the models.

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
	{yBias, "party ", []string{"bias", "head", "head:determiner", "kind", "governor", "governor:case", "governor's frame", "fill", "fill class", "fill lemma",
		"next", "previous", "previous but one", "below", "above", "quote", "cue", "valence", "class", "trigger"}},
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
