// Analyze reads one news story and prints who is named in it, who said what, and
// who stands where.
//
//	go run ./examples/analyze              the story that comes with the examples
//	go run ./examples/analyze story.txt    a file
//	go run ./examples/analyze - < story    standard input
//	go run ./examples/analyze -json        the same as JSON
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/internal/input"
)

func main() {
	asJSON := flag.Bool("json", false, "print the analysis as JSON")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: analyze [-json] [file | -]  (the seed article without a file)")
		flag.PrintDefaults()
	}
	flag.Parse()
	if err := run(flag.Args(), *asJSON, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "analyze:", err)
		os.Exit(1)
	}
}

func run(args []string, asJSON bool, stdin io.Reader, stdout *os.File) error {
	text, err := input.Story(args, stdin)
	if err != nil {
		return err
	}
	r := newstext.Analyze(article.Parse(text))
	out := bufio.NewWriter(stdout)
	if asJSON {
		b, err := r.MarshalJSON()
		if err != nil {
			return err
		}
		out.Write(append(b, '\n'))
	} else {
		newPage(out, pageWidth(stdout), colour(stdout)).analysis(r)
	}
	return out.Flush()
}
