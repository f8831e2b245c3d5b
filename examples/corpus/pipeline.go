package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/corpus/source"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// pipeline analyzes the lines of files on several goroutines and hands the results
// on in the order of the lines. At most a few lines for each worker are in memory
// at a time, and no more than maxHeld bytes of them, but for a line that is longer.
type pipeline struct {
	files   []source.File
	from    position
	fields  story.Fields
	format  article.Format
	workers int
	maxLine int           // bytes of a line; a longer one is a bad record
	count   bool          // also read the facts that a summary counts
	every   time.Duration // of ticks
	read    atomic.Int64
}

// maxHeld bounds the bytes of lines that are read and not yet written.
const maxHeld = 8 << 20

// held is what a record counts of maxHeld.
func (r *record) held() int64 { return min(r.size, maxHeld) }

// position is a place in the input. A record is a line that is not blank, or a
// fault that ends a file early.
type position struct {
	Records int `json:"records"` // records before the place
	File    int `json:"file"`    // index of the file of the last of them
	Before  int `json:"before"`  // records before that file
}

// record is one record on its way. done is closed once it is analyzed: then it has
// a result and facts, or the reason why it has none.
type record struct {
	position // behind the record
	source   string
	line     int
	read     int64 // bytes of the input, as stored, that were read by then
	data     []byte
	size     int64 // of data
	id       string
	result   []byte
	facts    tally.Facts
	bad      error
	done     chan struct{}
}

// sink takes what the pipeline yields, in order and from one goroutine.
type sink interface {
	put(*record) error
	tick(time.Time) error // called every second or so
}

// run analyzes all records from p.from on. It ends early, without an error, where
// ctx is cancelled: what was begun is still put. An error is one of the sink.
func (p *pipeline) run(ctx context.Context, s sink) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	work := make(chan *record)
	order := make(chan *record, 4*p.workers)
	room := semaphore.NewWeighted(maxHeld)
	for range p.workers {
		go func() {
			for r := range work {
				p.analyze(r)
				close(r.done)
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(work)
		p.records(func(r *record) bool {
			if ctx.Err() != nil || room.Acquire(ctx, r.held()) != nil {
				return false
			}
			r.done = make(chan struct{})
			select {
			case order <- r:
				work <- r
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	clock := time.NewTicker(p.every)
	defer clock.Stop()
	var err error
	for {
		select {
		case r, more := <-order:
			if !more {
				return err
			}
			<-r.done
			if err == nil {
				err = s.put(r)
			}
			room.Release(r.held())
		case now := <-clock.C:
			if err == nil {
				err = s.tick(now)
			}
		}
		if err != nil {
			stop() // let the reader come to its end
		}
	}
}

func (p *pipeline) analyze(r *record) {
	if r.bad != nil {
		return
	}
	r.id, r.result, r.bad = story.Analyze(r.data, p.fields, p.format)
	r.data = nil
	if r.bad == nil && p.count {
		if r.facts, r.bad = tally.Read(r.result); r.bad != nil {
			r.bad = fmt.Errorf("its analysis cannot be read back: %w", r.bad)
		}
	}
}

// records yields the records from p.from on, until yield returns false.
func (p *pipeline) records(yield func(*record) bool) {
	at := position{Records: p.from.Before, File: p.from.File, Before: p.from.Before}
	for ; at.File < len(p.files); at.File++ {
		at.Before = at.Records
		if !p.file(&at, yield) {
			return
		}
	}
}

func (p *pipeline) file(at *position, yield func(*record) bool) (more bool) {
	f := p.files[at.File]
	name := f.Name
	if name == source.Stdin {
		name = "standard input"
	}
	more = true
	next := func(line int, data []byte, err error) bool {
		if at.Records++; at.Records > p.from.Records {
			more = yield(&record{position: *at, source: name, line: line, read: p.read.Load(), data: data, size: int64(len(data)), bad: err})
		}
		return more
	}
	in, err := f.Open(&p.read)
	if err != nil {
		return next(0, nil, err)
	}
	defer in.Close()
	source.Lines(in, p.maxLine, next)
	return more
}
