package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/ner"
)

// tables makes tables as news has them, with names of clubs, places and persons that
// are drawn: of those the stories have few, and none like another. In results of games
// what has a score is a team, be it called by a city or a country; reports are rows of
// places or persons with figures. Of half of them no list of names knows a word.
func tables(results, reports int) (out stories) {
	r := rand.New(rand.NewPCG(*seed, 5))
	p := newPool(r)
	for k := range results + reports {
		t := &table{p: p}
		if k < results {
			t.write(games)
		} else {
			t.write(figures)
		}
		s := rough{text: t.text.String(), names: t.names}.exact()
		if r.IntN(2) == 0 {
			s.doc.ForgetNames()
			for k, e := range s.all {
				e.lattice.Fill(s.doc, &s.doc.Sentences[s.at[k]])
			}
		}
		out = append(out, s)
	}
	return out
}

// table is a table of results as it is written.
type table struct {
	p        *pool
	text     strings.Builder
	names    []roughName
	teams    []string
	capitals bool // teams in capitals
	heading  string
}

// n draws a number.
func (t *table) n(least, most int) int { return least + t.p.r.IntN(most-least+1) }

// team draws a club, or a place for one.
func (t *table) team() string {
	var name string
	switch t.p.r.IntN(10) {
	case 0:
		name = t.p.any(t.p.countries)
	case 1, 2, 3:
		name = t.p.any(t.p.cities)
	case 4:
		name = t.p.any(t.p.admin)
	default:
		name = t.p.any(t.p.clubs)
	}
	if t.capitals {
		name = strings.ToUpper(name)
	}
	return name
}

// player draws a person: a surname, with an initial or in full.
func (t *table) player() string {
	switch t.p.r.IntN(5) {
	case 0:
		return t.p.of(t.p.surnames)
	case 1, 2:
		return t.p.of(t.p.given)[:1] + ". " + t.p.of(t.p.surnames)
	}
	return t.p.person(2)
}

// line writes a line of a form in which, behind a %, letters stand for what is
// drawn: T team, P person, C country, c city, L city in capitals, G nation, K
// score, N number up to 130, D digit, W weekday, M time, H heading that is no name.
func (t *table) line(form string) {
	b := &t.text
	name := func(s string, types uint32) {
		t.names = append(t.names, roughName{b.Len(), b.Len() + len(s), types})
		b.WriteString(s)
	}
	for i := 0; i < len(form); i++ {
		if form[i] != '%' {
			b.WriteByte(form[i])
			continue
		}
		i++
		switch form[i] {
		case 'T':
			name(t.p.any(t.teams), org)
		case 'P':
			name(t.player(), person)
		case 'C':
			name(t.p.any(t.p.countries), place)
		case 'c':
			name(t.p.any(t.p.cities), place)
		case 'L':
			name(strings.ToUpper(t.p.any(t.p.cities)), place)
		case 'G':
			name(t.p.any(t.p.adjectives), 1<<ner.Group)
		case 'K':
			fmt.Fprintf(b, "%d-%d", t.n(0, 9), t.n(0, 9))
		case 'N':
			fmt.Fprint(b, t.n(0, 130))
		case 'D':
			fmt.Fprint(b, t.n(0, 9))
		case 'W':
			b.WriteString(t.p.any(weekdays))
		case 'H':
			b.WriteString(t.heading)
		case 'M':
			fmt.Fprintf(b, "%d:%02d.%d", t.n(1, 59), t.n(0, 59), t.n(0, 99))
		}
	}
	b.WriteByte('\n')
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

var headings = []string{"Chapter", "Day", "Exit", "Item", "Kilometre", "Lesson", "Lot", "Mile", "Page", "Part", "Question", "Round", "Section", "Stage", "Step", "Stop", "Table", "Track", "Unit", "Week"}

// games are the lines of tables of results of different games: a heading, and two
// lines that repeat.
var games = [][3]string{
	{"Results of %G league matches on %W:", "%T %D %T %D", "%T %D %T %D (halftime %K)"},
	{"Results from %W's %G first division soccer games", "%T %K %T", "%T %K %T (%P %N, %N; %P %N)"},
	{"%G championship standings after %W's matches:", "%T %N %N %D %N %N", "%T %N %N %D %N %N %N"},
	{"Standings (played, won, drawn, lost, points)", "%D. %T %N %N %D %N", "%D. %T %N %N %D %N"},
	{"Standings", "%T %N %N .%D%D%D -", "%T %N %N .%D%D%D %D 1/2"},
	{"Fixtures for %W:", "%T v %T", "%T v %T"},
	{"Fixtures", "%T vs %T", "%T at %T"},
	{"Close of play scores on %W:", "%c: %T %N and %N-%D (%P %N, %P %N not out), %T %N (%P %D-%N).", "At %c, %T %N (%P %N; %P %D-%N) v %T."},
	{"%L - Scores in the match between %T and %T on %W:", "%P c %P b %P %N", "%P not out %N"},
	{"Leading results on %W:", "%D. %P (%C) %M", "%D. %P (%C) %N.%N"},
	{"Men's 100 metres", "%D. %P, %C, %M", "%D %P %C %M"},
	{"Women's singles, second round", "%P (%C) beat %P (%C) %K %K", "%P (%C) beat %P (%C) %K %K %K"},
	{"Second round", "%D - %P (%C) beat %P (%C) %K %K", "%P, %C, def. %P, %C, %K, %K"},
	{"Leading scores after the second round", "%N %P %N %N", "%N %P (%C) %N %N"},
	{"%T %K %T", "Scorers: %T - %P (%Nth), %P (%Nth). %T - %P (%Nth). Attendance: %N,000", "Teams: %T: %P, %P, %P, %P. %T: %P, %P, %P."},
	{"Summaries of %W's matches:", "%T %D (%P %N, %P %N) %T %D (%P %N). Halftime %K. Attendance %N,000.", "%T %D %T %D. Attendance: %N,000."},
	{"%G cup, quarter-final results", "%T beat %T %K", "%T bt %T %K (%K)"},
}

// figures are the lines of reports from several places, likewise.
var figures = [][3]string{
	{"%c - Rain fell at most places on %W.", "%c recorded %N.%Dmm of rain followed by %c with %N.%Dmm, %c %N.%Dmm, %c %N.%Dmm and %c %N.%D.", "Heaviest at %c with %N.%Dmm, %c %N.%Dmm, %c %Nmm and %c %N.%Dmm."},
	{"%L: Temperatures fell on %W.", "%c recorded a low of %N.%D°C, %c %N.%D°C, %c %N.%D°C and %c %N.%D°C, an official said.", "%c had %N.%D°C against %N.%D°C the night before."},
	{"%c, %C:", "%H %D: %c - small stop with a siding. %H %N: %c - agent's station. %H %N.%D: %c - spur.", "%H %N.%D: %c - stop for passengers. %H %N: fill over a brook. %H %N: %c - yard."},
	{"Polling on %W", "%c: %P %N,%N%D%D votes, %P %N. %c: %P %N, %P %N.", "%P (%G) %N, %P (%G) %N."},
	{"The dead were named as:", "%P (%N), %P (%N), %P (%N) and %P (%N), all from %c.", "%P, %N, and %P, %N, both of %c, were hurt."},
	{"Prices on %W", "%c %N.%D%D, %c %N.%D%D, %c %N.%D%D, %c %N.%D.", "%H %D: %N.%D%D in %c and %N.%D in %c."},
	{"Quakes", "A magnitude %D.%D quake struck %Nkm from %c, %C, on %W.", "%c (%C) %D.%D, %c (%C) %D.%D, %c (%C) %D.%D"},
	{"Contents", "%H %D: %P on %c", "%H %D: %C, by %P. %H %D: %P."},
}

// write writes a table with lines of one of the forms.
func (t *table) write(forms [][3]string) {
	f := forms[t.p.r.IntN(len(forms))]
	t.capitals = t.p.r.IntN(5) == 0
	t.heading = t.p.any(headings)
	for range t.n(4, 12) {
		t.teams = append(t.teams, t.team())
	}
	if t.p.r.IntN(3) == 0 {
		t.line(t.p.any([]string{"%L, %W", "%L, Aug. 1%D", "%L 20%D%D-0%D-1%D", "%L (%W)"}))
	}
	if t.p.r.IntN(4) > 0 {
		t.line(f[0])
	}
	for range t.n(3, 9) {
		t.line(f[1+t.p.r.IntN(2)])
	}
}
