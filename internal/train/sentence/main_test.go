package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsAreCountedByTheirPlace(t *testing.T) {
	s := newStatistics()
	s.add("Talks began at noon. Talks with the U.S. Senate, and with Talks Ltd, went on for hours and hours in the port.")
	assert.Equal(t, 2, s.initial["Talks"], "at the start of a line and after a full stop")
	assert.Equal(t, 1, s.medial["Talks"], "after a word in lower case")
	assert.Equal(t, map[string]int{"Senate": 1}, s.afterUS)
	assert.Equal(t, 2, s.small["with"])
}

func TestHeadlinesAreNotCounted(t *testing.T) {
	s := newStatistics()
	s.add("Talks Begin at Noon")
	assert.Empty(t, s.initial)
}

func TestOpenersAreScoredByTheirOdds(t *testing.T) {
	s := newStatistics()
	s.add(strings.Repeat("The talks went on. ", 60) + strings.Repeat("He met the President in the port of the town. ", 30) + "the president")
	s.small["president"], s.small["talks"] = 100, 100
	s.initial["Talks"], s.initial["President"] = 50, 4
	assert.Contains(t, s.openers(), "Talks\t15")
	for _, line := range s.openers() {
		assert.False(t, strings.HasPrefix(line, "President\t1") && len(line) > len("President\t1"), line)
	}
}
