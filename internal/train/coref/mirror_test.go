package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTextsInTheMirror(t *testing.T) {
	m := &mirror{pairs: map[string]string{"mother": "father", "father": "mother"}, female: []string{"Greta"}, male: []string{"Oscar"}}
	for _, c := range []struct{ shows, text, want string }{
		{"pronouns", "She told him that his plan was hers.", "He told her that her plan was his."},
		{"her as object and as possessor", "They saw her with her dog.", "They saw him with his dog."},
		{"words", "Her mother left.", "His father left."},
		{"given names", "Anna Holt met Peter.", "Oscar Holt met Greta."},
		{"not within names", "They live in San Francisco.", "They live in San Francisco."},
	} {
		t.Run(c.shows, func(t *testing.T) {
			got, moved := m.write(c.text)
			assert.Equal(t, c.want, got)
			assert.Equal(t, 0, moved(0))
			assert.Equal(t, len(got), moved(len(c.text)))
		})
	}
	text := "Anna Holt said that she left."
	got, moved := m.write(text)
	at := len("Anna Holt said that ")
	assert.Equal(t, "he", got[moved(at):moved(at+len("she"))])
	assert.Equal(t, "Holt", got[moved(len("Anna ")):moved(len("Anna Holt"))])
}
