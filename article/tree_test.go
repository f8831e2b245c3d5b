package article

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTree(t *testing.T) {
	a := Parse("The minister said that the talks had failed.")
	token := func(i int) Token { return a.Token(i) }
	said := token(2)
	assert.Equal(t, "root", said.Relation())
	_, ok := said.Head()
	assert.False(t, ok, "the root has no head")

	minister, talks, failed := token(1), token(5), token(7)
	head, ok := minister.Head()
	assert.True(t, ok)
	assert.Equal(t, said, head)
	assert.Equal(t, "nsubj", minister.Relation())
	assert.Equal(t, "ccomp", failed.Relation())
	assert.Equal(t, "that the talks had failed", failed.Subtree().In(a.Text()))
	assert.Equal(t, "the talks", talks.Subtree().In(a.Text()))

	var children []string
	for c := range said.Children() {
		children = append(children, c.Text())
	}
	assert.Equal(t, []string{"minister", "failed", "."}, children)
	var above []string
	for h := range talks.Ancestors() {
		above = append(above, h.Text())
	}
	assert.Equal(t, []string{"failed", "said"}, above)
	root, ok := a.Sentence(0).Root()
	assert.True(t, ok)
	assert.Equal(t, said, root)
}

func TestTreeOfZeroValues(t *testing.T) {
	_, ok := Token{}.Head()
	assert.False(t, ok)
	assert.Empty(t, Token{}.Relation())
	assert.Empty(t, Token{}.Subtree())
	for range (Token{}).Children() {
		t.Error("a child of no token")
	}
	_, ok = Sentence{}.Root()
	assert.False(t, ok)
}

func TestTreesFromManyGoroutines(t *testing.T) {
	text := "Ada Norrington told reporters on Monday she would not resign. The council, she said, backs her.\n\nNo deal."
	want := Parse(text)
	a := Parse(text)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for s := range a.Sentences() {
				for k := range s.Tokens() {
					h, _ := k.Head()
					w, _ := want.Token(k.Index()).Head()
					assert.Equal(t, w.Index(), h.Index())
				}
			}
		})
	}
	wait.Wait()
}
