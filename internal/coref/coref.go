// Package coref chooses what a pronoun or a noun phrase ("the company") means:
// one of those whom the story has spoken of, or nobody of them. Package entity
// finds the candidates and describes each by the numbers that [Names] lists;
// gradient-boosted trees ([boost]) give each a score, and the best wins (the
// mention-ranking model of Denis & Baldridge 2008).
//
// The trees are learned by internal/train/coref.
package coref

import (
	_ "embed"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Feature is an index into [Values].
type Feature int

// What a candidate is described by. Numbers that do not apply are 0.
const (
	None Feature = iota // 1 for the choice of nobody: then only what describes the mention is set

	// The mention.
	Kind       // see Kinds
	Case       // of pronouns: 0 subject, 1 object, 2 possessive, 3 reflexive
	Slot       // what it does in its clause
	ClauseSlot // what that of which it is part does in the clause
	Depth      // steps to the head of the clause
	Place      // tokens before it in its sentence, at most 20
	Determiner // of noun phrases
	Plural
	Person       // how far the noun is said of persons
	Org          // … of organizations
	Location     // … of places
	Words        // between determiner and noun
	More         // something hangs on the noun behind
	NameInside   // a name stands in the phrase
	Quoted       // it stands in quotation marks
	Heading      // it stands in a headline or the like
	Expletive    // "it" that may mean nothing: "it is clear that"
	Sentence     // sentences before, at most 20
	NounSeen     // how often the noun was used before
	NounCapital  // the noun is written with a capital
	NationInside // the noun is a nationality: "the Dutchman"

	// The candidate.
	Named
	IsPerson
	IsOrg
	IsPlace
	IsThing     // events, works; unnamed things
	Count       // mentions so far, at most 20
	CountRank   // candidates with more mentions
	NameWords   // words of its name
	LastForm    // how it was mentioned last: 0 full name, 1 one word, 2 pronoun, 3 noun phrase
	LastSlot    // what that mention does in its clause
	LastClause  // what that of which it is part does in the clause
	LastDepth   // steps to the head of the clause
	LastPlace   // mentions before that one in its sentence
	LastQuoted  // that mention stands in quotation marks
	LastHeading // … in a headline
	Subjects    // how often it was a subject
	OfHeadline  // it is mentioned in the headline
	FirstAt     // the sentence of its first mention, at most 20
	Indefinite  // it was brought up as "a …"
	Plurality   // 1 singular, 2 plural, 0 either

	// The two together.
	Gender      // 3 known to be the pronoun's, 2 by an earlier pronoun, 1 by a given name of either, 0 unknown
	Distance    // sentences between, at most 20; below 0 where the candidate is named behind
	Tokens      // tokens between in one sentence, at most 50
	Recency     // mentions of others between
	RecencyType // … of the same type
	Last        // it is what the pronoun before meant
	Topic       // 2 subject of this sentence, 1 of the sentence before
	SameSlot    // both do the same in their clauses
	SameClause  // both are in one clause
	Coargument  // both hang on one verb, the mention being no possessive
	Over        // the candidate's clause is so many clauses above, plus 1; 0 if not above
	Under       // the mention's clause is so many clauses above, plus 1
	Within      // the mention is a part of the candidate's phrase
	Holds       // the candidate is a part of the mention's phrase
	Between     // 1 a verb, 2 verbs, 3 a conjunction, 4 a comma between, in one sentence
	SameQuote   // both stand in the same quotation marks
	Fit         // how far the noun is said of such as the candidate
	NounMatch   // 1 it was called by the noun before, 2 it is named so, 3 it was last called so
	WholeMatch  // it was called by the whole phrase before
	Holder      // 1 it alone has that office, 2 it has it in that country
	Country     // 1 its country is that of the name in the phrase, -1 another
	FitRank     // others between that the noun fits better or as well
	FitMost     // others mentioned more often that the noun fits better or as well
	Total       // how often the candidate is named in the whole story, at most 20
	TotalRank   // candidates named more often
	Female      // how often its given name is a woman's, for "she"; a man's, for "he"; 0.5 unknown
	KindFit     // 1 the noun is said of its kind of place or organization, -1 of another
	NamedAgain  // it is named behind the mention in the same sentence
	Rivals      // candidates in all
	SubjectOver // 1 it is the subject of the verb on which the mention's clause hangs, 2 a verb of saying: "Hale said he"
	Possessor   // "his wife": 1 the candidate is last known as the same one's, -1 another one's
	FeatureCount
)

// Names are the names of the features, in the model file too.
var Names = [FeatureCount]string{
	None: "none", Kind: "kind", Case: "case", Slot: "slot", ClauseSlot: "clause slot", Depth: "depth", Place: "place",
	Determiner: "determiner", Plural: "plural", Person: "person", Org: "org", Location: "location", Words: "words", More: "more",
	NameInside: "name inside", Quoted: "quoted", Heading: "heading", Expletive: "expletive", Sentence: "sentence", NounSeen: "noun seen",
	NounCapital: "noun capital", NationInside: "nation", Named: "named", IsPerson: "is person", IsOrg: "is org", IsPlace: "is place",
	IsThing: "is thing", Count: "count", CountRank: "count rank", NameWords: "name words", LastForm: "last form", LastSlot: "last slot",
	LastClause: "last clause", LastDepth: "last depth", LastPlace: "last place", LastQuoted: "last quoted", LastHeading: "last heading",
	Subjects: "subjects", OfHeadline: "of headline", FirstAt: "first at", Indefinite: "indefinite", Plurality: "plurality", Gender: "gender",
	Distance: "distance", Tokens: "tokens", Recency: "recency", RecencyType: "recency of type", Last: "last", Topic: "topic",
	SameSlot: "same slot", SameClause: "same clause", Coargument: "coargument", Over: "over", Under: "under", Within: "within", Holds: "holds",
	Between: "between", SameQuote: "same quote", Fit: "fit", NounMatch: "noun match", WholeMatch: "whole match", Holder: "holder",
	Country: "country", FitRank: "fit rank", FitMost: "fit most", Total: "total", TotalRank: "total rank", Female: "given name", KindFit: "kind fit", NamedAgain: "named again", Rivals: "rivals", SubjectOver: "subject over", Possessor: "possessor",
}

// Kinds of mentions.
const (
	HeShe   = iota // he, she
	It             // it, its
	They           // they, their
	Nominal        // the company
)

// Values describe a candidate.
type Values [FeatureCount]float32

// Candidate is what a mention may mean. While texts are read for training it has
// the places where it was mentioned.
type Candidate struct {
	Values   Values
	Bonus    float32 // to the score, for what is too rare to be learned
	Score    float32
	Mentions [][2]int
}

//go:embed coref.model
var modelData string

// ModelName is the name of the model file.
const ModelName = "coref"

// Model is trees for each kind of mention. It is immutable and safe for
// concurrent use.
type Model [len(Parts)]*boost.Model

// Parts are the names of the parts of the model file, by the kinds of mentions
// that they decide on.
var Parts = [...]struct {
	Name  string
	Kinds []int
}{
	{"person", []int{HeShe}},
	{"thing", []int{It, They}},
	{"noun", []int{Nominal}},
}

// PartOf is the index in Parts of the trees for a kind of mention.
func PartOf(kind int) int {
	switch kind {
	case HeShe:
		return 0
	case It, They:
		return 1
	}
	return 2
}

var embedded linear.Lazy[*Model]

func model() *Model { return embedded.Get(openEmbedded) }

func openEmbedded() *Model {
	f, err := linear.OpenEmbedded(modelData)
	if err == nil {
		var m *Model
		if m, err = Open(f); err == nil {
			return m
		}
	}
	panic(err) // the embedded file is checked by a test
}

// Open reads the model of a file. It refuses one of other features.
func Open(f *linear.File) (*Model, error) {
	m := new(Model)
	for i, p := range Parts {
		x, err := boost.OpenFor(f, p.Name, Names[:])
		if err != nil {
			return nil, err
		}
		m[i] = x
	}
	return m, nil
}

// Sections are the parts of the model file.
func (m *Model) Sections() (out []linear.Section) {
	for i, p := range Parts {
		out = append(out, m[i].Sections(p.Name)...)
	}
	return out
}

// Trained, where it is set, is used in place of the model that comes with the
// library. It is for training; do not set it while articles are read.
var Trained *Model

// Watch, where it is set, is shown each mention, by the bytes of its noun, with
// its candidates, of which the first is nobody, and may choose; a choice below 0
// leaves it to the model. It is for training, too.
var Watch func(kind, start, end int, candidates []Candidate) int

// some is how many candidates are given scores at a time.
const some = 24

// Choose sets the scores of the candidates, of which the first is nobody, and
// returns the best.
func Choose(candidates []Candidate) (best int) {
	if len(candidates) == 1 {
		return 0
	}
	all := Trained
	if all == nil {
		all = model()
	}
	m := all[PartOf(int(candidates[0].Values[Kind]))]
	var rows [some][]float32
	var scores [some]float32
	for at := 0; at < len(candidates); at += some {
		part := candidates[at:min(at+some, len(candidates))]
		for i := range part {
			rows[i] = part[i].Values[:]
		}
		m.ScoreEach(scores[:], rows[:len(part)])
		for i := range part {
			c := &part[i]
			c.Score = scores[i] + c.Bonus
			if c.Score > candidates[best].Score {
				best = at + i
			}
		}
	}
	return best
}
