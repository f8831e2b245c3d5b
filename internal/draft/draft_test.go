package draft_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
)

func TestDatelineThatStandsApart(t *testing.T) {
	for _, c := range []struct{ name, line, body, want string }{
		{"before the first paragraph", "OSTIA, March 12 (NSA) —", "Boats wait.", "OSTIA, March 12 (NSA) — Boats wait."},
		{"with a mark where it has none", "OSTIA (NSA)", "Boats wait.", "OSTIA (NSA) — Boats wait."},
		{"with a mark of its own", "OSTIA:", "Boats wait.", "OSTIA: Boats wait."},
		{"that the text begins with", "Ostia", "OSTIA (NSA) — Boats wait.", "OSTIA (NSA) — Boats wait."},
		{"that stands further down", "OSTIA (NSA) —", "Some lines.\n\nOSTIA (NSA) — Boats wait.", "Some lines.\n\nOSTIA (NSA) — Boats wait."},
		{"that is a bare date", "20240312T184500Z", "Boats wait.", "Boats wait."},
		{"that is empty", " ", "Boats wait.", "Boats wait."},
	} {
		d := draft.Draft{Dateline: c.line, Body: []article.Part{{Kind: article.Caption, Text: "Boats."}, {Kind: article.Paragraph, Text: c.body}}}
		a := d.Article()
		require.NotNil(t, a)
		assert.Equal(t, "Boats.\n\n"+c.want, a.Text(), c.name)
	}
}

func TestTime(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-12T18:45:00+01:00":       "2024-03-12T18:45:00+01:00",
		"2024-03-12T18:45:00.123Z":        "2024-03-12T18:45:00Z",
		"20240312T184500+0100":            "2024-03-12T18:45:00+01:00",
		"20240312":                        "2024-03-12T00:00:00Z",
		"2024-03-12 18:45:00":             "2024-03-12T18:45:00Z",
		" 2024-03-12 ":                    "2024-03-12T00:00:00Z",
		"Tue, 12 Mar 2024 18:45:00 +0100": "2024-03-12T18:45:00+01:00",
		"":                                "0001-01-01T00:00:00Z",
		"yesterday":                       "0001-01-01T00:00:00Z",
	} {
		assert.Equal(t, want, draft.Time(in).Format("2006-01-02T15:04:05Z07:00"), in)
	}
}

func TestAnd(t *testing.T) {
	assert.Equal(t, "", draft.And(nil))
	assert.Equal(t, "Ann Lee", draft.And([]string{"Ann Lee"}))
	assert.Equal(t, "Ann Lee, Bob Ray and Cy Lu", draft.And([]string{"Ann Lee", "Bob Ray", "Cy Lu"}))
}
