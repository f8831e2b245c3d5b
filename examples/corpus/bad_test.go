package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/examples/corpus/story"
)

func TestBadRecordsAreToldWithLineAndReasonAndTheRestGoesOn(t *testing.T) {
	lines := []struct{ line, reason string }{
		{`{"id":"a","text":"One."}`, ""},
		{``, ""},
		{`{"id":"b","text":`, `byte 17: unexpected end of JSON input`},
		{`{"id":"c"}`, `no "text"`},
		{`{"id":"c","text":null}`, `no "text"`},
		{`{"id":"d","text":"Two.","published":"yesterday"}`, `published: "yesterday" is neither a time as 2006-01-02T15:04:05Z nor a day as 2006-01-02`},
		{`{"id":"e","text":"Two.","targets":[{"start":0,"end":9}]}`, `targets[0]: span 0:9 ends behind the text (4 bytes)`},
		{`{"id":"f","text":["Two."]}`, `"text" is a list, not a string`},
		{`{"id":7,"text":"Two."}`, `"id" is a number, not a string`},
		{`{"id":"g","text":"Two.","byline":{"name":"Ann"}}`, `"byline" is an object, not a string or a list of strings`},
		{`{"id":"h","text":"Two.","text":"Three."}`, `byte 30: "text" for the second time`},
		{`{"id":"i","text":"Two.","language":"klingon-language"}`, `language: language: tag is not well-formed`},
		{"{\"id\":\"j\",\"text\":\"caf\xe9\"}", `byte 21: no UTF-8`},
		{`[{"id":"k","text":"One."}]`, `a list, not an object: one story a line is read (jq -c '.[]' makes it of a list)`},
		{`"text"`, `a string, not an object`},
		{`null`, `null, not an object`},
		{`{"id":"l","text":"One.","x":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}`, `byte 10028: invalid character '[' exceeded max depth`},
		{`{"id":"m","text":"` + strings.Repeat("a", 200) + `"}`, ""},
		{`{"id":"n","text":"` + strings.Repeat("a", 100_000) + `"}`, `longer than allowed: 100020 bytes, of 50000`},
		{`{"id":"o","text":"One.","extra":{"text":1,"text":2}}`, ""},
		{` {"ID":"p","Text":"One."} `, ""},
	}
	var in, said strings.Builder
	dir := t.TempDir()
	name := filepath.Join(dir, "in.jsonl")
	for i, l := range lines {
		in.WriteString(l.line + "\n")
		if l.reason != "" {
			said.WriteString(name + ":" + itoa(i+1) + ": " + l.reason + "\n")
		}
	}
	write(t, name, in.String())
	out, errs, code := corpus(t, config{inputs: []string{name}, maxLine: 50_000})
	assert.Equal(t, said.String(), errs)
	assert.Equal(t, []string{"a", "m", "o", "p"}, ids(out))
	assert.Equal(t, exitBad, code)

	file := filepath.Join(dir, "out")
	_, errs, code = corpus(t, config{inputs: []string{name}, maxLine: 50_000, output: file})
	assert.Equal(t, exitBad, code)
	assert.Contains(t, errs, "4 analyses; 16 bad records, see "+file+".rejected")
	assert.Equal(t, out, read(t, file))
	var beside strings.Builder
	for line := range strings.Lines(read(t, file+".rejected")) {
		var r story.Rejection
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		beside.WriteString(r.Source + ":" + itoa(r.Line) + ": " + r.Reason + "\n")
	}
	assert.Equal(t, said.String(), beside.String())
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }

func TestAFileThatIsCutOffGivesWhatItHasAndIsTold(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"cut.jsonl.gz", "cut.jsonl.zst"} {
		whole := read(t, packed(t, filepath.Join(dir, name), stories("cut", 150)))
		cut := write(t, filepath.Join(dir, name), whole[:len(whole)/2])
		next := write(t, filepath.Join(dir, "next.jsonl"), stories("next", 1))
		out, said, code := corpus(t, config{inputs: []string{cut, next}, text: false})
		got := ids(out)
		assert.Equal(t, exitBad, code)
		assert.Equal(t, "next0", got[len(got)-1], "the next file is read")
		format := strings.TrimPrefix(filepath.Ext(name), ".")
		assert.Equal(t, cut+":"+itoa(len(got))+": "+map[string]string{"gz": "gzip", "zst": "zstd"}[format]+": the file is cut off\n", said)
	}
}

func TestADamagedFileIsTold(t *testing.T) {
	dir := t.TempDir()
	path := packed(t, filepath.Join(dir, "bad.gz"), stories("s", 50))
	data := []byte(read(t, path))
	data[len(data)-6] ^= 0xff // in the check sum
	require.NoError(t, os.WriteFile(path, data, 0o644))
	out, said, code := corpus(t, config{inputs: []string{path}})
	assert.Len(t, ids(out), 50)
	assert.Equal(t, path+":51: gzip: gzip: invalid checksum\n", said)
	assert.Equal(t, exitBad, code)
}

func TestIDsThatComeTwiceAreBadWhereAsked(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), stories("s", 2)+stories("s", 3)+`{"text":"One."}`+"\n"+`{"text":"One."}`+"\n")
	out, _, code := corpus(t, config{inputs: []string{in}})
	assert.Len(t, ids(out), 7)
	assert.Equal(t, exitOK, code)
	out, said, code := corpus(t, config{inputs: []string{in}, unique: true})
	assert.Equal(t, []string{"s0", "s1", "s2", "", ""}, ids(out))
	assert.Equal(t, in+`:3: id "s0" for the second time`+"\n"+in+`:4: id "s1" for the second time`+"\n", said)
	assert.Equal(t, exitBad, code)
}

func TestOldIDsAreForgotten(t *testing.T) {
	r := newRecent(2)
	assert.True(t, r.add("a"))
	assert.True(t, r.add("b"))
	assert.False(t, r.add("a"))
	assert.True(t, r.add("c"))
	assert.True(t, r.add("a"), "a is older than the last two")
	assert.Len(t, r.known, 2)
}
