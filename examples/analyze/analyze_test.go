package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
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
			_, err := input([]string{c.arg}, nil)
			require.ErrorContains(t, err, c.message)
			assert.NotContains(t, err.Error(), "\n")
		})
	}
	_, err := input([]string{"a", "b"}, nil)
	assert.ErrorContains(t, err, "one file at a time")
}

func TestInputComesFromFileStandardInputOrTheSeed(t *testing.T) {
	name := filepath.Join(t.TempDir(), "story")
	require.NoError(t, os.WriteFile(name, []byte("Caf\xe9 shut on Monday, the mayor said."), 0o600))
	text, err := input([]string{name}, nil)
	require.NoError(t, err, "a stray byte is still text")
	assert.Contains(t, text, "shut")
	text, err = input([]string{"-"}, strings.NewReader("A story."))
	require.NoError(t, err)
	assert.Equal(t, "A story.", text)
	text, err = input(nil, nil)
	require.NoError(t, err)
	assert.Equal(t, seed.Story, text)
}

func TestPageKeepsToItsWidth(t *testing.T) {
	r := newstext.Analyze(article.Parse(seed.Story))
	for _, width := range []int{60, 80, 110} {
		var out bytes.Buffer
		newPage(&out, width, false).analysis(r)
		for line := range strings.Lines(out.String()) {
			assert.LessOrEqual(t, columns(strings.TrimSuffix(line, "\n")), width, line)
		}
		assert.NotContains(t, out.String(), "\x1b", "colour")
	}
}

func TestPageShowsNoControlCharacters(t *testing.T) {
	var out bytes.Buffer
	newPage(&out, 80, false).analysis(newstext.Analyze(article.Parse("\x1b[31mDeal\x07 reached\n\nAnn \x1b[2J Lee said \"no\u009b\".")))
	assert.NotContains(t, out.String(), "\x1b")
	assert.NotContains(t, out.String(), "\x07")
	assert.NotContains(t, out.String(), "\u009b")
}

func TestWrapBreaksAtBlanksAndCountsWideCharacters(t *testing.T) {
	assert.Equal(t, []string{"one two", "three"}, wrap("one  two three", 8))
	assert.Equal(t, []string{"unbreakable", "x"}, wrap("unbreakable x", 4))
	assert.Equal(t, []string{"北京", "上海"}, wrap("北京 上海", 6))
	assert.Equal(t, "Ann…", cut("Ann Lee", 4))
	assert.Empty(t, wrap(" ", 10))
}
