package page

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/quote"
)

// said is a quote as the page shows it.
type said struct {
	Number  int // from 1, in order of the text
	Kind    string
	Text    string
	Marks   bool // the words stood in quotation marks
	Cue     string
	Speaker string // "" where nobody is named
	To      string
	Class   string // what the speaker does by it; "" where he just says it
	Negated bool
	Within  int    // number of the quote that this one stands in, or 0
	Sure    string // confidence in percent, or ""
	spans   []article.Span
}

// Says names the quote in a few words.
func (q *said) Says() string {
	s := q.Speaker
	if s == "" {
		s = "speaker not named"
	}
	if q.Cue != "" {
		s += ", “" + q.Cue + "”"
	}
	return s
}

// Notes lists what is to be known of the quote beside its words.
func (q *said) Notes() string {
	n := []string{q.Kind}
	if q.Class != "" {
		n = append(n, q.Class)
	}
	if q.Negated {
		n = append(n, "negated")
	}
	if q.To != "" {
		n = append(n, "to "+q.To)
	}
	if q.Within > 0 {
		n = append(n, fmt.Sprintf("within quote %d", q.Within))
	}
	if q.Sure != "" {
		n = append(n, q.Sure+" sure")
	}
	return strings.Join(n, " · ")
}

// speaker is somebody and what he says.
type speaker struct {
	Of     *subject // nil where he is no entity
	Name   string
	Words  string
	Part   int // of the words said by all, in percent
	Quotes []*said
}

func (p *report) said() {
	text := p.analysis.Article.Text()
	for i, q := range p.analysis.Quotes {
		s := &said{Number: i + 1, Kind: q.Kind.String(), Text: p.words(q), Marks: q.Kind == quote.Direct,
			Cue: clean(p.analysis.Article.Slice(q.Cue)), Speaker: p.party(q.Speaker), To: p.party(q.Addressee),
			Negated: q.Negated, Within: q.Parent + 1}
		if q.Class != quote.Neutral {
			s.Class = q.Class.String()
		}
		if q.Confidence > 0 {
			s.Sure = fmt.Sprintf("%.0f%%", 100*q.Confidence)
		}
		for _, c := range q.Content {
			s.spans = append(s.spans, withMarks(text, c))
		}
		p.quotes = append(p.quotes, s)
	}
	p.speakers()
}

// words returns the words said, with dots where they are interrupted, and with the
// last quotation mark where the content ends before it.
func (p *report) words(q quote.Quote) string {
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, clean(p.analysis.Article.Slice(c)))
	}
	s := strings.Join(parts, " … ")
	switch {
	case q.Kind == quote.Direct:
	case strings.Count(s, `"`)%2 == 1:
		s += `"`
	case strings.Count(s, "“") > strings.Count(s, "”"):
		s += "”"
	}
	return s
}

// party returns the names of those who speak or are spoken to.
func (p *report) party(q quote.Party) string { return clean(q.Name()) }

// speakers puts the quotes under those who say them, who says the most first.
// What several say together stands with each of them.
func (p *report) speakers() {
	for _, share := range p.analysis.Quotes.Shares() {
		s := &speaker{Name: "Others", Words: count(share.Words, "word", "words"), Part: int(math.Round(100 * share.Part))}
		if share.Entity >= 0 {
			s.Of = p.Subjects[share.Entity]
			s.Name = s.Of.Name
		}
		p.Speakers = append(p.Speakers, s)
	}
	at := func(id int) *speaker {
		i := slices.IndexFunc(p.Speakers, func(s *speaker) bool { return s.Of == nil && id < 0 || s.Of != nil && s.Of.ID == id })
		if i < 0 { // all that he says is within the speech of another
			i = len(p.Speakers)
			s := &speaker{Name: "Others", Words: "within the speech of others"}
			if id >= 0 {
				s.Of, s.Name = p.Subjects[id], p.Subjects[id].Name
			}
			p.Speakers = append(p.Speakers, s)
		}
		return p.Speakers[i]
	}
	for i, q := range p.analysis.Quotes {
		ids := q.Speaker.Entities
		if len(ids) == 0 {
			ids = []int{-1}
		}
		for _, id := range ids {
			s := at(id)
			s.Quotes = append(s.Quotes, p.quotes[i])
		}
	}
	for _, s := range p.Speakers {
		if s.Of != nil {
			s.Of.Quotes = count(len(s.Quotes), "quote", "quotes")
		}
	}
}

// withMarks widens the words said by the quotation marks around them and the comma
// before the last, so that all of it is shaded.
func withMarks(text string, c article.Span) article.Span {
	opening, n := utf8.DecodeLastRuneInString(text[:c.Start])
	if strings.ContainsRune("\"“„«‘'", opening) {
		c.Start -= n
	}
	closing := "\"”“»,.!?"
	if opening == '‘' || opening == '\'' {
		closing += "’'"
	}
	rest := text[c.End:]
	tail := rest[:len(rest)-len(strings.TrimLeft(rest, closing))]
	if next, _ := utf8.DecodeRuneInString(rest[len(tail):]); len(tail) > 8 || unicode.IsDigit(next) || unicode.IsLetter(next) {
		return c // dots, or the point of a number
	}
	c.End += len(tail)
	return c
}

// inMarks returns the stretches of a span that stand in quotation marks, the marks
// included. One that is opened and not closed goes to the end.
func inMarks(text string, c article.Span) []article.Span {
	var out []article.Span
	start := -1
	for i, r := range text[c.Start:c.End] {
		at := c.Start + i
		switch {
		case start < 0 && strings.ContainsRune("\"“„«", r):
			start = at
		case start >= 0 && strings.ContainsRune("\"”“»", r):
			out = append(out, article.Span{Start: start, End: at + utf8.RuneLen(r)})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, article.Span{Start: start, End: c.End})
	}
	return out
}
