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
	return &page{out, max(40, width), colour}
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

// hang writes a label and behind it words wrapped so that all lines of them start
// in the same column. The label is written in a style, padded to the column.
func (p *page) hang(indent, column int, code, label, words string) {
	pad := strings.Repeat(" ", max(1, column-indent-columns(label)))
	lines := wrap(words, p.width-column)
	if columns(label) >= column-indent && words != "" { // a long label gets a line of its own
		fmt.Fprintf(p.out, "%s%s\n", strings.Repeat(" ", indent), p.style(code, label))
		label, pad = "", strings.Repeat(" ", column-indent)
	}
	for i, line := range lines {
		if i == 0 {
			fmt.Fprintf(p.out, "%s%s%s%s\n", strings.Repeat(" ", indent), p.style(code, label), pad, line)
			continue
		}
		fmt.Fprintf(p.out, "%s%s\n", strings.Repeat(" ", column), line)
	}
	if len(lines) == 0 {
		fmt.Fprintf(p.out, "%s%s\n", strings.Repeat(" ", indent), p.style(code, label))
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
