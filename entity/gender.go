package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// findGenders reads the gender of persons off honorifics and given names; what
// their roles say came first.
func (r *reading) findGenders() {
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.entity]
		if n.end-n.first > 1 || g.female == 0 {
			g.female = 1 + likelihoodOf(r.form(n.first))
		}
		if g.typ != Person || g.gender != 0 {
			continue
		}
		s := &r.doc.Sentences[n.sentence]
		if n.first > s.First {
			if e, ok := lexicon.Titles.Lookup(r.form(n.first - 1)); ok {
				if x := e.Field(lexicon.TitlesGender); x != "" {
					g.gender = x[0]
					continue
				}
			}
		}
		if n.end-n.first < 2 {
			continue
		}
		g.gender = genderOfGiven(r.form(n.first))
	}
}

// genderOfGiven returns the gender that a given name or a nickname shows, if it is
// clear.
func genderOfGiven(w string) byte {
	if n, ok := lexicon.Nicknames.Lookup(w); ok {
		if _, ok := lexicon.GivenNames.Lookup(w); !ok {
			w, _, _ = strings.Cut(n.Field(lexicon.NicknamesNames), ";")
		}
	}
	return lexicon.GenderOfGivenName(w)
}

// likelihoodOf tells how often a given name is a woman's, 0 to 1; 0.5 where it is
// not known.
func likelihoodOf(w string) float32 {
	e, ok := lexicon.GivenNames.Lookup(w)
	if !ok {
		return .5
	}
	f := e.Field(lexicon.GivenNamesFemale)
	if f == "" {
		return .5
	}
	return float32(f[0]-'0') / 9
}

// femaleShare is how likely a person of the given name is a woman, 0 to 1.
func (g *group) femaleShare() float32 {
	if g.female == 0 {
		return .5
	}
	return g.female - 1
}
