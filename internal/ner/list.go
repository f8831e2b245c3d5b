package ner

import (
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// The word lists that tokens are looked up in. A token's entry for a list is 0
// or 1 + 4·variant + position in the key (begin, inside, last, unit).
const (
	listCountry = iota
	listAdmin
	listCity
	listOrg
	listPeople
	listGroup
	listTitle
	listGiven
	listSurname
	listStop
	listVerb
	listTown
	listCount
)

// lookUp finds the list entries of every token.
func (d *Doc) lookUp() {
	if cap(d.lists) < len(d.Tokens) {
		d.lists = make([][listCount]uint8, len(d.Tokens))
	}
	d.lists = d.lists[:len(d.Tokens)]
	clear(d.lists)
	for si := range d.Sentences {
		s := &d.Sentences[si]
		for i := s.First; i < s.End; i++ {
			t := &d.Tokens[i]
			switch {
			case t.Shape == Lower:
				d.lookUpLower(s, i)
			case t.Shape.Capital() || t.Shape == Alphanumeric:
				d.lookUpCapital(s, i)
			}
		}
	}
}

func (d *Doc) lookUpLower(s *Sentence, i int) {
	t := &d.Tokens[i]
	h := lexicon.Hash(0).Add(t.Form)
	if lexicon.Titles.Starts(h) && d.lists[i][listTitle] == 0 {
		if e, n, ok := d.Longest(lexicon.Titles, s, i); ok {
			d.mark(i, n, listTitle, titleKind(e))
		}
	}
	if _, ok := lexicon.ReportingVerbs.Find(h, t.Form); ok {
		d.mark(i, 1, listVerb, 0)
	}
}

func (d *Doc) lookUpCapital(s *Sentence, i int) {
	t := &d.Tokens[i]
	h := lexicon.Hash(0).Add(t.Form)
	phrase := func(list int, table lexicon.Table, variant func(lexicon.Entry) int) {
		if d.lists[i][list] != 0 || !table.Starts(h) {
			return
		}
		if e, n, ok := d.Longest(table, s, i); ok {
			d.mark(i, n, list, variant(e))
		}
	}
	phrase(listCountry, lexicon.Countries, countryKind)
	phrase(listAdmin, lexicon.Admin, adminKind)
	phrase(listCity, lexicon.Cities, cityKind)
	if d.lists[i][listCity] == 0 {
		phrase(listTown, lexicon.Towns, townKind)
	}
	phrase(listOrg, lexicon.Organizations, orgKind)
	phrase(listPeople, lexicon.People, func(e lexicon.Entry) int { return min(e.Via(), 1) })
	phrase(listGroup, lexicon.Groups, groupKind)
	phrase(listTitle, lexicon.Titles, titleKind)
	if e, ok := lexicon.GivenNames.Find(h, t.Form); ok {
		d.mark(i, 1, listGiven, givenKind(e))
	} else if lexicon.Nicknames.Has(t.Form) {
		d.mark(i, 1, listGiven, 12)
	}
	if e, ok := lexicon.Surnames.Find(h, t.Form); ok {
		v := int(e.Field(lexicon.SurnamesBand)[0]-'1') / 3
		if e.Field(lexicon.SurnamesWord) == "y" {
			v += 3
		}
		d.mark(i, 1, listSurname, v)
	}
	if e, ok := lexicon.Stopnames.Find(h, t.Form); ok {
		v := 0
		switch e.Field(lexicon.StopnamesClass) {
		case "function":
			v = 1
		case "verb":
			v = 2
		case "time":
			v = 3
		case "noun":
			v = 4
		case "newswire":
			v = 5
		}
		if e.Field(lexicon.StopnamesAlsoName) == "y" {
			v += 6
		}
		d.mark(i, 1, listStop, v)
	}
}

// mark writes a match of n tokens.
func (d *Doc) mark(i, n, list, variant int) {
	for k := 0; k < n && i+k < len(d.lists); k++ {
		pos := 1
		switch {
		case n == 1:
			pos = 3
		case k == 0:
			pos = 0
		case k == n-1:
			pos = 2
		}
		d.lists[i+k][list] = uint8(1 + 4*variant + pos)
	}
}

func countryKind(e lexicon.Entry) int {
	v := 0
	switch e.Via() {
	case lexicon.CountriesAdjectives:
		v = 1
	case lexicon.CountriesNounSingular, lexicon.CountriesNounPlural:
		v = 2
	case lexicon.CountriesCapital:
		return 3
	case lexicon.CountriesMetonyms:
		return 4
	}
	switch e.Field(lexicon.CountriesKind) {
	case "union":
		v += 5
	case "continent":
		v += 8
	case "region":
		v += 11
	}
	return v
}

func adminKind(e lexicon.Entry) int {
	v := 0
	switch e.Via() {
	case lexicon.AdminPostal, lexicon.AdminApAbbrev:
		v = 1
	case lexicon.AdminDemonym:
		v = 2
	}
	if e.Field(lexicon.AdminCountry) == "US" {
		v += 3
	}
	return v
}

func cityKind(e lexicon.Entry) int {
	if e.Field(lexicon.CitiesWord) == "y" {
		return 5
	}
	return int(e.Field(lexicon.CitiesSize)[0] - '1')
}

func townKind(e lexicon.Entry) int {
	v := int(e.Field(lexicon.TownsSize)[0] - '1')
	if e.Field(lexicon.TownsPerson) == "y" {
		v += 2
	}
	return v
}

func orgKind(e lexicon.Entry) int {
	switch e.Field(lexicon.OrganizationsKind) {
	case "university":
		return 1
	case "company":
		return 2
	case "team":
		return 3
	case "ngo":
		return 4
	case "media":
		return 5
	case "militant":
		return 6
	case "party":
		return 7
	case "government":
		return 8
	case "international":
		return 9
	case "league":
		return 10
	}
	return 0
}

func groupKind(e lexicon.Entry) int {
	v := 0
	switch e.Field(lexicon.GroupsKind) {
	case "religion", "denomination":
		v = 1
	case "political":
		v = 2
	case "ethnic":
		v = 3
	case "regional":
		v = 4
	}
	return v
}

func titleKind(e lexicon.Entry) int {
	switch e.Field(lexicon.TitlesKind) {
	case "office":
		return 1
	case "rank":
		return 2
	case "nobility":
		return 3
	case "religious":
		return 4
	case "occupation":
		return 5
	case "kin":
		return 6
	}
	return 0
}

func givenKind(e lexicon.Entry) int {
	band := int(e.Field(lexicon.GivenNamesBand)[0]-'1') / 3
	switch f := e.Field(lexicon.GivenNamesFemale); {
	case f == "":
		return 3 * band
	case f[0] >= '8':
		return 3*band + 1
	case f[0] <= '1':
		return 3*band + 2
	}
	return 9
}

// ForgetNames takes back what the lists of names say, for training.
func (d *Doc) ForgetNames() {
	for i := range d.lists {
		for k := range d.lists[i] {
			if k != listTitle && k != listStop && k != listVerb {
				d.lists[i][k] = 0
			}
		}
	}
}
