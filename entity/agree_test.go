package entity

import (
	"strings"
	"testing"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/stretchr/testify/assert"
)

// found makes a reading of a text in which names are marked as [person Anna Holt].
func found(marked string) *reading {
	types := map[string]ner.Type{"person": ner.Person, "org": ner.Org, "place": ner.Place, "event": ner.Event}
	var text strings.Builder
	type span struct {
		start, end int
		typ        ner.Type
	}
	var spans []span
	for marked != "" {
		before, rest, ok := strings.Cut(marked, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		name, rest, _ := strings.Cut(rest, "]")
		typ, name, _ := strings.Cut(name, " ")
		spans = append(spans, span{text.Len(), text.Len() + len(name), types[typ]})
		text.WriteString(name)
		marked = rest
	}
	r := newReading()
	r.doc.Reset(article.New(article.Meta{}, text.String()))
	for _, s := range spans {
		n := ner.Name{Type: s.typ}
		for i, t := range r.doc.Tokens {
			if int(t.Start) == s.start {
				n.First = i
			}
			if int(t.End) == s.end {
				n.End = i + 1
			}
		}
		r.found = append(r.found, n)
	}
	return r
}

// marked writes the text with the names that were found.
func (r *reading) marked() string {
	var b strings.Builder
	at := 0
	for _, n := range r.found {
		start, end := int(r.doc.Tokens[n.First].Start), int(r.doc.Tokens[n.End-1].End)
		b.WriteString(r.doc.Text[at:start] + "[" + []string{"person", "org", "place", "group", "event"}[n.Type] + " " + r.doc.Text[start:end] + "]")
		at = end
	}
	return b.String() + r.doc.Text[at:]
}

// becomes checks what a step makes of the names of texts.
func becomes(t *testing.T, step func(*reading), texts map[string]string) {
	t.Helper()
	for have, want := range texts {
		r := found(have)
		step(r)
		assert.Equal(t, want, r.marked())
	}
}

func TestWhoIsCalledByTheSurnameOfAPersonIsThatPerson(t *testing.T) {
	for _, c := range []struct{ shows, have, want string }{
		{"taken for a place", "It was [person Anna Velgrano]. An army of [place Velgrano] won.", "It was [person Anna Velgrano]. An army of [person Velgrano] won."},
		{"with a particle", "It was [person Omar Al Velgrano]. An army of [org Al Velgrano] won.", "It was [person Omar Al Velgrano]. An army of [person Al Velgrano] won."},
		{"with a hyphen", "It was [person Nana Velgrano-Addo]. The army of [place Velgrano-Addo] won.", "It was [person Nana Velgrano-Addo]. The army of [person Velgrano-Addo] won."},
		{"cut in two at a hyphen", "It was [person Nana Velgrano-Addo]. Mr [person Velgrano]-[place Addo] won.", "It was [person Nana Velgrano-Addo]. Mr [person Velgrano-Addo] won."},
		{"two with a hyphen", "It was [person Nana Velgrano]. The [person Velgrano]-[place Addo] way.", "It was [person Nana Velgrano]. The [person Velgrano]-[place Addo] way."},
		{"not a country", "It was [person Anna Chad]. Then [place Chad] won.", "It was [person Anna Chad]. Then [place Chad] won."},
		{"a city where one is meant", "It was [person Anna Lund]. An army from [place Lund] won.", "It was [person Anna Lund]. An army from [place Lund] won."},
		{"else the person", "It was [person Anna Lund]. Then [place Lund] won.", "It was [person Anna Lund]. Then [person Lund] won."},
		{"not behind a capital", "It was [person Anna Velgrano]. Then Velgrano won.", "It was [person Anna Velgrano]. Then Velgrano won."},
		{"missed within a sentence", "It was [person Anna Velgrano]. They said Velgrano won.", "It was [person Anna Velgrano]. They said [person Velgrano] won."},
		{"not within other capitals", "It was [person Anna Velgrano]. They said Velgrano House won.", "It was [person Anna Velgrano]. They said Velgrano House won."},
		{"not what is a word, too", "It was [person Anna Story]. The story went on. They said Story won.", "It was [person Anna Story]. The story went on. They said Story won."},
		{"by the given name", "It was [person Blaine Velgrano]. Then [place Blaine] won.", "It was [person Blaine Velgrano]. Then [person Blaine] won."},
		{"a particle with a capital", "It was [person Erik ten Velgrano]. Ten [person Velgrano] won.", "It was [person Erik ten Velgrano]. [person Ten Velgrano] won."},
		{"no particle", "It was [person Erik ten Velgrano]. Ten for [person Velgrano].", "It was [person Erik ten Velgrano]. Ten for [person Velgrano]."},
		{"whom a day is named after", "It was [event World Nelson Mandela Day]. Then [place Mandela] won.", "It was [event World Nelson Mandela Day]. Then [person Mandela] won."},
		{"a first word that no list knows", "It was [person Velgrano Holt]. Then [place Velgrano] won.", "It was [person Velgrano Holt]. Then [person Velgrano] won."},
		{"a first word that is no given name", "It was [person Velgrano Holt]. They went to [place Velgrano].", "It was [person Velgrano Holt]. They went to [place Velgrano]."},
	} {
		t.Run(c.shows, func(t *testing.T) {
			r := found(c.have)
			r.bearers(r.nameParts())
			assert.Equal(t, c.want, r.marked())
		})
	}
}

func TestWhoHasNoOtherNameIsNoPersonBySomeWords(t *testing.T) {
	becomes(t, func(r *reading) { r.nobodies(r.nameParts()) }, map[string]string{
		"He said [person Jordan] was ready.":                                                      "He said [place Jordan] was ready.",
		"It was [person Ann Jordan]. Then [person Jordan] spoke.":                                 "It was [person Ann Jordan]. Then [person Jordan] spoke.",
		"Then Ms [person Jordan] spoke.":                                                          "Then Ms [person Jordan] spoke.",
		"Then the [person King] spoke to [person Holt].":                                          "Then the King spoke to [person Holt].",
		"Then [person King] spoke.":                                                               "Then [person King] spoke.",
		"It was [person Stephen King]. Then the [person King] ran.":                               "It was [person Stephen King]. Then the [person King] ran.",
		"It went to [person Velgrano]. It left from [person Velgrano].":                           "It went to [place Velgrano]. It left from [place Velgrano].",
		"It went to [person Velgrano]. Then [person Velgrano] spoke. Then [person Velgrano] ran.": "It went to [person Velgrano]. Then [person Velgrano] spoke. Then [person Velgrano] ran.",
		"It left [place Paris], [person Velgrano] and [place Lund].":                              "It left [place Paris], [place Velgrano] and [place Lund].",
		"It left [place Paris] and [person Velgrano].":                                            "It left [place Paris] and [place Velgrano].",
		"In [place Paris], [person Velgrano] spoke.":                                              "In [place Paris], [person Velgrano] spoke.",
	})
}

func TestMonthsBeforeADayAreNoNames(t *testing.T) {
	becomes(t, (*reading).kinds, map[string]string{
		"LUND, [org Jun] 23 - He left.": "LUND, Jun 23 - He left.",
		"Then [org Jun] left.":          "Then [org Jun] left.",
		"Then [org Junta] 23 left.":     "Then [org Junta] 23 left.",
	})
}

func TestWhatNamesAreByTheirOwnWordsAndThoseBehind(t *testing.T) {
	becomes(t, (*reading).kinds, map[string]string{
		"They closed the [org Velgrano Interchange].":                                  "They closed the [place Velgrano Interchange].",
		"They won the [org Velgrano Marathon].":                                        "They won the [event Velgrano Marathon].",
		"The [org Chad-Norway] talks failed.":                                          "The [place Chad]-[place Norway] talks failed.",
		"The [org Velgrano-Norway] talks failed.":                                      "The [org Velgrano-Norway] talks failed.",
		"Those [place Velgrano] communities asked [place Velgrano].":                   "Those [group Velgrano] communities asked [group Velgrano].",
		"Those [place Velgrano] tribes went to [place Velgrano] and [place Velgrano].": "Those [place Velgrano] tribes went to [place Velgrano] and [place Velgrano].",
		"The [place Velgrano] community met.":                                          "The [place Velgrano] community met.",
		"Many [place Paris] communities met.":                                          "Many [place Paris] communities met.",
		"They met the [place Maasai].":                                                 "They met the [group Maasai].",
	})
}

func TestCountriesAreTeamsWhereAStoryTellsOfGames(t *testing.T) {
	games := strings.Repeat("The coach said the team won the match. ", 10)
	becomes(t, (*reading).agree, map[string]string{
		games + "[org Norway] won and [org Norway] lost.": games + "[org Norway] won and [org Norway] lost.",
		"[org Norway] won and [org Norway] lost.":         "[place Norway] won and [place Norway] lost.",
	})
}

func TestWhatAStoryCallsAPlaceIsNotShortForABody(t *testing.T) {
	becomes(t, (*reading).agree, map[string]string{
		"The [org Velgrano Mills] closed. Then [place Velgrano] and the [place Velgrano] roundabout flooded.": "The [org Velgrano Mills] closed. Then [place Velgrano] and the [place Velgrano] roundabout flooded.",
		"The [org Velgrano Mills] closed. Then [place Velgrano] flooded.":                                     "The [org Velgrano Mills] closed. Then [org Velgrano] flooded.",
	})
}

func TestTitlesAreTakenOffNames(t *testing.T) {
	becomes(t, (*reading).untitle, map[string]string{
		"Then [person Mrs. Holt] met [person Gen Velgrano].": "Then Mrs. [person Holt] met Gen [person Velgrano].",
		"Then [person Mr Senator Holt] spoke.":               "Then Mr Senator [person Holt] spoke.",
		"Then [person Dean Holt] met [person Don Velgrano].": "Then [person Dean Holt] met [person Don Velgrano].",
		"It was [person President].":                         "It was [person President].",
		"He left [org General Electric].":                    "He left [org General Electric].",
	})
}
