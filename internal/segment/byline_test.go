package segment

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// bylineString shows a byline's parts: authors, title and agency.
func bylineString(text string, p BylineParts) string {
	var parts []string
	for _, a := range p.Authors {
		parts = append(parts, text[a.Start:a.End])
	}
	if p.Title.End > 0 {
		parts = append(parts, "title "+text[p.Title.Start:p.Title.End])
	}
	if p.Agency.End > 0 {
		parts = append(parts, "agency "+text[p.Agency.Start:p.Agency.End])
	}
	return strings.Join(parts, "; ")
}

func TestBylinesAreReadInParts(t *testing.T) {
	for line, want := range map[string]string{
		"By Ilena Tarrow and Jonas Pell":                          "Ilena Tarrow; Jonas Pell",
		"By Ilena Tarrow, Jonas Pell & Mara Dole":                 "Ilena Tarrow; Jonas Pell; Mara Dole",
		"Ilena Tarrow, Staff Writer":                              "Ilena Tarrow; title Staff Writer",
		"ILENA TARROW":                                            "ILENA TARROW",
		"By Ilena Tarrow, The Associated Press":                   "Ilena Tarrow; agency The Associated Press",
		"By Ilena Tarrow | Orrin Daily News | March 11, 2024":     "Ilena Tarrow; agency Orrin Daily News",
		"By Ilena Tarrow on Monday, March 11, 2024 at 5:00 p.m.":  "Ilena Tarrow",
		"By Ilena Tarrow - 11/19/24 06:56 AM EST":                 "Ilena Tarrow",
		"Posted by Ilena de la Tarrow on March 11, 2024, 6:21 AM": "Ilena de la Tarrow",
		"Ilena Tarrow@itarrow":                                    "Ilena Tarrow",
		"By Ilena Tarrow ilena@orrin.example (509) 459-5382":      "Ilena Tarrow",
		"From Ilena Tarrow in Nairobi":                            "Ilena Tarrow",
		"Ilena Tarrow March 11, 2024":                             "Ilena Tarrow",
		"Reuters":                                                 "agency Reuters",
		"By The Associated Press":                                 "agency The Associated Press",
		"Ilena Tarrow, BBC News Africa correspondent":             "Ilena Tarrow; title BBC News Africa correspondent",
		"March 11, 2024":                                          "",
		"2 hours ago":                                             "",
		"":                                                        "",
	} {
		p, ok := FindByline(line, Block{Span: Span{0, uint32(len(line))}})
		assert.Equal(t, want, bylineString(line, p), line)
		assert.Equal(t, want != "", ok, line)
	}
}

func TestBylineCountsFromTheTextsStart(t *testing.T) {
	text := "A headline\nBy Ilena Tarrow, Reuters"
	p, ok := FindByline(text, Block{Span: Span{11, uint32(len(text))}})
	assert.True(t, ok)
	assert.Equal(t, "Ilena Tarrow; agency Reuters", bylineString(text, p))
}

func TestPublishedTimes(t *testing.T) {
	for line, want := range map[string]string{
		"Published 8:02 AM EST Nov 19, 2024":       "2024-11-19T13:02:00Z",
		"12 March 2024 09:00 GMT":                  "2024-03-12T09:00:00Z",
		"March 12, 2024 6:45 p.m.":                 "2024-03-12T18:45:00Z",
		"2024-03-12T18:45:00Z":                     "2024-03-12T18:45:00Z",
		"2024-03-12T18:45:00+02:00":                "2024-03-12T16:45:00Z",
		"11/19/24 06:56 AM EST":                    "2024-11-19T11:56:00Z",
		"19/11/2024":                               "2024-11-19T00:00:00Z",
		"Updated: Sat 8:31 PM, Feb 17, 2024":       "2024-02-17T20:31:00Z",
		"11:21 pm CST, Tuesday, November 19, 2024": "2024-11-20T05:21:00Z",
		"Updated on: November 19, 2024 / 10:07 AM": "2024-11-19T10:07:00Z",
		"| November 18, 2024 12:01 PM":             "2024-11-18T12:01:00Z",
		"Monday 2nd September 2024":                "2024-09-02T00:00:00Z",
		"12:30 a.m. on Sept. 5, 2024":              "2024-09-05T00:30:00Z",
		"4 hours ago":                              "",
		"March 12":                                 "",
		"2 min read":                               "",
		"February 30, 2024":                        "",
		"Call 2024-99-99 or 1/2/3":                 "",
		"":                                         "",
	} {
		got, ok := PublishedTime(line)
		if !ok {
			assert.Equal(t, want, "", line)
			continue
		}
		assert.Equal(t, want, got.Format(time.RFC3339), line)
	}
}
