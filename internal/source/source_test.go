package source_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/source"
)

func TestPositionsAreThoseOfTheInput(t *testing.T) {
	for _, c := range []struct {
		name, in, declared string
		at, offset         int // into the text, into the input
		line, column       int
	}{
		{"UTF-8", "é\nab", "", 4, 4, 2, 2},
		{"with a mark", "\xef\xbb\xbfé\nab", "UTF-8", 4, 7, 2, 2},
		{"a byte a character", "\xe9\nab", "latin1", 4, 3, 2, 2},
		{"UTF-16", "\xff\xfe\xe9\x00\n\x00a\x00b\x00", "", 4, 8, 2, 2},
		{"UTF-16 without a mark", "\x00<\x00\n\x00a", "", 2, 4, 2, 1},
		{"a pair", "\xfe\xff\xd8\x3d\xde\x00\x00a", "", 4, 6, 1, 5},
		{"zeros that are no UTF-16", "a\x00b", "", 2, 2, 1, 3},
		{"behind the end", "ab", "", 9, 2, 1, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, err := source.Decode("test", []byte(c.in), c.declared)
			require.NoError(t, err)
			var e *article.ParseError
			require.ErrorAs(t, text.Error(c.at, article.ErrSyntax), &e)
			assert.Equal(t, article.ParseError{Format: "test", Offset: c.offset, Line: c.line, Column: c.column, Err: article.ErrSyntax}, *e)
		})
	}
}

func TestWrongEncodings(t *testing.T) {
	for _, c := range []struct {
		name, in, declared string
		offset             int
	}{
		{"UTF-8", "ab\xe9c", "", 2},
		{"a character cut short", "ab\xc3", "utf-8", 2},
		{"UTF-8 declared as another", "abcé", "ISO-8859-1", 3},
		{"a byte that has no character", "ab\x81", "windows-1252", 2},
		{"half a pair", "\xfe\xff\x00a\xd8\x3d\x00a", "", 4},
		{"half a character", "\xff\xfea\x00b", "", 4},
		{"unknown", "ab", "klingon", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := source.Decode("test", []byte(c.in), c.declared)
			require.ErrorIs(t, err, article.ErrEncoding)
			var e *article.ParseError
			require.ErrorAs(t, err, &e)
			assert.Equal(t, c.offset, e.Offset)
		})
	}
}
