// Package pipeline analyzes stories and counts over them as a Beam pipeline: files →
// records → analyses and bad records → tables and a page.
//
// What is done to a record, and what is counted of an analysis, is not here but in
// packages story and tally of examples/corpus: so both give the same results.
package pipeline

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/seed05c9d22b/newstext/article"
)

// Options say what is read and written.
type Options struct {
	Inputs  []string // globs of JSONL files, and of Parquet files where they end in .parquet
	Output  string   // folder
	Shards  int      // files of analyses, and of each table
	Fields  string   // names of fields, as story.ParseFields reads them
	Format  article.Format
	MaxLine int // bytes of a line; 64 MB where it is 0
}

// Build adds all to a pipeline.
func Build(s beam.Scope, o Options) {
	if o.MaxLine == 0 {
		o.MaxLine = 64 << 20
	}
	records := Read(s, o.Inputs, o.MaxLine)
	analyses, rejected := Analyze(s, records, o)
	WriteLines(s, o.Output+"/analyses", ".jsonl", o.Shards, analyses)
	WriteLines(s, o.Output+"/rejected", ".jsonl", 1, rejected)
	speakers, quoting, stances := Tables(s, analyses)
	WriteLines(s, o.Output+"/speakers", ".csv", o.Shards, speakers)
	WriteLines(s, o.Output+"/quoting", ".csv", o.Shards, quoting)
	WriteLines(s, o.Output+"/stances", ".csv", o.Shards, stances)
	WritePage(s, o.Output+"/report.html", Summarize(s, analyses), rejected)
}
