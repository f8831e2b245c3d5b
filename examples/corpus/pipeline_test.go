package main

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
)

func TestOutputIsInTheOrderOfTheInputWithAnyNumberOfWorkers(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), stories("s", 100))
	one, _, _ := corpus(t, config{inputs: []string{in}, text: true, workers: 1})
	many, said, code := corpus(t, config{inputs: []string{in}, text: true, workers: 9})
	assert.Equal(t, one, many)
	assert.Empty(t, said)
	assert.Equal(t, exitOK, code)
	for i, id := range ids(many) {
		assert.Equal(t, "s"+itoa(i), id)
	}
}

func TestTextAndTokensAreThereWhereAsked(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), `{"text":"Ann Lee spoke."}`)
	for _, c := range []config{{tokens: true}, {text: true}} {
		c.inputs = []string{in}
		out, _, _ := corpus(t, c)
		var fields map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(out), &fields))
		assert.Equal(t, c.text, fields["text"] != nil)
		assert.Equal(t, c.tokens, fields["tokens"] != nil)
	}
}

func TestTargetsMoveWithAHeadlineGivenApart(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), `{"text":"Ann Lee spoke.","headline":"Talks","targets":[{"start":0,"end":7}]}`)
	out, _, _ := corpus(t, config{inputs: []string{in}, text: true})
	var r newstext.Analysis
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Equal(t, "Ann Lee", r.Article.Slice(r.Tones[len(r.Tones)-1].Span))
}

func TestFieldsMayHaveOtherNames(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), `{"key":"k","body":"Ann Lee spoke.","text":7,"source":8,"date":"2016-09-05","outlet":"The Gazette"}`)
	out, said, code := corpus(t, config{inputs: []string{in}, text: true, fields: "id=key, text=body,published=date,source=outlet"})
	require.Equal(t, exitOK, code, said)
	var r newstext.Analysis
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Equal(t, "k", r.Article.ID())
	assert.Equal(t, "The Gazette", r.Article.Meta().Source)
	assert.Equal(t, "2016-09-05", r.Article.Meta().Published.Format("2006-01-02"))
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAWriteErrorEndsTheRun(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), strings.Repeat(`{"text":"One."}`+"\n", 20_000))
	code, err := run(context.Background(), config{inputs: []string{in}, workers: 2, maxLine: 1000, flush: 1e6, save: 1e9}, brokenWriter{}, nil)
	assert.EqualError(t, err, "disk full")
	assert.Equal(t, exitFailed, code)
}

func TestARunThatIsStoppedCanBeResumed(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in.jsonl"), stories("s", 10))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	c := config{inputs: []string{in}, output: filepath.Join(dir, "out"), workers: 2, maxLine: 10_000, flush: 1e6, save: 1e9}
	code, err := run(ctx, c, nil, nil)
	assert.Equal(t, exitStopped, code)
	assert.ErrorContains(t, err, "-resume goes on")
	c.resume = true
	_, _, code = corpus(t, c)
	assert.Equal(t, exitOK, code)
	assert.Len(t, ids(read(t, c.output)), 10)
}
