package entity

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// fullName is a person's name cut into its parts.
type fullName struct {
	form   int32
	given  string // first given name or initial, in lower case; empty for a surname alone
	middle string
	last   string // in lower case, without "al-" and the like
	suffix string // jr, sr, iii
}

// joinPersons joins the names of one person: "Barack Obama", "Barack H. Obama",
// "Obama", "Barack". A surname or given name that two could bear stays apart.
func (r *reading) joinPersons() {
	var full, single []fullName
	for i := range r.forms {
		if r.forms[i].typ != Person {
			continue
		}
		n := cutName(r.forms[i].words)
		n.form = int32(i)
		if n.given != "" {
			full = append(full, n)
		} else {
			single = append(single, n)
		}
	}
	bySurname := map[string][]int{}
	byGiven := map[string][]int{}
	for i, n := range full {
		joined := false
		for _, k := range bySurname[n.last] {
			if sameGiven(full[k], n) && !(n.suffix != full[k].suffix && n.suffix != "" && full[k].suffix != "") {
				r.join(full[k].form, n.form)
				joined = true
				break
			}
		}
		if !joined {
			for _, last := range spellings(n.last) {
				for _, k := range bySurname[last] {
					if full[k].given == n.given && full[k].last != n.last {
						r.join(full[k].form, n.form)
						joined = true
						break
					}
				}
			}
		}
		if len(bySurname[n.last]) < 32 { // a list of names: one bearer more changes nothing
			bySurname[n.last] = append(bySurname[n.last], i)
		}
		if len(byGiven[n.given]) < 32 {
			byGiven[n.given] = append(byGiven[n.given], i)
		}
		for _, last := range spellings(n.last) {
			if last != n.last && len(bySurname[last]) < 32 {
				bySurname[last] = append(bySurname[last], i)
			}
		}
	}
	for _, n := range single {
		bearers := bySurname[n.last]
		if len(bearers) == 0 {
			bearers = byGiven[n.last]
		}
		r.giveBearer(bearers, full, n.form)
	}
}

// giveBearer joins a surname or given name with the one that bears it, or notes
// who may be meant.
func (r *reading) giveBearer(bearers []int, full []fullName, short int32) {
	var roots []int32
	for _, k := range bearers {
		if x := r.find(full[k].form); !slices.Contains(roots, x) {
			roots = append(roots, x)
		}
	}
	switch len(roots) {
	case 0:
	case 1:
		r.join(roots[0], short)
	default:
		r.forms[short].bearers = roots
	}
}

// bearer decides which of several persons with one surname a mention means:
// the one whose gender the honorific shows, else the one named last before it,
// else the one named first behind it.
func (r *reading) bearer(n *name) int32 {
	f := &r.forms[n.form]
	gender := byte(0)
	if s := &r.doc.Sentences[n.sentence]; n.first > s.First {
		if e, ok := lexicon.Titles.Lookup(r.form(n.first - 1)); ok {
			if x := e.Field(lexicon.TitlesGender); x != "" {
				gender = x[0]
			}
		}
	}
	best, last, first := r.number[n.form], 0, 1<<30
	for _, root := range f.bearers {
		root = r.find(root)
		full := &r.forms[root]
		if x := genderOfGiven(full.words[0]); x != 0 && gender != 0 && x != gender {
			continue
		}
		g := r.number[root]
		switch at := r.groups[g].lastAt; {
		case at > last:
			best, last = g, at
		case last == 0 && full.first < first:
			best, first = g, full.first
		}
	}
	return best
}

// cutName cuts a person's name into its parts.
func cutName(words []string) fullName {
	var n fullName
	var w []string
	for _, x := range words {
		x = strings.ToLower(strings.Trim(x, ".,"))
		if x != "" && !strings.HasPrefix(x, `"`) {
			w = append(w, x)
		}
	}
	for len(w) > 1 {
		switch w[len(w)-1] {
		case "jr", "sr", "ii", "iii", "iv":
			n.suffix = w[len(w)-1]
			w = w[:len(w)-1]
			continue
		}
		break
	}
	if len(w) == 0 {
		return n
	}
	n.last = bareSurname(w[len(w)-1])
	if len(w) == 1 {
		return n
	}
	if particle(w[0]) { // "de Blasio", "bin Laden": a surname alone
		return n
	}
	n.given = w[0]
	if len(w) > 2 {
		n.middle = w[1]
	}
	return n
}

func particle(w string) bool {
	switch w {
	case "de", "van", "von", "bin", "al", "el", "da", "di", "du", "la", "le", "del", "der", "den", "dos", "ben", "ibn":
		return true
	}
	return false
}

// bareSurname drops what some write and others do not: al-Assad, el-Sisi.
func bareSurname(w string) string {
	for _, p := range []string{"al-", "el-", "ul-", "ad-", "as-", "ash-"} {
		if len(w) > len(p)+2 && strings.HasPrefix(w, p) {
			return w[len(p):]
		}
	}
	return w
}

// spellings returns other ways in which a surname may be looked up: variants of
// one Arabic or Slavic name ("Gaddafi", "Qaddafi", "Kadhafi").
func spellings(last string) []string {
	if len(last) < 5 {
		return nil
	}
	var b strings.Builder
	before := byte(0)
	for i := 0; i < len(last); i++ {
		c := last[i]
		switch c {
		case 'q', 'g', 'c':
			c = 'k'
		case 'y', 'i', 'e', 'a', 'o', 'u', 'h', '-', '\'':
			continue
		}
		if c != before {
			b.WriteByte(c)
		}
		before = c
	}
	if b.Len() < 3 {
		return nil
	}
	return []string{"~" + b.String()}
}

// sameGiven reports whether two full names with one surname can be one
// person's: equal given names, an initial, or a nickname.
func sameGiven(a, b fullName) bool {
	x, y := a.given, b.given
	if x == y {
		return a.middle == "" || b.middle == "" || a.middle[0] == b.middle[0]
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) <= 2 && strings.HasPrefix(y, x[:1]) {
		return len(x) == 1 || a.middle != "" || b.middle != ""
	}
	if a.middle == b.given || b.middle == a.given { // "J. Edgar", "Edgar"
		return true
	}
	return nicknames(x, y) || nicknames(y, x)
}

func nicknames(short, long string) bool {
	e, ok := lexicon.Nicknames.Lookup(strings.ToUpper(short[:1]) + short[1:])
	if !ok {
		return false
	}
	for _, n := range strings.Split(e.Field(lexicon.NicknamesNames), ";") {
		if strings.EqualFold(n, long) {
			return true
		}
	}
	return false
}
