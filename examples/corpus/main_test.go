package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// corpus runs the program and returns its output, what it said, and its exit code.
func corpus(t *testing.T, c config) (out, said string, code int) {
	t.Helper()
	if c.workers == 0 {
		c.workers = 3
	}
	if c.maxLine == 0 {
		c.maxLine = 1 << 20
	}
	c.flush, c.save = 10*time.Millisecond, 50*time.Millisecond
	stderr, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	require.NoError(t, err)
	var stdout strings.Builder
	code, err = run(context.Background(), c, &stdout, stderr)
	if err != nil {
		fmt.Fprintln(stderr, "corpus:", err)
	}
	require.NoError(t, stderr.Close())
	return stdout.String(), read(t, stderr.Name()), code
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

func packed(t *testing.T, path, text string) string {
	t.Helper()
	f, err := os.Create(path)
	require.NoError(t, err)
	defer f.Close()
	if strings.HasSuffix(path, ".zst") {
		z, err := zstd.NewWriter(f)
		require.NoError(t, err)
		_, err = z.Write([]byte(text))
		require.NoError(t, err)
		require.NoError(t, z.Close())
		return path
	}
	z := gzip.NewWriter(f)
	_, err = z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return path
}

// stories makes n lines with ids from a prefix.
func stories(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%s%d","published":"2016-%02d-05","source":"The Gazette","headline":"Talks","text":%q}`+"\n", prefix, i, 1+i%12,
			strings.Repeat(fmt.Sprintf("Mayor Ann Lee said on Monday that the bridge is safe. Bob Stone accused Ann Lee of a lie in case %d. ", i), 1+i*37%9))
	}
	return b.String()
}

func ids(out string) []string {
	var all []string
	for line := range strings.Lines(out) {
		all = append(all, idOf([]byte(line)))
	}
	return all
}

func TestFilesFoldersAndGlobsAreReadInOrderPackedOrNot(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a", "2.jsonl"), stories("second", 1))
	packed(t, filepath.Join(dir, "a", "1.jsonl.gz"), stories("first", 2))
	write(t, filepath.Join(dir, "a", "deep", "3.ndjson"), "\ufeff"+stories("third", 1))
	write(t, filepath.Join(dir, "a", ".hidden.jsonl"), stories("hidden", 1))
	write(t, filepath.Join(dir, "a", "notes.txt"), "no stories")
	packed(t, filepath.Join(dir, "b1.zst"), stories("glob", 1))
	write(t, filepath.Join(dir, "b2"), strings.TrimSuffix(stories("unended", 1), "\n"))
	out, said, code := corpus(t, config{inputs: []string{filepath.Join(dir, "a"), filepath.Join(dir, "b*"), filepath.Join(dir, "b2")}})
	assert.Equal(t, []string{"first0", "first1", "second0", "third0", "glob0", "unended0"}, ids(out))
	assert.Empty(t, said)
	assert.Equal(t, exitOK, code)
}

func TestNothingIsBegunWhereTheCommandIsWrong(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in.jsonl"), stories("s", 1))
	taken := write(t, filepath.Join(dir, "taken"), "precious")
	for _, c := range []struct {
		config
		says string
	}{
		{config{inputs: []string{filepath.Join(dir, "none")}}, "no such file"},
		{config{inputs: []string{filepath.Join(dir, "none*")}}, "no file matches"},
		{config{inputs: []string{t.TempDir()}}, "no .jsonl or .ndjson file in it"},
		{config{inputs: []string{in}, fields: "date=published"}, `no field "date"`},
		{config{inputs: []string{in}, fields: "published"}, "is not like published=date"},
		{config{inputs: []string{in}, resume: true}, "need -o"},
		{config{inputs: []string{in}, output: taken}, "is there already"},
		{config{inputs: []string{in}, output: taken, resume: true}, "has no journal"},
		{config{inputs: []string{in}, summarize: true, output: taken}, "without -o"},
	} {
		out, said, code := corpus(t, c.config)
		assert.Equal(t, exitUsage, code, c.says)
		assert.Contains(t, said, c.says)
		assert.Empty(t, out)
	}
	assert.Equal(t, "precious", read(t, taken))
}

func TestOutputInTheFolderOfTheInputIsNotRead(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "in.jsonl"), stories("s", 2))
	out := filepath.Join(dir, "out.jsonl")
	for range 2 {
		_, said, code := corpus(t, config{inputs: []string{dir}, output: out, force: true})
		assert.Equal(t, exitOK, code, said)
		assert.Equal(t, []string{"s0", "s1"}, ids(read(t, out)))
	}
}

func TestSummaryOfAnalysesThatAreThereIsThatOfTheirRun(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in.jsonl"), stories("s", 12))
	out := filepath.Join(dir, "out.jsonl")
	_, said, code := corpus(t, config{inputs: []string{in}, output: out, report: filepath.Join(dir, "first")})
	require.Equal(t, exitOK, code, said)
	assert.Contains(t, said, "12 stories, 12 of them dated, 2016-01 to 2016-12")
	assert.Regexp(t, `Ann Lee +\d+`, said)
	text, _, code := corpus(t, config{inputs: []string{out}, summarize: true, report: filepath.Join(dir, "second")})
	require.Equal(t, exitOK, code)
	assert.Contains(t, said, text)
	for _, name := range []string{"speakers.csv", "quoting.csv", "stances.csv", "months.csv"} {
		first := read(t, filepath.Join(dir, "first", name))
		assert.Equal(t, first, read(t, filepath.Join(dir, "second", name)))
		assert.Greater(t, strings.Count(first, "\n"), 1, name)
	}
}
