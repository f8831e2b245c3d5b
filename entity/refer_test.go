package entity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// mentionsOf returns the words by which a story mentions the entity with a name.
func mentionsOf(t *testing.T, text, name string) []string {
	t.Helper()
	e, ok := entity.Extract(article.Parse(text)).Find(name)
	require.True(t, ok, "%s is an entity of %q", name, text)
	var out []string
	for _, m := range e.Mentions {
		out = append(out, m.In(text))
	}
	return out
}

func TestWhomPronounsAndPhrasesMean(t *testing.T) {
	for _, c := range []struct {
		shows, text, name string
		want              string // mentions, joined
	}{
		{"the subject goes on", "Maria Hale met Peter Lund in Oslo. She told him that the plan had failed.", "Maria Hale", "Maria Hale | She"},
		{"gender tells persons apart", "Maria Hale met Peter Lund in Oslo. She told him that the plan had failed.", "Peter Lund", "Peter Lund | him"},
		{"his own", "Peter Lund sold his boat.", "Peter Lund", "Peter Lund | his"},
		{"an office that one person has", "President Anna Berg arrived on Monday. The president will stay for two days.", "Anna Berg", "Anna Berg | The president"},
		{"a pronoun before the name", "When she arrived, Anna Berg was tired.", "Anna Berg", "she | Anna Berg"},
		{"who acts out an infinitive", "Any deal depends on Oslo using its influence with Peter Lund to persuade him.", "Peter Lund", "Peter Lund | him"},
	} {
		assert.Equal(t, c.want, strings.Join(mentionsOf(t, c.text, c.name), " | "), c.shows)
	}
}

func TestItThatMeansNothingIsNoMention(t *testing.T) {
	for _, text := range []string{
		"Norway voted on Sunday. It is clear that the plan will fail.",
		"Norway voted on Sunday. It seems that nobody won.",
	} {
		for _, e := range entity.Extract(article.Parse(text)) {
			for _, m := range e.Mentions {
				assert.NotEqual(t, "It", m.In(text), text)
			}
		}
	}
}

func TestWhoHasNoNameStandsBehindThoseWithNames(t *testing.T) {
	text := "A gunman killed two people in Oslo on Sunday. The gunman fled. He was arrested on Monday, and the gunman was taken to Bergen."
	l := entity.Extract(article.Parse(text))
	named := l.Named()
	require.Less(t, len(named), len(l), "the gunman is an entity")
	for i, e := range l {
		assert.Equal(t, i, e.ID)
		assert.Equal(t, i < len(named), len(e.Names()) > 0, e.Name)
	}
	var gunman *entity.Entity
	for i := range l[len(named):] {
		if e := &l[len(named)+i]; strings.Contains(e.Name, "gunman") {
			gunman = e
		}
	}
	require.NotNil(t, gunman)
	assert.Equal(t, entity.Person, gunman.Type)
	assert.Empty(t, gunman.Country)
}

func TestAnIndexFindsMentionsThatStandInOthers(t *testing.T) {
	span := func(start, end int) entity.Mention {
		return entity.Mention{Span: article.Span{Start: start, End: end}, Kind: entity.Nominal}
	}
	l := entity.List{
		{ID: 0, Mentions: []entity.Mention{span(0, 18), span(30, 32)}},
		{ID: 1, Mentions: []entity.Mention{span(4, 11)}},
		{ID: 2, Mentions: []entity.Mention{span(20, 25)}},
	}
	x := l.Index()
	at := func(start, end int) (ids []int) {
		for _, r := range x.In(article.Span{Start: start, End: end}) {
			ids = append(ids, r.Entity)
		}
		return ids
	}
	assert.Equal(t, []int{0, 1}, at(5, 6), "both hold the byte")
	assert.Equal(t, []int{0}, at(12, 18), "the inner one has ended")
	assert.Equal(t, []int{0, 2}, at(12, 21), "the inner one is left out between the two")
	assert.Empty(t, at(26, 30))
}
