package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/seed05c9d22b/newstext/examples/corpus/story"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// output writes the analyses, what is wrong with the others, and counts. It is the
// sink of a run; with a journal it is a run that can be resumed.
type output struct {
	out      *appender
	rejected *appender // side file of bad records, may be nil
	messages io.Writer // a line for each bad record, where it is not nil
	unique   *recent   // ids seen, where none may come twice
	summary  *tally.Summary
	progress *progress
	journal  *journal // nil where the output is no file
	stories  int      // put in this run
	bad      int      // in the whole output
	saved    time.Time
	every    time.Duration // between two journals
}

func (o *output) put(r *record) error {
	o.stories++
	o.progress.advance(r.read)
	if r.bad == nil && o.unique != nil && r.id != "" && !o.unique.add(r.id) {
		r.bad = fmt.Errorf("id %q for the second time", r.id)
	}
	if r.bad != nil {
		if err := o.reject(r); err != nil {
			return err
		}
	} else {
		if o.summary != nil {
			o.summary.Add(r.facts)
		}
		o.out.line(r.result)
	}
	if o.journal != nil {
		o.journal.position = r.position
	}
	if o.out.full() {
		return o.flush()
	}
	return nil
}

func (o *output) reject(r *record) error {
	o.bad++
	if o.messages != nil {
		fmt.Fprintf(o.messages, "%s:%d: %v\n", r.source, r.line, r.bad)
	}
	if o.rejected == nil {
		return nil
	}
	line, err := json.Marshal(story.Rejection{Record: r.Records, Source: r.source, Line: r.line, ID: r.id, Reason: r.bad.Error()})
	if err != nil {
		return err
	}
	o.rejected.line(line)
	return nil
}

// flush hands what is written to the system. Bad records are on the disk before
// any analysis of a later record is in its file: so the two files alone tell how
// far a run came, even where the machine lost power.
func (o *output) flush() error {
	if o.rejected != nil && len(o.rejected.buffer) > 0 {
		if err := o.rejected.flush(); err != nil {
			return err
		}
		if o.journal != nil {
			if err := o.rejected.sync(); err != nil {
				return err
			}
		}
	}
	return o.out.flush()
}

func (o *output) tick(now time.Time) error {
	o.progress.show(o.stories)
	if o.saved.IsZero() {
		o.saved = now
	}
	if now.Sub(o.saved) >= o.every {
		o.saved = now
		return o.save(false)
	}
	return o.flush()
}

// save brings all to the disk, then the journal that says so.
func (o *output) save(done bool) error {
	if err := o.flush(); err != nil || o.journal == nil {
		return err
	}
	if err := o.out.sync(); err != nil {
		return err
	}
	j := o.journal
	j.Output, j.Rejected, j.Bad, j.Done, j.Summary = o.out.size, o.rejected.size, o.bad, done, o.summary
	return j.write()
}

// appender writes lines at the end of a file, through a buffer.
type appender struct {
	w      io.Writer
	file   *os.File // nil where it is no file of ours
	size   int64    // of the file, with what was flushed
	buffer []byte
}

func (a *appender) line(line []byte) {
	a.buffer = append(append(a.buffer, line...), '\n')
}

func (a *appender) full() bool { return len(a.buffer) >= 1<<20 }

func (a *appender) flush() error {
	if len(a.buffer) == 0 {
		return nil
	}
	n, err := a.w.Write(a.buffer)
	a.size += int64(n)
	if a.buffer = a.buffer[:0]; cap(a.buffer) > 8<<20 {
		a.buffer = nil
	}
	return err
}

func (a *appender) sync() error {
	if a.file == nil {
		return nil
	}
	return a.file.Sync()
}
