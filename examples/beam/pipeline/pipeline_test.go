package pipeline

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/klauspost/compress/gzip"
	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/examples/corpus/page"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// line is a story of a class of stories that have quotes and stances.
func line(i int) string {
	return fmt.Sprintf(`{"id":"s%d","date":"2016-%02d-05","outlet":"Gazette, No. %d","headline":"Talks","text":%q}`, i, 1+i%12, i%3,
		strings.Repeat(fmt.Sprintf("Mayor Ann Lee said on Monday that the bridge is safe. Bob Stone accused Ann Lee of a lie in case %d. ", i), 1+i%3))
}

// parquetStory is a story in a Parquet file, with columns that no story has.
type parquetStory struct {
	ID     string    `parquet:"id"`
	Text   *string   `parquet:"text,optional"`
	Date   time.Time `parquet:"date,timestamp(microsecond)"`
	Outlet string    `parquet:"outlet"`
	Byline []string  `parquet:"byline,list"`
	Words  int64     `parquet:"words"`
	Place  struct {
		Lat, Lon float64
	} `parquet:"place"`
}

// archive writes JSONL, packed JSONL and Parquet, with bad records, and for the
// corpus program the rows as JSONL.
func archive(t *testing.T, dir string) (beamInput, corpusInput []string) {
	t.Helper()
	var a, b, c strings.Builder
	for i := range 30 {
		a.WriteString(line(i) + "\n")
	}
	a.WriteString("{\"id\":\"broken\",\n\n[1]\n")
	for i := range 20 {
		b.WriteString(line(30+i) + "\n")
	}
	b.WriteString(`{"id":"textless"}` + "\n" + `{"id":"twice","text":"a","text":"b"}`)
	var rows []parquetStory
	for i := range 10 {
		r := parquetStory{ID: fmt.Sprint("p", i), Date: time.Date(2017, 3, 4, 5, 6, 7, 0, time.UTC), Outlet: "Parquet Post", Byline: []string{"Jane Roe", "John Doe"}, Words: 12}
		text := fmt.Sprintf("Senator Carl Moss criticized Ann Lee. “We won the case %d,” he told reporters.", i)
		if r.Text = &text; i == 4 {
			r.Text = nil
		}
		rows = append(rows, r)
		data, err := json.Marshal(map[string]any{"id": r.ID, "text": r.Text, "date": r.Date, "outlet": r.Outlet, "byline": r.Byline})
		require.NoError(t, err)
		c.Write(append(data, '\n'))
	}
	plain, packed, columns, asLines := filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "b.jsonl.gz"), filepath.Join(dir, "c.parquet"), filepath.Join(dir, "lines-of-c")
	require.NoError(t, os.WriteFile(plain, []byte(a.String()), 0o644))
	require.NoError(t, os.WriteFile(asLines, []byte(c.String()), 0o644))
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(b.String()))
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(packed, z.Bytes()[:z.Len()-3], 0o644)) // cut off
	require.NoError(t, parquet.WriteFile(columns, rows))
	return []string{filepath.Join(dir, "*.jsonl*"), columns}, []string{plain, packed, asLines}
}

// lines returns the sorted lines of all shards of an output.
func lines(t *testing.T, prefix string) (all []string) {
	t.Helper()
	files, err := filepath.Glob(prefix + "-*-of-*")
	require.NoError(t, err)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for l := range strings.Lines(string(data)) {
			all = append(all, strings.TrimSuffix(l, "\n"))
		}
	}
	slices.Sort(all)
	return all
}

func sorted(t *testing.T, file string, skip int) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	all := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")[skip:]
	slices.Sort(all)
	return all
}

const fieldNames = "published=date,source=outlet"

func TestResultsAreThoseOfTheCorpusProgram(t *testing.T) {
	dir := t.TempDir()
	inputs, same := archive(t, dir)
	corpus := filepath.Join(dir, "corpus")
	build := exec.Command("go", "build", "-o", corpus, ".")
	build.Dir = "../../corpus"
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))
	whole := filepath.Join(dir, "whole")
	err = exec.Command(corpus, append([]string{"-o", whole, "-report", whole + ".report", "-fields", fieldNames}, same...)...).Run()
	require.Error(t, err) // there are bad records
	require.Equal(t, 1, err.(*exec.ExitError).ExitCode())

	out := filepath.Join(dir, "out")
	p, s := beam.NewPipelineWithRoot()
	Build(s, Options{Inputs: inputs, Output: out, Shards: 3, Fields: fieldNames})
	result := ptest.RunAndValidate(t, p)

	assert.Equal(t, sorted(t, whole, 0), lines(t, out+"/analyses"))
	var want, got []string
	for _, l := range sorted(t, whole+".rejected", 0) {
		r := rejection(t, l)
		r.Record = 0
		if r.Source == same[2] {
			r.Source = inputs[1]
		}
		want = append(want, fmt.Sprintf("%+v", r))
	}
	for _, l := range lines(t, out+"/rejected") {
		got = append(got, fmt.Sprintf("%+v", rejection(t, l)))
	}
	slices.Sort(want)
	slices.Sort(got)
	assert.Equal(t, want, got)
	assert.Len(t, got, 5)
	for _, table := range []string{"speakers", "quoting", "stances"} {
		want := sorted(t, filepath.Join(whole+".report", table+".csv"), 1)
		assert.Equal(t, want, lines(t, out+"/"+table), table)
		assert.GreaterOrEqual(t, len(want), 2)
		_, err := csv.NewReader(strings.NewReader(strings.Join(want, "\n"))).ReadAll()
		assert.NoError(t, err)
	}
	files, _ := filepath.Glob(out + "/analyses-*-of-00003.jsonl")
	assert.Len(t, files, 3)

	var sum tally.Summary
	for _, l := range sorted(t, whole, 0) {
		f, err := tally.Read([]byte(l))
		require.NoError(t, err)
		sum.Add(f)
	}
	var drawn bytes.Buffer
	require.NoError(t, page.Write(&drawn, &sum, page.Options{Bad: 5}))
	data, err := os.ReadFile(out + "/report.html")
	require.NoError(t, err)
	assert.True(t, drawn.String() == string(data), "the page is that of the corpus program")

	assert.Equal(t, int64(59), counter(result, "stories"))
	assert.Equal(t, int64(5), counter(result, "rejected"))
}

func rejection(t *testing.T, line string) (r story.Rejection) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(line), &r))
	return r
}

func counter(r beam.PipelineResult, name string) (n int64) {
	for _, c := range r.Metrics().Query(func(s beam.MetricResult) bool { return s.Namespace() == Namespace && s.Name() == name }).Counters() {
		n += c.Result()
	}
	return n
}

func TestAnArchiveOfNothingButBadRecords(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte("{\n{\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.parquet"), []byte("PAR1 but no more of it"), 0o644))
	p, s := beam.NewPipelineWithRoot()
	Build(s, Options{Inputs: []string{filepath.Join(dir, "*")}, Output: filepath.Join(dir, "out"), Shards: 3})
	result := ptest.RunAndValidate(t, p)
	assert.Equal(t, int64(3), counter(result, "rejected"))
	assert.Len(t, lines(t, filepath.Join(dir, "out", "rejected")), 3)
	assert.Empty(t, lines(t, filepath.Join(dir, "out", "analyses")))
}

func TestAGlobThatMatchesNothingEndsTheJob(t *testing.T) {
	p, s := beam.NewPipelineWithRoot()
	Build(s, Options{Inputs: []string{filepath.Join(t.TempDir(), "*.jsonl")}, Output: t.TempDir(), Shards: 1})
	assert.ErrorContains(t, ptest.Run(p), "no files matching")
}
