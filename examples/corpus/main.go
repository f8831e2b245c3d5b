// Corpus analyzes many stories: it reads JSONL, one story a line, and writes one
// analysis a line in the same order.
//
//	go run ./examples/corpus < stories.jsonl > analyses.jsonl
//	go run ./examples/corpus -tokens -text=false a.jsonl b.jsonl
//
// A story is an object with "text" and, where known, "id", "headline", "subhead",
// "byline", "published", "language", "source", "url", and "targets", a list of
// spans {"start", "end"} of the text (in bytes) whose tone is wanted. A line that
// is no such object gets a line on standard error, the rest goes on, and the exit
// status is 1.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/seed05c9d22b/newstext/article"
)

func main() {
	tokens := flag.Bool("tokens", false, "add the tokens")
	text := flag.Bool("text", true, "add the text")
	workers := flag.Int("workers", runtime.GOMAXPROCS(0), "stories analyzed at the same time")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: corpus [flags] [file.jsonl …]  (standard input without a file)")
		flag.PrintDefaults()
	}
	flag.Parse()
	p := pipeline{format: article.Format{OmitText: !*text, Tokens: *tokens}, workers: max(1, *workers), errors: os.Stderr}
	bad, err := run(p, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
	if bad > 0 {
		os.Exit(1)
	}
}

// run analyzes the files in turn, or standard input, and returns the number of
// bad lines.
func run(p pipeline, files []string) (bad int, err error) {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer func() { err = errors.Join(err, out.Flush()) }()
	if len(files) == 0 {
		return p.run("standard input", os.Stdin, out)
	}
	for _, name := range files {
		n, err := p.file(name, out)
		bad += n
		if err != nil {
			return bad, err
		}
	}
	return bad, nil
}

func (p pipeline) file(name string, out io.Writer) (bad int, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return p.run(name, f, out)
}
