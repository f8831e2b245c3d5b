package news

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStoriesComeInTheOrderOfTheirIDs(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.jsonl.gz": `{"id":"1","headline":"Ferry sails","text":"It sailed."}` + "\n",
		"b.jsonl.gz": `{"id":"2","headline":"Ferry sinks","text":"It sank."}` + "\n" + `{"id":"3","headline":"No ferry","text":""}` + "\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	got, err := read(dir, []string{"2", "1"})
	require.NoError(t, err)
	assert.Equal(t, []string{"Ferry sinks\n\nIt sank.", "Ferry sails\n\nIt sailed."}, got)
	_, err = read(dir, []string{"1", "9"})
	assert.ErrorContains(t, err, "no story 9")
}

func TestNumbersOfStoriesDoNotChange(t *testing.T) {
	assert.Equal(t, 1083068130, Number(""))
	assert.NotEqual(t, Number("md1"), Number("md2"))
	assert.GreaterOrEqual(t, Number("mab799577a17"), 0)
}
