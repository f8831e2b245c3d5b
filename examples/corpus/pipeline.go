package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/seed05c9d22b/newstext/article"
)

// pipeline analyzes the lines of a file on several goroutines and writes the
// results in the order of the lines. At most a few lines for each worker are in
// memory at a time.
type pipeline struct {
	format  article.Format
	workers int
	errors  io.Writer // one line for each bad line
}

// job is one line on its way. done receives it once it is analyzed.
type job struct {
	number int
	line   []byte
	result []byte
	err    error
	done   chan struct{}
}

// run analyzes all lines of in and returns the number of bad ones. An error is
// one of reading or writing.
func (p pipeline) run(name string, in io.Reader, out io.Writer) (bad int, err error) {
	work := make(chan *job)
	order := make(chan *job, 4*p.workers)
	stop := make(chan struct{})
	readErr := make(chan error, 1)
	for range p.workers {
		go func() {
			for j := range work {
				j.result, j.err = analyze(j.line, p.format)
				close(j.done)
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(work)
		readErr <- readLines(in, func(number int, line []byte) bool {
			j := &job{number: number, line: line, done: make(chan struct{})}
			select {
			case order <- j:
				work <- j
				return true
			case <-stop:
				return false
			}
		})
	}()
	for j := range order {
		<-j.done
		if err != nil {
			continue // writing failed: let the reader come to its end
		}
		if j.err != nil {
			bad++
			fmt.Fprintf(p.errors, "%s:%d: %v\n", name, j.number, j.err)
			continue
		}
		if _, err = out.Write(append(j.result, '\n')); err != nil {
			close(stop)
		}
	}
	if e := <-readErr; e != nil && err == nil {
		err = fmt.Errorf("%s: %w", name, e)
	}
	return bad, err
}

// readLines calls yield with each line that is not blank, numbered from 1, until
// yield returns false. Lines may have any length.
func readLines(in io.Reader, yield func(number int, line []byte) bool) error {
	r := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 && !yield(n, line) {
			return nil
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
