package article_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
)

func TestOffsetsCountRunesAndUTF16(t *testing.T) {
	text := strings.Repeat("a é — 😀 ", 200) + "\xff end"
	a := article.Parse(text)
	o := a.Offsets()
	units := func(s string) int { return len(utf16.Encode([]rune(s))) }
	for i := range text { // every rune start
		_, n := utf8.DecodeRuneInString(text[i:])
		s := article.Span{Start: i, End: i + n}
		r, u := o.Runes(s), o.UTF16(s)
		require.Equal(t, utf8.RuneCountInString(text[:i]), r.Start, "byte %d", i)
		require.Equal(t, r.Start+1, r.End, "byte %d", i)
		require.Equal(t, units(text[:i]), u.Start, "byte %d", i)
		require.Equal(t, s, o.FromRunes(r), "byte %d", i)
		require.Equal(t, s, o.FromUTF16(u), "byte %d", i)
	}
}

func TestOffsetsWidenToWholeRunes(t *testing.T) {
	o := article.Parse("a😀b").Offsets()
	assert.Equal(t, article.Span{Start: 1, End: 2}, o.Runes(article.Span{Start: 2, End: 3}), "inside four bytes")
	assert.Equal(t, article.Span{Start: 1, End: 5}, o.FromUTF16(article.Span{Start: 2, End: 2}.Union(article.Span{Start: 1, End: 2})), "half a surrogate pair")
	assert.Equal(t, article.Span{Start: 0, End: 3}, o.Runes(article.Span{Start: -5, End: 99}), "outside the text")
}
