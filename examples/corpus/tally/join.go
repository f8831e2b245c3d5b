package tally

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byFar is how many times as often as all others of a family name together somebody
// must be named for the name alone to mean him.
const byFar = 4

// Alias is a name that means who is named otherwise elsewhere.
type Alias struct {
	Name, Means Name
	Weight      int // quotes and stances under Name
}

// Joined returns the summary with names of persons joined across stories, and which
// were, the most frequent first. “Donald J. Trump” is Donald Trump where there is
// one, and “Trump” is he where no other Trump comes near him. Within a story names
// are joined already; across stories nothing but the names is known, which is why a
// summary itself keeps them as they are.
func (s *Summary) Joined() (*Summary, []Alias) {
	aliases := s.aliases()
	means := make(map[Name]Name, len(aliases))
	for _, a := range aliases {
		means[a.Name] = a.Means
	}
	who := func(n Name) Name {
		if m, ok := means[n]; ok {
			return m
		}
		return n
	}
	j := &Summary{Stories: s.Stories, Dated: s.Dated, Quotes: s.Quotes, Attributed: s.Attributed, Stances: s.Stances, Between: s.Between}
	j.Months.Merge(&s.Months)
	j.Speakers.Lost, j.Quoting.Lost, j.Pairs.Lost = s.Speakers.Lost, s.Quoting.Lost, s.Pairs.Lost
	for _, r := range s.Speakers.Rows() {
		j.Speakers.Add(who(r.Key), r.Counts)
	}
	for _, r := range s.Quoting.Rows() {
		j.Quoting.Add(Quoting{r.Key.Outlet, who(r.Key.Speaker)}, r.Counts)
	}
	for _, r := range s.Pairs.Rows() {
		if p := (Pair{who(r.Key.Holder), who(r.Key.Target)}); p.Holder != p.Target {
			j.Pairs.Add(p, r.Counts)
		}
	}
	return j, aliases
}

func (s *Summary) aliases() (all []Alias) {
	weights := map[Name]int{}
	for _, r := range s.Speakers.Rows() {
		weights[r.Key] += r.Counts.Quotes
	}
	for _, r := range s.Pairs.Rows() {
		weights[r.Key.Holder] += r.Counts.weight()
		weights[r.Key.Target] += r.Counts.weight()
	}
	persons := make([]Name, 0, len(weights))
	for n := range weights {
		if n.Type == "person" {
			persons = append(persons, n)
		}
	}
	slices.SortFunc(persons, Name.compare)
	families := map[string]map[Name]int{} // family name → full names
	var alone []Name
	for _, n := range persons {
		words := strings.Fields(n.Name)
		if len(words) < 2 {
			alone = append(alone, n)
			continue
		}
		full, last := n, words[len(words)-1]
		if short := (Name{withoutInitials(words), n.Type}); short != n && weights[short] > 0 {
			all = append(all, Alias{n, short, weights[n]})
			full = short
		}
		if families[last] == nil {
			families[last] = map[Name]int{}
		}
		families[last][full] += weights[n]
	}
	for _, n := range alone {
		if full, ok := clearest(families[n.Name]); ok {
			all = append(all, Alias{n, full, weights[n]})
		}
	}
	slices.SortStableFunc(all, func(a, b Alias) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}

// clearest returns the name that outweighs all others together, byFar times.
func clearest(names map[Name]int) (best Name, ok bool) {
	sum := 0
	for n, w := range names {
		if sum += w; w > names[best] || w == names[best] && n.compare(best) < 0 {
			best = n
		}
	}
	rest := sum - names[best]
	return best, sum > 0 && names[best] >= byFar*rest
}

// withoutInitials leaves out the initials between first and last word.
func withoutInitials(words []string) string {
	kept := words[:1:1]
	for _, w := range words[1 : len(words)-1] {
		letter := strings.TrimSuffix(w, ".")
		if r, n := utf8.DecodeRuneInString(letter); n != len(letter) || !unicode.IsUpper(r) {
			kept = append(kept, w)
		}
	}
	return strings.Join(append(kept, words[len(words)-1]), " ")
}
