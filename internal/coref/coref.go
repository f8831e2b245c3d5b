// Package coref ranks the entities that a pronoun may mean. The ranker is a
// log-linear model over combinations of a few attributes of a candidate, which
// [Attributes] lists; its weights are lines of weights.tsv that can be read.
//
// The weights are learned by internal/train/coref.
package coref

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Attribute is one thing that is looked at, as an index into [Attributes].
type Attribute int

// The attributes of a candidate and of the pronoun that looks for it.
const (
	Pronoun  Attribute = iota // the case of the pronoun
	Opening                   // where the pronoun stands in its sentence
	Distance                  // sentences between candidate and pronoun
	Recency                   // other candidates between the two
	Role                      // what the candidate's last mention does in its clause
	Place                     // where that mention stands among the persons of its sentence
	Form                      // how the candidate was mentioned last
	Gender                    // whether the candidate's gender is known to fit
	Count                     // mentions so far
	Last                      // whether the pronoun before meant the candidate
	Clause                    // what stands between, within one sentence
	Topic                     // whether the candidate was the subject of the sentence before or of this one
	Kind                      // kind of line the candidate stands on
	attributeCount
)

// Attributes are the names of the attributes and of their values.
var Attributes = [attributeCount]struct {
	Name   string
	Values []string
}{
	Pronoun:  {"pronoun", []string{"subject", "object", "possessive", "reflexive"}},
	Opening:  {"opening", []string{"first", "early", "late", "conjoined", "infinitive"}},
	Distance: {"distance", []string{"0", "1", "2", "3"}},
	Recency:  {"recency", []string{"0", "1", "2", "3"}},
	Role:     {"role", []string{"subject", "object", "prepositional", "of", "by", "possessive", "conjunct", "apposition", "other"}},
	Place:    {"place", []string{"opening", "first", "second", "later"}},
	Form:     {"form", []string{"full", "single", "pronoun", "nominal"}},
	Gender:   {"gender", []string{"fits", "unknown", "earlier"}},
	Count:    {"count", []string{"1", "2", "3-4", "5-9", "10"}},
	Last:     {"last", []string{"no", "yes"}},
	Clause:   {"clause", []string{"elsewhere", "same", "conjunction", "comma", "verb", "verbs"}},
	Topic:    {"topic", []string{"no", "before", "here"}},
	Kind:     {"kind", []string{"text", "headline"}},
}

// templates are the combinations that have weights of their own.
var templates = [...][]Attribute{
	{},
	{Distance}, {Recency}, {Role}, {Place}, {Form}, {Gender}, {Count}, {Last}, {Clause}, {Topic}, {Kind},
	{Distance, Recency}, {Distance, Place}, {Distance, Role}, {Distance, Count}, {Distance, Gender}, {Distance, Form},
	{Distance, Topic}, {Recency, Gender}, {Recency, Role}, {Last, Form}, {Form, Role}, {Form, Count},
	{Pronoun}, {Pronoun, Distance}, {Pronoun, Recency}, {Pronoun, Role}, {Pronoun, Place}, {Pronoun, Clause}, {Pronoun, Gender},
	{Opening, Distance}, {Opening, Role}, {Opening, Clause}, {Opening, Place},
	{Pronoun, Distance, Role}, {Pronoun, Clause, Role}, {Pronoun, Opening, Distance}, {Opening, Distance, Role}, {Opening, Distance, Place},
	{Pronoun, Distance, Recency}, {Distance, Last, Topic}, {Distance, Form, Topic}, {Distance, Place, Role},
	{Opening, Distance, Topic}, {Pronoun, Clause, Recency},
	{Clause, Gender}, {Clause, Role}, {Opening, Clause, Recency},
}

// Values are the values of a candidate's attributes.
type Values [attributeCount]uint8

const featureCount = len(templates)

// Features are the indices of the weights that apply to a candidate.
type Features [featureCount]uint16

// Size is the number of weights.
var Size = func() int {
	n := 0
	for _, t := range templates {
		n += volume(t)
	}
	return n
}()

func volume(t []Attribute) int {
	n := 1
	for _, a := range t {
		n *= len(Attributes[a].Values)
	}
	return n
}

// FeaturesOf returns the weights that apply to a candidate.
func FeaturesOf(v *Values) (f Features) {
	base := 0
	for i, t := range templates {
		x := 0
		for _, a := range t {
			x = x*len(Attributes[a].Values) + int(v[a])
		}
		f[i] = uint16(base + x)
		base += volume(t)
	}
	return f
}

// Name returns the readable name of a weight: "distance=1 role=subject".
func Name(feature int) string {
	for _, t := range templates {
		n := volume(t)
		if feature >= n {
			feature -= n
			continue
		}
		parts := make([]string, len(t))
		for i := len(t) - 1; i >= 0; i-- {
			a := &Attributes[t[i]]
			parts[i] = a.Name + "=" + a.Values[feature%len(a.Values)]
			feature /= len(a.Values)
		}
		if len(parts) == 0 {
			return "any"
		}
		return strings.Join(parts, " ")
	}
	return ""
}

//go:embed weights.tsv
var weightsFile string

// Weights are the weights of all features, in hundredths.
type Weights []int32

// Default returns the weights that come with the library.
var Default = sync.OnceValue(func() Weights {
	w, err := Read(weightsFile)
	if err != nil {
		panic(err) // the file is part of the program, and tested
	}
	return w
})

// Read reads lines of a feature's name, a tab, and its weight in hundredths,
// below a header.
func Read(s string) (Weights, error) {
	index := make(map[string]int, Size)
	for i := range Size {
		index[Name(i)] = i
	}
	w := make(Weights, Size)
	n := 0
	for line := range strings.Lines(s) {
		if n++; n == 1 {
			continue
		}
		name, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		i, known := index[name]
		x, err := strconv.Atoi(value)
		if !ok || !known || err != nil {
			return nil, fmt.Errorf("weights.tsv:%d: no weight of a known feature: %q", n, line)
		}
		w[i] = int32(x)
	}
	return w, nil
}

// Score returns how well a candidate fits, in hundredths of a logit; 0 is how
// well it fits that nobody named is meant.
func (w Weights) Score(v *Values) int {
	s := int32(0)
	for _, f := range FeaturesOf(v) {
		s += w[f]
	}
	return int(s)
}

// Candidate is an entity that a pronoun may mean.
type Candidate struct {
	Name   int // byte at which a name of the entity starts
	Values Values
}

// Watch, where it is set, is shown each pronoun, by its first byte, with its
// candidates. It is for training; do not set it while articles are read.
var Watch func(pronoun int, candidates []Candidate)
