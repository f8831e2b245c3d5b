package sentiment_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The cases of testdata/stances.txt: a title, a text, and lines of what must, or
// must not, be found.
func TestStancesOfInventedSentences(t *testing.T) {
	text, err := os.ReadFile("testdata/stances.txt")
	require.NoError(t, err)
	for _, block := range strings.Split(strings.TrimSpace(string(text)), "\n\n") {
		lines := strings.Split(block, "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		t.Run(lines[0], func(t *testing.T) {
			a, entities, r := score(lines[1])
			check(t, a, entities, r)
			var found []string
			for _, s := range r.Stances {
				found = append(found, s.Holder.Name()+" > "+s.Target.Name()+" "+s.Polarity.String())
			}
			for _, want := range lines[2:] {
				if wrong, ok := strings.CutPrefix(want, "not "); ok {
					assert.NotContains(t, found, wrong)
				} else {
					assert.Contains(t, found, want)
				}
			}
		})
	}
}
