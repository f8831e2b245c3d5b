package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/seed05c9d22b/newstext/examples/corpus/source"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// errExists says that an output is there already.
var errExists = errors.New("is there already: -resume goes on with it, -force begins again")

// begin opens an output file and what stands beside it: anew, or where resume is
// wanted and there is something to resume, behind the last record that is whole in
// it.
func (o *output) begin(path, settings string, inputs []source.File, resume, force bool) error {
	rejected, jpath := beside(path)
	var err error
	if o.out, err = openAppender(path); err != nil {
		return err
	}
	if err := lock(o.out.file); err != nil {
		return fmt.Errorf("%s: another run writes it (%w)", path, err)
	}
	j, err := readJournal(jpath)
	none := errors.Is(err, fs.ErrNotExist)
	anew := force || none && o.out.size == 0
	switch {
	case anew:
		j = &journal{path: jpath, Version: journalVersion, Build: build(), Settings: settings, Inputs: inputs}
	case none && resume:
		return fmt.Errorf("%s: has no journal (%s) to go on by: -force begins again", path, jpath)
	case none, err == nil && !resume:
		return fmt.Errorf("%s: %w", path, errExists)
	case err != nil:
		return err
	default:
		if err := j.fits(settings, inputs); err != nil {
			return fmt.Errorf("%s: %w: -force begins again", path, err)
		}
		j.Inputs = inputs
		if j.Summary != nil {
			o.summary = j.Summary
		}
	}
	o.journal = j
	if o.rejected, err = openAppender(rejected); err != nil {
		return err
	}
	if !anew {
		return o.recover()
	}
	if err := errors.Join(o.out.cut(0), o.rejected.cut(0)); err != nil {
		return err
	}
	return o.save(false)
}

// close closes the files.
func (o *output) close() error {
	var errs []error
	for _, a := range []*appender{o.out, o.rejected} {
		if a != nil && a.file != nil {
			errs = append(errs, a.file.Close())
		}
	}
	return errors.Join(errs...)
}

// recover finds what the output has beyond the journal, cuts off what is not whole,
// and sets the position behind the rest.
func (o *output) recover() error {
	j := o.journal
	if o.out.size < j.Output || o.rejected.size < j.Rejected {
		return fmt.Errorf("%s: shorter than its journal says (%d bytes, %d beside it): -force begins again", o.out.file.Name(), j.Output, j.Rejected)
	}
	written := 0
	end, err := o.out.lines(j.Output, func(line []byte) bool {
		facts, err := tally.Read(line)
		if err != nil {
			return false
		}
		written++
		o.summary.Add(facts)
		return true
	})
	if err != nil {
		return err
	}
	bad := 0
	endBad, err := o.rejected.lines(j.Rejected, func(line []byte) bool {
		var r story.Rejection
		// One that comes before the last analysis, or right behind it or another such,
		// is a record that is done. Others are read again.
		if json.Unmarshal(line, &r) != nil || r.Record > j.Records+written+bad+1 {
			return false
		}
		bad++
		return true
	})
	if err != nil {
		return err
	}
	if err := errors.Join(o.out.cut(end), o.rejected.cut(endBad)); err != nil {
		return err
	}
	j.Records += written + bad
	o.bad = j.Bad + bad
	if o.unique != nil {
		if _, err := o.out.lines(0, func(line []byte) bool { o.unique.add(idOf(line)); return true }); err != nil {
			return err
		}
	}
	return nil
}

// idOf returns the id of an analysis, which stands first in it.
func idOf(line []byte) string {
	var a struct {
		ID string `json:"id"`
	}
	json.Unmarshal(line, &a)
	return a.ID
}

func openAppender(path string) (*appender, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: is no file (standard output takes what -o does not)", path)
	}
	return &appender{w: f, file: f, size: info.Size()}, nil
}

// lines calls yield with each whole line from an offset on until it returns false,
// and returns the offset behind the last that it took.
func (a *appender) lines(from int64, yield func([]byte) bool) (end int64, err error) {
	if _, err := a.file.Seek(from, io.SeekStart); err != nil {
		return from, err
	}
	r := bufio.NewReaderSize(a.file, 1<<20)
	for end = from; ; {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return end, nil
		}
		if err != nil {
			return end, err
		}
		if !yield(line) {
			return end, nil
		}
		end += int64(len(line))
	}
}

// cut shortens the file and goes on writing at its end.
func (a *appender) cut(size int64) error {
	if err := a.file.Truncate(size); err != nil {
		return err
	}
	a.size = size
	_, err := a.file.Seek(size, io.SeekStart)
	return err
}
