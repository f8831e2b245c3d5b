package coref

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Kinds of places and organizations that nouns tell apart: "the city" is no
// country, "the club" no company. The empty string is any kind.
const (
	country = "country"
	city    = "city"
	region  = "region"
)

// KindOfPlace is the kind of the place with a name, as the lists know it.
func KindOfPlace(name string) string {
	if e, ok := lexicon.Countries.Lookup(name); ok {
		switch e.Via() {
		case 0, lexicon.CountriesAliases:
			if k := e.Field(lexicon.CountriesKind); k != "union" && k != "continent" {
				return country
			}
			return ""
		case lexicon.CountriesCapital:
			return city
		}
	}
	if e, ok := lexicon.Admin.Lookup(name); ok && e.Via() != lexicon.AdminDemonym {
		return region
	}
	if lexicon.Cities.Has(name) {
		return city
	}
	return ""
}

// KindOfOrg is the kind of the organization with a name: company, team, party …,
// as the lists know it, or its words tell.
func KindOfOrg(name string) string {
	if e, ok := lexicon.Organizations.Lookup(name); ok {
		return e.Field(lexicon.OrganizationsKind)
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if e, ok := lexicon.OrgWords.Lookup(last); ok && e.Field(lexicon.OrgWordsKind) == "legal" {
		return "company"
	}
	if e, ok := lexicon.NounTypes.Lookup(last); ok && last != name { // "Court of Appeals" is no matter here
		return e.Field(lexicon.NounTypesKind)
	}
	return ""
}
