package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func smallPool() *pool {
	one := func(x ...string) [][]string { return [][]string{x} }
	return &pool{
		r: rand.New(rand.NewPCG(1, 2)), given: one("Anna"), surnames: one("Holt"), orgs: one("Bank of Norland"), countries: []string{"Norland"},
		cities: []string{"Velden"}, admin: []string{"Westmark"}, syllables: []string{"Lin"}, adjectives: []string{"Norlandic"}, clubs: []string{"Velden Rovers"},
	}
}

func TestTablesNameWhatTheyDraw(t *testing.T) {
	x := &table{p: smallPool(), teams: []string{"Velden Rovers"}}
	x.line("%T 2 (%P 31) at %L, %C")
	text := x.text.String()
	assert.True(t, strings.HasPrefix(text, "Velden Rovers 2 ("), text)
	assert.True(t, strings.HasSuffix(text, " 31) at VELDEN, Norland\n"), text)
	types := map[uint32]string{}
	for _, n := range x.names {
		types[n.types] += text[n.start:n.end] + ";"
	}
	assert.Equal(t, "Velden Rovers;", types[org])
	assert.Equal(t, "VELDEN;Norland;", types[place])
	assert.Contains(t, types[person], "Holt")
}

func TestFormsOfTablesAreWhole(t *testing.T) {
	for _, f := range slices.Concat(games, figures) {
		for _, line := range f {
			x := &table{p: smallPool(), teams: []string{"Velden Rovers"}, heading: "Stage"}
			x.line(line)
			assert.NotContains(t, x.text.String(), "%", line)
			last := 0
			for _, n := range x.names {
				assert.True(t, last <= n.start && n.start < n.end && n.end < x.text.Len(), line)
				last = n.end
			}
		}
	}
}

func TestComposedNamesKeepTheirPattern(t *testing.T) {
	p := smallPool()
	for name, want := range map[string]string{
		"Bank of England":       "Bank of Norland",
		"French Football Union": "Norlandic Football Union",
		"Osaka Police":          "Velden Police",
		"Holt & Sons":           "Holt & Sons",
		"":                      "",
	} {
		assert.Equal(t, want, p.compose(name), name)
	}
}
