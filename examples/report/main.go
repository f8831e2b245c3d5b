// Report writes a page about a news story: the story with its names, quotes and
// stances marked, who is in it, who says how much, and who stands where. The page is
// one file that needs no network, and no script to be read.
//
//	go run ./examples/report                       the story that comes with the examples, to report.html
//	go run ./examples/report -o page.html story.txt
//	go run ./examples/report -o - - < story        standard input to standard output
//
// Package page draws it, for programs that have a place of their own for it.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/internal/input"
	"github.com/seed05c9d22b/newstext/examples/report/page"
)

func main() {
	out := flag.String("o", "report.html", "`file` to write, - for standard output")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: report [-o page.html] [file | -]  (the seed article without a file)")
		flag.PrintDefaults()
	}
	flag.Parse()
	if err := run(flag.Args(), *out, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

func run(args []string, name string, stdin io.Reader, stdout io.Writer) error {
	text, err := input.Story(args, stdin)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := page.Write(&b, newstext.Analyze(article.Parse(text))); err != nil {
		return err
	}
	if name == "-" {
		_, err = stdout.Write(b.Bytes())
		return err
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %d kB, open it in a browser\n", name, (b.Len()+999)/1000)
	return err
}
