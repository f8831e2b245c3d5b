package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// datelineString shows a dateline's parts: places, date and agency.
func datelineString(text string, d DatelineParts) string {
	parts := []string{text[d.Start:d.End]}
	for _, p := range d.Places {
		parts = append(parts, text[p.Start:p.End])
	}
	if d.Date.End > 0 {
		parts = append(parts, "on "+text[d.Date.Start:d.Date.End])
	}
	if d.Agency.End > 0 {
		parts = append(parts, "by "+text[d.Agency.Start:d.Agency.End])
	}
	return strings.Join(parts, "; ")
}

func TestDatelinesAreReadInParts(t *testing.T) {
	for text, want := range map[string]string{
		"BERLIN — A dam broke.":                              "BERLIN —; BERLIN",
		"BERLIN —The dam broke.":                             "BERLIN —; BERLIN",
		"VATICAN CITY—A dam broke.":                          "VATICAN CITY—; VATICAN CITY",
		"Srinagar- A dam broke.":                             "Srinagar-; Srinagar",
		"New Delhi: A dam broke.":                            "New Delhi:; New Delhi",
		"WASHINGTON (AP) — A dam broke.":                     "WASHINGTON (AP) —; WASHINGTON; by AP",
		"FLINT, Mich. -- A dam broke.":                       "FLINT, Mich. --; FLINT, Mich.",
		"ORREN, W. Va. (AP) — A dam broke.":                  "ORREN, W. Va. (AP) —; ORREN, W. Va.; by AP",
		"ST. LOUIS— A dam broke.":                            "ST. LOUIS—; ST. LOUIS",
		"PORT ANSEL, Velmora, March 12 (NSA) — A dam broke.": "PORT ANSEL, Velmora, March 12 (NSA) —; PORT ANSEL, Velmora; on March 12; by NSA",
		"TOKYO/SEOUL, Aug 30 (Reuters) - A dam broke.":       "TOKYO/SEOUL, Aug 30 (Reuters) -; TOKYO; SEOUL; on Aug 30; by Reuters",
		"SYDNEY and KUALA LUMPUR: A dam broke.":              "SYDNEY and KUALA LUMPUR:; SYDNEY; KUALA LUMPUR",
		"CAIRO - 24 July 2022: A dam broke.":                 "CAIRO - 24 July 2022:; CAIRO; on 24 July 2022",
		"Cairo, Egypt, Apr 21 2022 (IPS) - A dam broke.":     "Cairo, Egypt, Apr 21 2022 (IPS) -; Cairo, Egypt; on Apr 21 2022; by IPS",
		"SINGAPORE (Feb. 25, 2021) — A dam broke.":           "SINGAPORE (Feb. 25, 2021) —; SINGAPORE; on Feb. 25, 2021",
		"Dec 29 (Reuters) - A dam broke.":                    "Dec 29 (Reuters) -; on Dec 29; by Reuters",
		"(Reuters) - A dam broke.":                           "(Reuters) -; by Reuters",
		"CNN — A dam broke.":                                 "CNN —; by CNN",
		"ROME, March 13, Reuter - A dam broke.":              "ROME, March 13, Reuter -; ROME; on March 13; by Reuter",
		"LAHORE, (UrduPoint - 7th Apr, 2019 ) :A dam broke.": "LAHORE, (UrduPoint - 7th Apr, 2019 ) :; LAHORE; on 7th Apr, 2019; by UrduPoint",
		"Kampala, Uganda | AFP | A dam broke.":               "Kampala, Uganda | AFP |; Kampala, Uganda; by AFP",
		"PARIS, Thurs. - A dam broke.":                       "PARIS, Thurs. -; PARIS; on Thurs.",
		"PARIS: eCommerce grew.":                             "PARIS:; PARIS",
		"BASRA, Iraq (AP)":                                   "BASRA, Iraq (AP); BASRA, Iraq; by AP",
		"Watch: A dam broke.":                                "",
		"WATCH: A dam broke.":                                "",
		"The Latest: A dam broke.":                           "",
		"EXCLUSIVE - A dam broke.":                           "",
		"FILE PHOTO: A dam broke.":                           "",
		"TARROW: A dam broke.":                               "", // a speaker
		"Tarrow: Nobody was told.":                           "",
		"Tarrow - who was ill - said nothing.":               "",
		"Place-based words are many.":                        "",
		"AR-15 rifles were found.":                           "",
		"EBU - which runs the contest - said so.":            "",
		"A dam broke in BERLIN — again.":                     "",
		"COUNCIL VOTES — MAYOR RESIGNS AT ONCE":              "",
		"Berlin": "",
		"—":      "",
		"":       "",
	} {
		d, ok := Dateline(text, Block{Span: Span{0, uint32(len(text))}})
		if !ok {
			assert.Equal(t, want, "", text)
			continue
		}
		assert.Equal(t, want, datelineString(text, d), text)
	}
}

func TestDatelineCountsFromTheTextsStart(t *testing.T) {
	text := "A headline\n\nPARIS, May 3 (AP) — A dam broke."
	d, ok := Dateline(text, Block{Span: Span{12, uint32(len(text))}})
	assert.True(t, ok)
	assert.Equal(t, "PARIS, May 3 (AP) —; PARIS; on May 3; by AP", datelineString(text, d))
}

func TestPlacesFileHasForm(t *testing.T) {
	table, err := readPlaces()
	assert.NoError(t, err)
	for name, kinds := range table {
		assert.Equal(t, kinds, placeKindsOf(name)&kinds, "%s: places.bin is out of date; run go generate", name)
	}
}
