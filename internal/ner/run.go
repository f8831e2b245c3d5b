package ner

import "github.com/seed05c9d22b/newstext/internal/lexicon"

// run is a longest row of tokens with capitals, with hyphens and "&" between.
type run struct {
	first, end int32
	sentence   int32
	noun       int32 // token of a noun that is said of it and those named beside it, or -1
	joined     bool  // named beside the run before
}

// findRuns finds the runs and, for each word, the longest run that holds it.
func (d *Doc) findRuns() {
	for si := range d.Sentences {
		s := &d.Sentences[si]
		for i := s.First; i < s.End; {
			if !d.Tokens[i].Shape.Capital() || d.startWord(s, i) {
				i++
				continue
			}
			j := i + 1
			for j < s.End {
				t := &d.Tokens[j]
				if t.Shape.Capital() {
					j++
					continue
				}
				if (t.Form == "-" && !t.Spaced || t.Form == "&") && j+1 < s.End && d.Tokens[j+1].Shape.Capital() {
					j += 2
					continue
				}
				if n := d.nickname(s, j); n > 0 {
					j = n
					continue
				}
				break
			}
			r := int32(len(d.runs))
			d.runs = append(d.runs, run{first: int32(i), end: int32(j), sentence: int32(si)})
			for k := i; k < j; k++ {
				d.Tokens[k].Run = r
				if s.Case != Plain {
					continue
				}
				w := &d.words.list[d.Tokens[k].Word]
				if w.longest < 0 || d.runs[w.longest].end-d.runs[w.longest].first < int32(j-i) {
					w.longest, w.at = r, int32(k-i)
				}
			}
			i = j
		}
	}
	d.findChains()
}

// startWord reports whether token i stands capitalised only because it begins a
// sentence: a word that is seldom a name, or that the story has in small letters.
func (d *Doc) startWord(s *Sentence, i int) bool {
	for k := i - 1; k >= s.First; k-- {
		if d.Tokens[k].Shape != Mark {
			return false
		}
		if opens(d.Tokens[k].Form) {
			break
		}
	}
	t := &d.Tokens[i]
	w := &d.words.list[t.Word]
	if w.lower > 0 && w.capital == 0 {
		return true
	}
	e, ok := lexicon.Stopnames.Lookup(t.Form)
	return ok && w.capital == 0 && e.Field(lexicon.StopnamesAlsoName) != "y"
}

// candidates tells which tokens of s may be part of a name: those with a capital
// and, of the others, what stands between two of them as "of", "de", "&" do,
// numbers behind one, words that names may end with, and words that the story
// writes with a capital elsewhere. All other tokens are outside of names.
func (d *Doc) candidates(s *Sentence, out []bool) []bool {
	out = out[:0]
	const far = 1 << 20
	nickname := 0 // end of the last nickname
	before := far // distance to the last capital
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		before = min(before+1, far)
		c := false
		if n := d.nickname(s, i); n > 0 {
			nickname = n
		}
		switch {
		case t.Address:
		case i < nickname:
			c = true
		case t.Shape.Capital() || t.Shape == Alphanumeric:
			before, c = 0, true
		case t.Shape == Number:
			c = before == 1
			if before == 2 && d.Tokens[i-1].Form == "of" { // "Group of 20"
				c, out[i-1-s.First] = true, true
			}
		case t.Shape == Lower && before == 2 && !t.Spaced && d.Tokens[i-1].Form == "-" && !d.Tokens[i-1].Spaced && d.Tokens[i-2].Shape.Capital():
			c, out[i-1-s.First] = true, true // "Dae-jung"
		case t.Shape == Lower:
			w := &d.words.list[t.Word]
			c = w.capital+w.upper > 0 && w.capital+w.upper >= w.lower/4
			if !c && (before == 1 || i > s.First && out[i-1-s.First]) {
				c = lexicon.NameWords.Has(t.Form)
			}
		}
		out = append(out, c)
	}
	last := -1 // the next capital
	for i := s.End - 1; i >= s.First; i-- {
		t := &d.Tokens[i]
		if !t.Shape.Capital() && t.Shape != Alphanumeric {
			continue
		}
		if gap := last - i - 1; last > 0 && gap > 0 && gap <= 4 && d.bridges(i+1, last) {
			for k := i + 1; k < last; k++ {
				out[k-s.First] = true
			}
		}
		last = i
		if t.Shape == Alphanumeric || i == s.First {
			continue
		}
		// "2020 Olympics", "al-Assad", "24 Hours": what a name may begin with
		if b := &d.Tokens[i-1]; b.Shape == Number || b.Form == "-" && !b.Spaced {
			out[i-1-s.First] = true
			if b.Form == "-" && i-2 >= s.First {
				out[i-2-s.First] = true
			}
		} else if b.Shape == Lower && len(b.Form) <= 3 {
			out[i-1-s.First] = out[i-1-s.First] || particle(b.Form)
		}
	}
	return out
}

// bridges reports whether the tokens between two capitals may join them to one
// name: small words and single marks, no end of a clause.
func (d *Doc) bridges(first, end int) bool {
	for i := first; i < end; i++ {
		t := &d.Tokens[i]
		if t.Shape != Mark {
			if lexicon.ReportingVerbs.Has(t.Form) {
				return false
			}
			continue
		}
		switch t.Form {
		case "(", ")", ";", ":", "—", "–", "?", "\"", "“", "”", "[", "]", "•", "|", "*":
			return false
		case ",", ".", "!":
			if end-first > 2 {
				return false
			}
		}
	}
	return true
}

func particle(w string) bool {
	switch w {
	case "de", "van", "von", "bin", "al", "el", "da", "di", "du", "la", "le", "del", "der", "den", "dos", "ben", "ibn", "the", "af", "ter":
		return true
	}
	return false
}
