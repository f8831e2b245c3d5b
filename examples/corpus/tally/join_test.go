package tally

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFamilyNamesMeanWhomTheArchiveNamesByFarMost(t *testing.T) {
	var s Summary
	quote := func(name, kind string, n int) {
		for range n {
			s.Add(Facts{Outlet: "Gazette", Quotes: 1, Speakers: []Row[Name, Speech]{{Name{name, kind}, Speech{Quotes: 1, Direct: 1, Stories: 1}}}})
		}
	}
	quote("Ann Stone", "person", 8)
	quote("Ann B. Stone", "person", 2)
	quote("Bob Stone", "person", 2)
	quote("Stone", "person", 3)
	quote("Stone", "org", 1)
	quote("Carl Moss", "person", 3)
	quote("Dora Moss", "person", 1)
	quote("Moss", "person", 5)
	quote("Eve C. Hill", "person", 1)
	quote("Nobody", "person", 1)
	stone, hill := Name{"Stone", "person"}, Name{"Eve C. Hill", "person"}
	s.Add(Facts{Pairs: []Row[Pair, Standing]{
		{Pair{stone, hill}, stood("2016-01", "for")},
		{Pair{stone, Name{"Ann Stone", "person"}}, stood("2016-01", "for")}}})
	before := s.Sheets()

	j, aliases := s.Joined()
	assert.Equal(t, []Alias{
		{stone, Name{"Ann Stone", "person"}, 5},
		{Name{"Ann B. Stone", "person"}, Name{"Ann Stone", "person"}, 2},
	}, aliases)
	quotes := map[string]int{}
	for _, r := range j.Speakers.Rows() {
		quotes[r.Key.Name+", "+r.Key.Type] = r.Counts.Quotes
	}
	assert.Equal(t, map[string]int{"Ann Stone, person": 13, "Bob Stone, person": 2, "Stone, org": 1, "Carl Moss, person": 3,
		"Dora Moss, person": 1, "Moss, person": 5, "Eve C. Hill, person": 1, "Nobody, person": 1}, quotes)
	assert.Equal(t, []Row[Pair, Standing]{{Pair{Name{"Ann Stone", "person"}, hill}, stood("2016-01", "for")}}, j.Pairs.Rows(), "nobody stands toward himself")
	assert.Equal(t, 13, j.Quoting.Top(1)[0].Counts.Quotes)
	assert.Equal(t, s.Stories, j.Stories)
	assert.Equal(t, before, s.Sheets(), "the summary itself is not changed")
}
