package tally

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// WriteText writes the summary for a terminal, each table with its first n rows, and
// names joined across stories (see Joined).
func (s *Summary) WriteText(w io.Writer, n int) error {
	s, _ = s.Joined()
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "%d stories", s.Stories)
	if first, last := s.Span(); first != "" {
		fmt.Fprintf(out, ", %d of them dated, %s to %s", s.Dated, first, last)
	}
	fmt.Fprintf(out, "; %d quotes; %d stances, %d of them between two who are named\n", s.Quotes, s.Stances, s.Between)
	if rows := s.Speakers.Top(n); len(rows) > 0 {
		fmt.Fprintf(out, "\nTop speakers\tquotes\tdirect\tmixed\tindirect\tstories\n")
		for _, r := range rows {
			c := r.Counts
			fmt.Fprintf(out, "  %s\t%d\t%d\t%d\t%d\t%d\n", short(r.Key.Name), c.Quotes, c.Direct, c.Mixed, c.Indirect, c.Stories)
		}
	}
	if rows := s.MostQuoted(n); len(rows) > 0 {
		fmt.Fprintf(out, "\nQuoted in most stories\tstories\tquotes\n")
		for _, r := range rows {
			fmt.Fprintf(out, "  %s\t%d\t%d\n", short(r.Key.Name), r.Counts.Stories, r.Counts.Quotes)
		}
	}
	if rows := s.Quoting.Top(n); len(rows) > 0 {
		fmt.Fprintf(out, "\nWho quotes whom\tquotes\tstories\n")
		for _, r := range rows {
			fmt.Fprintf(out, "  %s: %s\t%d\t%d\n", short(r.Key.Outlet), short(r.Key.Speaker.Name), r.Counts.Quotes, r.Counts.Stories)
		}
	}
	if rows := s.Pairs.Top(n); len(rows) > 0 {
		fmt.Fprintf(out, "\nWho stands for or against whom\tfor\tagainst\tmonths\n")
		for _, r := range rows {
			c := r.Counts
			fmt.Fprintf(out, "  %s → %s\t%d\t%d\t%s\n", short(r.Key.Holder.Name), short(r.Key.Target.Name), c.For, c.Against, c.When())
		}
	}
	return out.Flush()
}

// When says from when to when a pair has stances.
func (s Standing) When() string {
	m := s.Months
	if len(m) > 0 && m[0].Month == "" {
		m = m[1:]
	}
	switch len(m) {
	case 0:
		return "no date"
	case 1:
		return string(m[0].Month)
	}
	return string(m[0].Month) + " to " + string(m[len(m)-1].Month)
}

// short cuts a name that is too long for a table.
func short(name string) string {
	const most = 40
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return -1 // what would steer the terminal
		}
		return r
	}, name)
	if utf8.RuneCountInString(name) <= most {
		return name
	}
	return string([]rune(name)[:most-1]) + "…"
}
