package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/seed"
)

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
