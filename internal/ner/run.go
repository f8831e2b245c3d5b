package ner

import "github.com/seed05c9d22b/newstext/internal/lexicon"

// run is a longest row of tokens with capitals, with hyphens and "&" between.
type run struct {
	first, end int32
	sentence   int32
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
				break
			}
			r := int32(len(d.runs))
			d.runs = append(d.runs, run{int32(i), int32(j), int32(si)})
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

// candidate reports whether token i of s may be part of a name: it has a
// capital, or stands beside or between such tokens as "of", "de", "20" do.
func (d *Doc) candidates(s *Sentence, out []bool) []bool {
	out = out[:0]
	const far = 1 << 20
	before := far
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		if t.Shape.Capital() || t.Shape == Alphanumeric {
			before = 0
		} else if before < far {
			before++
		}
		w := &d.words.list[t.Word]
		out = append(out, before == 0 || before <= 2 && t.Shape == Number || w.capital+w.upper > 0)
		if before > 0 && before <= 5 {
			out[i-s.First] = out[i-s.First] || before == 1
		}
	}
	after := far
	for i := s.End - 1; i >= s.First; i-- {
		t := &d.Tokens[i]
		if t.Shape.Capital() || t.Shape == Alphanumeric {
			after = 0
		} else if after < far {
			after++
		}
		if after == 1 {
			out[i-s.First] = true
		}
		if after > 1 && after <= 4 {
			// between two capitals with few words between
			for k, n := i, 0; k >= s.First && n <= 4-after; k, n = k-1, n+1 {
				if d.Tokens[k].Shape.Capital() {
					out[i-s.First] = true
					break
				}
			}
		}
	}
	return out
}
