package input

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/examples/seed"
)

func TestBadInputGivesOneClearLine(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		name = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
		return name
	}
	for _, c := range []struct{ name, arg, message string }{
		{"missing file", filepath.Join(dir, "none"), "none"},
		{"directory", dir, "read " + dir},
		{"binary data", write("image", "GIF89a\x00\x01\x02"), "binary data, not text"},
		{"mostly no UTF-8", write("latin", strings.Repeat("\xe9\xe8", 50)), "binary data, not text"},
		{"empty", write("empty", " \n"), "empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Story([]string{c.arg}, nil)
			require.ErrorContains(t, err, c.message)
			assert.NotContains(t, err.Error(), "\n")
		})
	}
	_, err := Story([]string{"a", "b"}, nil)
	assert.ErrorContains(t, err, "one file at a time")
}

func TestInputComesFromFileStandardInputOrTheSeed(t *testing.T) {
	name := filepath.Join(t.TempDir(), "story")
	require.NoError(t, os.WriteFile(name, []byte("Caf\xe9 shut on Monday, the mayor said."), 0o600))
	text, err := Story([]string{name}, nil)
	require.NoError(t, err, "a stray byte is still text")
	assert.Contains(t, text, "shut")
	text, err = Story([]string{"-"}, strings.NewReader("A story."))
	require.NoError(t, err)
	assert.Equal(t, "A story.", text)
	text, err = Story(nil, nil)
	require.NoError(t, err)
	assert.Equal(t, seed.Story, text)
}
