package entity

import (
	"cmp"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// agree makes the names of a document agree: a name written alike gets the type
// that most of its mentions have, and one of several words, or a word that is
// otherwise always a name, is found wherever it stands.
func (r *reading) agree() {
	r.untitle()
	r.kinds()
	d := &r.doc
	votes := map[uint64]*[ner.Types]int32{}
	places := map[uint64]bool{} // what the story says is a place
	bodies := map[uint64]bool{} // and an organization
	sentence := 0
	long := make([]int32, len(d.Tokens)) // the longest name that begins with a word, by its number
	for _, f := range r.found {
		h := r.hashOf(f.First, f.End)
		v := votes[h]
		if v == nil {
			v = new([ner.Types]int32)
			votes[h] = v
		}
		v[f.Type]++
		for f.First >= d.Sentences[sentence].End {
			sentence++
		}
		if f.Type != ner.Group {
			if said, sure := d.SaidPlace(&d.Sentences[sentence], f); said && (sure || f.Type != ner.Person) {
				places[h] = true
			}
		}
		if f.Type == ner.Person && d.SaidBody(&d.Sentences[sentence], f) {
			bodies[h] = true
		}
		if n := f.End - f.First; n > 1 && n <= 8 {
			w := d.Tokens[f.First].Word
			long[w] = max(long[w], int32(n))
		}
	}
	for i := range r.found {
		f := &r.found[i]
		h := r.hashOf(f.First, f.End)
		v := votes[h]
		total, best := int32(0), ner.Type(0)
		for t, n := range v {
			total += n
			if n > v[best] {
				best = ner.Type(t)
			}
		}
		if v[best]*3 >= total*2 {
			f.Type = best
		}
		if f.Type != ner.Group && places[h] {
			f.Type = ner.Place
		}
		if f.Type == ner.Person && bodies[h] {
			f.Type = ner.Org
		}
		if f.Type == ner.Org && f.End-f.First <= 2 && (v[ner.Org] == 1 || !d.OfGames()) && r.isCountry(f) {
			f.Type = ner.Place // once is too little to make it the national team
		}
	}
	r.shortened(places)
	parts := r.nameParts()
	r.bearers(parts)
	r.nobodies(parts)
	// Long names that were missed elsewhere.
	taken := make([]bool, len(d.Tokens))
	for _, f := range r.found {
		for i := f.First; i < f.End; i++ {
			taken[i] = true
		}
	}
	added := false
	for si := range d.Sentences {
		s := &d.Sentences[si]
		for i := s.First; i < s.End; i++ {
			n := int(long[d.Tokens[i].Word])
			if n == 0 || taken[i] {
				continue
			}
			for n = min(n, s.End-i); n > 1; n-- {
				v := votes[r.hashOf(i, i+n)]
				if v == nil || slices.Contains(taken[i:i+n], true) {
					continue
				}
				best := ner.Type(0)
				for t, c := range v {
					if c > v[best] {
						best = ner.Type(t)
					}
				}
				r.found = append(r.found, ner.Name{First: i, End: i + n, Type: best})
				for k := i; k < i+n; k++ {
					taken[k] = true
				}
				added = true
				break
			}
		}
	}
	if added {
		r.sortFound()
	}
}

// sortFound puts names that were added in their places.
func (r *reading) sortFound() {
	slices.SortFunc(r.found, func(a, b ner.Name) int { return cmp.Compare(a.First, b.First) })
}

// hashOf is a hash of the words of some tokens, case included.
func (r *reading) hashOf(first, end int) uint64 {
	h := lexicon.Hash(0)
	for i := first; i < end; i++ {
		t := &r.doc.Tokens[i]
		if i > first && t.Spaced {
			h = h.Add(" ")
		}
		h = h.Add(t.Form)
	}
	return uint64(h)<<16 | uint64(end-first)
}

// longest finds the longest key of a list that a name begins with, and how many words
// it takes.
func (r *reading) longest(t lexicon.Table, f *ner.Name) (e lexicon.Entry, words int, ok bool) {
	return t.Longest(func(n int) (string, bool) {
		if f.First+n >= f.End {
			return "", false
		}
		return r.doc.Tokens[f.First+n].Form, r.doc.Tokens[f.First+n].Spaced
	})
}

// listed returns the entry of a list that is the whole name.
func (r *reading) listed(t lexicon.Table, f *ner.Name) (lexicon.Entry, bool) {
	e, n, ok := r.longest(t, f)
	return e, ok && n == f.End-f.First
}

// isCountry reports whether a name is that of a country.
func (r *reading) isCountry(f *ner.Name) bool {
	e, ok := r.listed(lexicon.Countries, f)
	return ok && e.Via() == 0 && e.Field(lexicon.CountriesKind) == "country"
}
