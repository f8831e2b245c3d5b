package news

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
)

func TestStancesAreRead(t *testing.T) {
	s, err := parseStance(strings.Split("n17:24\tw36:45\tfor\t0.5\t25:31", "\t"))
	require.NoError(t, err)
	assert.True(t, s.Holder.Name)
	assert.Equal(t, 36, s.Target.Span.Start)
	assert.Equal(t, 0.5, s.Strength)
	for _, bad := range []string{"x0:3\tn0:3\tfor\t1\t0:3", "n0:3\tn0:3\tboth\t1\t0:3", "n0:3\tn0:3\tfor\tmuch\t0:3", "n0:3\tn0\tfor\t1\t0:3", "n0:3\tn0:3\tfor\t1"} {
		_, err := parseStance(strings.Split(bad, "\t"))
		assert.Error(t, err, bad)
	}
	assert.Error(t, s.check("too short"))
	assert.Error(t, (&Stance{Target: Party{Span: article.Span{End: 999}}, Evidence: article.Span{End: 3}}).check("Lee backs ferry"))
	assert.NoError(t, s.check("Lee backs ferry\n\nAnn Lee backed the new ferry."))
}

func TestTheLabelsOfStancesAreWhole(t *testing.T) {
	all, err := allStances()
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, x := range all {
		assert.False(t, seen[x.ID], x.ID)
		seen[x.ID] = true
	}
}

func TestANameStandsByItself(t *testing.T) {
	var at []int
	for _, s := range Places("Lee", "Lee and Leeds, Lee’s and McLee") {
		at = append(at, s.Start)
	}
	assert.Equal(t, []int{0, 15}, at)
}
