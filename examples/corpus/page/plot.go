package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// bar is a rectangle with what it stands for.
type bar struct {
	X, Y, W, H float64
	Class      string
	Title      string
}

// calendar shows how many stories there are when.
type calendar struct {
	axis
	Bars     []bar
	Years    []tick
	Levels   []tick
	Width    float64
	Height   float64
	Peak     string
	PeakSize int
	Out      int // stories outside the axis
}

func newCalendar(s *tally.Summary) *calendar {
	c := &calendar{axis: newAxis(s, 480), Width: 920, Height: 150}
	if c.n < 2 {
		return nil
	}
	counts := make([]int, c.n)
	for _, r := range s.Calendar() {
		if i, ok := c.place(r.Key); ok {
			counts[i] += r.Counts.Stories
		} else {
			c.Out += r.Counts.Stories
		}
	}
	unit := c.Width / float64(c.n)
	peak := slices.Max(counts)
	c.Peak, c.PeakSize = c.name(slices.Index(counts, peak)), peak
	scale := c.Height / float64(peak)
	gap := min(unit/5, 2)
	for i, n := range counts {
		if n > 0 {
			h := max(float64(n)*scale, 0.7)
			c.Bars = append(c.Bars, bar{X: float64(i)*unit + gap/2, Y: c.Height - h, W: max(unit-gap, 0.8), H: h,
				Title: fmt.Sprintf("%s: %s", c.name(i), plural(n, "story", "stories"))})
		}
	}
	c.Years = c.ticks(c.Width, 14)
	for n, step := 0, max(round(peak)/4, 1); n <= peak; n += step {
		c.Levels = append(c.Levels, tick{Y: c.Height - float64(n)*scale, Text: thousands(n)})
	}
	return c
}

// speaker is a row of the plot of speakers.
type speaker struct {
	tally.Row[tally.Name, tally.Speech]
	Bars []bar // of a plot that is 100 wide
}

func speakers(s *tally.Summary, n int) []speaker {
	var all []speaker
	rows := s.Speakers.Top(n)
	for _, r := range rows {
		unit := 100 / float64(rows[0].Counts.Quotes)
		sp := speaker{Row: r}
		x := 0.0
		for _, part := range []struct {
			class string
			n     int
		}{{"direct", r.Counts.Direct}, {"mixed", r.Counts.Mixed}, {"indirect", r.Counts.Indirect}} {
			w := float64(part.n) * unit
			sp.Bars = append(sp.Bars, bar{X: x, W: w, Class: part.class})
			x += w
		}
		all = append(all, sp)
	}
	return all
}

// grid shows who quotes whom: outlets by speakers.
type grid struct {
	Speakers []tally.Name
	Rows     []gridRow
	Most     int
}

type gridRow struct {
	Outlet string
	Cells  []cell
	Quotes int
}

type cell struct {
	Quotes int
	R      float64 // of a circle in a field of 20 by 20, its area as the quotes
}

func newGrid(s *tally.Summary, most, wide int) *grid {
	rows := s.Quoting.Rows()
	byOutlet, bySpeaker := map[string]int{}, map[tally.Name]int{}
	for _, r := range rows {
		byOutlet[r.Key.Outlet] += r.Counts.Quotes
		bySpeaker[r.Key.Speaker] += r.Counts.Quotes
	}
	if len(byOutlet) < 2 {
		return nil
	}
	outlets := heaviest(byOutlet, most, strings.Compare)
	g := &grid{Speakers: heaviest(bySpeaker, wide, func(a, b tally.Name) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Type, b.Type))
	})}
	quotes := map[tally.Quoting]int{}
	for _, r := range rows {
		if slices.Contains(outlets, r.Key.Outlet) && slices.Contains(g.Speakers, r.Key.Speaker) {
			quotes[r.Key] = r.Counts.Quotes
			g.Most = max(g.Most, r.Counts.Quotes)
		}
	}
	for _, o := range outlets {
		row := gridRow{Outlet: o, Quotes: byOutlet[o]}
		for _, sp := range g.Speakers {
			n := quotes[tally.Quoting{Outlet: o, Speaker: sp}]
			row.Cells = append(row.Cells, cell{n, 9.5 * math.Sqrt(float64(n)/float64(g.Most))})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// heaviest returns the n keys with the highest counts, in that order.
func heaviest[K comparable](counts map[K]int, n int, compare func(a, b K) int) []K {
	all := make([]K, 0, len(counts))
	for k := range counts {
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b K) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), compare(a, b)) })
	return all[:min(n, len(all))]
}

// pair is the plot of a pair over time: for stands above the line, against below.
type pair struct {
	tally.Row[tally.Pair, tally.Standing]
	Bars    []bar
	Years   []tick
	Undated int
	Spoken  string // the plot in words
}

// Sizes of the plot of a pair.
const (
	PairWidth  = 280.0
	PairHeight = 84.0
)

func pairs(s *tally.Summary, n int, a axis) (all []pair) {
	peak := 1 // of all plots, which so have one scale
	rows := s.Pairs.Top(n)
	type side struct{ pro, con int }
	counts := make([][]side, len(rows))
	for k, r := range rows {
		counts[k] = make([]side, a.n)
		for _, m := range r.Counts.Months {
			if i, ok := a.place(m.Month); ok {
				c := &counts[k][i]
				c.pro += m.For
				c.con += m.Against
				peak = max(peak, c.pro, c.con)
			}
		}
	}
	unit := PairWidth / float64(max(a.n, 1))
	gap := min(unit/5, 1.5)
	for k, r := range rows {
		p := pair{Row: r, Years: slices.DeleteFunc(a.ticks(PairWidth, 5), func(t tick) bool { return t.X > PairWidth-28 })} // where it would be cut off
		var spoken []string
		dated := 0
		for i, c := range counts[k] {
			scale := (PairHeight/2 - 1) / float64(peak)
			x, w := float64(i)*unit+gap/2, max(unit-gap, 1)
			title := fmt.Sprintf("%s: %d for, %d against", a.name(i), c.pro, c.con)
			if h := float64(c.pro) * scale; c.pro > 0 {
				p.Bars = append(p.Bars, bar{x, PairHeight/2 - h, w, h, "for", title})
			}
			if h := float64(c.con) * scale; c.con > 0 {
				p.Bars = append(p.Bars, bar{x, PairHeight / 2, w, h, "against", title})
			}
			if c.pro+c.con > 0 {
				dated += c.pro + c.con
				spoken = append(spoken, title)
			}
		}
		p.Undated = r.Counts.For + r.Counts.Against - dated
		p.Spoken = strings.Join(spoken, "; ")
		all = append(all, p)
	}
	return all
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}
