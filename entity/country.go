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
	// cities of one name is meant. In a first pass the names that are of one
	// country alone vote.
	for i := range r.names {
		n := &r.names[i]
		if f := &r.forms[n.form]; f.typ == Place || f.typ == Group {
			if e, ok := lexicon.Admin.Lookup(lookupText(f)); !ok || e.Via() == 0 && !lexicon.Countries.Has(lookupText(f)) {
				votes.add(r.countryByName(f, &tally{}), 1)
			}
		}
	}
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.entity]
		if g.typ != Place && g.typ != Group {
			continue
		}
		c := r.countryByName(&r.forms[n.form], &votes)
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
			if g.typ == Org { // named again
				votes.add(g.country, 1)
			}
			continue
		}
		switch g.typ {
		case Event: // "Uganda Premier League"; the wars of a country are not its own
			votes.add(countryInside(f, &votes), 1)
		case Place:
			if c := r.countryAfter(n, &votes); c != "" {
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
func (r *reading) countryByName(f *form, votes *tally) string {
	text := lookupText(f)
	if e, ok := lexicon.Countries.Lookup(text); ok {
		if f.typ == Place && e.Via() == 0 {
			// "Georgia", "Jordan": a state where the story is of its country
			if x, ok := lexicon.Admin.Lookup(text); ok && x.Via() == 0 && votes.of(x.Field(lexicon.AdminCountry)) > 2*votes.of(e.Field(lexicon.CountriesIso2)) && votes.of(x.Field(lexicon.AdminCountry)) > 4 {
				return x.Field(lexicon.AdminCountry)
			}
		}
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
	return adminCountry(text, f.typ, votes)
}

// adminCountry looks a place or group up as a state or province. Of several with
// one name it takes the one whose country the story names most, else the one in
// the United States, Canada or Australia, where states go by their names alone.
func adminCountry(text string, t Type, votes *tally) string {
	best, weight, n := "", -1, 0
	e, ok := lexicon.Admin.Lookup(text)
	for ; ok; e, ok = e.Next() {
		if (t == Place) != (e.Via() != lexicon.AdminDemonym) {
			continue
		}
		n++
		c := e.Field(lexicon.AdminCountry)
		w := 10 * votes.of(c)
		if e.Via() == 0 || e.Via() == lexicon.AdminAliases {
			w++
		}
		switch c {
		case "US":
			w += 6
		case "CA", "AU", "GB":
			w += 4
		}
		if w > weight {
			best, weight = c, w
		}
	}
	if n > 1 && weight <= 1 {
		return ""
	}
	return best
}

// countryAfter reads "Flint, Michigan", "Paris, France".
func (r *reading) countryAfter(n *name, votes *tally) string {
	d := &r.doc
	s := &d.Sentences[n.sentence]
	if n.end+1 >= s.End || d.Tokens[n.end].Form != "," {
		return ""
	}
	k := r.nameAt[n.end+1]
	if k == 0 || r.names[k-1].first != n.end+1 || r.forms[r.names[k-1].form].typ != Place {
		return ""
	}
	return r.countryByName(&r.forms[r.names[k-1].form], votes)
}

// cityCountry looks a place up as a city; of several with one name it takes the
// one in a country that the story names, else the largest.
func cityCountry(f *form, votes *tally) string {
	text := lookupText(f)
	e, ok := lexicon.Cities.Lookup(text)
	if !ok {
		return countryInside(f, votes)
	}
	best, weight := "", -1
	for ; ok; e, ok = e.Next() {
		c := e.Field(lexicon.CitiesCountry)
		w := votes.of(c)
		switch e.Field(lexicon.CitiesSize) {
		case "1":
			w += 16
		case "2":
			w += 12
		case "3":
			w += 8
		case "4":
			w += 3
		}
		if w > weight {
			best, weight = c, w
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
		if g.typ == Person { // what the text says outranks the lists
			if g.saidByNation != "" {
				g.country = g.saidByNation
			} else if g.saidByOrg != "" {
				g.country = g.saidByOrg
			}
		}
		if g.country == "" && !r.stateless(g) {
			g.country = r.home
		}
	}
}

// stateless reports whether an entity belongs to no country: international
// organizations, continents and seas, religions.
func (r *reading) stateless(g *group) bool {
	f := &r.forms[g.root]
	text := lookupText(f)
	if c, ok := lexicon.Countries.Lookup(text); ok && c.Field(lexicon.CountriesIso2) == "" {
		return true
	}
	switch g.typ {
	case Org:
		e, ok := lexicon.Organizations.Lookup(text)
		if ok {
			switch e.Field(lexicon.OrganizationsKind) {
			case "international":
				return true
			case "media", "ngo", "militant", "league":
				return e.Field(lexicon.OrganizationsBest) == "y" && e.Field(lexicon.OrganizationsCountry) == ""
			}
		}
		c, ok := lexicon.Countries.Lookup(f.words[0]) // "UN General Assembly"
		return ok && len(f.words) > 1 && c.Field(lexicon.CountriesKind) == "union"
	case Place:
		switch f.words[len(f.words)-1] {
		case "Sea", "Ocean", "Gulf", "Strait", "Seas", "Station", "Equator", "Arctic", "Antarctica":
			return true
		}
		switch f.words[0] {
		case "Gulf", "Sea", "Strait", "Mediterranean", "Atlantic", "Pacific":
			return true
		}
	case Group:
		e, ok := lexicon.Groups.Lookup(text)
		if !ok {
			return false
		}
		switch e.Field(lexicon.GroupsKind) {
		case "political", "ethnic":
			return false
		}
		return true
	}
	return false
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
