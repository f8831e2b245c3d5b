package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// raise writes places with a capital in sentences that are written in small
// letters throughout, as mail and comments are: "does anyone know mexico city".
// Countries, provinces and large cities are taken whose names mean nothing else.
func (d *Doc) raise(s *Sentence) {
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		if t.Shape != Lower || t.Address {
			continue
		}
		n := max(d.raised(lexicon.Countries, s, i), d.raised(lexicon.Admin, s, i), d.raised(lexicon.Cities, s, i))
		for k := i; k < i+n; k++ {
			if t := &d.Tokens[k]; t.Shape == Lower {
				t.Form = capitalised(t.Form)
				t.Shape = Capitalised
			}
		}
		i += max(n-1, 0)
	}
}

// raised returns how many tokens from i a key of a list takes if all of them are
// written with capitals, 0 if there is none that is sure to be a place.
func (d *Doc) raised(list lexicon.Table, s *Sentence, i int) int {
	first := capitalised(d.Tokens[i].Form)
	if !list.Starts(lexicon.Hash(0).Add(first)) {
		return 0
	}
	e, n, ok := list.Longest(func(n int) (string, bool) {
		switch {
		case n == 0:
			return first, d.Tokens[i].Spaced
		case i+n >= s.End:
			return "", false
		}
		t := &d.Tokens[i+n]
		if t.Shape == Lower {
			return capitalised(t.Form), t.Spaced
		}
		return t.Form, t.Spaced
	})
	if !ok || n == 1 && d.common(list, e, first) {
		return 0
	}
	return n
}

// common reports whether a name of one word may well be something else.
func (d *Doc) common(list lexicon.Table, e lexicon.Entry, word string) bool {
	if len(word) < 4 || lexicon.Stopnames.Has(word) || lexicon.ReportingVerbs.Has(strings.ToLower(word)) {
		return true
	}
	switch {
	case list == lexicon.Cities:
		return e.Field(lexicon.CitiesSize) > "4" || e.Field(lexicon.CitiesWord) == "y" ||
			e.Field(lexicon.CitiesGiven) == "y" || e.Field(lexicon.CitiesSurname) == "y"
	case list == lexicon.Admin && e.Via() != 0, lexicon.GivenNames.Has(word):
		return true
	}
	if s, ok := lexicon.Surnames.Lookup(word); ok && s.Field(lexicon.SurnamesWord) == "y" {
		return true
	}
	return list == lexicon.Countries && e.Via() > lexicon.CountriesAliases
}

// capitalised writes a word in small letters with a capital.
func capitalised(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}
