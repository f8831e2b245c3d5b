package page

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// report is the analysis in the words and numbers that the templates put down.
type report struct {
	Lang, Title string
	Kicker      string // section and source
	Byline      string // where no line of the story has it
	Published   string
	Datetime    string // the same for machines
	Facts       []string
	Headline    []voice // empty where the story has none
	Story       []block
	Furniture   []string // what belongs to the page that the story stood on
	Subjects    []*subject
	People      []*subject
	Others      []group
	Speakers    []*speaker
	Stances     []*stance
	Graph       *graph
	Matrix      *matrix
	Tones       []*subject
	analysis    *newstext.Analysis
	quotes      []*said  // in order of the text
	marks       [][]mark // of each block
}

// group holds the entities of a type.
type group struct {
	Title string
	List  []*subject
}

func newReport(r *newstext.Analysis) *report {
	p := &report{analysis: r}
	p.meta()
	p.subjects()
	p.said()
	p.stances()
	p.tones()
	p.story()
	p.facts()
	return p
}

func (p *report) meta() {
	m := p.analysis.Article.Meta()
	p.Lang = "en"
	if m.Language != language.Und {
		p.Lang = m.Language.String()
	}
	if p.Title = clean(p.analysis.Article.Headline()); p.Title == "" {
		p.Title = "A story without a headline"
	}
	p.Kicker = clean(strings.Join(slices.DeleteFunc([]string{m.Section, m.Source}, func(s string) bool { return s == "" }), " · "))
	if !m.Published.IsZero() {
		p.Published, p.Datetime = m.Published.Format("2 January 2006"), m.Published.Format("2006-01-02T15:04:05Z07:00")
	}
	lines := 0
	for range p.analysis.Article.Bylines() {
		lines++
	}
	if lines == 0 && len(m.Byline) > 0 {
		p.Byline = "By " + clean(join(m.Byline))
	}
}

// facts counts what is in the story, for the line below the headline.
func (p *report) facts() {
	words := 0
	for b := range p.analysis.Article.Blocks() {
		if !b.Kind().Boilerplate() {
			words += len(strings.Fields(b.Text()))
		}
	}
	p.Facts = append(p.Facts, count(words, "word", "words"))
	for _, f := range []struct {
		n         int
		one, many string
	}{{len(p.People), "person", "people"}, {len(p.Subjects) - len(p.People), "other name", "other names"},
		{len(p.quotes), "quote", "quotes"}, {len(p.Stances), "stance", "stances"}} {
		if f.n > 0 {
			p.Facts = append(p.Facts, count(f.n, f.one, f.many))
		}
	}
}

// subject is an entity as the page speaks of it.
type subject struct {
	ID       int
	Type     string
	Name     string
	Country  string
	Roles    string
	Count    int    // mentions
	Mentions string // the same in words: "17 mentions (5 by name)"
	Bar      int    // mentions in percent of those of the most mentioned
	Quotes   string // "7 quotes", or ""
	Stances  []*stance
	Tone     *tone
}

// Description is the subject in a sentence, for those who cannot see the note.
func (s *subject) Description() string {
	parts := []string{s.Type}
	if s.Country != "" {
		parts = append(parts, s.Country)
	}
	if s.Roles != "" {
		parts = append(parts, s.Roles)
	}
	if parts = append(parts, s.Mentions); s.Quotes != "" {
		parts = append(parts, s.Quotes)
	}
	return strings.Join(parts, "; ")
}

// Few returns the first stances, as many as a note has room for.
func (s *subject) Few() []*stance { return s.Stances[:min(3, len(s.Stances))] }

// More returns how many stances a note leaves out.
func (s *subject) More() int { return len(s.Stances) - len(s.Few()) }

var typeTitles = []struct {
	of    entity.Type
	title string
}{{entity.Org, "Organizations"}, {entity.Place, "Places"}, {entity.Group, "Groups"}, {entity.Event, "Events"}, {entity.Work, "Works"}}

func (p *report) subjects() {
	list := p.analysis.Entities
	most := 1
	for _, e := range list {
		most = max(most, len(e.Mentions))
	}
	for _, e := range list {
		s := &subject{ID: e.ID, Type: typeName(e.Type), Name: clean(e.Name), Country: e.Country,
			Roles: roles(p.analysis.Article, e), Count: len(e.Mentions), Bar: max(1, 100*len(e.Mentions)/most)}
		s.Mentions = count(s.Count, "mention", "mentions")
		if n := len(e.Names()); n < s.Count {
			s.Mentions += fmt.Sprintf(" (%d by name)", n)
		}
		p.Subjects = append(p.Subjects, s)
	}
	ofType := func(list entity.List, t entity.Type) []*subject {
		var out []*subject
		for _, e := range list.ByType(t) {
			out = append(out, p.Subjects[e.ID])
		}
		slices.SortStableFunc(out, byCount)
		return out
	}
	p.People = ofType(list, entity.Person)
	for _, t := range typeTitles {
		if l := ofType(list.Named(), t.of); len(l) > 0 {
			p.Others = append(p.Others, group{t.title, l})
		}
	}
	var unnamed []*subject
	for _, e := range list[len(list.Named()):] {
		if e.Type != entity.Person {
			unnamed = append(unnamed, p.Subjects[e.ID])
		}
	}
	if len(unnamed) > 0 {
		p.Others = append(p.Others, group{"Spoken of without a name", unnamed})
	}
}

// roles returns the different roles of an entity in order.
func roles(a *article.Article, e entity.Entity) string {
	var out []string
	for _, r := range e.Roles {
		words := clean(a.Slice(r.Span))
		if !slices.ContainsFunc(out, func(s string) bool { return strings.EqualFold(s, words) }) {
			out = append(out, words)
		}
	}
	return strings.Join(out, "; ")
}

func typeName(t entity.Type) string {
	if t == entity.Org {
		return "organization"
	}
	return t.String()
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// join writes a list as English does: "A, B and C".
func join(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

// signed writes a number from −1 to 1 with its sign.
func signed(x float64) string {
	s := fmt.Sprintf("%+.2f", x)
	if s == "+0.00" || s == "-0.00" {
		return "0.00"
	}
	return strings.Replace(s, "-", "−", 1)
}
