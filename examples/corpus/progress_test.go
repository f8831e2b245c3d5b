package main

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vbauerster/mpb/v8"
)

func TestProgressTellsStoriesRateAndTimeLeft(t *testing.T) {
	assert.Equal(t, " 300 stories · 30/s · 30s left", describe(300, 1000, 4000, 10*time.Second))
	assert.Equal(t, " 10 stories · 10/s · 1s", describe(10, 1000, 4000, time.Second), "too early to tell")
	assert.Equal(t, " 300 stories · 30/s · 10s", describe(300, 1000, 0, 10*time.Second), "nobody knows how much there is")
}

func TestNoBarWithoutATerminal(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/stderr")
	require.NoError(t, err)
	defer f.Close()
	p := newProgress(f, 100)
	assert.Nil(t, p)
	p.advance(5) // a nil one shows nothing
	p.show(1)
	p.close()
}

func TestLinesStandAboveTheBar(t *testing.T) {
	var out bytes.Buffer
	p := makeProgress(&out, 1000, mpb.ForceAutoRefresh())
	p.advance(100)
	fmt.Fprintln(p, "in.jsonl:3: no \"text\"")
	p.advance(600)
	p.show(7)
	time.Sleep(600 * time.Millisecond)
	p.close()
	assert.Contains(t, out.String(), "in.jsonl:3: no \"text\"\n")
	assert.Contains(t, out.String(), " 60 % ")
	assert.Contains(t, out.String(), "7 stories")
}
