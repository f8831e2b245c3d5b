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
			if sameGiven(full[k], n) && r.sameSuffix(full[k], n) {
				r.join(full[k].form, n.form)
				joined = true
				break
			}
		}
		if !joined {
			for _, last := range spellings(n.last) {
				for _, k := range bySurname[last] {
					if (full[k].given == n.given || skeleton(full[k].given) == skeleton(n.given) && len(n.given) > 3) && full[k].last != n.last {
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

// sameSuffix reports whether two full names that are otherwise one can be one
// person's: "Martin Luther King Jr." is called without it too, but where a story
// has both often, they are father and son.
func (r *reading) sameSuffix(a, b fullName) bool {
	if a.suffix == b.suffix {
		return true
	}
	if a.suffix != "" && b.suffix != "" {
		return false
	}
	return min(r.forms[a.form].count, r.forms[b.form].count) < 2
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

// bearer decides which of several persons with one surname a mention means: of
// those whose gender the honorific does not exclude, the one whose full name
// the story has most often. (On the labelled stories that is right more often
// than the one named last.)
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
	best, most := r.number[n.form], 0
	for _, root := range f.bearers {
		full := &r.forms[r.find(root)]
		if x := genderOfGiven(full.words[0]); x != 0 && gender != 0 && x != gender {
			continue
		}
		if full.count > most {
			best, most = r.number[r.find(root)], full.count
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
	if particle(words[0]) { // "de Blasio", "bin Laden": a surname alone
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
	if k := skeleton(last); len(last) >= 5 && len(k) >= 3 {
		return []string{"~" + k}
	}
	return nil
}

// skeleton is what spellings of a name written in another script share: its
// consonants, k for g and q, without doubles.
func skeleton(name string) string {
	var b strings.Builder
	before := byte(0)
	for i := 0; i < len(name); i++ {
		c := name[i]
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
	return b.String()
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
