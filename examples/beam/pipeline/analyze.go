package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/corpus/story"
)

func init() {
	register.DoFn4x1[context.Context, Record, func(string), func(string), error](&analyzeFn{})
	register.Emitter1[string]()
}

// Namespace of the counters that a runner shows: stories, rejected, and the
// distributions of their sizes and of the milliseconds that they took.
const Namespace = "newstext"

var (
	stories  = beam.NewCounter(Namespace, "stories")
	rejects  = beam.NewCounter(Namespace, "rejected")
	sizes    = beam.NewDistribution(Namespace, "story_bytes")
	duration = beam.NewDistribution(Namespace, "story_ms")
)

// Analyze returns one line of JSON for each record: its analysis, or what is wrong
// with it.
func Analyze(s beam.Scope, records beam.PCollection, o Options) (analyses, rejected beam.PCollection) {
	return beam.ParDo2(s.Scope("Analyze"), &analyzeFn{Fields: o.Fields, Format: o.Format}, records)
}

type analyzeFn struct {
	Fields string
	Format article.Format

	fields story.Fields
}

func (fn *analyzeFn) Setup() (err error) {
	fn.fields, err = story.ParseFields(fn.Fields)
	return err
}

func (fn *analyzeFn) ProcessElement(ctx context.Context, r Record, analysis, rejected func(string)) error {
	var id string
	var line []byte
	err := errors.New(r.Bad)
	if r.Bad == "" {
		start := time.Now()
		id, line, err = story.Analyze(r.Data, fn.fields, fn.Format)
		duration.Update(ctx, time.Since(start).Milliseconds())
		sizes.Update(ctx, int64(len(r.Data)))
	}
	if err == nil {
		stories.Inc(ctx, 1)
		analysis(string(line))
		return nil
	}
	rejects.Inc(ctx, 1)
	line, err = json.Marshal(story.Rejection{Source: r.Source, Line: r.Line, ID: id, Reason: err.Error()})
	if err != nil {
		return err
	}
	rejected(string(line))
	return nil
}
