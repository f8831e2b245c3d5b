package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// joinNames joins forms that name the same. Precision comes first: what the
// text leaves open stays apart. Each step looks forms up by a hash of what they
// would share, so that the time is linear in the number of names.
func (r *reading) joinNames() {
	r.parent = r.parent[:0]
	for i := range r.forms {
		r.parent = append(r.parent, int32(i))
	}
	r.joinOwn()
	r.joinListed()
	r.joinBrackets()
	r.joinEqual()
	r.joinPersons()
	r.joinParts()
	r.joinParts() // what was joined by the first may settle who claims a part
	r.joinAcronyms()
}

// joinOwn joins the names of a record of the caller's gazetteer.
func (r *reading) joinOwn() {
	if r.own == nil {
		return
	}
	seen := map[int32]int32{}
	for i := range r.forms {
		f := &r.forms[i]
		if f.own = r.own.lookup(f.text); f.own == 0 || r.own.records[f.own-1].typ != f.typ {
			f.own = 0
			continue
		}
		if old, ok := seen[f.own]; ok {
			r.join(old, int32(i))
		} else {
			seen[f.own] = int32(i)
		}
	}
}

// joinListed joins what the lists know as one: "US" and "United States",
// "Russian" and "Russians", "Calif." and "California".
func (r *reading) joinListed() {
	seen := map[int64]int32{}
	for i := range r.forms {
		f := &r.forms[i]
		f.key = listKey(f)
		if f.key == 0 {
			continue
		}
		if old, ok := seen[f.key]; ok {
			r.join(old, int32(i))
		} else {
			seen[f.key] = int32(i)
		}
	}
}

// listKey identifies the entry of a list that a form is a name of.
func listKey(f *form) int64 {
	text := lookupText(f)
	key := func(list, id int) int64 { return int64(list)<<40 | int64(f.typ)<<32 | int64(id) }
	switch f.typ {
	case Place, Org:
		if e, ok := lexicon.Countries.Lookup(text); ok {
			v := e.Via()
			org := e.Field(lexicon.CountriesKind) == "union"
			if (v == 0 || v == lexicon.CountriesAliases) && (org || f.typ == Place) {
				return key(1, e.ID())
			}
		}
		if f.typ == Place {
			if e, ok := lexicon.Admin.Lookup(text); ok && e.Via() != lexicon.AdminDemonym {
				if c := e.Field(lexicon.AdminCountry); e.Via() == 0 || c == "US" || c == "CA" || c == "AU" {
					return key(2, e.ID())
				}
			}
			return 0
		}
		if e, ok := lexicon.Organizations.Lookup(text); ok && e.Field(lexicon.OrganizationsBest) == "y" {
			if _, more := e.Next(); !more {
				return key(3, e.ID())
			}
		}
	case Group:
		if e, ok := lexicon.Countries.Lookup(text); ok {
			if v := e.Via(); v == lexicon.CountriesAdjectives || v == lexicon.CountriesNounSingular || v == lexicon.CountriesNounPlural {
				return key(1, e.ID())
			}
		}
		if e, ok := lexicon.Groups.Lookup(text); ok && e.Via() != lexicon.GroupsAdjective {
			return key(4, e.ID())
		}
	}
	return 0
}

// joinEqual joins forms of one type that differ in case, marks, a plural or a
// possessive only.
func (r *reading) joinEqual() {
	seen := map[formKey]int32{}
	for i := range r.forms {
		f := &r.forms[i]
		k := strings.ToLower(strings.Join(f.words, " "))
		switch f.typ {
		case Person:
			k = strings.ReplaceAll(strings.ReplaceAll(k, ".", ""), "-", " ")
		case Group:
			if len(k) > 4 {
				k = strings.TrimSuffix(k, "s")
			}
		default:
			if strings.ContainsAny(k, ".,'&") {
				for _, x := range [][2]string{{".", ""}, {",", ""}, {"'s", ""}, {"&", "and"}} {
					k = strings.ReplaceAll(k, x[0], x[1])
				}
			}
			if len(k) > 5 && f.typ == Org {
				k = strings.TrimSuffix(k, "s")
			}
		}
		key := formKey{k, f.typ}
		if old, ok := seen[key]; ok {
			r.join(old, int32(i))
		} else {
			seen[key] = int32(i)
		}
	}
}

// joinBrackets joins a long form and the short one that stands behind it in
// brackets: "Columbia Housing Authority (CHA)".
func (r *reading) joinBrackets() {
	d := &r.doc
	for i := 0; i+1 < len(r.names); i++ {
		a, b := &r.names[i], &r.names[i+1]
		if b.first != a.end+1 || b.end >= len(d.Tokens) || d.Tokens[a.end].Form != "(" || d.Tokens[b.end].Form != ")" {
			continue
		}
		f, g := &r.forms[a.form], &r.forms[b.form]
		if f.typ != g.typ || f.typ == Person {
			continue
		}
		if len(g.words) == 1 && shortFor(g.words[0], f.words) || len(f.words) == 1 && shortFor(f.words[0], g.words) {
			r.join(a.form, b.form)
		}
	}
}

// shortFor reports whether the letters of an acronym stand in a name in order,
// the first at its beginning.
func shortFor(short string, long []string) bool {
	text := strings.ToLower(strings.Join(long, " "))
	short = strings.ToLower(strings.ReplaceAll(short, ".", ""))
	if short == "" || text == "" || len(long) < 2 || short[0] != text[0] {
		return false
	}
	k := 0
	for i := 0; i < len(text) && k < len(short); i++ {
		if text[i] == short[k] {
			k++
		}
	}
	return k == len(short)
}

// joinAcronyms joins an acronym with the one name that has its initials.
func (r *reading) joinAcronyms() {
	type holder struct {
		root  int32
		clash bool
	}
	initialsOf := map[string]holder{}
	note := func(k string, f int32) {
		if len(k) < 2 {
			return
		}
		h, ok := initialsOf[k]
		root := r.find(f)
		initialsOf[k] = holder{root, ok && (h.clash || h.root != root)}
	}
	for i := range r.forms {
		f := &r.forms[i]
		if f.typ == Person || f.typ == Group || len(f.words) < 2 {
			continue
		}
		short, full := initials(f.words)
		note(string(rune('a'+f.typ))+short, int32(i))
		if full != short {
			note(string(rune('a'+f.typ))+full, int32(i))
		}
	}
	for i := range r.forms {
		f := &r.forms[i]
		if len(f.words) != 1 || f.typ == Person || f.typ == Group {
			continue
		}
		w := strings.ReplaceAll(f.words[0], ".", "")
		if len(w) < 2 || w != strings.ToUpper(w) && !(len(w) <= 5 && capitals(w) >= 2) {
			continue
		}
		if h, ok := initialsOf[string(rune('a'+f.typ))+strings.ToUpper(w)]; ok && !h.clash {
			r.join(h.root, int32(i))
		}
	}
}

func capitals(w string) int {
	n := 0
	for i := 0; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' {
			n++
		}
	}
	return n
}

// initials returns the initials of the capitalised words of a name, and those
// with the small words ("of", "the", "and") counted too.
func initials(words []string) (short, full string) {
	var s, a []byte
	for i, w := range words {
		for _, p := range strings.Split(w, "-") {
			if p == "" {
				continue
			}
			c := p[0]
			if i == 0 && len(words) > 2 && (strings.Contains(p, ".") && len(p) <= 4 || p == "US" || p == "UK") {
				continue
			}
			if 'A' <= c && c <= 'Z' {
				s = append(s, c)
				a = append(a, c)
			} else if 'a' <= c && c <= 'z' {
				a = append(a, c-'a'+'A')
			}
		}
	}
	return string(s), string(a)
}

// joinParts joins organizations, events, places and works with the shorter
// names that they end or begin with: "Supreme Court", "Publicis".
func (r *reading) joinParts() {
	type holder struct {
		root  int32
		clash bool
	}
	shorter := map[formKey]int32{} // the forms that may be a part of others
	for i := range r.forms {
		f := &r.forms[i]
		if f.typ == Person || f.typ == Group || len(f.words) > 6 {
			continue
		}
		shorter[formKey{strings.Join(f.words, " "), f.typ}] = int32(i)
	}
	claims := map[int32]holder{}
	claim := func(part []string, f int32) {
		s, ok := shorter[formKey{strings.Join(part, " "), r.forms[f].typ}]
		if !ok || r.find(s) == r.find(f) {
			return
		}
		root := r.find(f)
		h, ok := claims[s]
		claims[s] = holder{root, ok && (h.clash || r.find(h.root) != root)}
	}
	for i := range r.forms {
		f := &r.forms[i]
		if f.typ == Person || f.typ == Group || f.typ == Place || len(f.words) < 2 {
			continue
		}
		for k := 1; k < min(len(f.words), 7); k++ {
			end, begin := f.words[len(f.words)-k:], f.words[:k]
			if (!bodyWord(end[0]) || k > 1) && !(f.typ == Event && year(f.words[len(f.words)-k-1])) {
				claim(end, int32(i))
			}
			if f.typ == Org && beginsSame(f.words, k) || f.typ == Event && k == len(f.words)-1 && year(f.words[k]) {
				claim(begin, int32(i))
			}
		}
	}
	for i := range r.forms { // in order, for the same result each time
		if h, ok := claims[int32(i)]; ok && !h.clash {
			r.join(h.root, int32(i))
		}
	}
}

// bodyWord reports whether a single word names a kind of body and so not the one
// body whose name ends with it.
func bodyWord(w string) bool { return w == "House" || w == "Committee" || w == "Group" }

// beginsSame reports whether the first k words of an organization's name stand
// for the whole.
func beginsSame(words []string, k int) bool {
	if words[k] == "of" || words[k] == "for" || words[k] == "and" || words[k] == "&" {
		return words[k] == "of" && k == 1 && (words[0] == "House")
	}
	if lexicon.Countries.Has(strings.Join(words[:k], " ")) {
		return false // "UN General Assembly", "England Rugby"
	}
	if k == 1 && len(words) > 3 && words[0] == strings.ToUpper(words[0]) {
		return false // "MSHA Coal Mine Safety"
	}
	if k == 1 && (words[0] == "White" || words[0] == "House" || words[0] == "Senate") && len(words) > 1 {
		return false
	}
	e, ok := lexicon.OrgWords.Lookup(words[len(words)-1])
	return !ok || e.Field(lexicon.OrgWordsKind) != "own"
}

func year(w string) bool { return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") }
