package ner

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAStoryTellsOfGames(t *testing.T) {
	game := "The coach said the team won the match. "
	other := "The mayor said the bridge will be built in the spring of next year by two firms. "
	for _, c := range []struct {
		shows, text string
		want        uint8
	}{
		{"throughout", strings.Repeat(game, 10), 2},
		{"here and there", game + strings.Repeat(other, 10), 1},
		{"nowhere", strings.Repeat(other, 10), 0},
		{"in too short a text", game, 0},
	} {
		assert.Equal(t, c.want, docOf(c.text).sport, c.shows)
	}
}
