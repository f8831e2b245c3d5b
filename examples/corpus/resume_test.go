package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/examples/corpus/source"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
)

// TestMain lets a test run this program as a process of its own, to kill it.
func TestMain(m *testing.M) {
	if args := os.Getenv("CORPUS_TEST_RUN"); args != "" {
		p := strings.Split(args, "\n")
		code, err := run(context.Background(), config{inputs: p[2:], output: p[0], report: p[1], resume: true, unique: true, workers: 2,
			maxLine: 10_000, text: true, flush: 2 * time.Millisecond, save: 25 * time.Millisecond}, os.Stdout, os.Stderr)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(code)
	}
	os.Exit(m.Run())
}

func process(t *testing.T, output, report string, inputs ...string) (*exec.Cmd, *strings.Builder) {
	t.Helper()
	var said strings.Builder
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "CORPUS_TEST_RUN="+strings.Join(append([]string{output, report}, inputs...), "\n"))
	c.Stderr = &said
	require.NoError(t, c.Start())
	return c, &said
}

// archive makes three files with some bad records in each.
func archive(t *testing.T, dir string, n int) []string {
	t.Helper()
	var files []string
	for i, name := range []string{"a.jsonl.gz", "b.jsonl", "c.jsonl.zst"} {
		var text strings.Builder
		for j, line := range strings.SplitAfter(stories(name, n), "\n") {
			if text.WriteString(line); j%7 == i {
				text.WriteString(strings.Repeat(`{"id":`+"\n", 1+j%3))
			}
		}
		text.WriteString(stories("a.jsonl.gz", 3)) // ids that are there
		path := filepath.Join(dir, name)
		if name == "b.jsonl" {
			write(t, path, text.String()+`{"id":"long","text":"`+strings.Repeat("x", 20_000)+`"}`)
		} else {
			packed(t, path, text.String())
		}
		files = append(files, path)
	}
	whole := read(t, files[2])
	return append(files[:2], write(t, files[2], whole[:len(whole)-20]))
}

func TestARunKilledTenTimesEndsLikeOneThatWasNot(t *testing.T) {
	dir := t.TempDir()
	n := 120
	if testing.Short() {
		n = 40
	}
	files := archive(t, dir, n)
	whole := filepath.Join(dir, "whole")
	began := time.Now()
	c, said := process(t, whole, whole+".report", files...)
	require.Equal(t, exitBad, exitCode(c.Wait()), said)
	took := time.Since(began)

	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	broken := filepath.Join(dir, "broken")
	for kills := 0; kills < 10; {
		c, said := process(t, broken, broken+".report", files...)
		time.Sleep(time.Duration(float64(took) * (0.03 + 0.15*random.Float64())))
		require.NoError(t, c.Process.Kill())
		if code := exitCode(c.Wait()); code >= 0 {
			require.Equal(t, exitBad, code, said)
			break // it came to its end
		}
		if kills++; kills == 5 { // as if power had gone: the end of the file is of no use
			f, err := os.OpenFile(broken, os.O_APPEND|os.O_WRONLY, 0)
			if err == nil {
				f.WriteString("{\"id\":\"half\",\x00\x00\n\x00\x00")
				f.Close()
			}
		}
	}
	c, said = process(t, broken, broken+".report", files...)
	require.Equal(t, exitBad, exitCode(c.Wait()), said)
	assert.Contains(t, said.String(), "records are done, going on")
	assert.Equal(t, read(t, whole), read(t, broken), "analyses")
	assert.Equal(t, read(t, whole+".rejected"), read(t, broken+".rejected"), "bad records")
	a, b := journalOf(t, whole), journalOf(t, broken)
	a.File, a.Before, b.File, b.Before = 0, 0, 0, 0 // a place to begin reading at: any that is not too late will do
	assert.Equal(t, a, b, "counts")
	for _, name := range []string{"speakers.csv", "quoting.csv", "stances.csv", "months.csv"} {
		assert.Equal(t, read(t, filepath.Join(whole+".report", name)), read(t, filepath.Join(broken+".report", name)), name)
	}
}

func journalOf(t *testing.T, output string) journal {
	t.Helper()
	j, err := readJournal(output + ".journal")
	require.NoError(t, err)
	j.path = ""
	return *j
}

// exitCode returns -1 for a process that was killed.
func exitCode(err error) int {
	if err == nil {
		return 0
	}
	if e, ok := err.(*exec.ExitError); ok {
		return e.ExitCode()
	}
	return -2
}

// Whatever two lengths the files have when a run ends, as long as bad records come
// to their file first, resuming makes of them what an unbroken run makes.
func TestAnyTwoLengthsOfTheFilesAreResumed(t *testing.T) {
	dir := t.TempDir()
	files := archive(t, dir, 9)
	run := config{inputs: files, resume: true, text: true, unique: true, maxLine: 10_000}
	run.output = filepath.Join(dir, "whole")
	_, said, code := corpus(t, run)
	require.Equal(t, exitBad, code, said)
	whole, bad := read(t, run.output), read(t, run.output+".rejected")
	run.output = filepath.Join(dir, "fresh")
	o := &output{}
	require.NoError(t, o.begin(run.output, run.settings(story.Fields{}), expand(t, files), true, false))
	require.NoError(t, o.close())
	begun := read(t, run.output+".journal")

	random := rand.New(rand.NewSource(5))
	for range 25 {
		n := random.Intn(len(whole) + 1)
		lines := strings.Count(whole[:n], "\n")
		// Bad records before the last whole analysis are there, of later ones any part.
		least := 0
		if lines > 0 {
			least = badBefore(t, bad, lines)
		}
		m := least + random.Intn(len(bad)-least+1)
		write(t, run.output, whole[:n])
		write(t, run.output+".rejected", bad[:m])
		write(t, run.output+".journal", begun)
		_, said, code := corpus(t, run)
		require.Equal(t, exitBad, code, said)
		require.Equal(t, whole, read(t, run.output), "%d and %d bytes", n, m)
		require.Equal(t, bad, read(t, run.output+".rejected"), "%d and %d bytes", n, m)
	}
}

// badBefore returns the bytes of bad up to the last record before the analysis of a
// number: the side file has the numbers of the records between them.
func badBefore(t *testing.T, bad string, number int) (bytes int) {
	t.Helper()
	seen := 0
	for line := range strings.Lines(bad) {
		var r story.Rejection
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		if r.Record-seen-1 >= number { // that many analyses come before it
			break
		}
		seen++
		bytes += len(line)
	}
	return bytes
}

func TestResumingNeedsTheSameRun(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in", "1.jsonl"), stories("s", 3))
	run := config{inputs: []string{filepath.Join(dir, "in")}, output: filepath.Join(dir, "out"), resume: true}
	_, said, code := corpus(t, run)
	require.Equal(t, exitOK, code, said)

	other := run
	other.tokens = true
	_, said, code = corpus(t, other)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, said, "was begun with other settings")

	_, _, code = corpus(t, run)
	assert.Equal(t, exitOK, code, "a run that is done is done")
	assert.Len(t, ids(read(t, run.output)), 3)

	write(t, filepath.Join(dir, "in", "2.jsonl"), stories("new", 2))
	_, _, code = corpus(t, run)
	assert.Equal(t, exitOK, code)
	assert.Equal(t, []string{"s0", "s1", "s2", "new0", "new1"}, ids(read(t, run.output)), "the archive has grown")

	write(t, in, stories("s", 4))
	_, said, code = corpus(t, run)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, said, "was begun when "+in+" had")

	write(t, in, stories("s", 3))
	write(t, filepath.Join(dir, "in", "0.jsonl"), stories("t", 1))
	_, said, code = corpus(t, run)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, said, "as input number 1, which is now")
	assert.Len(t, ids(read(t, run.output)), 5, "nothing is touched")
}

func TestTwoRunsCannotWriteOneFile(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in.jsonl"), stories("s", 3))
	o := &output{}
	require.NoError(t, o.begin(filepath.Join(dir, "out"), "", expand(t, []string{in}), true, false))
	defer o.close()
	_, said, code := corpus(t, config{inputs: []string{in}, output: filepath.Join(dir, "out"), resume: true})
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, said, "another run writes it")
}

func expand(t *testing.T, inputs []string) []source.File {
	t.Helper()
	files, err := source.Expand(inputs)
	require.NoError(t, err)
	return files
}
