package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// usualName returns the name under which a list knows a country by another name.
func usualName(f *form) (string, bool) {
	e, ok := lexicon.Countries.Lookup(lookupText(f))
	if !ok {
		return "", false
	}
	if v := e.Via(); v != 0 && v != lexicon.CountriesAliases {
		return "", false
	}
	return e.Field(lexicon.CountriesName), true
}

// findCountries gives entities the countries that the lists and their own names
// show, and finds the country of the story.
func (r *reading) findCountries() {
	var votes tally
	for gi := range r.groups {
		r.groups[gi].country = ""
	}
	// Countries and their adjectives are certain; they weigh which of several
	// cities of one name is meant.
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.entity]
		if g.typ != Place && g.typ != Group {
			continue
		}
		c := r.countryByName(&r.forms[n.form])
		if c == "" {
			continue
		}
		if g.country == "" {
			g.country = c
		}
		votes.add(c, 2)
	}
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.entity]
		f := &r.forms[n.form]
		if g.country != "" {
			continue
		}
		switch g.typ {
		case Place:
			if c := r.countryAfter(n); c != "" {
				g.country = c
			} else {
				g.country = cityCountry(f, &votes)
			}
			votes.add(g.country, 2)
		case Org:
			g.country = orgCountry(f, &votes)
			votes.add(g.country, 1)
		case Person:
			if e, ok := lexicon.People.Lookup(lookupText(f)); ok {
				g.country = e.Field(lexicon.PeopleCountry)
				votes.add(g.country, 1)
			}
		}
	}
	r.home = votes.leader()
}

// countryByName returns the country that a place or group is, or is named for.
func (r *reading) countryByName(f *form) string {
	text := lookupText(f)
	if e, ok := lexicon.Countries.Lookup(text); ok {
		switch e.Via() {
		case lexicon.CountriesCapital, lexicon.CountriesMetonyms:
			return e.Field(lexicon.CountriesIso2)
		case lexicon.CountriesAdjectives, lexicon.CountriesNounPlural, lexicon.CountriesNounSingular:
			if f.typ == Group {
				return e.Field(lexicon.CountriesIso2)
			}
		default:
			return e.Field(lexicon.CountriesIso2)
		}
	}
	if e, ok := lexicon.Admin.Lookup(text); ok && (f.typ == Place) == (e.Via() != lexicon.AdminDemonym) {
		if _, more := e.Next(); !more {
			return e.Field(lexicon.AdminCountry)
		}
	}
	return ""
}

// countryAfter reads "Flint, Michigan", "Paris, France".
func (r *reading) countryAfter(n *name) string {
	d := &r.doc
	s := &d.Sentences[n.sentence]
	if n.end+1 >= s.End || d.Tokens[n.end].Form != "," {
		return ""
	}
	k := r.nameAt[n.end+1]
	if k == 0 || r.names[k-1].first != n.end+1 || r.forms[r.names[k-1].form].typ != Place {
		return ""
	}
	return r.countryByName(&r.forms[r.names[k-1].form])
}

// cityCountry looks a place up as a city; of several with one name it takes the
// one in a country that the story names, else the largest.
func cityCountry(f *form, votes *tally) string {
	text := lookupText(f)
	e, ok := lexicon.Cities.Lookup(text)
	if !ok {
		return countryInside(f, votes)
	}
	best, weight := e.Field(lexicon.CitiesCountry), votes.of(e.Field(lexicon.CitiesCountry))
	for {
		if e, ok = e.Next(); !ok {
			break
		}
		if c := e.Field(lexicon.CitiesCountry); votes.of(c) > weight {
			best, weight = c, votes.of(c)
		}
	}
	return best
}

// orgCountry looks an organization up, or reads the country off its name.
func orgCountry(f *form, votes *tally) string {
	text := lookupText(f)
	best, weight, many := "", -1, false
	if e, ok := lexicon.Countries.Lookup(text); ok { // unions; national teams
		return e.Field(lexicon.CountriesIso2)
	}
	e, ok := lexicon.Organizations.Lookup(text)
	for ok {
		if c := e.Field(lexicon.OrganizationsCountry); c != "" {
			if w := votes.of(c); w > weight {
				many = best != ""
				best, weight = c, w
			}
		} else if e.Field(lexicon.OrganizationsBest) == "y" {
			return ""
		}
		e, ok = e.Next()
	}
	if best != "" && (!many || weight > 0) {
		return best
	}
	return countryInside(f, votes)
}

// countryInside reads the country off a longer name: "Bank of England",
// "Columbia Housing Authority".
func countryInside(f *form, votes *tally) string {
	if len(f.words) < 2 {
		return ""
	}
	for i := range f.words {
		for j := min(len(f.words), i+3); j > i; j-- {
			if i == 0 && j == len(f.words) {
				continue
			}
			text := strings.Join(f.words[i:j], " ")
			if e, ok := lexicon.Countries.Lookup(text); ok && e.Field(lexicon.CountriesIso2) != "" {
				return e.Field(lexicon.CountriesIso2)
			}
			if e, ok := lexicon.Admin.Lookup(text); ok && e.Via() == 0 {
				if _, more := e.Next(); !more {
					return e.Field(lexicon.AdminCountry)
				}
			}
		}
	}
	for i, w := range f.words {
		for _, text := range []string{strings.Join(f.words[i:min(i+2, len(f.words))], " "), w} {
			e, ok := lexicon.Cities.Lookup(text)
			if ok && e.Field(lexicon.CitiesWord) == "" && e.Field(lexicon.CitiesSize) <= "3" {
				return cityCountry(&form{words: []string{text}}, votes)
			}
		}
	}
	return ""
}

// settleCountries gives persons the country of what they are, and all that is
// left the country of the story.
func (r *reading) settleCountries() {
	for gi := range r.groups {
		g := &r.groups[gi]
		if g.typ == Person {
			for _, x := range g.roles {
				if x.Of != "" {
					g.country = x.Of // what the text says outranks the lists
					break
				}
			}
		}
		if g.country == "" && g.typ != Place && g.typ != Group && g.typ != Event && r.international(g) == false {
			g.country = r.home
		}
		if g.country == "" && g.typ == Place && !r.continent(g) {
			g.country = r.home
		}
		if g.country == "" && g.typ == Group && r.political(g) {
			g.country = r.home
		}
	}
}

// international reports whether a list says of an organization that it belongs
// to no country.
func (r *reading) international(g *group) bool {
	if g.typ != Org {
		return false
	}
	text := lookupText(&r.forms[g.root])
	e, ok := lexicon.Organizations.Lookup(text)
	if ok && e.Field(lexicon.OrganizationsKind) == "international" {
		return true
	}
	c, ok := lexicon.Countries.Lookup(text)
	return ok && c.Field(lexicon.CountriesIso2) == ""
}

func (r *reading) continent(g *group) bool {
	text := lookupText(&r.forms[g.root])
	c, ok := lexicon.Countries.Lookup(text)
	return ok && c.Field(lexicon.CountriesIso2) == ""
}

func (r *reading) political(g *group) bool {
	e, ok := lexicon.Groups.Lookup(lookupText(&r.forms[g.root]))
	return ok && e.Field(lexicon.GroupsKind) == "political"
}

// tally counts votes for countries in the order in which they came up.
type tally struct {
	code  []string
	votes []int
}

func (t *tally) add(code string, n int) {
	if code == "" {
		return
	}
	for i, c := range t.code {
		if c == code {
			t.votes[i] += n
			return
		}
	}
	t.code, t.votes = append(t.code, code), append(t.votes, n)
}

func (t *tally) of(code string) int {
	for i, c := range t.code {
		if c == code {
			return t.votes[i]
		}
	}
	return 0
}

func (t *tally) leader() string {
	best, n := "", 0
	for i, v := range t.votes {
		if v > n {
			best, n = t.code[i], v
		}
	}
	return best
}
