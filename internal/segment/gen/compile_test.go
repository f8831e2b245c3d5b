package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTableIsCurrent(t *testing.T) {
	want, err := Compile("..")
	require.NoError(t, err)
	got, err := os.ReadFile("../words.bin")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, got), "words.bin is out of date: run `go generate ./internal/segment`")
}

func TestListsAreSorted(t *testing.T) {
	lists, err := os.ReadDir("..")
	require.NoError(t, err)
	for _, l := range lists {
		switch l.Name() {
		case "abbreviations.tsv", "affixes.tsv", "contractions.tsv", "domains.tsv", "elisions.tsv", "exclamations.tsv",
			"followers.tsv", "openers.tsv", "roles.tsv", "units.tsv", "verbs.tsv":
			text, err := os.ReadFile("../" + l.Name())
			require.NoError(t, err)
			lines := bytes.Split(bytes.TrimSuffix(text, []byte("\n")), []byte("\n"))
			assert.Equal(t, byte('#'), lines[0][0], "%s: line 1 names the columns", l.Name())
			for i := 2; i < len(lines); i++ {
				assert.Negative(t, bytes.Compare(lines[i-1], lines[i]), "%s:%d: not sorted", l.Name(), i+1)
			}
		}
	}
}

func TestBadListsAreRefusedWithTheirLine(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(dir+"/abbreviations.tsv", []byte("#text\tclass\tends\tword\nMr.\tno-class\tn\tn\n"), 0o644))
	_, err := Compile(dir)
	assert.ErrorContains(t, err, `abbreviations.tsv:2: no class "no-class"`)
}
