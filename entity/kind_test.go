package entity

import (
	"testing"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/stretchr/testify/assert"
)

func TestNamesAreWhatTheStorySaysTheyAre(t *testing.T) {
	for _, c := range []struct{ shows, text, name, want string }{
		{"an acronym of a common noun is no name", "The firm sells a durable hashed token (DHT) to banks. The DHT market in London grew, and the DHT is dear.", "DHT", ""},
		{"one of an organization is", "The Harbour Brokers Union (HBU) met in London. The HBU said no.", "HBU", "org"},
		{"three letters behind a city are its airport", "The airline flies from London (LHX) to Paris every day.", "LHX", "place"},
		{"an agency in a dateline is none", "LONDON (AFP) - The airline flies to Paris every day.", "AFP", "org"},
		{"what ends as events do", "Pupils from France won medals at the International Chemistry Olympiad on Friday.", "International Chemistry Olympiad", "event"},
		{"titles of nobility are not in the name", "Officials met King Salman in London on Friday.", "Salman", "person"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			got := ""
			for _, e := range Extract(article.New(article.Meta{}, c.text)) {
				for _, m := range e.Mentions {
					if m.Span.In(c.text) == c.name {
						got = e.Type.String()
					}
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestOrganizationsAreCalledByTheFirstWordOfTheirNames(t *testing.T) {
	for _, c := range []struct {
		shows, text string
		want        ner.Type
	}{
		{"no list knows a place", "Holteck Robotics Association met. Later Holteck left.", ner.Org},
		{"said to be a place", "Holteck Robotics Association met. It is in Holteck now.", ner.Place},
		{"a city", "Geneva Robotics Association met. Later Geneva left.", ner.Place},
		{"in capitals", "Holteck Robotics Association met. Later HOLTECK left.", ner.Place},
	} {
		t.Run(c.shows, func(t *testing.T) {
			var r reading
			r.doc.Reset(article.New(article.Meta{}, c.text))
			n := len(r.doc.Tokens) - 3
			r.found = []ner.Name{{First: 0, End: 3, Type: ner.Org}, {First: n, End: n + 1, Type: ner.Place}}
			r.shortened(nil)
			assert.Equal(t, c.want, r.found[1].Type, r.doc.Tokens[n].Form)
		})
	}
}

func TestEventsAndInstitutionsAreCalledByTheFirstWordOfTheirNames(t *testing.T) {
	becomes(t, func(r *reading) { r.shortened(nil) }, map[string]string{
		"The [event Holteck Festival] began. He came to [org Holteck].":                              "The [event Holteck Festival] began. He came to [event Holteck].",
		"The [event Geneva Festival] began. He came to [place Geneva].":                              "The [event Geneva Festival] began. He came to [place Geneva].",
		"She left [org Holteck University]. She was at [place Holteck].":                             "She left [org Holteck University]. She was at [org Holteck].",
		"She left [org Holteck Mills]. She was at [place Holteck].":                                  "She left [org Holteck Mills]. She was at [place Holteck].",
		"The [event Holteck Festival] of the [org Holteck Mills] began. He came to [place Holteck].": "The [event Holteck Festival] of the [org Holteck Mills] began. He came to [place Holteck].",
	})
}
