package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/corpus/source"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// Exit codes.
const (
	exitOK      = 0
	exitBad     = 1   // all is read, but some records are bad
	exitUsage   = 2   // nothing was begun: flags, no such input, an output that is there
	exitFailed  = 3   // stopped by an error of writing
	exitStopped = 130 // stopped by the user
)

// memory is what a run with a summary shall stay below, but for a story that is
// larger than any newspaper's.
const memory = 300 << 20

type config struct {
	inputs    []string
	output    string
	resume    bool
	force     bool
	unique    bool
	fields    string
	tokens    bool
	text      bool
	workers   int
	maxLine   int
	report    string
	summarize bool
	flush     time.Duration // how often what is done is written to the output
	save      time.Duration // and how often to the journal: what the output has beyond it is found again, so this only decides how much of it a resumed run reads
}

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300) // the live heap is small: fewer, larger collections leave both cores to the work
	}
	c := config{flush: time.Second, save: 30 * time.Second}
	flags := flag.NewFlagSet("corpus", flag.ExitOnError)
	flags.StringVar(&c.output, "o", "", "write the analyses to `file`, with bad records and a journal beside it, and sum up at the end")
	flags.BoolVar(&c.resume, "resume", false, "go on where an earlier run with -o was stopped; begin where there was none")
	flags.BoolVar(&c.force, "force", false, "begin again, over an earlier output")
	flags.StringVar(&c.report, "report", "", "write a summary to `folder`: report.html with plots, and tables as CSV")
	flags.BoolVar(&c.summarize, "summarize", false, "read analyses, not stories: sum up what was made before")
	flags.StringVar(&c.fields, "fields", "", "`names` of fields in the input where they are not ours: published=date,source=outlet")
	flags.BoolVar(&c.unique, "unique", false, "take a story whose id came before (among the last million) as a bad record")
	flags.BoolVar(&c.tokens, "tokens", false, "add the tokens")
	flags.BoolVar(&c.text, "text", true, "add the text")
	flags.IntVar(&c.workers, "workers", runtime.GOMAXPROCS(0), "stories analyzed at the same time")
	flags.IntVar(&c.maxLine, "max-line", 64<<20, "`bytes` of a line; a longer one is a bad record")
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), usage)
		flags.PrintDefaults()
	}
	flags.Parse(os.Args[1:])
	c.inputs = flags.Args()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	code, err := run(ctx, c, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
	}
	os.Exit(code)
}

// run does what the program does, and returns its exit code.
func run(ctx context.Context, c config, stdout io.Writer, stderr *os.File) (int, error) {
	fields, err := story.ParseFields(c.fields)
	if err != nil {
		return exitUsage, fmt.Errorf("-fields: %w", err)
	}
	switch {
	case c.summarize && (c.output != "" || c.resume || c.force):
		return exitUsage, errors.New("-summarize reads analyses and writes none: it goes without -o, -resume, -force")
	case c.output == "" && (c.resume || c.force):
		return exitUsage, errors.New("-resume and -force need -o")
	case c.resume && c.force:
		return exitUsage, errors.New("-resume or -force, not both")
	case c.workers < 1 || c.maxLine < 1:
		return exitUsage, errors.New("-workers and -max-line are at least 1")
	}
	var ours []string
	if c.output != "" {
		rejected, journal := beside(c.output)
		ours = []string{c.output, rejected, journal}
	}
	files, err := source.Expand(c.inputs, ours...)
	if err != nil {
		return exitUsage, err
	}
	p := &pipeline{files: files, fields: fields, workers: c.workers, maxLine: c.maxLine, every: c.flush,
		format: article.Format{OmitText: !c.text, Tokens: c.tokens}, count: c.output != "" || c.report != "" || c.summarize}
	if p.count && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory) // the tables of a summary are live for long: no second copy of them in garbage
	}
	if c.summarize {
		return summarize(ctx, c, p, stdout, stderr)
	}
	o := &output{out: &appender{w: stdout}, messages: stderr, summary: new(tally.Summary), every: c.save}
	defer o.close() // all that was written is synced before
	if c.unique {
		o.unique = newRecent(recentIDs)
	}
	if c.output != "" {
		if err := o.begin(c.output, c.settings(fields), files, c.resume, c.force); err != nil {
			return exitUsage, err
		}
		o.messages = nil
		if p.from = o.journal.position; p.from.Records > 0 {
			fmt.Fprintf(stderr, "%s: %d records are done, going on\n", c.output, p.from.Records)
			if b := build(); o.journal.Build != b {
				fmt.Fprintf(stderr, "note: it was begun by another build of this program\n")
				o.journal.Build = b
			}
		}
	}
	total := p.start()
	if o.progress = newProgress(stderr, total); o.progress != nil && o.messages != nil {
		o.messages = o.progress
	}
	err = p.run(ctx, o)
	o.progress.close()
	stopped := ctx.Err() != nil
	if err == nil {
		err = o.save(!stopped)
	}
	switch {
	case err != nil:
		return exitFailed, err
	case stopped && c.output != "":
		return exitStopped, fmt.Errorf("stopped after %d records; the same command with -resume goes on", o.journal.Records)
	case stopped:
		return exitStopped, errors.New("stopped")
	}
	if c.output != "" {
		if err := sumUp(stderr, o.summary, o.bad, c.output); err != nil {
			return exitFailed, err
		}
	}
	if err := writeReport(c.report, o.summary, o.bad); err != nil {
		return exitFailed, err
	}
	if o.bad > 0 {
		return exitBad, nil
	}
	return exitOK, nil
}

// settings are those that decide what the output of an input is.
func (c config) settings(fields story.Fields) string {
	return fmt.Sprintf("-tokens=%t -text=%t -unique=%t -max-line=%d -fields=%s", c.tokens, c.text, c.unique, c.maxLine, fields)
}

// start sets the bytes that count as read before a run, and returns those of all
// files, or 0 where they cannot be known.
func (p *pipeline) start() (total int64) {
	for i, f := range p.files {
		if f.Size < 0 {
			p.read.Store(0)
			return 0
		}
		if total += f.Size; i < p.from.File {
			p.read.Store(total)
		}
	}
	return total
}
