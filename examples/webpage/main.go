// Webpage reads the story of a web page or the stories of a feed, and writes them
// in a format of newsrooms, or what is found in them.
//
//	go run . page.html                 the story as Markdown
//	go run . -to ninjs < page.html     as ninjs 3.1, with the people, organisations and places in it
//	go run . -to jsonld feed.xml       each story of a feed as JSON-LD, one a line
//	go run . -to analysis page.html    everything that is found, as JSON
//
// It does not fetch: give it the bytes that curl, a crawler or an archive has.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/jsonld"
	"github.com/seed05c9d22b/newstext/article/markdown"
	"github.com/seed05c9d22b/newstext/article/ninjs"
	"github.com/seed05c9d22b/newstext/examples/webpage/feed"
	"github.com/seed05c9d22b/newstext/examples/webpage/page"
)

func main() {
	to := flag.String("to", "markdown", "what to write: "+strings.Join(formats, ", "))
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: webpage [-to FORMAT] [file]  (standard input without a file)")
		flag.PrintDefaults()
	}
	flag.Parse()
	if err := run(flag.Args(), *to, os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "webpage:", err)
		os.Exit(1)
	}
}

var formats = []string{"markdown", "ninjs", "jsonld", "article", "analysis"}

func run(args []string, to string, stdin io.Reader, stdout, stderr io.Writer) error {
	in, name := stdin, "standard input"
	switch len(args) {
	case 0:
	case 1:
		f, err := os.Open(args[0])
		if err != nil {
			return err
		}
		defer f.Close()
		in, name = f, args[0]
	default:
		return fmt.Errorf("one file at a time")
	}
	data, err := io.ReadAll(io.LimitReader(in, article.MaxInput+1))
	if err != nil {
		return err
	}
	stories, err := read(data, stderr)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	out := bufio.NewWriter(stdout)
	for _, a := range stories {
		b, err := format(a, to)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out.Write(append(bytes.TrimRight(b, "\n"), '\n'))
	}
	return out.Flush()
}

// read returns the stories of a feed or the story of a page.
func read(data []byte, stderr io.Writer) ([]*article.Article, error) {
	if isFeed(data) {
		return feed.Parse(data)
	}
	p, err := page.Parse(data)
	if err != nil {
		return nil, err
	}
	for _, problem := range p.Problems {
		fmt.Fprintln(stderr, "webpage: passed over:", problem)
	}
	return []*article.Article{p.Article}, nil
}

// isFeed looks at the first element; XHTML begins with an XML declaration too.
func isFeed(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 2000)])
	for _, mark := range []string{"<rss", "<feed", "<rdf:rdf", "https://jsonfeed.org/version"} {
		if bytes.Contains(head, []byte(mark)) && !bytes.Contains(head, []byte("<html")) {
			return true
		}
	}
	return false
}

func format(a *article.Article, to string) ([]byte, error) {
	switch to {
	case "markdown":
		return markdown.Append(nil, a)
	case "article":
		return a.AppendJSON(nil, article.Format{})
	case "ninjs":
		return ninjs.Append(nil, a, newstext.Analyze(a).Concepts()...)
	case "jsonld":
		return jsonld.Append(nil, a, newstext.Analyze(a).Concepts()...)
	case "analysis":
		return newstext.Analyze(a).MarshalJSON()
	}
	return nil, fmt.Errorf("-to %q: it is one of %s", to, strings.Join(formats, ", "))
}
