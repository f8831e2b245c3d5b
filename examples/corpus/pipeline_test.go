package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
)

func analyzeLines(t *testing.T, in string, f article.Format) (out []string, errs string, bad int) {
	t.Helper()
	var o, e bytes.Buffer
	bad, err := pipeline{format: f, workers: 4, errors: &e}.run("in.jsonl", strings.NewReader(in), &o)
	require.NoError(t, err)
	if o.Len() > 0 {
		out = strings.Split(strings.TrimSuffix(o.String(), "\n"), "\n")
	}
	return out, e.String(), bad
}

func TestOutputIsInTheOrderOfTheInput(t *testing.T) {
	var in strings.Builder
	for i := range 200 {
		fmt.Fprintf(&in, `{"id":"%d","text":%q}`+"\n", i, strings.Repeat("The mayor said no. ", 1+(i*37)%50))
	}
	out, errs, bad := analyzeLines(t, in.String(), article.Format{})
	require.Len(t, out, 200)
	assert.Zero(t, bad)
	assert.Empty(t, errs)
	for i, line := range out {
		var r newstext.Analysis
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		assert.Equal(t, fmt.Sprint(i), r.Article.ID())
	}
}

func TestABadLineIsReportedAndTheRestGoesOn(t *testing.T) {
	in := `{"id":"a","text":"One."}

{"id":"b","text":
{"id":"c"}
{"id":"d","text":"Two.","published":"yesterday"}
{"id":"e","text":"Two.","targets":[{"start":0,"end":9}]}
{"id":"f","text":"Three."}`
	out, errs, bad := analyzeLines(t, in, article.Format{OmitText: true})
	assert.Len(t, out, 2)
	assert.Equal(t, 4, bad)
	assert.Equal(t, `in.jsonl:3: byte 18: unexpected end of JSON input
in.jsonl:4: no "text"
in.jsonl:5: published: "yesterday" is neither a time as 2006-01-02T15:04:05Z nor a day as 2006-01-02
in.jsonl:6: targets[0]: span 0:9 ends behind the text (4 bytes)
`, errs)
}

func TestTargetsMoveWithAHeadlineGivenApart(t *testing.T) {
	out, _, _ := analyzeLines(t, `{"text":"Ann Lee spoke.","headline":"Talks","targets":[{"start":0,"end":7}]}`, article.Format{})
	require.Len(t, out, 1)
	var r newstext.Analysis
	require.NoError(t, json.Unmarshal([]byte(out[0]), &r))
	tone := r.Tones[len(r.Tones)-1]
	assert.Equal(t, "Ann Lee", r.Article.Slice(tone.Span))
}

func TestFormatChoosesTextAndTokens(t *testing.T) {
	out, _, _ := analyzeLines(t, `{"text":"Ann Lee spoke."}`, article.Format{OmitText: true, Tokens: true})
	require.Len(t, out, 1)
	var fields map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(out[0]), &fields))
	assert.NotContains(t, fields, "text")
	assert.Contains(t, fields, "tokens")
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAWriteErrorEndsTheRun(t *testing.T) {
	in := strings.Repeat(`{"text":"One."}`+"\n", 1000)
	_, err := pipeline{workers: 2, errors: &bytes.Buffer{}}.run("in", strings.NewReader(in), brokenWriter{})
	assert.EqualError(t, err, "disk full")
}
