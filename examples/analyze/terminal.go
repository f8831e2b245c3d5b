package main

import (
	"os"
	"strconv"
)

// terminal reports whether f is one.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Mode()&os.ModeDevice != 0
}

// colour reports whether to print in colour: on a terminal, unless NO_COLOR is
// set (https://no-color.org) or the terminal is a dumb one.
func colour(f *os.File) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminal(f)
}

// pageWidth returns the columns to fill: those of the terminal, those that COLUMNS
// asks for, or 80; at most 110, since longer lines are hard to read.
func pageWidth(f *os.File) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return min(n, 110)
	}
	if n := terminalWidth(f); n > 0 {
		return min(n, 110)
	}
	return 80
}
