package main

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// pool has names to put in the place of others (mention replacement; Dai & Adel
// 2020), so that a model learns what surrounds a name rather than the names that
// the stories happen to have. Names of many countries are drawn as often as those
// of one.
type pool struct {
	r                        *rand.Rand
	given, surnames          [][]string // by source
	orgs                     [][]string // by kind
	countries, cities, admin []string
	syllables                []string
	adjectives               []string // of nations
	clubs                    []string
}

// newPool reads the folder gazetteers of the data.
func newPool(r *rand.Rand) *pool {
	p := &pool{r: r}
	folder := filepath.Join(*data, "gazetteers")
	p.given = grouped(columns(filepath.Join(folder, "given_names.tsv")), func(f []string) (string, []string) { return f[3], f[:1] })
	p.surnames = grouped(columns(filepath.Join(folder, "surnames.tsv.gz")), func(f []string) (string, []string) { return f[2], f[:1] })
	p.orgs = grouped(columns(filepath.Join(folder, "organizations.tsv")), func(f []string) (string, []string) {
		if f[4] == "cameo" {
			return "", nil
		}
		return f[2], append(strings.Split(f[1], ";"), f[0])
	})
	for _, f := range columns(filepath.Join(folder, "organizations.tsv")) {
		if f[2] == "team" && !strings.Contains(f[0], ")") {
			p.clubs = append(p.clubs, f[0])
		}
	}
	for _, f := range columns(filepath.Join(folder, "countries.tsv")) {
		p.countries = append(p.countries, f[2])
		if a := strings.Split(f[6], ";")[0]; a != "" {
			p.adjectives = append(p.adjectives, a)
		}
	}
	for _, f := range columns(filepath.Join(folder, "cities.tsv")) {
		p.cities = append(p.cities, f[0])
	}
	for _, f := range columns(filepath.Join(folder, "admin.tsv")) {
		p.admin = append(p.admin, f[0])
	}
	for _, f := range columns(filepath.Join(folder, "surnames.tsv.gz")) {
		if (f[2] == "cn" || f[2] == "kr" || f[2] == "tw") && len(f[0]) <= 5 {
			p.syllables = append(p.syllables, f[0])
		}
	}
	return p
}

// columns reads the rows of a table, without its head.
func columns(path string) (rows [][]string) {
	check(lines.Each(path, func(line []byte) error {
		if !bytes.HasPrefix(line, []byte("#")) {
			rows = append(rows, strings.Split(string(line), "\t"))
		}
		return nil
	}))
	return rows
}

// grouped puts the names of rows into groups, in the order of their first rows.
func grouped(rows [][]string, of func(row []string) (group string, names []string)) (out [][]string) {
	at := map[string]int{}
	for _, f := range rows {
		g, names := of(f)
		if g == "" {
			continue
		}
		if _, ok := at[g]; !ok {
			at[g] = len(out)
			out = append(out, nil)
		}
		for _, n := range names {
			if n != "" {
				out[at[g]] = append(out[at[g]], n)
			}
		}
	}
	return out
}

func (p *pool) any(x []string) string { return x[p.r.IntN(len(x))] }

// of draws from the first, largest group in one of four cases, else from any.
func (p *pool) of(groups [][]string) string {
	if p.r.IntN(4) == 0 {
		return p.any(groups[0])
	}
	return p.any(groups[p.r.IntN(len(groups))])
}

// person makes a name of as many words as another, up to two.
func (p *pool) person(words int) string {
	surname := p.of(p.surnames)
	if words == 1 {
		if p.r.IntN(8) == 0 {
			return p.of(p.given)
		}
		return surname
	}
	switch p.r.IntN(12) {
	case 0: // Kim Dae-jung
		return p.any(p.syllables) + " " + p.any(p.syllables) + "-" + strings.ToLower(p.any(p.syllables))
	case 1: // Chen Guangcheng
		return p.any(p.syllables) + " " + p.any(p.syllables) + strings.ToLower(p.any(p.syllables))
	case 2:
		return p.of(p.given) + " al-" + surname
	case 3:
		return p.of(p.given) + " " + p.of(p.given) + " " + surname
	case 4:
		return p.of(p.given) + " " + surname + "-" + p.of(p.surnames)
	}
	return p.of(p.given) + " " + surname
}

func (p *pool) place() string {
	switch p.r.IntN(5) {
	case 0, 1:
		return p.any(p.countries)
	case 2:
		return p.any(p.admin)
	}
	return p.any(p.cities)
}

// org draws an organization, or another of the same pattern as that of a name.
func (p *pool) org(name string) string {
	draw := p.r.IntN(4)
	if draw > 1 {
		name = p.any(p.orgs[p.r.IntN(len(p.orgs))])
	}
	if draw&1 != 0 {
		name = p.compose(name)
	}
	return name
}

// compose writes a name with other countries, nations, provinces and cities in the
// place of those that are part of it: "Bank of Ghana" for "Bank of England".
func (p *pool) compose(name string) string {
	words := strings.Fields(name)
	var out []string
	for i := 0; i < len(words); {
		n := min(3, len(words)-i)
		for ; n > 0; n-- {
			key := strings.Join(words[i:i+n], " ")
			if other := p.instead(key); other != "" {
				out = append(out, other)
				break
			}
		}
		if n == 0 {
			out = append(out, words[i])
			n = 1
		}
		i += n
	}
	return strings.Join(out, " ")
}

// instead draws what may stand for a part of a name, "" for nothing.
func (p *pool) instead(part string) string {
	if e, ok := lexicon.Countries.Lookup(part); ok {
		switch e.Via() {
		case lexicon.CountriesAdjectives, lexicon.CountriesNounSingular, lexicon.CountriesNounPlural:
			return p.any(p.adjectives)
		}
		return p.any(p.countries)
	}
	if e, ok := lexicon.Cities.Lookup(part); ok && e.Field(lexicon.CitiesWord) != "y" && e.Field(lexicon.CitiesSurname) != "y" {
		return p.any(p.cities)
	}
	if e, ok := lexicon.Admin.Lookup(part); ok && e.Via() == 0 {
		return p.any(p.admin)
	}
	return ""
}
