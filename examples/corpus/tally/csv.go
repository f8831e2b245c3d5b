package tally

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// Sheet is a table as CSV.
type Sheet struct {
	Name   string // of its file
	Header []string
	Rows   [][]string
}

// Sheets returns all tables whole, in order of their counts.
func (s *Summary) Sheets() []Sheet {
	speakers := Sheet{Name: "speakers.csv", Header: []string{"speaker", "type", "quotes", "direct", "mixed", "indirect", "stories"}}
	for _, r := range s.Speakers.Rows() {
		speakers.add(r.Key.Name, r.Key.Type, r.Counts.Quotes, r.Counts.Direct, r.Counts.Mixed, r.Counts.Indirect, r.Counts.Stories)
	}
	quoting := Sheet{Name: "quoting.csv", Header: []string{"outlet", "speaker", "type", "quotes", "stories"}}
	for _, r := range s.Quoting.Rows() {
		quoting.add(r.Key.Outlet, r.Key.Speaker.Name, r.Key.Speaker.Type, r.Counts.Quotes, r.Counts.Stories)
	}
	stances := Sheet{Name: "stances.csv", Header: []string{"holder", "holder_type", "target", "target_type", "month", "for", "against"}}
	for _, r := range s.Pairs.Rows() {
		for _, m := range r.Counts.Months {
			stances.add(r.Key.Holder.Name, r.Key.Holder.Type, r.Key.Target.Name, r.Key.Target.Type, string(m.Month), m.For, m.Against)
		}
	}
	months := Sheet{Name: "months.csv", Header: []string{"month", "stories", "quotes", "for", "against"}}
	for _, r := range s.Calendar() {
		months.add(string(r.Key), r.Counts.Stories, r.Counts.Quotes, r.Counts.For, r.Counts.Against)
	}
	return []Sheet{speakers, quoting, stances, months}
}

func (s *Sheet) add(fields ...any) {
	row := make([]string, len(fields))
	for i, f := range fields {
		switch f := f.(type) {
		case int:
			row[i] = strconv.Itoa(f)
		default:
			row[i] = fmt.Sprint(f)
		}
	}
	s.Rows = append(s.Rows, row)
}

// Write writes the sheet as RFC 4180 has it.
func (s Sheet) Write(w io.Writer) error {
	c := csv.NewWriter(w)
	if err := c.Write(s.Header); err != nil {
		return err
	}
	return c.WriteAll(s.Rows)
}
