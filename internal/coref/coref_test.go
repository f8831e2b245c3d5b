package coref

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestFeaturesHaveNamesOfTheirOwn(t *testing.T) {
	names := map[string]bool{}
	for i, n := range Names {
		assert.NotEmpty(t, n, "feature %d has no name", i)
		assert.False(t, names[n], "two features are called %q", n)
		names[n] = true
	}
}

func TestTheLibrarysModelIsWhole(t *testing.T) {
	f, err := linear.Open(modelData)
	require.NoError(t, err)
	_, err = Open(f)
	require.NoError(t, err)
}

func TestAModelOfOtherFeaturesIsRefused(t *testing.T) {
	m := boost.Train([]string{"a"}, []boost.Example{{X: []float32{1}, Class: 1}}, boost.Options{Rounds: 1})
	data, err := linear.Encode("other", (&Model{m, m, m}).Sections())
	require.NoError(t, err)
	f, err := linear.Open(string(data))
	require.NoError(t, err)
	_, err = Open(f)
	assert.ErrorContains(t, err, "other features")
}

// person is a candidate for "he" at the beginning of a sentence.
func person(change func(v *Values)) Candidate {
	v := Values{Kind: HeShe, Slot: 1, ClauseSlot: 1, Sentence: 5, Named: 1, IsPerson: 1, Count: 2, NameWords: 2, Plurality: 1, Gender: 3, Distance: 1,
		LastSlot: 1, LastClause: 1, Total: 3, Female: 1, Rivals: 2, Topic: 1, Subjects: 1}
	if change != nil {
		change(&v)
	}
	return Candidate{Values: v}
}

func TestChoosesWhomTheStorySpeaksOf(t *testing.T) {
	none := Candidate{Values: Values{None: 1, Kind: HeShe, Slot: 1, ClauseSlot: 1, Sentence: 5}}
	for _, c := range []struct {
		shows string
		other func(v *Values)
	}{
		{"the subject of the sentence before rather than an object behind it", func(v *Values) { v[LastSlot], v[LastClause], v[Topic], v[Subjects] = 3, 3, 0, 0 }},
		{"who was mentioned lately", func(v *Values) { v[Distance], v[Topic] = 4, 0 }},
		{"a person rather than a body", func(v *Values) { v[IsPerson], v[IsOrg], v[Gender], v[Female] = 0, 1, 0, .5 }},
	} {
		assert.Equal(t, 1, Choose([]Candidate{none, person(nil), person(c.other)}), c.shows)
		assert.Equal(t, 2, Choose([]Candidate{none, person(c.other), person(nil)}), c.shows)
	}
}

func TestABonusCounts(t *testing.T) {
	c := []Candidate{{Values: Values{None: 1, Kind: HeShe}}, person(nil), person(nil)}
	c[2].Bonus = 1
	assert.Equal(t, 2, Choose(c))
}

func TestKindsOfPlacesAndOrganizations(t *testing.T) {
	for name, kind := range map[string]string{"France": country, "Paris": city, "Michigan": region, "Europe": "", "Zorville": ""} {
		assert.Equal(t, kind, KindOfPlace(name), name)
	}
	for name, kind := range map[string]string{"Acme Holdings Inc.": "company", "Zorb": ""} {
		assert.Equal(t, kind, KindOfOrg(name), name)
	}
}
