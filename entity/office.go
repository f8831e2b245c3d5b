package entity

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

type placedRole struct {
	at     int
	group  int32
	office string
	of     string
}

// rolesInOrder lists the roles of persons by where they stand.
func (r *reading) rolesInOrder() []placedRole {
	var out []placedRole
	for g := range r.groups {
		if r.groups[g].typ != Person {
			continue
		}
		for _, x := range r.groups[g].offices {
			out = append(out, placedRole{x.at, int32(g), x.office, x.of})
		}
	}
	slices.SortFunc(out, func(a, b placedRole) int { return a.at - b.at })
	for _, x := range out {
		if g, ok := r.sole[x.office]; ok && g != x.group {
			r.sole[x.office] = -1
		} else {
			r.sole[x.office] = x.group
		}
	}
	return out
}

// office is the noun at head with what makes another office of it: "vice
// president", "former president".
func (r *reading) office(first, head int) string {
	e, ok := r.roleNoun(head, Person)
	if !ok {
		return ""
	}
	word := e.Field(lexicon.RoleNounsNoun)
	switch word {
	case "sen.", "sen":
		word = "senator"
	case "gov.", "gov":
		word = "governor"
	case "rep.", "rep", "congressman", "congresswoman":
		word = "representative"
	case "gen.", "gen":
		word = "general"
	case "pm":
		word = "prime minister"
	}
	former := false
	for i := head - 1; i >= first && head-i < 6; i-- {
		switch f := strings.ToLower(r.form(i)); f {
		case "vice", "deputy", "assistant", "prime", "foreign":
			if i == head-1 || i == head-2 && r.form(head-1) == "-" {
				word = f + " " + word
			}
		case "former", "ex", "late":
			former = true
		}
	}
	if former {
		return "former " + word
	}
	return word
}

// findHolder looks for the one who has the office that a phrase names: "the
// president", "the Russian leader".
func (r *reading) findHolder(s *ner.Sentence, a *anaphor) {
	p := a.phrase
	noun, ok := r.roleNoun(p.head, Person)
	if !ok || noun.Via() != 0 {
		return
	}
	country := ""
	if p.inside != nil {
		country = r.groups[p.inside.entity].country
	}
	word := r.office(p.first, p.head)
	fits := func(g int32) bool {
		return country == "" || r.groups[g].country == "" || r.groups[g].country == country
	}
	if g, ok := r.holders[holder{word, country}]; ok {
		a.holder, a.holds = g, 3
	} else if g, ok := r.sole[word]; ok && g >= 0 && fits(g) {
		a.holder, a.holds = g, 1
	} else if g, ok := r.holders[holder{word, ""}]; ok && country != "" && fits(g) {
		a.holder, a.holds = g, 2
	} else if g, ok := r.holders[holder{"leader", country}]; ok && country != "" && leads(word) {
		a.holder, a.holds = g, 2
	}
}

// holder is a key for who was last said to have a role: the office, and the
// country or "" for whatever country.
type holder struct{ office, country string }

// hold notes that a person has a role, from where the text says so.
func (r *reading) hold(g int32, role placedRole) {
	if role.office == "" {
		return
	}
	// Without a country, the one whom the story names more often.
	if old, ok := r.holders[holder{role.office, ""}]; !ok || r.groups[g].names >= r.groups[old].names {
		r.holders[holder{role.office, ""}] = g
	}
	for _, c := range []string{role.of, r.groups[g].country} {
		if c != "" {
			r.holders[holder{role.office, c}] = g
			if leads(role.office) {
				r.holders[holder{"leader", c}] = g
			}
		}
	}
}

// leads reports whether a role noun may be said of a head of state or
// government in other words.
func leads(noun string) bool {
	switch noun {
	case "president", "leader", "chancellor", "prime minister", "premier", "king", "queen", "emir":
		return true
	}
	return false
}
