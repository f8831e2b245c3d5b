package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/seed05c9d22b/newstext/examples/corpus/page"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[*tally.Summary](), encodeSummary, decodeSummary)
	register.Combiner3[*tally.Summary, string, *tally.Summary](&summaryFn{})
	register.DoFn3x1[context.Context, *tally.Summary, func(*string) bool, error](&pageFn{})
	register.Iter1[string]()
}

func encodeSummary(s *tally.Summary) ([]byte, error) { return json.Marshal(s) }

func decodeSummary(data []byte) (*tally.Summary, error) {
	s := new(tally.Summary)
	return s, json.Unmarshal(data, s)
}

// Summarize combines all analyses to one summary. Parts of it are made where the
// analyses are, in bounded memory, and merged. Without analyses there is none.
func Summarize(s beam.Scope, analyses beam.PCollection) beam.PCollection {
	return beam.Combine(s.Scope("Summarize"), &summaryFn{}, analyses)
}

type summaryFn struct{}

func (*summaryFn) CreateAccumulator() *tally.Summary { return new(tally.Summary) }

func (*summaryFn) AddInput(s *tally.Summary, analysis string) (*tally.Summary, error) {
	f, err := tally.Read([]byte(analysis))
	if err == nil {
		s.Add(f)
	}
	return s, err
}

func (*summaryFn) MergeAccumulators(a, b *tally.Summary) *tally.Summary {
	a.Merge(b)
	return a
}

func (*summaryFn) ExtractOutput(s *tally.Summary) *tally.Summary { return s }

// WritePage draws a summary as the page of examples/corpus.
func WritePage(s beam.Scope, path string, summary, rejected beam.PCollection) {
	beam.ParDo0(s.Scope("WritePage"), &pageFn{Path: path}, summary, beam.SideInput{Input: rejected})
}

type pageFn struct {
	Path string
}

func (fn *pageFn) ProcessElement(ctx context.Context, s *tally.Summary, rejected func(*string) bool) error {
	bad := 0
	for line := ""; rejected(&line); {
		bad++
	}
	fs, err := filesystem.New(ctx, fn.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	w, err := fs.OpenWrite(ctx, fn.Path)
	if err != nil {
		return err
	}
	return errors.Join(page.Write(w, s, page.Options{Bad: bad}), w.Close())
}
