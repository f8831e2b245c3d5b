package ner

// nickname returns the end of a nickname in quotation marks that begins at token i
// within the name of a person ("Hector \"Macho\" Camacho"): the token behind the
// second mark, or -1.
func (d *Doc) nickname(s *Sentence, i int) int {
	if i <= s.First || !quotationMark(d.Tokens[i].Form) || !d.Tokens[i-1].Shape.Capital() || !d.Tokens[i].Spaced {
		return -1
	}
	for k := i + 1; k < s.End && k < i+5; k++ {
		t := &d.Tokens[k]
		if quotationMark(t.Form) {
			if k > i+1 && k+1 < s.End && d.Tokens[k+1].Shape.Capital() && d.Tokens[k+1].Spaced && d.Tokens[i+1].Shape.Capital() {
				return k + 1
			}
			return -1
		}
		if t.Shape == Mark {
			return -1
		}
	}
	return -1
}

func quotationMark(w string) bool {
	switch w {
	case `"`, "“", "”", "‘", "’", "'", "``", "''":
		return true
	}
	return false
}
