package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/attribution"
)

func TestMatchAsksForHalfOfBoth(t *testing.T) {
	found := func(start, end int) attribution.Quote {
		return attribution.Quote{Content: []article.Span{{Start: start, End: end}}}
	}
	gold := []attribution.Gold{{Content: []article.Span{{Start: 0, End: 100}}}, {Content: []article.Span{{Start: 200, End: 240}}}}
	for _, c := range []struct {
		name  string
		found []attribution.Quote
		want  []int
	}{
		{"the same", []attribution.Quote{found(0, 100), found(200, 240)}, []int{0, 1}},
		{"half of the labelled one", []attribution.Quote{found(0, 50)}, []int{0}},
		{"less than half", []attribution.Quote{found(0, 49)}, []int{-1}},
		{"labelled one is less than half", []attribution.Quote{found(200, 300)}, []int{-1}},
		{"the better of two", []attribution.Quote{found(0, 60), found(0, 90)}, []int{-1, 0}},
		{"elsewhere", []attribution.Quote{found(120, 180)}, []int{-1}},
	} {
		assert.Equal(t, c.want, match(c.found, gold), c.name)
	}
}

func TestRightSpeaker(t *testing.T) {
	words := article.Span{Start: 10, End: 20}
	q := attribution.Quote{Speaker: attribution.Party{Words: words, Entities: []int{3}}}
	assert.True(t, rightSpeaker(q, attribution.Gold{Speaker: words, Entities: []int{5, 3}}), "one of the entities")
	assert.False(t, rightSpeaker(q, attribution.Gold{Speaker: words, Entities: []int{4}}), "another entity, in spite of the words")
	assert.True(t, rightSpeaker(q, attribution.Gold{Speaker: article.Span{Start: 15, End: 30}}), "no entity, and words in common")
	assert.False(t, rightSpeaker(q, attribution.Gold{}), "nobody named")
	assert.False(t, rightSpeaker(q, attribution.Gold{Speaker: words, Lost: true}), "an entity that was not found")
}
