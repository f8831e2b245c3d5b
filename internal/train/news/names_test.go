package news

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesAreRead(t *testing.T) {
	text := "Ann Lee of Holt Mills spoke."
	got, err := parseNames("p0+7 o4+10", nameLetters)
	require.NoError(t, err)
	require.Len(t, got, 2)
	assert.Equal(t, "Ann Lee", got[0].Span.In(text))
	assert.Equal(t, "Holt Mills", got[1].Span.In(text))
	assert.Equal(t, byte('o'), got[1].Type)
	for _, bad := range []string{"x0+7", "p0", "p-1+3", "p0+0"} {
		_, err := parseNames(bad, nameLetters)
		assert.Error(t, err, bad)
	}
}

func TestTheLabelsOfNamesAreWhole(t *testing.T) {
	all, err := allNames()
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, x := range all {
		assert.False(t, seen[x.ID] || x.ID == "", x.ID)
		seen[x.ID] = true
	}
}
