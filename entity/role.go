package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/roles"
)

// findRoles reads what the text says that someone is: before the name ("Russian
// foreign minister Sergey Lavrov"), behind it (", the president of France,"),
// before it in apposition ("his counterpart, Vladimir Putin,") and by a verb
// ("who was a judge").
func (r *reading) findRoles() {
	r.proposals = r.proposals[:0]
	if cap(r.describes) < len(r.doc.Tokens) {
		r.describes = make([]int32, len(r.doc.Tokens))
	}
	r.describes = r.describes[:len(r.doc.Tokens)]
	clear(r.describes)
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.entity]
		if g.firstName < 0 {
			g.firstName = int32(i)
		}
		if n.metonym || g.typ == Group {
			continue
		}
		s := &r.doc.Sentences[n.sentence]
		at := r.behindHonorifics(s, n.first)
		found := func(source uint8, first, end int) {
			for k := first; k < end; k++ {
				if r.nameAt[k] == 0 {
					r.describes[k] = n.entity + 1
				}
			}
			r.propose(proposal{group: n.entity, sentence: n.sentence, first: first, end: end, name: i, source: source})
		}
		if first, end, ok := r.roleBefore(s, at, g.typ); ok {
			r.addRole(g, first, end)
			r.shareRole(s, i, first, end)
			found(roles.BeforeName, first, end)
		} else if first, end, ok := r.roleBeforeComma(s, n, at, g.typ); ok {
			r.addRole(g, first, end)
			found(roles.BeforeComma, first, end)
		} else if first, ok := r.nounBefore(s, at, g.typ); ok {
			found(roles.BeforeName, first, at)
		}
		if k := at - 1; k > s.First && r.nameOf(k) == nil && (r.words[k].tag == nounTag || r.words[k].tag == nameTag) {
			found(roles.BeforeName, r.leftByTags(s, k), at)
		}
		if g.typ == Org {
			if first, end, ok := r.kindBehind(s, n); ok {
				r.addRole(g, first, end)
				found(roles.KindBehind, first, end)
			}
		}
		if first, end, ok := r.roleBehind(s, n, g.typ); ok {
			r.addRole(g, first, end)
			found(roles.BehindName, first, end)
		}
		r.roleByTree(s, n, found)
	}
}

// leftByTags goes left from a noun over what may describe it by its part of
// speech: "late Republican redistricting guru".
func (r *reading) leftByTags(s *ner.Sentence, head int) int {
	i := head
	for i > s.First && head-i < maxDescription {
		k := i - 1
		if n := r.nameOf(k); n != nil {
			if r.groups[n.entity].typ == Person && !genitive(r.form(i)) {
				break
			}
			i = n.first
			continue
		}
		w := &r.words[k]
		switch w.tag {
		case nounTag, nameTag, adjectiveTag, numeralTag:
		case verbTag:
			if w.rel != adjectiveRelation && w.rel != compoundRelation {
				return i
			}
		case punctuationTag:
			if r.form(k) != "-" && r.form(k) != "–" || r.doc.Tokens[i].Spaced {
				return i
			}
		default:
			if !genitive(r.form(k)) {
				return i
			}
		}
		i = k
	}
	return i
}

// nounBefore finds a description before a name whose noun no list knows:
// "French inventor Franky Zapata".
func (r *reading) nounBefore(s *ner.Sentence, at int, t Type) (first int, ok bool) {
	k := at - 1
	if k < s.First || r.nameOf(k) != nil {
		return 0, false
	}
	w := &r.words[k]
	if w.tag != nounTag && w.tag != nameTag || r.doc.Tokens[k].Shape == ner.Mark || r.doc.Tokens[k].Shape == ner.Number {
		return 0, false
	}
	return r.leftEdge(s, k, t), true
}

// roleByTree finds descriptions that the tree of the sentence joins with a name:
// in apposition before or behind it, or as predicate.
func (r *reading) roleByTree(s *ner.Sentence, n *name, found func(source uint8, first, end int)) {
	h := r.headOf(n)
	w := &r.words[h]
	if w.head >= 0 && r.nameOf(int(w.head)) == nil {
		x := int(w.head)
		switch {
		case w.rel == appositionRelation || w.rel == compoundRelation && x < n.first:
			r.nounPhrase(s, x, n, roles.Apposed, found)
		case w.rel == subjectRelation && r.hasCopula(x):
			r.nounPhrase(s, x, n, roles.Predicate, found)
		}
	}
	for k := n.end; k < s.End && k < n.end+maxPhrase; k++ {
		if x := &r.words[k]; x.head == int32(h) && x.rel == appositionRelation && r.nameOf(k) == nil {
			r.nounPhrase(s, k, n, roles.Apposed, found)
		} else if x.head == int32(h) && x.rel == relativeRelation && r.hasCopula(k) { // "who is a judge"
			r.nounPhrase(s, k, n, roles.Predicate, found)
		}
	}
}

// nounPhrase gives the phrase with the noun at a token, up to what hangs on it
// behind or the name that it describes.
func (r *reading) nounPhrase(s *ner.Sentence, head int, n *name, source uint8, found func(source uint8, first, end int)) {
	if t := r.words[head].tag; t != nounTag && t != nameTag {
		return
	}
	first := r.leftEdge(s, head, r.groups[n.entity].typ)
	if first <= n.first && n.first <= head {
		first = n.end
		for first < head && r.doc.Tokens[first].Shape == ner.Mark {
			first++
		}
	}
	end := head + 1
	if end < s.End && preposition(r.form(end)) && r.form(end) != "and" && !r.time(s, end+1) {
		end = r.rightEdge(s, end)
	}
	if head < n.first && end > n.first-1 {
		end = n.first
		for end > head+1 && (r.doc.Tokens[end-1].Shape == ner.Mark || r.form(end-1) == "the") {
			end--
		}
	}
	found(source, first, end)
	if head < n.first || head >= n.end {
		if wide := r.leftByTags(s, head); wide < first && (head < n.first || wide >= n.end) {
			found(source, wide, end)
		}
	}
}

// shareRole gives a role in the plural to the names that follow by "," and
// "and": "Senators Chris Coons and Amy Klobuchar".
func (r *reading) shareRole(s *ner.Sentence, i, first, end int) {
	e, ok := r.roleNoun(end-1, r.groups[r.names[i].entity].typ)
	if !ok || e.Via() == 0 {
		return
	}
	for k := i + 1; k < len(r.names) && k < i+12; k++ {
		n, before := &r.names[k], &r.names[k-1]
		if n.sentence != before.sentence || r.groups[n.entity].typ != r.groups[before.entity].typ {
			return
		}
		switch n.first - before.end {
		case 1:
			if f := r.form(before.end); f != "," && f != "and" {
				return
			}
		case 2:
			if r.form(before.end) != "," || r.form(before.end+1) != "and" {
				return
			}
		default:
			return
		}
		r.addRole(&r.groups[n.entity], first, end)
		r.propose(proposal{group: n.entity, sentence: n.sentence, first: first, end: end, name: k, source: roles.Shared})
	}
}

func (r *reading) form(i int) string { return r.doc.Tokens[i].Form }

// roleNoun returns the entry of token i as the noun of a role of that type.
func (r *reading) roleNoun(i int, t Type) (lexicon.Entry, bool) {
	if r.doc.Tokens[i].Shape == ner.Mark || r.doc.Tokens[i].Shape == ner.Number {
		return lexicon.Entry{}, false
	}
	if r.hyphened(i) { // "Russian-ally Assad" is no ally; a co-founder is a founder
		switch strings.ToLower(r.form(max(i-2, 0))) {
		case "co", "ex", "vice", "deputy", "non", "anti", "step", "sister", "mother", "father", "brother", "son", "daughter", "editor":
		default:
			if !lexicon.RoleNouns.Has(r.form(max(i-2, 0))) { // "president-elect"
				return lexicon.Entry{}, false
			}
		}
	}
	e, ok := lexicon.RoleNouns.Lookup(r.form(i))
	if !ok || e.Field(lexicon.RoleNounsEntity) != t.String() {
		return e, false
	}
	return e, true
}

// hyphened reports whether token i hangs on the one before by a hyphen.
func (r *reading) hyphened(i int) bool {
	return i > 0 && r.form(i-1) == "-" && !r.doc.Tokens[i].Spaced && !r.doc.Tokens[i-1].Spaced
}

// nameOf returns the name that token i is part of.
func (r *reading) nameOf(i int) *name {
	if k := r.nameAt[i]; k > 0 {
		return &r.names[k-1]
	}
	return nil
}

// behindHonorifics goes left from a name over "Mr", "Sir", "Dr.".
func (r *reading) behindHonorifics(s *ner.Sentence, at int) int {
	for n := 0; at > s.First && n < 4; n++ { // "His Excellency the Hon. Dr. …"
		e, ok := lexicon.Titles.Lookup(strings.TrimSuffix(r.form(at-1), "."))
		if !ok {
			e, ok = lexicon.Titles.Lookup(r.form(at - 1))
		}
		if !ok {
			break
		}
		switch kind := e.Field(lexicon.TitlesKind); {
		case kind == "honorific" && !lexicon.RoleNouns.Has(r.form(at-1)):
		case kind == "nobility" && styled(r.form(at-1)):
		default:
			return at
		}
		at--
	}
	return at
}

// styled reports whether a title of nobility is part of how one is addressed
// and no role: "Lord", "Dame".
func styled(w string) bool {
	switch w {
	case "Lord", "Lady", "Dame", "Sir", "Baroness", "Baron", "Lords":
		return true
	}
	return false
}

// modifier reports whether token i may stand in a description before its noun.
func (r *reading) modifier(s *ner.Sentence, i int) bool {
	t := &r.doc.Tokens[i]
	switch t.Shape {
	case ner.Mark:
		return t.Form == "-" && !t.Spaced || t.Form == "–" && !t.Spaced || t.Form == "&" || t.Form == "/" && !t.Spaced || t.Form == "‘"
	case ner.Number:
		return i+1 < s.End && r.doc.Tokens[i+1].Form == "-"
	}
	if genitive(t.Form) {
		return i > s.First
	}
	if t.Form == "I" {
		return false
	}
	e, ok := lexicon.RoleWords.Lookup(t.Form)
	if ok && e.Field(lexicon.RoleWordsKind) == "break" && (t.Shape == ner.Lower || i == s.First || !t.Shape.Capital()) {
		return false
	}
	if n := r.nameOf(i); n != nil {
		return true
	}
	if ok || lexicon.RoleNouns.Has(t.Form) {
		return true
	}
	if t.Shape == ner.Lower {
		if lexicon.ReportingVerbs.Has(t.Form) {
			return false
		}
		for _, end := range []string{"ed", "ing", "ly"} {
			if strings.HasSuffix(t.Form, end) && !r.hyphened(i) {
				return false
			}
		}
	}
	return true
}

func genitive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// maxDescription is the number of tokens that a description has before its noun
// at most; it keeps the time linear on any text.
const maxDescription = 24

// leftEdge goes left from the noun of a role to where its description begins.
func (r *reading) leftEdge(s *ner.Sentence, head int, t Type) int {
	i := head
	for i > s.First && head-i < maxDescription {
		k := i - 1
		if f := r.form(k); f == "and" || f == "," {
			// "chairman and chief executive", "radio host, author and activist"
			if k > s.First && k+1 <= head {
				if _, ok := r.roleNoun(k-1, t); ok && f == "and" {
					i = k - 1
					continue
				}
			}
			break
		}
		if n := r.nameOf(k); n != nil {
			if r.groups[n.entity].typ == Person && !genitive(r.form(i)) && i == head && t == Person {
				if r.doc.Tokens[i].Shape == ner.Capitalised {
					break
				}
			}
			i = n.first
			continue
		}
		if !r.modifier(s, k) {
			break
		}
		i = k
	}
	for i < head {
		f := r.form(i)
		if r.doc.Tokens[i].Shape == ner.Mark || genitive(f) {
			i++
			continue
		}
		break
	}
	return i
}

// roleBefore finds a role that ends where a name begins.
func (r *reading) roleBefore(s *ner.Sentence, at int, t Type) (first, end int, ok bool) {
	if at <= s.First {
		return
	}
	head := -1
	if _, ok := r.roleNoun(at-1, t); ok && r.nameOf(at-1) == nil {
		head = at - 1
	} else {
		head = r.headOfPhrase(s, at, t)
	}
	if head < 0 {
		return
	}
	first = r.leftEdge(s, head, t)
	return first, at, true
}

// headOfPhrase finds the noun in "Secretary of State", "president of the United
// States", which ends before token at; -1 if there is none.
func (r *reading) headOfPhrase(s *ner.Sentence, at int, t Type) int {
	if !r.doc.Tokens[at-1].Shape.Capital() {
		return -1
	}
	for i := at - 1; i > s.First && at-i <= 8; i-- {
		f := r.form(i)
		switch {
		case f == "of" || f == "for" || f == "at":
			if _, ok := r.roleNoun(i-1, t); ok && i < at-1 && r.nameOf(i-1) == nil {
				return i - 1
			}
		case f == "the" || f == "and" || f == "-" || f == "&" || genitive(f):
		case r.doc.Tokens[i].Shape.Capital():
		default:
			return -1
		}
	}
	return -1
}

// roleBeforeComma finds a role in apposition before a name: "his Russian
// counterpart, Vladimir Putin, …".
func (r *reading) roleBeforeComma(s *ner.Sentence, n *name, at int, t Type) (first, end int, ok bool) {
	if at-2 <= s.First || n.end >= s.End {
		return
	}
	if f := r.form(at - 1); f == "the" && t != Person {
		at--
	}
	if r.form(at-1) != "," {
		return
	}
	switch r.form(n.end) {
	case ",", ".", ")", ";", "?", "!", "—", "–":
	default:
		return
	}
	end = at - 1
	head := -1
	for i := end - 1; i > s.First && end-i <= 16; i-- {
		if f := r.form(i); f == "," || f == ";" || f == "." || f == "\"" || f == "“" || f == "”" {
			break
		}
		if _, ok := r.roleNoun(i, t); ok && r.nameOf(i) == nil {
			if i == end-1 || preposition(r.form(i+1)) {
				head = i
			}
		}
	}
	if head < 0 {
		return
	}
	first = r.leftEdge(s, head, t)
	if first == s.First || r.nameOf(first) != nil && genitive(r.form(r.nameOf(first).end)) {
		return first, end, true
	}
	switch strings.ToLower(r.form(first - 1)) {
	case "the", "a", "an", "his", "her", "its", "their", "our", "my":
		return first, end, true
	}
	return
}

// kindBehind finds what kind of organization stands right behind its name: "the
// Time magazine", "the Perkins Coie law firm".
func (r *reading) kindBehind(s *ner.Sentence, n *name) (first, end int, ok bool) {
	for i := n.end; i < s.End && i < n.end+3; i++ {
		if r.doc.Tokens[i].Shape != ner.Lower || genitive(r.form(i)) || r.nameOf(i) != nil || !r.modifier(s, i) || r.hyphened(i) {
			return
		}
		if e, ok := r.roleNoun(i, Org); !ok || e.Field(lexicon.RoleNounsBehind) != "y" || e.Via() != 0 {
			continue
		}
		if i+1 < s.End {
			if _, more := r.roleNoun(i+1, Org); more {
				continue
			}
			if t := &r.doc.Tokens[i+1]; t.Shape != ner.Lower && t.Shape != ner.Mark || genitive(t.Form) || lexicon.RoleNouns.Has(t.Form) {
				return
			}
		}
		return n.end, i + 1, true
	}
	return
}

func preposition(w string) bool {
	switch w {
	case "of", "for", "at", "in", "with", "to", "on", "from", "and":
		return true
	}
	return false
}

// roleBehind finds a role behind a name: ", the president of France,", "(Chief
// executive)", "is a judge".
func (r *reading) roleBehind(s *ner.Sentence, n *name, t Type) (first, end int, ok bool) {
	i := n.end
	if i+1 >= s.End {
		return
	}
	verb := false
	switch r.form(i) {
	case ",", "–", "—", "(":
		i++
		if i+1 < s.End && r.doc.Tokens[i].Shape == ner.Number && r.form(i+1) == "," { // the age
			i += 2
		}
		if i+1 < s.End && r.form(i) == "who" {
			i++
			verb = true
		}
	default:
		verb = true
	}
	if verb {
		switch r.form(i) {
		case "is", "was", "became":
			i++
		default:
			return
		}
	}
	determined := false
	if i < s.End {
		switch strings.ToLower(r.form(i)) {
		case "the", "a", "an", "his", "her", "its", "their", "another", "one":
			i++
			determined = true
		}
	}
	if verb && !determined {
		return
	}
	return r.description(s, i, t, determined)
}

// description reads a role from token i on: modifiers, the noun, what is joined
// by "and", and "of France". Without an article it must end at a mark.
func (r *reading) description(s *ner.Sentence, i int, t Type, determined bool) (first, end int, ok bool) {
	first = i
	head := -1
	for ; i < s.End && i-first < 16; i++ {
		if n := r.nameOf(i); n != nil && r.groups[n.entity].typ == Person && !(n.end < s.End && genitive(r.form(n.end))) {
			break
		}
		if head >= 0 && head == i-1 && (r.form(i) == "and" || r.form(i) == "," && r.listGoesOn(s, i, t)) {
			continue
		}
		if !r.modifier(s, i) {
			break
		}
		if _, ok := r.roleNoun(i, t); ok && r.nameOf(i) == nil {
			head = i
		}
	}
	if head < 0 || i >= s.End && head != i-1 {
		return
	}
	end = head + 1
	if i != end && !(i-1 == end && r.form(end) == "and") {
		return // the description goes on behind its last noun: no role
	}
	if end < s.End {
		if x := r.nameOf(end); x != nil && r.groups[x.entity].typ == t {
			return // "Obama, President Putin and …"
		}
		if preposition(r.form(end)) && r.form(end) != "and" && !r.time(s, end+1) {
			if e := r.rightEdge(s, end); e > end+1 {
				end = e
			}
		} else if !closes(r.form(end)) && !determined {
			return
		}
	}
	return first, end, true
}

// listGoesOn reports whether behind the comma at i another role follows and
// then "and": "chairman, president and chief executive".
func (r *reading) listGoesOn(s *ner.Sentence, i int, t Type) bool {
	for k := i + 1; k < s.End && k-i <= 4; k++ {
		if _, ok := r.roleNoun(k, t); ok && k+1 < s.End && r.nameOf(k) == nil {
			if f := r.form(k + 1); f == "and" || f == "," && r.listGoesOn(s, k+1, t) {
				return true
			}
		}
		if !r.modifier(s, k) {
			return false
		}
	}
	return false
}

func closes(w string) bool {
	switch w {
	case ",", ".", ";", ")", "—", "–", "-", "who", "and", "!", "?", ":", "\"", "”":
		return true
	}
	return false
}

// time reports whether a day, month or year stands at token i.
func (r *reading) time(s *ner.Sentence, i int) bool {
	if i >= s.End {
		return false
	}
	if r.doc.Tokens[i].Shape == ner.Number {
		return true
	}
	e, ok := lexicon.Stopnames.Lookup(r.form(i))
	return ok && e.Field(lexicon.StopnamesClass) == "time"
}

// rightEdge goes right over "of France", "for the Western District of Texas".
func (r *reading) rightEdge(s *ner.Sentence, i int) int {
	start := i
	for ; i < s.End && i-start < 24; i++ {
		f := r.form(i)
		if n := r.nameOf(i); n != nil {
			i = n.end - 1
			continue
		}
		switch f {
		case ",", ".", ";", ":", ")", "(", "—", "–", "\"", "“", "”", "who", "which", "that", "where", "when", "said", "says", "told", "is", "was", "has", "had", "were", "are", "will", "as", "since", "after", "before", "during", "until", "while":
			return i
		case "in", "on", "from", "to", "at":
			if r.time(s, i+1) {
				return i
			}
		case "and":
			if i+1 < s.End && r.nameOf(i+1) == nil && !r.doc.Tokens[i+1].Shape.Capital() {
				if !r.modifier(s, i+1) {
					return i
				}
			}
		}
		if r.hyphened(i) {
			continue
		}
		if lexicon.ReportingVerbs.Has(f) && r.doc.Tokens[i].Shape == ner.Lower && !strings.HasSuffix(f, "s") && !strings.HasSuffix(f, "ing") {
			return i
		}
	}
	return i
}

// maxRoles is the number of different roles that an entity is given at most.
const maxRoles = 64

// behindArticles is where words begin whose first ones may be an article or what
// joins them to the words before.
func (r *reading) behindArticles(first, end int) int {
	for first < end {
		switch strings.ToLower(r.form(first)) {
		case "the", "a", "an", "and", ",":
			first++
			continue
		}
		break
	}
	return first
}

// addRole gives an entity a role, once for each place.
func (r *reading) addRole(g *group, first, end int) {
	d := &r.doc
	first = r.behindArticles(first, end)
	if first >= end {
		return
	}
	span := article.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[end-1].End)}
	if len(g.roles) >= maxRoles {
		return
	}
	text := span.In(d.Text)
	for _, x := range g.roles {
		if x.Overlaps(span) || x.In(d.Text) == text { // a role that repeats is given once
			return
		}
	}
	role := Role{Span: span}
	for i := first; i < end; i++ {
		if n := r.nameOf(i); n != nil && role.Of == "" {
			role.Of = r.groups[n.entity].country
		}
		switch strings.ToLower(r.form(i)) {
		case "former", "ex", "late", "then", "onetime", "ousted", "deposed", "retired":
			role.Former = true
		}
		if e, ok := r.roleNoun(i, g.typ); ok && r.nameOf(i) == nil && (role.Head == "" || !r.behindPreposition(first, i)) {
			role.Head = e.Field(lexicon.RoleNounsNoun)
			if x := e.Field(lexicon.RoleNounsGender); x != "" && g.gender == 0 && g.typ == Person {
				g.gender = x[0]
			}
		}
	}
	g.roles = append(g.roles, role)
	for i := end - 1; i >= first; i-- { // "of" behind the noun does not make the office
		if e, ok := r.roleNoun(i, g.typ); ok && e.Field(lexicon.RoleNounsNoun) == role.Head && r.nameOf(i) == nil {
			g.offices = append(g.offices, office{role.Start, r.office(first, i), role.Head, role.Of})
			break
		}
	}
}

// behindPreposition reports whether token i stands behind "of", "for" in a role.
func (r *reading) behindPreposition(first, i int) bool {
	for k := first; k < i; k++ {
		if f := r.form(k); f == "of" || f == "for" || f == "at" || f == "in" || f == "to" {
			return true
		}
	}
	return false
}

// office is a role as far as it tells who is meant by "the president".
type office struct {
	at     int // byte
	office string
	noun   string
	of     string
}
