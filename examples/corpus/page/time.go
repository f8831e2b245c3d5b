package page

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// axis cuts the time of an archive into steps of some months.
type axis struct {
	first, step, n int // first month, counted from year 0; months a step; steps
}

// outside is the part of the dated stories that an axis may leave out at each end:
// a wrong date or two must not squeeze all others into a corner.
const outside = 0.002

// newAxis makes an axis of at most so many steps: of months, quarters, years, or
// more years.
func newAxis(s *tally.Summary, most int) axis {
	rows := s.Calendar()
	months := make([]tally.Row[int, int], 0, len(rows)) // month → stories
	all := 0
	for _, r := range rows {
		if m, ok := number(r.Key); ok {
			months = append(months, tally.Row[int, int]{Key: m, Counts: r.Counts.Stories})
			all += r.Counts.Stories
		}
	}
	if len(months) == 0 {
		return axis{}
	}
	edge := func(rows []tally.Row[int, int]) int {
		for left := int(outside * float64(all)); ; rows = rows[1:] {
			if left -= rows[0].Counts; left < 0 || len(rows) == 1 {
				return rows[0].Key
			}
		}
	}
	first := edge(months)
	slices.Reverse(months)
	last := edge(months)
	for _, step := range []int{1, 3, 12, 24, 60, 120, 1200, 12000} {
		a := axis{first: first - first%step, step: step}
		if a.n = (last-a.first)/step + 1; a.n <= most || step == 12000 {
			return a
		}
	}
	return axis{}
}

// number counts a month from year 0.
func number(m tally.Month) (int, bool) {
	if len(m) != 7 || m[4] != '-' {
		return 0, false
	}
	year, err := strconv.Atoi(string(m[:4]))
	month, err2 := strconv.Atoi(string(m[5:]))
	return year*12 + month - 1, err == nil && err2 == nil
}

// place returns the step of a month.
func (a axis) place(m tally.Month) (int, bool) {
	n, ok := number(m)
	if !ok || n < a.first || a.n == 0 {
		return 0, false
	}
	i := (n - a.first) / a.step
	return i, i < a.n
}

// Unit says what a step is, or nothing where nothing is dated.
func (a axis) Unit() string {
	switch {
	case a.step == 0:
		return ""
	case a.step == 1:
		return "month"
	case a.step == 3:
		return "quarter"
	case a.step == 12:
		return "year"
	}
	return fmt.Sprintf("%d years", a.step/12)
}

// name says when a step is.
func (a axis) name(i int) string {
	m := a.first + i*a.step
	switch {
	case a.step == 1:
		return fmt.Sprintf("%s %d", time.Month(m%12 + 1).String()[:3], m/12)
	case a.step == 3:
		return fmt.Sprintf("%s to %s %d", time.Month(m%12 + 1).String()[:3], time.Month(m%12 + 3).String()[:3], m/12)
	case a.step == 12:
		return strconv.Itoa(m / 12)
	}
	return fmt.Sprintf("%d to %d", m/12, m/12+a.step/12-1)
}

// tick is a label on an axis.
type tick struct {
	X, Y float64
	Text string
}

// ticks labels at most so many years, or months where there is one year only.
func (a axis) ticks(width float64, most int) (all []tick) {
	if a.n == 0 {
		return nil
	}
	unit := width / float64(a.n)
	years := a.n * a.step / 12
	every := 12
	for _, y := range []int{1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000} {
		if every = 12 * y; years/y <= most {
			break
		}
	}
	if years < 2 {
		for _, m := range []int{1, 2, 3, 6} {
			if every = m; a.n*a.step/m <= most {
				break
			}
		}
	}
	for m := a.first; m < a.first+a.n*a.step; m++ {
		if m%every != 0 {
			continue
		}
		text := strconv.Itoa(m / 12)
		if every < 12 && m%12 > 0 {
			text = time.Month(m%12 + 1).String()[:3]
		}
		all = append(all, tick{X: float64(m-a.first) / float64(a.step) * unit, Text: text})
	}
	return all
}

// words writes a month as "September 2016".
func words(m tally.Month) string {
	n, ok := number(m)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%s %d", time.Month(n%12+1), n/12)
}

// round returns the least of 1, 2, 5, 10, 20 … that is no less than n.
func round(n int) int {
	for unit := 1; ; unit *= 10 {
		for _, f := range []int{1, 2, 5} {
			if f*unit >= cmp.Or(n, 1) {
				return f * unit
			}
		}
	}
}
