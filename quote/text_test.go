package quote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/quote"
)

// TestTextIsReadAsOne marks the content in brackets.
func TestTextIsReadAsOne(t *testing.T) {
	for _, c := range []struct{ kind, marked, want string }{
		{"direct", `"[We will rebuild it]," she said, "[and we will do it soon.]"`, "We will rebuild it, and we will do it soon."},
		{"direct", `“[We will rebuild it],” she said. “[It is time.]”`, "We will rebuild it. It is time."},
		{"direct", `"[Is it safe?]" she asked. "[I doubt it.]"`, "Is it safe? I doubt it."},
		{"direct", `"[The bridge]," she said, "[is not safe.]"`, "The bridge is not safe."},
		{"direct", `'[We will rebuild it]', she said, '[and soon]'.`, "We will rebuild it and soon"},
		{"indirect", `[The bridge], the mayor's office said, [would be closed].`, "The bridge would be closed"},
		{"direct", "“[It was a long night.]\n\n“[Nobody slept.]”", "It was a long night. Nobody slept."},
	} {
		var text strings.Builder
		var spans []article.Span
		for _, r := range c.marked {
			switch r {
			case '[':
				spans = append(spans, article.Span{Start: text.Len()})
			case ']':
				spans[len(spans)-1].End = text.Len()
			default:
				text.WriteRune(r)
			}
		}
		q := quote.Quote{Content: spans}
		require.NoError(t, q.Kind.UnmarshalText([]byte(c.kind)))
		l := quote.List{q}
		l.Bind(article.Parse(text.String()), nil)
		assert.Equal(t, c.want, l[0].Text())
	}
}
