package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/forms"
)

func TestRunWritesEachFormat(t *testing.T) {
	for _, file := range []string{"page.html", "feed.rss.xml", "feed.atom.xml"} {
		for to, want := range map[string]string{"markdown": "# Velmora and Karsk", "ninjs": `"people":[`, "jsonld": `"@type":"NewsArticle"`,
			"article": `"blocks":[`, "analysis": `"quotes":[`} {
			var out, log bytes.Buffer
			require.NoError(t, run(nil, to, bytes.NewReader(forms.Read(t, file)), &out, &log), file)
			assert.Contains(t, out.String(), want, file)
			assert.Empty(t, log.String())
		}
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	var out, log bytes.Buffer
	for want, err := range map[string]error{
		"no story in it":       run(nil, "ninjs", strings.NewReader("<p>Hello</p>"), &out, &log),
		"no such file":         run([]string{"missing.html"}, "ninjs", nil, &out, &log),
		"is a directory":       run([]string{"page"}, "ninjs", nil, &out, &log),
		"one file at a time":   run([]string{"a", "b"}, "ninjs", nil, &out, &log),
		`-to "pdf": it is one`: run(nil, "pdf", bytes.NewReader(forms.Read(t, "page.html")), &out, &log),
	} {
		assert.ErrorContains(t, err, want)
	}
	assert.Empty(t, out.String())
}
