package main

import (
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// analysis prints an analysis for reading.
func (p *page) analysis(r *newstext.Analysis) {
	for _, line := range wrap(clean(r.Article.Headline()), p.width) {
		fmt.Fprintln(p.out, p.style(bold, line))
	}
	for _, t := range []struct {
		title string
		of    entity.Type
	}{{"people", entity.Person}, {"organizations", entity.Org}, {"places", entity.Place},
		{"groups", entity.Group}, {"events", entity.Event}, {"works", entity.Work}} {
		p.entities(t.title, r.Article, r.Entities.Named().ByType(t.of))
	}
	p.quotes(r)
	p.marked(r)
	p.stances(r)
}

// entities prints names in a column, then country, number of mentions and roles.
func (p *page) entities(title string, a *article.Article, list []entity.Entity) {
	if len(list) == 0 {
		return
	}
	p.section(title)
	names := 0
	for _, e := range list {
		names = max(names, min(columns(clean(e.Name)), p.width/2))
	}
	for _, e := range list {
		name := cut(clean(e.Name), p.width/2)
		name += strings.Repeat(" ", names-columns(name))
		p.item(item{indent: 2, column: names + 14, label: name, labelStyle: bold,
			note: fmt.Sprintf("  %-2s %4d×", e.Country, len(e.Mentions)), words: strings.Join(roles(a, e), " · ")})
	}
}

// roles returns the different roles of an entity in order.
func roles(a *article.Article, e entity.Entity) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range e.Roles {
		words := clean(a.Slice(r.Span))
		if key := strings.ToLower(words); !seen[key] {
			seen[key] = true
			out = append(out, words)
		}
	}
	return out
}

// quotes prints what was said, speaker by speaker in the order in which they
// first speak.
func (p *page) quotes(r *newstext.Analysis) {
	if len(r.Quotes) == 0 {
		return
	}
	p.section("quotes")
	bySpeaker := map[string][]quote.Quote{}
	var speakers []string
	for _, q := range r.Quotes {
		name := q.Speaker.Name()
		if bySpeaker[name] == nil {
			speakers = append(speakers, name)
		}
		bySpeaker[name] = append(bySpeaker[name], q)
	}
	for _, name := range speakers {
		heading := clean(name)
		if heading == "" {
			heading = "(not named)"
		}
		p.item(item{column: 2, words: heading, wordsStyle: bold})
		for _, q := range bySpeaker[name] {
			cue := clean(r.Article.Slice(q.Cue))
			if q.Addressee.Known() {
				cue += " → " + clean(q.Addressee.Name())
			}
			p.item(item{indent: 4, column: 24, label: cue, labelStyle: dim, words: said(q)})
		}
	}
}

// said returns the words of a quote, in marks where all of them stood in marks.
func said(q quote.Quote) string {
	text := clean(q.Text())
	if q.Kind == quote.Direct {
		return "“" + text + "”"
	}
	return text
}

// marked prints what else stands in quotation marks, by its use.
func (p *page) marked(r *newstext.Analysis) {
	if len(r.Marked) == 0 {
		return
	}
	p.section("other words in quotation marks")
	words := map[quote.Use][]string{}
	for _, m := range r.Marked {
		words[m.Use] = append(words[m.Use], clean(r.Article.Slice(m.Span)))
	}
	for u := quote.Scare; u <= quote.Motto; u++ {
		if len(words[u]) > 0 {
			p.item(item{indent: 2, column: 14, label: u.String(), labelStyle: dim, words: strings.Join(words[u], " · ")})
		}
	}
}

// stances prints "holder → target" with the words that show it.
func (p *page) stances(r *newstext.Analysis) {
	if len(r.Stances) == 0 {
		return
	}
	p.section("stances")
	for _, s := range r.Stances {
		sign, code := "+", green
		if s.Polarity == sentiment.Against {
			sign, code = "−", red
		}
		p.item(item{indent: 2, column: 4, label: sign, labelStyle: code, words: clean(s.Holder.Name()) + " → " + clean(s.Target.Name()), wordsStyle: bold})
		var words []string
		for _, e := range s.Evidence {
			words = append(words, clean(r.Article.Slice(e)))
		}
		why := s.Polarity.String()
		if f := s.Flags.String(); f != "" {
			why += ", " + strings.ReplaceAll(f, ",", ", ")
		}
		p.item(item{indent: 4, column: 24, label: why, labelStyle: dim, words: strings.Join(words, " … ")})
	}
}
