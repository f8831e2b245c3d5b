package entity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

func TestSalienceOfNothing(t *testing.T) {
	a := article.Parse("")
	assert.Empty(t, entity.List{}.Salience(a))
	assert.Empty(t, entity.List{}.CoMentions(a))
	assert.Equal(t, []entity.Salience{{Entity: 0}}, entity.List{{ID: 0, Name: "without mentions"}}.Salience(a))
}

func TestASentenceOfManyNamesIsAList(t *testing.T) {
	text := strings.Repeat("A, ", 41) + "B."
	a := article.Parse(text)
	var l entity.List
	for i := range 41 {
		l = append(l, entity.Entity{ID: i, Mentions: []entity.Mention{{Span: article.Span{Start: 3 * i, End: 3*i + 1}}}})
	}
	assert.Empty(t, l.CoMentions(a))
	assert.Len(t, l[:40].CoMentions(a), 40*39/2)
}
