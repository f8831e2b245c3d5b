// Package page draws a summary as one page that needs no network and no script: who
// speaks, who quotes whom, who stands for or against whom, and when.
package page

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

//go:embed page.html style.css
var files embed.FS

var layout = template.Must(template.New("page.html").Funcs(template.FuncMap{"thousands": thousands, "px": px}).ParseFS(files, "page.html"))

// Options say what a summary does not know.
type Options struct {
	Title  string   // of the archive
	Bad    int      // records that could not be read
	Tables []string // names of files with the whole tables beside the page
}

// view is what the template shows.
type view struct {
	Options
	Style    template.CSS
	Summary  *tally.Summary
	First    string // month in words
	Last     string
	Outlets  int
	Calendar *calendar
	Speakers []speaker
	Longest  int // quotes of the first
	Quoted   []tally.Row[tally.Name, tally.Speech]
	Grid     *grid
	Pairs    []pair
	Axis     axis // of all pairs
	Table    []tally.Row[tally.Pair, tally.Standing]
	Lost     []string // what is not exact
	Aliases  []tally.Alias
	More     int // aliases that are not shown
}

// Write writes the page. Names are joined across stories (see tally.Summary.Joined);
// the page says which.
func Write(w io.Writer, s *tally.Summary, o Options) error {
	style, err := files.ReadFile("style.css")
	if err != nil {
		return err
	}
	s, aliases := s.Joined()
	first, last := s.Span()
	v := view{Options: o, Style: template.CSS(style), Summary: s, First: words(first), Last: words(last),
		Outlets: outlets(s), Calendar: newCalendar(s), Speakers: speakers(s, 15), Quoted: s.MostQuoted(15),
		Grid: newGrid(s, 12, 12), Table: s.Pairs.Top(30), Lost: lost(s),
		Aliases: aliases[:min(len(aliases), 12)], More: max(len(aliases)-12, 0)}
	v.Axis = newAxis(s, 60)
	v.Pairs = pairs(s, 12, v.Axis)
	return layout.Execute(w, v)
}

func outlets(s *tally.Summary) int {
	seen := map[string]bool{}
	for _, r := range s.Quoting.Rows() {
		seen[r.Key.Outlet] = true
	}
	return len(seen)
}

// lost says which tables have forgotten what is rare, and how much a count lacks at
// most.
func lost(s *tally.Summary) (all []string) {
	for _, t := range []struct {
		name string
		lost int
	}{{"speakers", s.Speakers.Lost}, {"who quotes whom", s.Quoting.Lost}, {"stances", s.Pairs.Lost}} {
		if t.lost > 0 {
			all = append(all, fmt.Sprintf("%s: %d", t.name, t.lost))
		}
	}
	return all
}

// thousands writes a number with a comma for every three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// px writes a length without digits that nobody sees.
func px(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x, 'f', 1, 64), "0"), ".")
}
