package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/sentiment"
)

func TestLabelsOfNewsAreRead(t *testing.T) {
	d := &doc{Text: "Lee backs ferry\n\nAnn Lee backed the new ferry. Moss and Lee met."}
	require.NoError(t, d.takeLabels([]string{"n17:24\tw36:45\tfor\t1\t25:31", "author\tn47:51\tagainst\t0.5\t0:3"}))
	require.Len(t, d.Stances, 2)
	g := d.Stances[0]
	assert.Equal(t, "Ann Lee", d.Entities[g.Holder.Entity].Name)
	assert.Equal(t, "new ferry", g.Target.In(d.Text))
	assert.Equal(t, -1, g.Target.Entity)
	assert.Equal(t, sentiment.For, g.Polarity)
	assert.Equal(t, "backed", g.Evidence[0].In(d.Text))
	assert.True(t, d.Stances[1].Holder.Author)

	for _, bad := range []string{"x0:3\tn0:3\tfor\t1\t0:3", "n0:3\tn0:3\tboth\t1\t0:3", "n0:3\tn0:3\tfor\tmuch\t0:3", "n0:3\tn0:3\tfor\t1\t0:999"} {
		assert.Error(t, new(doc).takeLabels([]string{bad}), bad)
	}
}

func TestANameStandsByItself(t *testing.T) {
	var at []int
	for _, m := range mentionsOf("Lee", "Lee and Leeds, Lee’s and McLee") {
		at = append(at, m.Start)
	}
	assert.Equal(t, []int{0, 15}, at)
}

func TestEveryLabelOfNewsHasItsColumns(t *testing.T) {
	for n, line := range strings.Split(strings.TrimSpace(newsLabels), "\n") {
		f := strings.Split(line, "\t")
		if len(f) == 1 {
			continue
		}
		if !assert.Len(t, f, 6, "line %d", n+1) {
			return
		}
		assert.Contains(t, []string{"for", "against"}, f[3], "line %d", n+1)
		for _, party := range f[1:3] {
			assert.True(t, party == "author" || party[0] == 'n' || party[0] == 'w', "line %d: %s", n+1, party)
		}
	}
}
