package attribution

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestEmbeddedModelIsWhole(t *testing.T) {
	f, err := linear.Open(modelData) // with the checksum
	require.NoError(t, err)
	m, err := OpenModel(f)
	require.NoError(t, err)
	assert.Greater(t, m.Scale, 1.0)
	assert.Equal(t, PersonSigns, m.persons.Features(), "the trees know the signs that the engine sets")
	assert.Equal(t, TrustSigns, m.said.Features())
	assert.Equal(t, TrustSigns, m.trust.Features())
}

func TestDamagedModelIsRefused(t *testing.T) {
	_, err := linear.Open(modelData[:len(modelData)-1])
	assert.ErrorIs(t, err, linear.ErrDamaged)
}

// TestLearnFollowsFind checks that the choices recorded for training are those
// that are made in use, with the right one among the candidates.
func TestLearnFollowsFind(t *testing.T) {
	text := "The mayor said the bridge was unsafe. \"It will be rebuilt,\" she said."
	a := article.Parse(text)
	span := func(w string) article.Span {
		for i := range len(text) - len(w) + 1 {
			if text[i:i+len(w)] == w {
				return article.Span{Start: i, End: i + len(w)}
			}
		}
		return article.Span{}
	}
	gold := []Gold{
		{Content: []article.Span{span("the bridge was unsafe")}, Cue: span("said"), Speaker: span("The mayor")},
		{Content: []article.Span{span("It will be rebuilt")}, Cue: article.Span{Start: len(text) - 5, End: len(text) - 1}, Speaker: span("she")},
	}
	seen := map[Task]int{}
	var missed Missed
	Learn(a, nil, gold, func(c *Choice, right int) {
		require.Less(t, right, len(c.Values))
		seen[c.Task]++
	}, &missed)
	assert.Equal(t, Missed{}, missed)
	for _, task := range []Task{TaskForm, TaskStart, TaskEnd, TaskFrontEnd, TaskFrontStart, TaskSpeakerEnd} {
		assert.Positive(t, seen[task], task.String())
	}
}
