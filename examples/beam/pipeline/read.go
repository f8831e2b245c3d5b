package pipeline

import (
	"context"
	"fmt"
	"path"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/seed05c9d22b/newstext/examples/corpus/source"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Record]())
	register.DoFn3x1[context.Context, fileio.FileMetadata, func(Record), error](&readFn{})
	register.Emitter1[Record]()
}

// Record is a line of a file, or the reason why there is none.
type Record struct {
	Source string
	Line   int    // or row of a Parquet file, from 1
	Data   []byte // JSON
	Bad    string // reason
}

// Read returns the records of all files that match the globs.
//
// A file is read by one worker, since a packed one can be read in no other way and
// a bad record shall be told with its line; reading is quick. The records are then
// dealt out anew, and are analyzed by all workers. An archive of one file is read
// as fast as one of many as long as the analysis is the slower part, which it is up
// to some thousand cores.
func Read(s beam.Scope, globs []string, maxLine int) beam.PCollection {
	s = s.Scope("Read")
	var trimmed []string
	for _, g := range globs {
		if g = strings.TrimSpace(g); g != "" {
			filesystem.ValidateScheme(g)
			trimmed = append(trimmed, g)
		}
	}
	files := fileio.MatchAll(s, beam.CreateList(s, trimmed), fileio.MatchEmptyDisallow())
	return beam.Reshuffle(s, beam.ParDo(s, &readFn{MaxLine: maxLine}, beam.Reshuffle(s, files)))
}

type readFn struct {
	MaxLine int
}

// ProcessElement emits the records of a file. That a file is damaged is told as a bad
// record; that it cannot be opened may pass, and is left to the runner to retry.
func (fn *readFn) ProcessElement(ctx context.Context, file fileio.FileMetadata, emit func(Record)) error {
	if strings.HasSuffix(file.Path, "/") {
		return nil // a folder, where folders are objects
	}
	fs, err := filesystem.New(ctx, file.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	in, err := fs.OpenRead(ctx, file.Path)
	if err != nil {
		return fmt.Errorf("%s: %w", file.Path, err)
	}
	yield := func(line int, data []byte, err error) bool {
		r := Record{Source: file.Path, Line: line, Data: data}
		if err != nil {
			r.Bad = err.Error()
		}
		emit(r)
		return true
	}
	if path.Ext(file.Path) == ".parquet" {
		defer in.Close()
		return readParquet(in, yield)
	}
	text, err := source.Decompress(in) // closes in
	if err != nil {
		yield(0, nil, err)
		return nil
	}
	defer text.Close()
	source.Lines(text, fn.MaxLine, yield)
	return nil
}
