package tagger

import "strings"

// Tag is a universal part of speech (UPOS) of Universal Dependencies v2.
type Tag uint8

// The parts of speech.
const (
	X     Tag = iota // other: foreign words, typing errors, list marks
	ADJ              // adjective: big, first
	ADP              // preposition: in, of; particle of a verb: up
	ADV              // adverb: very, not, when
	AUX              // auxiliary, copula: has (done), is, will
	CCONJ            // coordinating conjunction: and, or
	DET              // determiner: the, this, every
	INTJ             // interjection: oh, yes
	NOUN             // common noun: girl, year
	NUM              // number: 7, seven
	PART             // particle: n't, to (go), 's
	PRON             // pronoun: she, who, his
	PROPN            // proper noun, one for each word of a name: Barack, Obama
	PUNCT            // punctuation mark
	SCONJ            // subordinating conjunction: that, if, because
	SYM              // symbol: $, %
	VERB             // verb: run, said
	tagCount
)

var tagNames = [tagCount]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// String is the name of the tag as Universal Dependencies has it.
func (t Tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return "X"
}

// Fine is a part of speech with what its form shows of inflection, a universal
// tag and one of the Penn treebank: VERB|VBD (a past tense), NOUN|NNS (a plural).
// It is what the tagger predicts.
type Fine uint8

// fineTags are the fine tags, sorted. Pairs that are rare in the treebanks are
// joined to another of the same part ([FineOf]).
var fineTags = [...]struct {
	name string
	tag  Tag
}{
	{"ADJ|JJ", ADJ},
	{"ADJ|JJR", ADJ},
	{"ADJ|JJS", ADJ},
	{"ADJ|NNP", ADJ},
	{"ADP|IN", ADP},
	{"ADP|RP", ADP},
	{"ADV|RB", ADV},
	{"ADV|RBR", ADV},
	{"ADV|RBS", ADV},
	{"ADV|WRB", ADV},
	{"AUX|MD", AUX},
	{"AUX|VB", AUX},
	{"AUX|VBD", AUX},
	{"AUX|VBG", AUX},
	{"AUX|VBN", AUX},
	{"AUX|VBP", AUX},
	{"AUX|VBZ", AUX},
	{"CCONJ|CC", CCONJ},
	{"DET|DT", DET},
	{"DET|PDT", DET},
	{"DET|WDT", DET},
	{"INTJ|UH", INTJ},
	{"NOUN|NN", NOUN},
	{"NOUN|NNS", NOUN},
	{"NUM|CD", NUM},
	{"PART|POS", PART},
	{"PART|RB", PART},
	{"PART|TO", PART},
	{"PRON|DT", PRON},
	{"PRON|EX", PRON},
	{"PRON|NN", PRON},
	{"PRON|PRP", PRON},
	{"PRON|PRP$", PRON},
	{"PRON|WDT", PRON},
	{"PRON|WP", PRON},
	{"PRON|WP$", PRON},
	{"PROPN|NNP", PROPN},
	{"PROPN|NNPS", PROPN},
	{"PUNCT|''", PUNCT},
	{"PUNCT|,", PUNCT},
	{"PUNCT|-LRB-", PUNCT},
	{"PUNCT|-RRB-", PUNCT},
	{"PUNCT|.", PUNCT},
	{"PUNCT|:", PUNCT},
	{"PUNCT|HYPH", PUNCT},
	{"PUNCT|NFP", PUNCT},
	{"PUNCT|``", PUNCT},
	{"SCONJ|IN", SCONJ},
	{"SYM|$", SYM},
	{"SYM|NFP", SYM},
	{"SYM|SYM", SYM},
	{"VERB|VB", VERB},
	{"VERB|VBD", VERB},
	{"VERB|VBG", VERB},
	{"VERB|VBN", VERB},
	{"VERB|VBP", VERB},
	{"VERB|VBZ", VERB},
	{"X|ADD", X},
	{"X|FW", X},
	{"X|GW", X},
	{"X|LS", X},
}

// FineCount is the number of fine tags.
const FineCount = len(fineTags)

// Tag is the universal part of a fine tag.
func (f Fine) Tag() Tag {
	if int(f) < len(fineTags) {
		return fineTags[f].tag
	}
	return X
}

// String is the universal tag, a bar and the Penn treebank tag.
func (f Fine) String() string {
	if int(f) < len(fineTags) {
		return fineTags[f].name
	}
	return "X|FW"
}

// Penn is the Penn treebank tag: "VBD".
func (f Fine) Penn() string {
	_, penn, _ := strings.Cut(f.String(), "|")
	return penn
}

// FineOf is the fine tag of a universal tag and a Penn treebank tag, or the
// commonest of the universal tag where there is no such pair.
func FineOf(upos, xpos string) Fine {
	pair := upos + "|" + xpos
	common := map[string]string{
		"ADP": "IN", "ADV": "RB", "AUX": "VBZ", "DET": "DT", "NOUN": "NN", "PART": "RB", "PRON": "PRP",
		"PROPN": "NNP", "PUNCT": ",", "SYM": "SYM", "VERB": "VB", "X": "FW",
	}[upos]
	first := -1
	for i, f := range fineTags {
		switch {
		case f.name == pair:
			return Fine(i)
		case f.name == upos+"|"+common:
			first = i
		case first < 0 && strings.HasPrefix(f.name, upos+"|"):
			first = i
		}
	}
	return Fine(max(first, 0))
}
