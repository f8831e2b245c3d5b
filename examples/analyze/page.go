package main

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"
)

// page lays out text for reading: sections, columns, and lines wrapped to a
// width.
type page struct {
	out    io.Writer
	width  int
	colour bool
}

func newPage(out io.Writer, width int, colour bool) *page {
	return &page{out, max(60, width), colour}
}

// Styles are the parameters of ANSI escape sequences.
const (
	bold  = "1"
	dim   = "2"
	red   = "31"
	green = "32"
)

func (p *page) style(code, s string) string {
	if !p.colour || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *page) section(title string) {
	fmt.Fprintf(p.out, "\n%s\n", p.style(bold, strings.ToUpper(title)))
}

// item is a label with a note and behind them words, wrapped so that all lines of
// them start in the same column.
type item struct {
	indent, column         int // where the label starts, where the words start
	label, note, words     string
	labelStyle, wordsStyle string
}

// item writes an item. A label that does not fit before the column gets lines of
// its own.
func (p *page) item(it item) {
	margin, lead := strings.Repeat(" ", it.column), strings.Repeat(" ", it.column)
	if n := columns(it.label + it.note); n < it.column-it.indent {
		lead = strings.Repeat(" ", it.indent) + p.style(it.labelStyle, it.label) + p.style(dim, it.note) + strings.Repeat(" ", it.column-it.indent-n)
	} else {
		for _, line := range wrap(it.label+it.note, p.width-it.indent) {
			fmt.Fprintf(p.out, "%s%s\n", strings.Repeat(" ", it.indent), p.style(it.labelStyle, line))
		}
	}
	lines := wrap(it.words, p.width-it.column)
	if len(lines) == 0 && strings.TrimSpace(lead) != "" {
		lines = []string{""}
	}
	for _, line := range lines {
		fmt.Fprintf(p.out, "%s\n", strings.TrimRight(lead+p.style(it.wordsStyle, line), " "))
		lead = margin
	}
}

// wrap breaks words into lines of at most n columns; a longer word gets a line of
// its own.
func wrap(words string, n int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range strings.Fields(words) {
		c := columns(w)
		if used > 0 && used+1+c > n {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += w
		used += c
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}

// columns returns how many columns of a terminal a string takes; East Asian wide
// characters take two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// cut returns s shortened to n columns.
func cut(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	used := 0
	for i, r := range s {
		if used += columns(string(r)); used > n-1 {
			return s[:i] + "…"
		}
	}
	return s
}

// clean removes control characters, so that a story cannot steer the terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
}
