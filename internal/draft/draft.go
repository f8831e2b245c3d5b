// Package draft puts a story together from what a format says of it: some parts
// apart, some in a body that may hold them again.
package draft

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext/article"
)

// Draft is what a format says of a story.
type Draft struct {
	Meta     article.Meta   // Byline is not looked at
	Byline   string         // as it is printed: "By Ann Lee and Bob Ray"
	Authors  []string       // their names, one or more each
	Dateline string         // where it is kept apart from the body
	Lead     []article.Part // captions and credits, put before the body unless it has them
	Body     []article.Part
}

// maxLead is how many captions and credits are looked for in the body.
const maxLead = 200

// Article returns the story: headline, subhead, byline, captions, body. It is nil
// where there is neither headline nor body.
func (d *Draft) Article() *article.Article {
	d.Meta.Byline = nil
	head, body := d.split()
	byline := d.Byline
	if byline == "" {
		byline = And(d.Authors)
	}
	if byline != "" && !has(d.Body, article.BylineBlock) {
		head = append(head, article.Part{Kind: article.BylineBlock, Text: byline})
	}
	for i, p := range d.Lead[:min(len(d.Lead), maxLead)] {
		if p.Kind == article.Credit && i > 0 && containsText(d.Body, d.Lead[i-1].Text) {
			continue // the body has the caption, and with it the credit
		}
		if !containsText(d.Body, p.Text) {
			head = append(head, p)
		}
	}
	parts := append(head, d.withDateline(body)...)
	if !slices.ContainsFunc(parts, func(p article.Part) bool { return p.Kind != article.BylineBlock }) &&
		strings.TrimSpace(d.Meta.Headline) == "" {
		return nil
	}
	if len(d.Authors) > 0 && !slices.ContainsFunc(d.Authors, severalNames) {
		d.Meta.Byline = d.Authors
	}
	a := article.Build(d.Meta, parts...)
	if len(a.Meta().Byline) == 0 && len(d.Authors) > 0 { // names that the byline does not show
		d.Meta.Byline = d.Authors
		a = article.Build(d.Meta, parts...)
	}
	return a
}

// split takes headline and subhead, those of meta or those that the body begins
// with, off the body.
func (d *Draft) split() (head, body []article.Part) {
	body = d.Body
	for len(body) > 0 && (body[0].Kind == article.Headline || body[0].Kind == article.Subhead) {
		body = body[1:]
	}
	head = slices.Clone(d.Body[:len(d.Body)-len(body)])
	if !has(d.Body, article.Headline) && d.Meta.Headline != "" {
		head = append([]article.Part{{Kind: article.Headline, Text: d.Meta.Headline}}, head...)
		body = withoutFirst(body, d.Meta.Headline)
	}
	if !has(d.Body, article.Subhead) && d.Meta.Subhead != "" {
		head = append(head, article.Part{Kind: article.Subhead, Text: d.Meta.Subhead})
		body = withoutFirst(body, d.Meta.Subhead)
	}
	return head, body
}

// withoutFirst drops the first part where it repeats a line that stands before.
func withoutFirst(body []article.Part, line string) []article.Part {
	if len(body) > 0 && strings.TrimSpace(body[0].Text) == strings.TrimSpace(line) {
		return body[1:]
	}
	return body
}

// withDateline puts a dateline that is kept apart before the first paragraph, as
// it is printed, unless the paragraph begins with its place.
func (d *Draft) withDateline(body []article.Part) []article.Part {
	line := strings.TrimSpace(d.Dateline)
	if first, _ := utf8.DecodeRuneInString(line); !unicode.IsLetter(first) || containsText(body, line) {
		return body // none, a bare date, or there already
	}
	for i, p := range body {
		if p.Kind != article.Paragraph && p.Kind != article.Unknown {
			continue
		}
		place := strings.TrimSpace(line[:strings.IndexFunc(line+",", notPlace)])
		if text := strings.TrimSpace(p.Text); len(text) >= len(place) && strings.EqualFold(text[:len(place)], place) {
			return body
		}
		if last, _ := utf8.DecodeLastRuneInString(line); unicode.IsLetter(last) || unicode.IsDigit(last) || last == ')' || last == '.' {
			line += " —"
		}
		body = slices.Clone(body)
		body[i].Text = line + " " + strings.TrimSpace(p.Text)
		return body
	}
	return body
}

func notPlace(r rune) bool {
	return !unicode.IsLetter(r) && r != ' ' && r != '.' && r != '-' && r != '\''
}

func has(parts []article.Part, kind article.Kind) bool {
	return slices.ContainsFunc(parts, func(p article.Part) bool { return p.Kind == kind })
}

func containsText(parts []article.Part, text string) bool {
	return slices.ContainsFunc(parts, func(p article.Part) bool { return strings.Contains(p.Text, text) })
}

// severalNames reports whether an author's name holds more than one, or a title.
func severalNames(s string) bool {
	return strings.Contains(s, " and ") || strings.Contains(s, " & ") || strings.Contains(s, ",") || strings.HasPrefix(strings.ToLower(s), "by ")
}

// And joins names as a byline does.
func And(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

// layouts are the forms of times in news formats: RFC 3339, the basic form of
// ISO 8601 that NITF has, RFC 1123, and what is written without zone or time.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"20060102T150405Z0700", "20060102T150405Z07:00", "20060102T150405", "20060102",
	time.RFC1123Z, time.RFC1123, "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05Z07:00", time.DateTime, "2006-01-02 15:04", time.DateOnly, "January 2, 2006", "2 January 2006",
}

// Time reads a time, or a day. It is the zero time for "" and for what is none.
func Time(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// Language reads a language tag, such as "en-GB". It is the zero tag, unknown,
// for what is none.
func Language(s string) language.Tag {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil {
		return language.Tag{}
	}
	return tag
}

// Web reports whether s is the address of a page.
func Web(s string) bool { return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") }

// NoStory is the error for a document without one; what says what it is.
func NoStory(what string, args ...any) error {
	return fmt.Errorf("%w: %s", article.ErrNoStory, fmt.Sprintf(what, args...))
}
