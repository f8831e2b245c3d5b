// Package benchtext gives the benchmarks of all stages the same news to run on.
package benchtext

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Variable names the environment variable with a folder of .jsonl or .jsonl.gz
// files, a story ("text") on each line, to run on real news.
const Variable = "NEWSTEXT_NEWS"

// perFile is how many stories of each file are read.
const perFile = 40

// Stories returns the stories of the folder, or an invented one, and how many
// bytes they have together.
func Stories(tb testing.TB) (texts []string, bytes int64) {
	tb.Helper()
	if folder := os.Getenv(Variable); folder == "" {
		texts = []string{strings.Repeat(Invented, 8)}
	} else {
		files, err := filepath.Glob(filepath.Join(folder, "*.jsonl*"))
		if err != nil || len(files) == 0 {
			tb.Fatalf("no .jsonl files in %s", folder)
		}
		for _, name := range files {
			texts = append(texts, read(tb, name)...)
		}
	}
	for _, t := range texts {
		bytes += int64(len(t))
	}
	return texts, bytes
}

// read returns the first stories of a file.
func read(tb testing.TB, name string) (texts []string) {
	f, err := os.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			tb.Fatal(err)
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	for len(texts) < perFile && lines.Scan() {
		var story struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &story); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		texts = append(texts, story.Text)
	}
	return texts
}

// Invented is a story of no newspaper, on people and places that are not.
const Invented = `Karsk frees two hostages after talks in Dravin

By Ivo Lemmer and Rosa Quint

DRAVIN, Karsk (NSA) — President Adela Brisk said on Monday that her government had freed two aid workers held since Jan. 5, and called on the U.S. to lift its sanctions.

"We have done what we promised," Brisk told reporters at the port, where about 1,200 people had gathered. "Now it's Washington's turn. We won't wait forever."

The two, a 34-year-old engineer and a well-known doctor from St. Louis, were flown out at 6:30 a.m. on a long-range jet, according to Norfield Inc., the company that employs them. Its shares rose 2.3% to $41.20.

Gen. Tomas Ulreich, who led the mission, wouldn't say whether a ransom of US$1.5m had been paid. “That’s not a question for me,” he said.

The deal came weeks after the non-aligned bloc met in the capital. Officials said the next round would be held on March 3.

`
