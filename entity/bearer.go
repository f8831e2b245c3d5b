package entity

import (
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// nameParts are the parts by which a story calls the persons whom it names in
// full.
type nameParts struct {
	surnames  map[uint64]bool // by hash: "al-Rahman" and "Rahman" of "Omar al-Rahman"
	given     map[uint64]bool
	particles map[int32]int32 // by the word behind it: "ten" of "Erik ten Hag"
}

// bearers makes persons of those who are called by the surname or the given name
// of a person whom the story names in full: of those who were taken for something
// else, where no list knows a place of that name ("Belgrano's army", after "Manuel
// Belgrano"); of cities where nothing says that one is meant; and of those who
// were missed.
func (r *reading) bearers(p nameParts) {
	if p.surnames == nil {
		return
	}
	d := &r.doc
	for i := range r.found {
		f := &r.found[i]
		switch f.Type {
		case ner.Person:
			if w, ok := p.particles[d.Tokens[f.First].Word]; ok && f.End-f.First == 1 && f.First > 0 && d.Tokens[f.First-1].Word == w &&
				d.Tokens[f.First-1].Shape == ner.Capitalised && (i == 0 || r.found[i-1].End < f.First) {
				f.First-- // "Ten Hag said"
			}
		case ner.Place, ner.Org:
			if f.End-f.First <= 6 && r.bears(f, p) {
				f.Type = ner.Person
			}
		}
	}
	r.joinSurnames(p)
	r.addBearers(p)
}

// joinSurnames joins double surnames that were cut in two: "Holt-Velden", after "Ann
// Holt-Velden".
func (r *reading) joinSurnames(p nameParts) {
	kept := r.found[:0]
	for _, f := range r.found {
		if n := len(kept); n > 0 && kept[n-1].End+1 == f.First && r.doc.Tokens[f.First-1].Form == "-" && p.surnames[r.hashOf(kept[n-1].First, f.End)] {
			kept[n-1].End, kept[n-1].Type = f.End, ner.Person
			continue
		}
		kept = append(kept, f)
	}
	r.found = kept
}

// nameParts gathers the parts of the names of persons of several words, and of those
// of public life that other things are named after: "Nelson Mandela Day".
func (r *reading) nameParts() (p nameParts) {
	d := &r.doc
	for _, f := range r.found {
		if f.Type != ner.Person {
			f = r.namesake(f)
		}
		if f.End-f.First < 2 || f.End-f.First > 8 {
			continue
		}
		if p.surnames == nil {
			p = nameParts{map[uint64]bool{}, map[uint64]bool{}, map[int32]int32{}}
		}
		for i := f.First + 1; i < f.End; i++ {
			if d.Tokens[i].Spaced {
				p.surnames[r.hashOf(i, f.End)] = true
			}
		}
		p.given[r.hashOf(f.First, f.First+1)] = lexicon.GivenNames.Has(d.Tokens[f.First].Form)
		if k := f.End - 2; k > f.First && d.Tokens[k].Shape == ner.Lower && d.Tokens[k+1].Spaced {
			p.particles[d.Tokens[k+1].Word] = d.Tokens[k].Word
		}
	}
	return p
}

// namesake returns the part of a name that is a person of public life, or nothing.
func (r *reading) namesake(f ner.Name) ner.Name {
	for ; f.End-f.First > 2; f.First++ {
		if _, n, ok := r.longest(lexicon.People, &f); ok && n > 1 {
			f.End = f.First + n
			return f
		}
	}
	return ner.Name{}
}

// bears reports whether what was taken for a place or an organization is called
// as one of the persons is.
func (r *reading) bears(f *ner.Name, p nameParts) bool {
	h := r.hashOf(f.First, f.End)
	placed := r.placed(f)
	if !p.surnames[h] {
		if listed, ok := p.given[h]; !ok || placed || !listed && (f.Type != ner.Place || r.listedPlace(f)) {
			return false
		}
	}
	w := r.doc.Text[r.doc.Tokens[f.First].Start:r.doc.Tokens[f.End-1].End]
	return !lexicon.Countries.Has(w) && !lexicon.Admin.Has(w) && (!placed || !lexicon.Cities.Has(w))
}

// placed reports whether the word before a name says that it is a place.
func (r *reading) placed(f *ner.Name) bool {
	if f.First == 0 {
		return false
	}
	switch r.doc.Tokens[f.First-1].Form {
	case "in", "In", "at", "At", "of", "from", "From", "to", "near", "around", "outside", "across":
		return true
	}
	return false
}

// addBearers adds those who were missed: a surname with a capital, not beside
// another word with one, that the story does not write in small letters, too.
func (r *reading) addBearers(p nameParts) {
	d := &r.doc
	next, n := 0, len(r.found) // the first name that does not end before the token
	for si := range d.Sentences {
		s := &d.Sentences[si]
		if s.Case != ner.Plain {
			continue
		}
		capital := func(i int) bool { return i >= s.First && i < s.End && d.Tokens[i].Shape.Capital() }
		for i := s.First; i < s.End; i++ {
			for next < n && r.found[next].End <= i {
				next++
			}
			if !capital(i) || capital(i-1) || capital(i+1) || d.Tokens[i].Shape == ner.Upper || next < n && r.found[next].First <= i {
				continue
			}
			if p.surnames[r.hashOf(i, i+1)] && !d.WrittenSmall(i) {
				r.found = append(r.found, ner.Name{First: i, End: i + 1, Type: ner.Person})
			}
		}
	}
	if len(r.found) > n {
		r.sortFound()
	}
}

// untitle takes titles that were found as a part of a person's name off it: "Mrs.
// Holt".
func (r *reading) untitle() {
	for i := range r.found {
		f := &r.found[i]
		for f.Type == ner.Person && f.End-f.First > 1 && isTitle(r.doc.Tokens[f.First].Form) && r.doc.Tokens[f.First+1].Shape.Capital() {
			f.First++
		}
	}
}

// nobodies takes from the persons who have one word for a name, and no longer one in
// the story, those who are none: countries, but for "Ms Jordan"; titles behind an
// article, as in "the King"; and what mostly stands where places do, "from Velden to
// Holt", "in Paris, Velden and Holt".
func (r *reading) nobodies(p nameParts) {
	d := &r.doc
	type places struct{ all, placed int }
	single := map[int32]*places{}
	for i := range r.found {
		if f := &r.found[i]; f.Type == ner.Person && f.End-f.First == 1 {
			w := d.Tokens[f.First].Word
			x := single[w]
			if x == nil {
				x = new(places)
				single[w] = x
			}
			x.all++
			switch {
			case r.amongPlaces(i):
				x.placed += 2
			case r.placed(f) && d.Tokens[f.First-1].Form != "of":
				x.placed++
			}
		}
	}
	if len(single) == 0 {
		return
	}
	kept := r.found[:0]
	for _, f := range r.found {
		if h := r.hashOf(f.First, f.End); f.Type == ner.Person && f.End-f.First == 1 && !p.surnames[h] && !p.given[h] {
			before := ""
			if f.First > 0 {
				before = d.Tokens[f.First-1].Form
			}
			x := single[d.Tokens[f.First].Word]
			switch {
			case (before == "the" || before == "The") && isTitle(d.Tokens[f.First].Form):
				continue
			case !isTitle(before) && r.isCountry(&f), x.placed > 1 && 2*x.placed >= x.all:
				f.Type = ner.Place
			}
		}
		kept = append(kept, f)
	}
	r.found = kept
}

// amongPlaces reports whether a name is one of a row whose others are places: behind
// "and", or between two of them.
func (r *reading) amongPlaces(i int) bool {
	joined := func(k int) string { // the word that joins names k and k+1
		if k < 0 || k+1 >= len(r.found) || r.found[k+1].First != r.found[k].End+1 {
			return ""
		}
		return r.doc.Tokens[r.found[k].End].Form
	}
	if i == 0 || r.found[i-1].Type != ner.Place {
		return false
	}
	switch joined(i - 1) {
	case "and", "or":
		return true
	case ",":
		after := joined(i)
		return (after == "and" || after == "," || after == "or") && r.found[i+1].Type == ner.Place
	}
	return false
}

// isTitle reports whether the first word of a name is a title and no given name.
func isTitle(word string) bool {
	e, ok := lexicon.Titles.Lookup(word)
	if !ok || len(word) < 3 && word != "Mr" && word != "Ms" && word != "Dr" || lexicon.GivenNames.Has(word) {
		return false
	}
	switch e.Field(lexicon.TitlesKind) {
	case "honorific", "office", "rank", "nobility":
		return true
	}
	return false
}
