package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesOfNewsAreRead(t *testing.T) {
	text := "Ann Lee of Holt Mills spoke."
	got, err := parseNames("p0+7 o4+10", text)
	require.NoError(t, err)
	require.Len(t, got, 2)
	assert.Equal(t, "Ann Lee", text[got[0].start:got[0].end])
	assert.Equal(t, "Holt Mills", text[got[1].start:got[1].end])
	assert.Equal(t, uint32(org), got[1].types)
	for _, bad := range []string{"x0+7", "p0", "p-1+3", "p0+0", "p20+9", "p0+20 o0+9"} {
		_, err := parseNames(bad, text)
		assert.Error(t, err, bad)
	}
}

func TestEveryLineOfNewsHasAStoryAndNames(t *testing.T) {
	n, text := 0, strings.Repeat(" ", 1<<20)
	for line := range strings.Lines(newsNames) {
		n++
		id, names, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok && id != "", "line %d", n)
		_, err := parseNames(names, text)
		require.NoError(t, err, "line %d", n)
	}
}
