package entity

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// findGenders reads the gender of persons off honorifics and given names; what
// their roles say came first.
func (r *reading) findGenders() {
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.entity]
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

// genderOfGiven returns the gender that a given name shows, if it is clear.
func genderOfGiven(w string) byte {
	e, ok := lexicon.GivenNames.Lookup(w)
	if !ok {
		if n, ok := lexicon.Nicknames.Lookup(w); ok {
			full, _, _ := strings.Cut(n.Field(lexicon.NicknamesNames), ";")
			if e, ok = lexicon.GivenNames.Lookup(full); !ok {
				return 0
			}
		} else {
			return 0
		}
	}
	switch f := e.Field(lexicon.GivenNamesFemale); {
	case f == "":
	case f[0] >= '8':
		return 'f'
	case f[0] <= '1':
		return 'm'
	}
	return 0
}

// window is how many sentences back a pronoun or "the president" looks.
const window = 3

// refer finds the pronouns and role nouns that mean a person named before. It
// reads the story once, keeping the persons of the last sentences.
func (r *reading) refer() {
	d := &r.doc
	r.memory.reset()
	m := &r.memory
	k := 0
	clear(r.holders)
	clear(r.sole)
	roles := r.rolesInOrder()
	for si := range d.Sentences {
		s := &d.Sentences[si]
		persons := 0 // of this sentence so far
		quoted := false
		for i := s.First; i < s.End; i++ {
			for k < len(r.names) && r.names[k].first < i {
				k++
			}
			if k < len(r.names) && r.names[k].first == i {
				if g := r.names[k].entity; r.groups[g].typ == Person {
					n := &r.names[k]
					form := uint8(fullForm)
					if n.end-n.first == 1 {
						form = singleForm
					}
					m.add(r.mentioned(s, si, n.first, n.end, persons, g, form))
					persons++
				}
				continue
			}
			t := &d.Tokens[i]
			for len(roles) > 0 && roles[0].at < int(t.Start) {
				r.hold(roles[0].group, roles[0])
				roles = roles[1:]
			}
			switch t.Form {
			case "“":
				quoted = true
			case "”":
				quoted = false
			case `"`:
				quoted = !quoted
			}
			if t.Shape != ner.Lower && t.Shape != ner.Capitalised {
				continue
			}
			gender := pronounGender(t.Form)
			if gender == 0 {
				if copula(t.Form) && len(m.list) > 0 && m.list[len(m.list)-1].sentence == si && !quoted {
					r.predicate(s, i, m.list[len(m.list)-1].group)
				}
				if s.Kind == article.Headline {
					if g, first, end, ok := r.headlineRole(s, i); ok {
						r.addRole(&r.groups[g], first, end)
						r.groups[g].others = append(r.groups[g].others, Mention{r.span(first, end), Nominal})
					}
				}
				if strings.EqualFold(t.Form, "the") {
					if g, end, ok := r.nominal(s, i); ok {
						r.groups[g].others = append(r.groups[g].others, Mention{r.span(i, end), Nominal})
						r.addRole(&r.groups[g], i+1, end)
						m.add(r.mentioned(s, si, i, end, persons, g, nominalForm))
						persons++
						i = end - 1
					}
				}
				continue
			}
			if quoted { // whom a quotation means is another question than whom the story means
				continue
			}
			best, ok := r.antecedent(s, si, i, gender)
			if !ok {
				continue
			}
			g := &r.groups[best]
			g.others = append(g.others, Mention{r.span(i, i+1), Pronoun})
			if g.gender == 0 {
				g.gender, g.guessed = gender, true
			}
			m.last = best
			m.add(r.mentioned(s, si, i, i+1, persons, best, pronounForm))
			persons++
		}
	}
}

// copula reports whether a role of the subject may follow: "served as director",
// "was a judge", "named chairman".
func copula(w string) bool {
	switch w {
	case "as", "is", "was", "be", "been", "became", "become", "named", "appointed", "elected", "remains":
		return true
	}
	return false
}

// predicate reads a role behind the copula at token i.
func (r *reading) predicate(s *ner.Sentence, i int, g int32) {
	verb := r.form(i)
	k := i + 1
	for k < s.End && k < i+3 && adverb(r.form(k)) {
		k++
	}
	if k >= s.End || copula(r.form(k)) {
		return
	}
	determined := false
	switch r.form(k) {
	case "the", "a", "an", "his", "her", "its", "their", "one":
		k++
		determined = true
	}
	if k >= s.End || !determined && (verb == "is" || verb == "was" || verb == "be" || verb == "been") && r.nameOf(k) == nil {
		if _, ok := r.roleNoun(min(k, s.End-1), Person); !ok {
			return
		}
	}
	if first, end, ok := r.description(s, k, Person, true); ok {
		r.addRole(&r.groups[g], first, end)
	}
}

func adverb(w string) bool {
	switch w {
	case "also", "now", "then", "currently", "still", "once", "previously", "formerly", "already", "only", "not":
		return w != "not"
	}
	return false
}

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

func pronounGender(w string) byte {
	switch w {
	case "he", "He", "his", "His", "him", "himself":
		return 'm'
	case "she", "She", "her", "Her", "herself", "hers":
		return 'f'
	}
	return 0
}

func (r *reading) span(first, end int) article.Span {
	return article.Span{Start: int(r.doc.Tokens[first].Start), End: int(r.doc.Tokens[end-1].End)}
}

// nominal resolves "the president", "the Russian leader" at token i to the
// person named last who has that role.
func (r *reading) nominal(s *ner.Sentence, i int) (group int32, end int, ok bool) {
	head := -1
	country := ""
	k := i + 1
	for ; k < s.End && k-i <= 5; k++ {
		if n := r.nameOf(k); n != nil {
			if t := r.groups[n.entity].typ; t != Group && t != Place && t != Org {
				return
			}
			country = r.groups[n.entity].country
			k = n.end - 1
			continue
		}
		if !r.modifier(s, k) {
			break
		}
		if _, ok := r.roleNoun(k, Person); ok {
			head = k
		}
	}
	if head < 0 || k != head+1 || k < s.End && r.form(k) == "of" {
		return
	}
	noun, _ := r.roleNoun(head, Person)
	if noun.Via() != 0 {
		return // several people
	}
	if head+2 < s.End && r.form(head+1) == "," && r.nameOf(head+2) != nil || r.nameOf(min(head+1, s.End-1)) != nil && head+1 < s.End {
		return // in apposition with a name
	}
	word := r.office(i+1, head)
	g, ok := r.holders[holder{word, country}]
	if !ok { // said of one person alone, behind
		if g, ok = r.sole[word]; ok {
			ok = g >= 0 && (country == "" || r.groups[g].country == "" || r.groups[g].country == country)
		}
	}
	if !ok && country != "" {
		if g, ok = r.holders[holder{word, ""}]; ok {
			ok = r.groups[g].country == "" || r.groups[g].country == country
		}
	}
	if !ok && country != "" && leads(word) {
		g, ok = r.holders[holder{"leader", country}]
	}
	return g, head + 1, ok
}

// headlineRole resolves a role noun of a headline, which has no article, to the
// one person of whom the story says so: "Ohio doctor agrees to pay".
func (r *reading) headlineRole(s *ner.Sentence, i int) (g int32, first, end int, ok bool) {
	e, ok := r.roleNoun(i, Person)
	if !ok || e.Via() != 0 || r.nameOf(i) != nil {
		return 0, 0, 0, false
	}
	if i+1 < s.End {
		t := &r.doc.Tokens[i+1]
		if r.nameOf(i+1) != nil || preposition(t.Form) && t.Form != "to" && t.Form != "in" || lexicon.RoleNouns.Has(t.Form) || t.Form == "," || t.Form == "-" {
			return 0, 0, 0, false
		}
	}
	first = r.leftEdge(s, i, Person)
	g, ok = r.sole[r.office(first, i)]
	return g, first, i + 1, ok && g >= 0
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
