package pipeline

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn1x2[string, int, string](&shardFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
	register.Iter1[string]()
}

// WriteLines writes lines to files like PREFIX-00003-of-00010.jsonl, in no order.
// In which file a line stands depends on the line alone: when a runner does the work
// of a file once more, after a machine was lost, it writes the same again. A file
// without lines is not written.
func WriteLines(s beam.Scope, prefix, ending string, shards int, lines beam.PCollection) {
	s = s.Scope("Write " + ending)
	filesystem.ValidateScheme(prefix)
	keyed := beam.ParDo(s, &shardFn{Shards: shards}, lines)
	beam.ParDo0(s, &writeFn{Prefix: prefix, Ending: ending, Shards: shards}, beam.GroupByKey(s, keyed))
}

type shardFn struct {
	Shards int
}

func (fn *shardFn) ProcessElement(line string) (int, string) {
	h := fnv.New64a()
	h.Write([]byte(line))
	return int(h.Sum64() % uint64(fn.Shards)), line
}

type writeFn struct {
	Prefix, Ending string
	Shards         int
}

func (fn *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fmt.Sprintf("%s-%05d-of-%05d%s", fn.Prefix, shard, fn.Shards, fn.Ending)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	w := bufio.NewWriterSize(file, 1<<20)
	for line := ""; lines(&line); {
		w.WriteString(line) // an error stays until Flush
		w.WriteByte('\n')
	}
	return w.Flush()
}
