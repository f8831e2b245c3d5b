// Package roles decides whether words of a story give the role of an entity:
// office, job, kinship or description. Package entity proposes words that stand
// with a name or are said of it and describes each proposal by the numbers that
// [Names] lists; gradient-boosted trees ([boost]) tell how likely it is one.
//
// The trees are learned by internal/train/roles.
package roles

import (
	_ "embed"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Feature is an index into [Values].
type Feature int

// What a proposal is described by.
const (
	Source     Feature = iota // see Sources
	Entity                    // type of the entity
	Variant                   // 0 as found, 1 without the possessor, 2 without what hangs on behind, 4 a part of a series; added up
	Words                     // of the proposal
	HeadListed                // 1 its noun is known as role of such entities, 2 … of others, 0 not at all
	HeadRate                  // how often the noun, known from elsewhere, is said of such entities
	HeadPlural
	HeadCapital
	HeadTag       // part of speech of the noun
	HeadRelation  // what the noun does in the sentence
	Capitals      // words with a capital
	Name          // 1 a name in it, 2 a person's
	Possessor     // 's in it
	Series        // "and" or a comma in it
	Behind        // words behind its noun
	Preposition   // 1 of, 2 for, 3 at, 4 in, 5 to, 6 another behind its noun
	Before        // what stands before: see Befores
	After         // what stands behind
	Opening       // it opens its sentence
	Heading       // it stands in a headline or the like
	Sentence      // sentences before, at most 20
	Quoted        // it stands in quotation marks
	Former        // "former" and the like in it
	Number        // a number in it
	Unknown       // words in lower case that no list of roles knows
	Adverb        // ends on "-ly" or is a word of time
	NameWords     // words of the name that it stands with
	FirstName     // that is the first mention of the entity
	EntityNames   // mentions of the entity by name, at most 20
	Accepted      // roles of the entity so far, at most 8
	SameText      // 1 these words are a role of it already, 0.5 but for capitals, 2 they were proposed already
	SameHead      // the noun is that of a role of it already
	InEarlier     // a role of it already holds these words
	HoldsEarlier  // these words hold a role of it already
	OtherHas      // the same words are a role of another entity
	Ahead         // of phrases without a name beside them: how far the entity is the likeliest that is meant
	Determiner    // of such phrases
	Distance      // tokens to the name, at most 20
	VerbOf        // of predicates: 1 is, 2 was, 3 became, 4 as, 5 named, 6 another
	Denied        // "not", "would be" and the like
	EntityRank    // entities of its type that are named more often, at most 8
	FirstBehind   // sentences to its first name, at most 20 either way; below 0 where that stands before
	CountryInside // the country of a name in it is 1 that of the entity, 2 another
	FeatureCount
)

// Names are the names of the features, in the model file too.
var Names = [FeatureCount]string{
	Source: "source", Entity: "entity", Variant: "variant", Words: "words", HeadListed: "head listed", HeadRate: "head rate", HeadPlural: "head plural",
	HeadCapital: "head capital", HeadTag: "head tag", HeadRelation: "head relation", Capitals: "capitals", Name: "name", Possessor: "possessor",
	Series: "series", Behind: "behind", Preposition: "preposition", Before: "before", After: "after", Opening: "opening", Heading: "heading",
	Sentence: "sentence", Quoted: "quoted", Former: "former", Number: "number", Unknown: "unknown", Adverb: "adverb", NameWords: "name words",
	FirstName: "first name", EntityNames: "entity names", Accepted: "accepted", SameText: "same text", SameHead: "same head",
	InEarlier: "in earlier", HoldsEarlier: "holds earlier", OtherHas: "other has", Ahead: "ahead", Determiner: "determiner", Distance: "distance", VerbOf: "verb",
	Denied: "denied", EntityRank: "entity rank", FirstBehind: "first behind", CountryInside: "country inside",
}

// Sources of proposals.
const (
	BeforeName  = iota // "President Obama"
	Shared             // "Senators Hale and May"
	BeforeComma        // "his counterpart, Vladimir Putin"
	KindBehind         // "Time magazine"
	BehindName         // "Hollande, the president of France"
	Apposed            // the same, by the tree alone
	Predicate          // "Hollande is the president", "served as director"
	ByPronoun          // "she is a judge"
	Nominal            // "the president"
)

// What may stand before or behind a proposal.
const (
	Nothing = iota
	Definite
	Indefinite
	Possessive
	Comma
	Stop
	Noun
	Verb
	Prepositional
	Conjunction
	NameNext
	Bracket
	Quote
	Other
)

// Values describe a proposal.
type Values [FeatureCount]float32

//go:embed roles.model
var modelData string

// ModelName is the name of the model in its file.
const ModelName = "roles"

var embedded linear.Lazy[*boost.Model]

func model() *boost.Model { return embedded.Get(openEmbedded) }

func openEmbedded() *boost.Model {
	f, err := linear.OpenEmbedded(modelData)
	if err == nil {
		var m *boost.Model
		if m, err = Open(f); err == nil {
			return m
		}
	}
	panic(err) // the embedded file is checked by a test
}

// Open reads the model of a file. It refuses one of other features.
func Open(f *linear.File) (*boost.Model, error) {
	return boost.OpenFor(f, ModelName, Names[:])
}

// Proposal is what a training command is shown of words that may be a role.
type Proposal struct {
	Start, End int // bytes
	Values     Values
}

// Watch, where it is set, is shown the proposals for the entity with names at
// these bytes that overlap each other, and returns the scores to use in place of
// the model's. It is for training; do not set it while articles are read.
var Watch func(names [][2]int, proposals []Proposal) []float32

// Score returns the log-odds that a proposal is a role.
func Score(v *Values) float32 { return model().Score(v[:]) }
