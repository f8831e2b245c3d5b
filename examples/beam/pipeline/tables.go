package pipeline

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

func init() {
	beam.RegisterType(reflect.TypeFor[tally.Speech]())
	beam.RegisterType(reflect.TypeFor[Sides]())
	register.Function4x1(facts)
	register.Emitter2[string, tally.Speech]()
	register.Emitter2[string, Sides]()
	register.Function2x1(addSpeech)
	register.Function2x1(addSides)
	register.Function2x1(speakersRow)
	register.Function2x1(quotingRow)
	register.Function2x1(stancesRow)
}

// Sides counts the stances of a pair in a month.
type Sides struct {
	For, Against int
}

// Tables returns the rows, as CSV, of who speaks, who quotes whom, and who stands for
// or against whom by month: the columns are those of the files of the same names
// that examples/corpus writes. They are exact at any size: each key is counted for
// itself, in parts that are summed before they travel.
func Tables(s beam.Scope, analyses beam.PCollection) (speakers, quoting, stances beam.PCollection) {
	s = s.Scope("Tables")
	speaking, quoted, stood := beam.ParDo3(s, facts, analyses)
	speakers = beam.ParDo(s, speakersRow, beam.CombinePerKey(s, addSpeech, speaking))
	quoting = beam.ParDo(s, quotingRow, beam.CombinePerKey(s, addSpeech, quoted))
	stances = beam.ParDo(s, stancesRow, beam.CombinePerKey(s, addSides, stood))
	return speakers, quoting, stances
}

func addSpeech(a, b tally.Speech) tally.Speech { return a.Plus(b) }

func addSides(a, b Sides) Sides { return Sides{a.For + b.For, a.Against + b.Against} }

// facts emits what an analysis adds to each table. A key is the columns of a row that
// name it, as CSV: text, so that all runners agree which keys are equal.
func facts(analysis string, speaking, quoted func(string, tally.Speech), stood func(string, Sides)) error {
	f, err := tally.Read([]byte(analysis))
	if err != nil {
		return err
	}
	for _, r := range f.Speakers {
		speaking(row(r.Key.Name, r.Key.Type), r.Counts)
		if f.Outlet != "" {
			quoted(row(f.Outlet, r.Key.Name, r.Key.Type), r.Counts)
		}
	}
	for _, r := range f.Pairs {
		for _, m := range r.Counts.Months {
			stood(row(r.Key.Holder.Name, r.Key.Holder.Type, r.Key.Target.Name, r.Key.Target.Type, string(m.Month)), Sides{m.For, m.Against})
		}
	}
	return nil
}

// row writes fields as CSV, without the end of the line.
func row(fields ...string) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(fields) // a buffer takes all
	w.Flush()
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func speakersRow(key string, c tally.Speech) string {
	return fmt.Sprintf("%s,%d,%d,%d,%d,%d", key, c.Quotes, c.Direct, c.Mixed, c.Indirect, c.Stories)
}

func quotingRow(key string, c tally.Speech) string {
	return fmt.Sprintf("%s,%d,%d", key, c.Quotes, c.Stories)
}

func stancesRow(key string, c Sides) string {
	return fmt.Sprintf("%s,%d,%d", key, c.For, c.Against)
}
