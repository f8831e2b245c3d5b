package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/ner"
)

// tables makes results of games as news has them, with names of clubs, places and
// persons that are drawn: of those the stories have few, and none like another.
// What has a score is a team, be it called by a city or a country. Of half of them
// no list of names knows a word.
func tables(n int) (out stories) {
	r := rand.New(rand.NewPCG(*seed, 5))
	p := newPool(r)
	for range n {
		t := &table{p: p}
		t.write()
		s := rough{text: t.text.String(), names: t.names}.story(true)
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
// score, N number up to 130, D digit, W weekday, M time.
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
		case 'M':
			fmt.Fprintf(b, "%d:%02d.%d", t.n(1, 59), t.n(0, 59), t.n(0, 99))
		}
	}
	b.WriteByte('\n')
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// forms are the lines of tables of different games: a heading, and two lines that
// repeat.
var forms = [][3]string{
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

// write writes a table.
func (t *table) write() {
	f := forms[t.p.r.IntN(len(forms))]
	t.capitals = t.p.r.IntN(5) == 0
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
