package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/seed05c9d22b/newstext/examples/corpus/page"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// sumUp tells at the end of a run what is in it.
func sumUp(w io.Writer, s *tally.Summary, bad int, output string) error {
	fmt.Fprintf(w, "%s: %d analyses", output, s.Stories)
	if bad > 0 {
		rejected, _ := beside(output)
		fmt.Fprintf(w, "; %d bad records, see %s", bad, rejected)
	}
	fmt.Fprintln(w)
	return s.WriteText(w, 10)
}

// writeReport writes the page and the tables to a folder, where one is given.
func writeReport(folder string, s *tally.Summary, bad int) error {
	if folder == "" {
		return nil
	}
	if err := s.WriteSheets(folder); err != nil {
		return err
	}
	o := page.Options{Bad: bad}
	for _, sheet := range s.Sheets() {
		o.Tables = append(o.Tables, sheet.Name)
	}
	f, err := os.Create(filepath.Join(folder, "report.html"))
	if err != nil {
		return err
	}
	return errors.Join(page.Write(f, s, o), f.Close())
}

// summarize counts over analyses that are there already.
func summarize(ctx context.Context, c config, p *pipeline, stdout io.Writer, stderr *os.File) (int, error) {
	s := new(tally.Summary)
	bad := 0
	p.maxLine = max(p.maxLine, 1<<30) // analyses are longer than stories
	p.records(func(r *record) bool {
		var f tally.Facts
		if r.bad == nil {
			f, r.bad = tally.Read(r.data)
		}
		if r.bad != nil {
			bad++
			fmt.Fprintf(stderr, "%s:%d: %v\n", r.source, r.line, r.bad)
		} else {
			s.Add(f)
		}
		return ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return exitStopped, ctx.Err()
	}
	if err := s.WriteText(stdout, 10); err != nil {
		return exitFailed, err
	}
	if err := writeReport(c.report, s, bad); err != nil {
		return exitFailed, err
	}
	if bad > 0 {
		return exitBad, nil
	}
	return exitOK, nil
}
