// Beam analyzes an archive of stories with Apache Beam: on this machine, or on a
// cluster with Dataflow, Flink or Spark. It does what examples/corpus does, where one
// machine is too slow. See README.md.
//
//	go run . --input='archive/*.jsonl.gz,more/*.parquet' --output=out
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/beam/pipeline"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
)

var (
	input  = flag.String("input", "", "`globs` of JSONL and Parquet files, with commas between them (local, or gs://)")
	output = flag.String("output", "", "`folder` to write to (local, or gs://)")
	shards = flag.Int("shards", 10, "`number` of files with analyses, and of each table")
	fields = flag.String("fields", "", "`names` of fields in the input where they are not ours: published=date,source=outlet")
	text   = flag.Bool("text", true, "add the text to the analyses")
	tokens = flag.Bool("tokens", false, "add the tokens to the analyses")
)

func main() {
	flag.Parse()
	beam.Init() // in a worker of a cluster, this is where the program stays
	f, err := story.ParseFields(*fields)
	switch {
	case strings.Trim(*input, ", ") == "" || *output == "" || *shards < 1 || flag.NArg() > 0:
		err = fmt.Errorf("--input and --output are needed (see README.md)")
	case err != nil:
		err = fmt.Errorf("--fields: %w", err)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(2)
	}
	p, root := beam.NewPipelineWithRoot()
	pipeline.Build(root, pipeline.Options{
		Inputs: strings.Split(*input, ","),
		Output: strings.TrimSuffix(*output, "/"),
		Shards: *shards,
		Fields: f.String(),
		Format: article.Format{OmitText: !*text, Tokens: *tokens},
	})
	if err := beamx.Run(context.Background(), p); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}
